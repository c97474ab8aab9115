// Which sentences go with a language? The only place that lists the command line's languages.
import type { Language } from '../protocol/api.ts';
import { en } from './en.ts';
import { fr, type Words } from './fr.ts';

const ALL: Record<Language, Words> = { fr, en };

/** The command line's sentences in one language. */
export const wordsOf = (language: Language): Words => ALL[language];

export type { Words };
