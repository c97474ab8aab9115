// What is to be proved? Labs, languages and times, as `npm run prove` was asked.
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language, languageSchema } from '../protocol/api.ts';
import { nearest } from '../settings/nearest.ts';
import { Misuse } from '../start/start-error.ts';
import { authorWordsOf } from '../words/author.ts';

const MOST_TIMES = 20;

export interface AskedProof {
  /** None: all of them. */
  labs: string[];
  languages: Language[];
  times: number;
}

const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text);

/** The language in which the person is answered. */
export function languageOf(argv: readonly string[]): Language {
  const { values } = parseArgs({ args: [...argv], strict: false, options: { lang: { type: 'string' } } });
  return languageSchema.safeParse(values.lang).data ?? 'fr';
}

/** Reads the command line, already judged by the bootstrap. @throws Misuse */
export function readProofArguments(argv: readonly string[], known: readonly string[]): AskedProof {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      languages: { type: 'string', default: LANGUAGES.join(',') },
      times: { type: 'string', default: '2' },
      lab: { type: 'string', multiple: true, default: [] },
      lang: { type: 'string' },
      yes: { type: 'boolean' },
    },
  });
  const words = authorWordsOf(languageOf(argv));
  const asked = values.languages.split(',');
  const languages = asked.filter(isLanguage);
  if (languages.length !== asked.length)
    throw new Misuse(words['prove.languages'](values.languages, LANGUAGES.join(', ')));
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1 || times > MOST_TIMES)
    throw new Misuse(words['prove.times'](values.times, MOST_TIMES));
  const labs = [...positionals, ...values.lab];
  const unknown = labs.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Misuse(words['lab.unknown'](unknown, nearest(unknown, known)));
  return { labs, languages, times };
}
