// Which sentences does the archive that everybody takes home say in a language?
import type { Language } from '../protocol/api.ts';
import { en } from './take-home.en.ts';
import { fr } from './take-home.fr.ts';

/** Every language has exactly the sentences of the French. */
export type TakeHomeWords = typeof fr;

const ALL: Record<Language, TakeHomeWords> = { fr, en };

export const takeHomeWordsOf = (language: Language): TakeHomeWords => ALL[language];
