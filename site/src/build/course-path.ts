// Where does a lesson stand? Its language, its module and its name, from the id of its page.
import { LANGUAGES, type Language } from '#protocol/api.ts';

export interface CoursePath {
  language: Language;
  module: string;
  lesson: string;
}

/** `premiers-pas/terminal` is French, `en/premiers-pas/terminal` English. */
export function coursePath(id: string): CoursePath {
  const [first = '', ...rest] = id.split('/');
  const language = LANGUAGES.find((one) => one !== 'fr' && one === first);
  const [module = '', lesson = ''] = language === undefined ? [first, ...rest] : rest;
  return { language: language ?? 'fr', module, lesson };
}
