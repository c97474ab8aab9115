// What does an examination say? One line, how grave it is, and what to do about it.
import type { DoctorWords } from '../words/doctor.ts';

/** `fail`: a class must not start like this. `warn`: it can, and somebody should know. */
export type Level = 'ok' | 'warn' | 'fail';

export interface Finding {
  /** Stable name, for `--json` and for tests. */
  id: string;
  level: Level;
  /** The fact, in the person's language. */
  text: string;
  /** What to do; always there when it is not `ok`. */
  remedy?: string;
}

export const ok = (id: string, text: string): Finding => ({ id, level: 'ok', text });
export const warn = (id: string, text: string, remedy: string): Finding => ({
  id,
  level: 'warn',
  text,
  remedy,
});
export const fail = (id: string, text: string, remedy: string): Finding => ({
  id,
  level: 'fail',
  text,
  remedy,
});

/** An examination: facts in, findings out. */
export type Examine<Facts> = (facts: Facts, words: DoctorWords) => Finding[];
