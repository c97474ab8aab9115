// Who is looking, at which lab, and how do they hear of changes? The live sockets of all seats; what the frames mean is decided elsewhere.
import type { RawData, WebSocket } from 'ws';
import { CONTROL_MESSAGES_PER_SECOND } from '../protocol/limits.ts';
import {
  type LabView,
  type LiveFromPage,
  type LiveFromRunner,
  liveFromPageSchema,
} from '../protocol/live-frames.ts';
import { CLOSE } from '../protocol/terminal-frames.ts';
import { keepAlive } from './heartbeat.ts';
import { Pace } from './pace.ts';

/** A page that reads nothing is not worth more memory than this; snapshots make it whole when it comes back. */
const MAX_BUFFERED_BYTES = 256 * 1024;
const MAX_TEXT_BYTES = 1024;

export interface LiveHubOptions {
  /** The first frame of each connection; undefined when the seat is no more. Also the answer to each `ping`, so that the page, too, notices a dead line. */
  hello(seatId: string): Extract<LiveFromRunner, { type: 'hello' }> | undefined;
  /** A page shows this lab now (null: none). What it returns is sent to that page at once. */
  onShow(seatId: string, lab: string | null): LabView | undefined;
  /** A further frame for each new page, right after `hello`. */
  onOpen?(seatId: string): LiveFromRunner | undefined;
  /** A page came, went, or shows something else. */
  onPlace?(seatId: string): void;
  /** A seat's first page came, or its last page went. */
  onPresence(seatId: string, present: boolean): void;
}

export interface LiveHub {
  /** Takes over an open socket. */
  accept(socket: WebSocket, seatId: string): void;
  /** Tells every page of a seat; a `lab` frame goes only to those that show that lab. */
  publish(seatId: string, frame: LiveFromRunner): void;
  /** Tells every page of every seat. */
  publishAll(frame: LiveFromRunner): void;
  /** True while the seat has at least one page open. */
  present(seatId: string): boolean;
  /** Lesson that the page of this seat shows that said so last. */
  lesson(seatId: string): string | undefined;
  /** Labs that the seat's pages show now. */
  shown(seatId: string): ReadonlySet<string>;
  /** Closes every socket of a seat, after a last frame if given. @param code of `CLOSE`. */
  closeSeat(seatId: string, code: number, last?: LiveFromRunner): void;
  /** Closes everything (the runner stops). */
  closeAll(code: number): void;
}

interface Page {
  socket: WebSocket;
  lab: string | null;
  lesson: string | undefined;
  /** Rank of its last `show`. */
  shownAt: number;
}

/** Makes an empty hub. */
export function createLiveHub(options: LiveHubOptions): LiveHub {
  const seats = new Map<string, Set<Page>>();
  let shows = 0;
  const pagesOf = (seatId: string): ReadonlySet<Page> => seats.get(seatId) ?? new Set();

  const enter = (seatId: string, page: Page) => {
    const pages = seats.get(seatId) ?? new Set();
    seats.set(seatId, pages.add(page));
    if (pages.size === 1) options.onPresence(seatId, true);
    options.onPlace?.(seatId);
  };
  const leave = (seatId: string, page: Page) => {
    const pages = seats.get(seatId);
    if (!pages?.delete(page)) return;
    if (pages.size === 0) {
      seats.delete(seatId);
      options.onPresence(seatId, false);
    }
    options.onPlace?.(seatId);
  };
  const greet = (seatId: string, page: Page) => {
    const hello = options.hello(seatId);
    if (hello) send(page, hello);
    else page.socket.close(CLOSE.seatEnded);
    return hello !== undefined;
  };
  const publish = (seatId: string, frame: LiveFromRunner) => {
    for (const page of pagesOf(seatId)) {
      if (frame.type !== 'lab' || frame.view.lab === page.lab) send(page, frame);
    }
  };
  const closeSeat = (seatId: string, code: number, last?: LiveFromRunner) => {
    if (last) publish(seatId, last);
    for (const page of pagesOf(seatId)) page.socket.close(code);
  };

  return {
    accept(socket, seatId) {
      const page: Page = { socket, lab: null, lesson: undefined, shownAt: 0 };
      keepAlive(socket);
      if (!greet(seatId, page)) return;
      const further = options.onOpen?.(seatId);
      if (further) send(page, further);
      listen(page, (message) => {
        if (message.type === 'ping') {
          greet(seatId, page);
          return;
        }
        page.lab = message.lab;
        page.lesson = message.lesson;
        page.shownAt = ++shows;
        const view = options.onShow(seatId, message.lab);
        if (view) send(page, { type: 'lab', view });
        options.onPlace?.(seatId);
      });
      socket.on('close', () => leave(seatId, page));
      enter(seatId, page);
    },
    publish,
    publishAll: (frame) => {
      for (const seatId of seats.keys()) publish(seatId, frame);
    },
    present: (seatId) => seats.has(seatId),
    lesson: (seatId) => [...pagesOf(seatId)].sort((a, b) => b.shownAt - a.shownAt)[0]?.lesson,
    shown: (seatId) => new Set([...pagesOf(seatId)].flatMap(({ lab }) => (lab === null ? [] : [lab]))),
    closeSeat,
    closeAll: (code) => {
      for (const seatId of seats.keys()) closeSeat(seatId, code);
    },
  };
}

function send({ socket }: Page, frame: LiveFromRunner): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate();
  else socket.send(JSON.stringify(frame));
}

function listen({ socket }: Page, hear: (message: LiveFromPage) => void): void {
  const pace = new Pace(CONTROL_MESSAGES_PER_SECOND, 2 * CONTROL_MESSAGES_PER_SECOND, () =>
    performance.now(),
  );
  socket.on('message', (data, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    if (!pace.take(1)) return socket.close(CLOSE.tooFast);
    const message = isBinary ? undefined : readMessage(data);
    if (message === undefined) return socket.close(CLOSE.badFrame);
    hear(message);
  });
}

function readMessage(data: RawData): LiveFromPage | undefined {
  // ws gives one Buffer per message unless told otherwise (binaryType).
  const bytes = data as Buffer;
  if (bytes.length > MAX_TEXT_BYTES) return undefined;
  try {
    const parsed = liveFromPageSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
