// Which words belong to the trainer's pages in a language?
import type { Language } from '#protocol/api.ts';
import { en } from './trainer.en.ts';
import { fr, type TrainerWords } from './trainer.fr.ts';

const BY_LANGUAGE: Record<Language, TrainerWords> = { fr, en };

export const trainerWordsFor = (language: Language): TrainerWords => BY_LANGUAGE[language];
