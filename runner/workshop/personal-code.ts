// What brings somebody back to their own seat? Three words shown on their page: 33 bits.
import { codeMatcher, drawWords, foldCode } from './word-code.ts';

const WORDS = 3;

/** A new personal code that none of `taken` (the codes of all open séances) resembles. */
export function drawPersonalCode(taken: readonly string[]): string {
  const folds = new Set(taken.map(foldCode));
  for (;;) {
    const code = drawWords(WORDS);
    if (!folds.has(foldCode(code))) return code;
  }
}

/** The seat whose personal code was typed; looks at every one, as for join codes. */
export function byPersonalCode<T extends { personalCode: string }>(
  typed: string,
  seats: readonly T[],
): T | undefined {
  const matches = codeMatcher(typed);
  let found: T | undefined;
  for (const seat of seats) if (matches(seat.personalCode)) found = seat;
  return found;
}
