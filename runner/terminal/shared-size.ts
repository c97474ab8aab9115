// How large is a terminal that several people look at? As large as the pane of the one who typed last.
import { MAX_COLS, MAX_ROWS, MIN_COLS, MIN_ROWS } from '../protocol/limits.ts';
import type { Member, Size } from './viewer.ts';

/** Takes any two numbers; gives a size that programs can live with. */
export function clampSize(cols: number, rows: number): Size {
  return { cols: clamp(cols, MIN_COLS, MAX_COLS), rows: clamp(rows, MIN_ROWS, MAX_ROWS) };
}

/** The member whose size counts: the last who typed, else who came first; never somebody who only looks. */
export function sizeOwner(members: Iterable<Member>): Member | undefined {
  let owner: Member | undefined;
  for (const member of members) {
    if (member.readonly) continue;
    if (owner === undefined || member.typed > owner.typed) owner = member;
  }
  return owner;
}

export function sameSize(a: Size, b: Size): boolean {
  return a.cols === b.cols && a.rows === b.rows;
}

function clamp(value: number, min: number, max: number): number {
  return Number.isFinite(value) ? Math.min(max, Math.max(min, Math.floor(value))) : min;
}
