// How does an open board hear of changes? One socket per board: everything first, then what changed, in less than a second.
import type { WebSocket } from 'ws';
import { BoardFeed, GATHER_MS, LOOK_AGAIN_MS } from '../classroom/board-feed.ts';
import type { BoardHead, TrainerFromRunner } from '../protocol/board.ts';
import { CLOSE } from '../protocol/terminal-frames.ts';
import { keepAlive } from '../terminal/heartbeat.ts';
import type { ServerParts } from './parts.ts';
import { warningsOf } from './warnings.ts';

/** A board that reads nothing is dropped; it is whole again when it comes back. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

interface Board {
  socket: WebSocket;
  feed: BoardFeed;
  workshopId: string;
  holder: string;
}

export interface BoardSockets {
  accept(socket: WebSocket, board: { workshopId: string; holder: string }): void;
  closeAll(code: number): void;
}

export function createBoardSockets(parts: ServerParts): BoardSockets {
  const { classroom } = parts;
  const boards = new Set<Board>();
  const gathering = new Map<string, NodeJS.Timeout>();

  const headOf = (workshopId: string): BoardHead => {
    const warm = parts.house?.warmth(workshopId);
    const erasing = parts.house?.erasing(workshopId);
    return {
      ...classroom.head(workshopId),
      ...(warm && { warm }),
      ...(erasing && { erasing }),
      warnings: warningsOf(parts),
    };
  };
  const tell = (board: Board, frame: (head: BoardHead) => TrainerFromRunner) => {
    if (parts.store.getWorkshop(board.workshopId) === undefined) {
      send(board, { type: 'over' });
      board.socket.close(CLOSE.seatEnded);
    } else send(board, frame(headOf(board.workshopId)));
  };
  const tellAll = (workshopId: string) => {
    clearTimeout(gathering.get(workshopId));
    gathering.delete(workshopId);
    const mine = [...boards].filter((board) => board.workshopId === workshopId);
    if (mine.length === 0) return;
    const rows = parts.store.getWorkshop(workshopId) ? classroom.rows(workshopId) : [];
    for (const board of mine) tell(board, (head) => board.feed.changes(head, rows));
  };
  classroom.onBoard((workshopId) => {
    if (gathering.has(workshopId) || ![...boards].some((board) => board.workshopId === workshopId)) return;
    gathering.set(
      workshopId,
      setTimeout(() => tellAll(workshopId), GATHER_MS),
    );
  });
  // Time alone makes somebody stuck; nobody looks while no board is open.
  setInterval(() => {
    for (const workshopId of new Set([...boards].map((board) => board.workshopId))) tellAll(workshopId);
  }, LOOK_AGAIN_MS).unref();

  return {
    accept(socket, { workshopId, holder }) {
      const board: Board = { socket, feed: new BoardFeed(), workshopId, holder };
      boards.add(board);
      keepAlive(socket);
      socket.on('close', () => boards.delete(board));
      // Whatever it says is a ping: keepAlive paces what a page may send, and nothing of it is read.
      socket.on('message', (data: Buffer) => {
        if (data.length > 64) socket.close(CLOSE.badFrame);
        else tell(board, (head) => board.feed.changes(head, classroom.rows(workshopId)));
      });
      tell(board, (head) => board.feed.snapshot(head, classroom.rows(workshopId)));
    },
    closeAll(code) {
      for (const { socket } of boards) socket.close(code);
    },
  };
}

function send({ socket }: Board, frame: TrainerFromRunner): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate();
  else socket.send(JSON.stringify(frame));
}
