// Which sentences does the doctor say in a language?
import type { Language } from '../protocol/api.ts';
import { en } from './doctor.en.ts';
import { fr } from './doctor.fr.ts';

/** Every language has exactly the sentences of the French. */
export type DoctorWords = typeof fr;

const ALL: Record<Language, DoctorWords> = { fr, en };

export const doctorWordsOf = (language: Language): DoctorWords => ALL[language];
