// What does the author want to call it? Flags first; what is missing is asked, where somebody is there to answer.
import { createInterface } from 'node:readline/promises';
import { idSchema } from '../../labs/define-lab.ts';
import type { Language } from '../protocol/api.ts';
import { StartError } from '../start/start-error.ts';
import { authorWordsOf } from '../words/author.ts';

export interface Question {
  flag: string;
  /** What is asked, in the author's language. */
  asks: string;
  otherwise?: string;
  /** A sentence when the answer cannot be used. */
  refuses?: (answer: string) => string | undefined;
}

/** `Où va mon courriel ?` → `ou-va-mon-courriel`: a name for files and addresses, which begins with a letter; empty where a title has none of ours. */
export function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

/** A French title as it is to be printed, on one line: no-break spaces before double signs, curly apostrophes. */
export const frenchSigns = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/(?<=\S) ([;!?])/g, '\u202f$1')
    .replace(/(?<=\S) (:|»)/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’');

/** Names of files and folders, as the outline and the labs want them. */
export const isName = (text: string): boolean => idSchema.safeParse(text).success;

/** An answer per question, by flag. Throws `StartError` when one is missing and nobody can be asked, or cannot be used. */
export async function answersTo(
  flags: ReadonlyMap<string, string>,
  questions: readonly ((soFar: ReadonlyMap<string, string>) => Question)[],
  language: Language,
): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const keyboard = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stdout })
    : undefined;
  try {
    for (const question of questions) {
      const { flag, asks, otherwise, refuses } = question(answers);
      const shown = otherwise === undefined ? `${asks} ` : `${asks} [${otherwise}] `;
      const given = flags.get(flag) ?? (keyboard ? (await keyboard.question(shown)).trim() : '');
      const answer = given === '' ? otherwise : given;
      if (answer === undefined) throw new StartError(authorWordsOf(language)['new.missing'](flag, asks));
      const refusal = refuses?.(answer);
      if (refusal !== undefined) throw new StartError(refusal);
      answers.set(flag, answer);
    }
  } finally {
    keyboard?.close();
  }
  return answers;
}
