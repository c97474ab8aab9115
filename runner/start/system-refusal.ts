// The system refuses a file or a folder to us: which sentence does the person read, who can mend that?
import type { Language } from '../protocol/api.ts';
import { startWordsOf } from '../words/start.ts';
import { StartError } from './start-error.ts';

const KINDS = new Map([
  ['EACCES', 'files.forbidden'],
  ['EPERM', 'files.forbidden'],
  ['EROFS', 'files.read-only'],
  ['ENOSPC', 'files.full'],
  ['EDQUOT', 'files.full'],
] as const);

/** The sentence for an error of the file system that a person can mend; undefined for any other error. */
export function systemRefusal(error: unknown, language: Language): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  // A program that may not be run is no file of ours.
  if ('syscall' in error && String(error.syscall).startsWith('spawn')) return undefined;
  const kind = [...KINDS].find(([code]) => code === error.code)?.[1];
  // A full disk is told without a path: the file was open already. Anything else without one is no matter of files.
  const path = 'path' in error ? String(error.path) : undefined;
  if (kind === undefined || (path === undefined && kind !== 'files.full')) return undefined;
  return startWordsOf(language)[kind](path ?? process.cwd(), String(error.code));
}

/** Does the work; a refusal of the system becomes a sentence. @throws StartError, or whatever the work throws */
export async function tellingRefusals<T>(language: Language, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const sentence = systemRefusal(error, language);
    throw sentence === undefined ? error : new StartError(sentence, { cause: error });
  }
}
