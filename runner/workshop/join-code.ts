// What opens the door of a séance? Four words that a trainer can read aloud: 44 bits.
import { codeMatcher, drawWords, foldCode } from './word-code.ts';

const WORDS = 4;

/** A new join code that none of `taken` resembles. */
export function drawJoinCode(taken: readonly string[]): string {
  const folds = new Set(taken.map(foldCode));
  for (;;) {
    const code = drawWords(WORDS);
    if (!folds.has(foldCode(code))) return code;
  }
}

/** The one whose join code was typed. Looks at every one, so that time does not tell which came near. */
export function byJoinCode<T extends { joinCode: string }>(
  typed: string,
  workshops: readonly T[],
): T | undefined {
  const matches = codeMatcher(typed);
  let found: T | undefined;
  for (const workshop of workshops) if (matches(workshop.joinCode)) found = workshop;
  return found;
}
