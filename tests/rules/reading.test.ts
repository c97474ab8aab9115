// Does the course read well, and is nothing in it left open? Typography, sentences, words, sources, terms and translation, by file and line.
import { describe, expect, test } from 'vitest';
import { blocksOf, frontMatterOf, proseOf, sentencesOf } from '../../runner/author/check/prose.ts';
import { LANGUAGES, type Language } from '../../runner/protocol/api.ts';
import { namedIn, partsFrom, type Term, unlinkedTerms, unsourcedClaims } from './reading/lesson.ts';
import { ENGLISH, FORBIDDEN, FRENCH, flawsIn } from './reading/typography.ts';
import { files, filesIn, read } from './repository.ts';

const MEAN_WORDS = 30;

const lessonsIn = (language: Language): string[] => filesIn(`course/${language}/`, '.mdx');
const lessons = LANGUAGES.flatMap(lessonsIn);
/** A part of the course may have been taken in one language only. */
const spoken = LANGUAGES.filter((language) => lessonsIn(language).length > 0);
const languageOf = (path: string): Language => (path.startsWith('course/en/') ? 'en' : 'fr');

/** Everything written in a language besides lessons: notes, terms, words of drawings, words of labs. */
const proseFiles = (language: Language): string[] => [
  ...filesIn(`course/${language}/`, '.mdx', '.md'),
  ...filesIn(`course/glossary/${language}/`, '.md'),
];
const stringFiles = (language: Language): string[] => [
  ...filesIn('course/figures/', `.${language}.json`),
  ...filesIn('labs/', `words.${language}.ts`),
];

