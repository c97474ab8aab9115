// How does the board stay true? One socket: everything first, then what changed.
import { type BoardRow, trainerFromRunnerSchema } from '#protocol/board.ts';
import { TRAINER_PROTOCOL } from '#protocol/version.ts';
import { KeptSocket } from '../terminal/kept-socket.ts';
import type { Link } from '../terminal/reconnect.ts';
import { type BoardState, clock } from './trainer-data.ts';

/** Both ends notice a dead line by it; the answer brings the time. */
const PING_MS = 20_000;
const DEAD_AFTER_MS = 2.5 * PING_MS;

export interface BoardLineOptions {
  workshop: string | undefined;
  onState: (state: BoardState) => void;
  onOver: () => void;
  onLink: (link: Link, refusal: string | undefined) => void;
}

/** Opens the line of a board. Gives the function that closes it. */
export function openBoardLine(options: BoardLineOptions): () => void {
  const rows = new Map<string, BoardRow>();
  let heardAt = Date.now();
  const hear = (text: string) => {
    heardAt = Date.now();
    let raw: unknown;
    try {
      raw = JSON.parse(text);
    } catch {
      return;
    }
    const { data: message } = trainerFromRunnerSchema.safeParse(raw);
    if (message === undefined) return;
    if (message.type === 'over') return options.onOver();
    if (message.type === 'board') rows.clear();
    for (const row of message.rows) rows.set(row.id, row);
    const order = message.type === 'board' ? message.rows.map((row) => row.id) : message.order;
    for (const id of [...rows.keys()]) if (!order.includes(id)) rows.delete(id);
    clock.ahead = message.head.now - Date.now();
    options.onState({ head: message.head, rows: order.flatMap((id) => rows.get(id) ?? []) });
  };
  const socket = new KeptSocket({
    path: '/ws/trainer',
    protocol: TRAINER_PROTOCOL,
    ticketFor: { for: 'trainer' },
    tickets: { path: '/api/trainer/tickets', workshop: options.workshop },
    onOpen: () => {
      heardAt = Date.now();
    },
    onText: hear,
    onBytes: () => undefined,
    onLink: options.onLink,
  });
  const ping = setInterval(() => {
    if (socket.live && !document.hidden && Date.now() - heardAt > DEAD_AFTER_MS) socket.restart();
    else socket.send('{"type":"ping"}');
  }, PING_MS);
  socket.open();
  return () => {
    clearInterval(ping);
    socket.close();
  };
}
