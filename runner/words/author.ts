// Which sentences do the commands for authors say in a language?
import type { Language } from '../protocol/api.ts';
import { en } from './author.en.ts';
import { fr } from './author.fr.ts';

/** Every language has exactly the sentences of the French. */
export type AuthorWords = typeof fr;

const ALL: Record<Language, AuthorWords> = { fr, en };

export const authorWordsOf = (language: Language): AuthorWords => ALL[language];
