// Which words do the pages made for sharing have in a language?
import { en } from './sharing.en.ts';
import { fr, type SharingWords } from './sharing.fr.ts';

export const sharingWordsFor = (tag: string | undefined): SharingWords => (tag?.startsWith('en') ? en : fr);
