// Which words belong to a page's language, and how are the places in a sentence filled?
import type { Language } from '#protocol/api.ts';
import { en } from './en.ts';
import { fr, type Words } from './fr.ts';

const BY_LANGUAGE: Record<Language, Words> = { fr, en };

/** The words of a language tag (`fr`, `en`, `en-GB`…); French when we do not speak it. */
export function wordsFor(tag: string | undefined): Words {
  return tag?.startsWith('en') ? BY_LANGUAGE.en : BY_LANGUAGE.fr;
}

/** The language behind a tag; French when we do not speak it. */
export const languageOf = (tag: string | undefined): Language => (tag?.startsWith('en') ? 'en' : 'fr');
