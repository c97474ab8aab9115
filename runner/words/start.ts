// Which sentences does the start of the runner say in a language?
import type { Language } from '../protocol/api.ts';
import { en } from './start.en.ts';
import { fr } from './start.fr.ts';

/** Every language has exactly the sentences of the French. */
export type StartWords = typeof fr;

const ALL: Record<Language, StartWords> = { fr, en };

export const startWordsOf = (language: Language): StartWords => ALL[language];
