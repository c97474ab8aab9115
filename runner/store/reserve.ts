// What if the disk fills up during a class? A file holds some room for the database, and gives it back when a write finds none (F-18).
import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Weeks of what a class writes: a seat's progress is a few hundred bytes. */
export const RESERVE_BYTES = 16 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

export interface Reserve {
  /** Gives the room back to the disk. @returns false when there was none (left) to give */
  release(): boolean;
  /** True once it was given back: the disk is full, and somebody should know. */
  readonly released: boolean;
}

/** Makes the reserve in this directory if it is not there; on a disk that is full already, goes on without. @param bytes 0: none */
export function keepReserve(dir: string, bytes: number): Reserve {
  const file = join(dir, 'state.reserve');
  let held = bytes > 0 && fillFile(file, bytes);
  let released = false;
  return {
    release() {
      released = true;
      if (!held) return false;
      held = false;
      rmSync(file, { force: true });
      return true;
    },
    get released() {
      return released;
    },
  };
}

/** Random bytes: a file system that compresses would keep no room for zeros. */
function fillFile(file: string, bytes: number): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.size === bytes) return true;
  const piece = randomFillSync(Buffer.alloc(Math.min(PIECE_BYTES, bytes)));
  const handle = openSync(file, 'w', 0o600);
  try {
    for (let left = bytes; left > 0; ) left -= writeSync(handle, piece, 0, Math.min(left, piece.length));
    return true;
  } catch {
    rmSync(file, { force: true });
    return false;
  } finally {
    closeSync(handle);
  }
}
