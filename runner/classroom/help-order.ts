// Who stands on top of the board? Who asked, in the order of asking; then who is stuck, or whose machine was stopped; then the others as they work; at the end who is done, away or only a try-out.
import type { BoardRow } from '../protocol/board.ts';

function rank(row: BoardRow): number {
  if (row.trial) return 6;
  if (row.hand && row.hand.takenBy === undefined) return 0;
  if (row.hand) return 1;
  if (row.stuck || row.machines.some(({ full }) => full)) return 2;
  if (!row.here) return 5;
  return row.lab !== undefined && row.step === undefined ? 4 : 3;
}

/** Within a rank: the hand that has been up longest, else the longest on a step, else by name; always the same order for the same rows. */
export function inOrderOfNeed(rows: readonly BoardRow[]): BoardRow[] {
  return [...rows].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.hand?.raisedAt ?? 0) - (b.hand?.raisedAt ?? 0) ||
      (a.since ?? Number.MAX_SAFE_INTEGER) - (b.since ?? Number.MAX_SAFE_INTEGER) ||
      a.pseudonym.localeCompare(b.pseudonym, 'fr') ||
      (a.id < b.id ? -1 : 1),
  );
}
