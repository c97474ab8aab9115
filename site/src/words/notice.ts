// Which notice belongs to a language?
import type { Language } from '#protocol/api.ts';
import { en } from './notice.en.ts';
import { fr, type NoticeWords } from './notice.fr.ts';

const BY_LANGUAGE: Record<Language, NoticeWords> = { fr, en };

export const noticeFor = (language: Language): NoticeWords => BY_LANGUAGE[language];