/** Front matter is prose, too, but for its keys, quotes and ids. */
const withFrontMatter = (text: string): string => {
  const front = frontMatterOf(text)
    .replace(/https?:\S+/g, '')
    .replace(/^(\s*-?\s*\{?\s*)[\w-]+:\s/gm, '$1')
    .replace(/(?<=[,{] )[\w-]+:\s/g, '')
    .replace(/["']/g, (sign, at: number, all: string) =>
      /\p{L}/u.test(all[at - 1] ?? '') && /\p{L}/u.test(all[at + 1] ?? '') ? sign : ' ',
    );
  return `\n${front}${proseOf(text).slice(frontMatterOf(text).length + 1)}`;
};
/** Only what stands between quotes, each line in its place. */
const strings = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      [...line.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)]
        .map((match) =>
          (match[1] ?? match[2] ?? match[3] ?? '').replace(/`[^`]*`/g, 'x').replace(/\\./g, ' '),
        )
        .filter((said) => / /.test(said))
        .join('  '),
    )
    .join('\n');

const flawsOf = (language: Language, flaws: Parameters<typeof flawsIn>[2]): string[] => [
  ...proseFiles(language).flatMap((path) => flawsIn(path, withFrontMatter(read(path)), flaws)),
  ...stringFiles(language).flatMap((path) => flawsIn(path, strings(read(path)), flaws)),
];

/** The glossary of a language, read as far as these rules need it. */
const glossary = (language: Language): Term[] =>
  filesIn(`course/glossary/${language}/`, '.md').map((path) => {
    const front = frontMatterOf(read(path));
    const unquoted = (text: string) => text.trim().replace(/^["'](.*)["']$/, '$1');
    const also = /^also:\s*\[([^\]]*)\]/m.exec(front)?.[1] ?? '';
    const names = [/^term:\s*(.+)$/m.exec(front)?.[1] ?? '', ...also.split(',')];
    return {
      id: path.split('/').at(-1)?.replace('.md', '') ?? '',
      names: names.map(unquoted).filter(Boolean),
    };
  });

test('there is a course to read', () => expect(lessons).not.toEqual([]));

test('French is set as French', () => expect(flawsOf('fr', FRENCH)).toEqual([]));
test('English has its apostrophes', () => expect(flawsOf('en', ENGLISH)).toEqual([]));
test.each(LANGUAGES)('no word shames who reads (%s)', (language) => {
  expect(flawsOf(language, FORBIDDEN[language])).toEqual([]);
});

test(`sentences have fewer than ${MEAN_WORDS} words on average`, () => {
  const long = lessons.flatMap((path) => {
    const all = blocksOf(read(path)).flatMap(sentencesOf);
    const mean = all.reduce((sum, words) => sum + words.length, 0) / Math.max(1, all.length);
    return mean < MEAN_WORDS ? [] : [`${path}: ${mean.toFixed(1)} words`];
  });
  expect(long).toEqual([]);
});

describe('names', () => {
  const figures = filesIn('course/figures/', '.svg').map((path) => path.replace(/^.*\/|\.svg$/g, ''));
  const missing = (path: string, what: string, ids: string[], known: readonly string[]) =>
    [...new Set(ids)].filter((id) => !known.includes(id)).map((id) => `${path}: there is no ${what} "${id}"`);

  test('sources, terms and drawings that lessons name exist', () => {
    const terms = Object.fromEntries(LANGUAGES.map((one) => [one, glossary(one).map(({ id }) => id)]));
    expect(
      lessons.flatMap((path) => {
        const { defs, cited, sources, figures: drawn, words } = namedIn(read(path));
        return [
          ...missing(path, 'source', cited, sources),
          ...missing(path, 'term', [...defs, ...words], terms[languageOf(path)] ?? []),
          ...missing(path, 'drawing', drawn, figures),
        ];
      }),
    ).toEqual([]);
  });

  test('every source is cited, and every new word is linked', () => {
    expect(
      lessons.flatMap((path) => {
        const { defs, cited, sources, words } = namedIn(read(path));
        return [
          ...sources
            .filter((id) => !cited.includes(id))
            .map((id) => `${path}: the source "${id}" is never cited`),
          ...words
            .filter((id) => !defs.includes(id))
            .map((id) => `${path}: the new word "${id}" is never linked by <Def>`),
        ];
      }),
    ).toEqual([]);
  });

  test('every drawing is shown, and speaks every language', () => {
    const shown = lessons.flatMap((path) => namedIn(read(path)).figures);
    expect(
      figures.flatMap((name) => [
        ...(shown.includes(name) ? [] : [`course/figures/${name}.svg is in no lesson`]),
        ...LANGUAGES.map((one) => `course/figures/${name}.${one}.json`).filter(
          (path) => !files.includes(path),
        ),
      ]),
    ).toEqual([]);
  });

  test('every term speaks every language, and is in use', () => {
    const used = new Set(lessons.flatMap((path) => namedIn(read(path)).defs));
    const ids = [...new Set(LANGUAGES.flatMap((one) => glossary(one).map(({ id }) => id)))];
    expect(
      ids.flatMap((id) => [
        ...spoken.map((one) => `course/glossary/${one}/${id}.md`).filter((path) => !files.includes(path)),
        ...(used.has(id) ? [] : [`course/glossary/*/${id}.md: no lesson links it`]),
      ]),
    ).toEqual([]);
  });
});

test.each(LANGUAGES)('a word of the glossary is linked where a lesson first uses it (%s)', (language) => {
  const terms = glossary(language);
  // The guide for authors speaks of these words, and does not teach them.
  const taught = lessonsIn(language).filter((path) => !path.includes('/contribuer/'));
  expect(taught.flatMap((path) => unlinkedTerms(path, read(path), terms))).toEqual([]);
});

test('a date, a sum or a share has its source', () => {
  expect(lessons.flatMap((path) => unsourcedClaims(path, read(path)))).toEqual([]);
});

test('an invented name is no link: it stands as code', () => {
  const bare = /(?<![\w./@-])(?:https?:\/\/|www\.)[\w.-]*exemple[\w.-]*/g;
  expect(
    lessons.flatMap((path) =>
      read(path)
        .replace(
          /```[\s\S]*?```|`[^`\n]*`|<Cmd\b[^>]*>[\s\S]*?<\/Cmd>|\{`[\s\S]*?`\}|\b\w+="[^"]*"/g,
          (code) => code.replace(/[^\n]/g, ' '),
        )
        .split('\n')
        .flatMap((line, index) => [...line.matchAll(bare)].map(([name]) => `${path}:${index + 1} ${name}`)),
    ),
  ).toEqual([]);
});

test('every column of a table has a heading', () => {
  expect(
    lessons.flatMap((path) =>
      [...proseOf(read(path)).matchAll(/^\|.*\|\n\|[-:| ]+\|$/gm)]
        .filter(([head]) => /\|\s*\|/.test(head.split('\n')[0] ?? ''))
        .map(({ index }) => `${path}:${proseOf(read(path)).slice(0, index).split('\n').length}`),
    ),
  ).toEqual([]);
});

test('a translation says what the French says, and says it in its language', () => {
  expect(
    lessonsIn('fr').flatMap((path) =>
      LANGUAGES.filter((one) => one !== 'fr')
        .map((one) => path.replace('course/fr/', `course/${one}/`))
        .filter((twin) => files.includes(twin))
        .flatMap((twin) => partsFrom(twin, read(path), read(twin))),
    ),
  ).toEqual([]);
});

test('every lesson has its trainer’s notes, once there are some in its module', () => {
  const noted = filesIn('course/', '.notes.md').map((path) => path.replace('.notes.md', ''));
  const modules = new Set(noted.map((path) => path.split('/').slice(0, 3).join('/')));
  expect(
    lessons
      .map((path) => path.replace('.mdx', ''))
      .filter((path) => modules.has(path.split('/').slice(0, 3).join('/')) && !noted.includes(path)),
  ).toEqual([]);
});

describe('these rules see', () => {
  test.each([
    ['Quoi ?', 1],
    ['Quoi?', 1],
    ['Un mot : deux', 1],
    ['Un mot: deux', 1],
    ['« mot »', 2],
    ["l'élu", 1],
    ['Etat', 1],
    ['A la fin', 1],
    ['un coeur', 1],
    ['Quoi\u202f? Un\u00a0: «\u00a0mot\u00a0», l’État, À la fin.', 0],
    ['<Own is="name">x</Own> et <Question ask="Quoi\u202f?">', 0],
    ['<Question ask="Quoi ?">', 1],
  ])('%s', (text, flaws) => expect(flawsIn('x', text, FRENCH)).toHaveLength(flaws));
  test('a word that shames, but not « difficile »', () => {
    expect(flawsIn('x', 'C’est facile.\nIl suffit de lire.\nDifficile.', FORBIDDEN.fr)).toHaveLength(2);
  });
  test('a term used before its link, or never linked; not a word that contains it', () => {
    const terms = [
      { id: 'dns', names: ['DNS'] },
      { id: 'registry', names: ['registre'] },
    ];
    const see = (text: string) => unlinkedTerms('x', text, terms).length;
    expect(see('Le <Def id="dns">DNS</Def>, le DNS, enregistrement.')).toBe(0);
    expect(see('Le DNS.\n\nLe <Def id="dns">DNS</Def>.')).toBe(1);
    expect(see('Les registres.')).toBe(1);
    expect(see('## Le registre')).toBe(0);
  });
  test('a claim without source, but not one that repeats', () => {
    expect(unsourcedClaims('x', 'En 2017, rien.')).toHaveLength(1);
    expect(unsourcedClaims('x', 'En 2017, rien<Source id="a" />.')).toEqual([]);
    expect(unsourcedClaims('x', '<KeyPoints>\n- En 2017, rien.\n</KeyPoints>')).toEqual([]);
    expect(unsourcedClaims('x', 'Le 198.18.20.10, puis 2026-11-22 et 8017.')).toEqual([]);
  });
  test('a paragraph that was not translated', () => {
    const text = 'Un paragraphe assez long pour que le hasard ne l’explique pas.';
    expect(partsFrom('x', text, text)).toEqual(['x:1 this paragraph is the same in French']);
  });
});

test('a note stands before the point in French, after it in English', () => {
  const misplaced = { fr: /[.,…]<Source\b|[\u202f\u00a0][;:!?]<Source\b/, en: /<Source [^>]*\/>[.,;:!?…]/ };
  const wrong = lessons.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, at) =>
        misplaced[languageOf(path)].test(line.replace(/`[^`]*`/g, '')) ? [`${path}:${at + 1}`] : [],
      ),
  );
  expect(wrong).toEqual([]);
});
