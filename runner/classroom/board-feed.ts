// What does a board that is open still have to hear? A snapshot first, then the rows that changed, several times a second at most.
import type { BoardHead, BoardRow, TrainerFromRunner } from '../protocol/board.ts';

/** Changes gather so long before they are told, milliseconds: forty people at once are one message. */
export const GATHER_MS = 150;
/** Who is stuck also depends on time alone: looked at again this often, milliseconds. */
export const LOOK_AGAIN_MS = 5_000;

/** Remembers what one board was told. */
export class BoardFeed {
  readonly #told = new Map<string, string>();

  /** Everything. */
  snapshot(head: BoardHead, rows: readonly BoardRow[]): TrainerFromRunner {
    this.#told.clear();
    for (const row of rows) this.#told.set(row.id, JSON.stringify(row));
    return { type: 'board', head, rows: [...rows] };
  }

  /** Only the rows that differ from what was told, with the order of all. */
  changes(head: BoardHead, rows: readonly BoardRow[]): TrainerFromRunner {
    const changed = rows.filter((row) => {
      const text = JSON.stringify(row);
      if (this.#told.get(row.id) === text) return false;
      this.#told.set(row.id, text);
      return true;
    });
    const order = rows.map((row) => row.id);
    for (const id of [...this.#told.keys()]) if (!order.includes(id)) this.#told.delete(id);
    return { type: 'changes', head, rows: changed, order };
  }
}
