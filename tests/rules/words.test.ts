// Does every sentence exist in every language, and was each really translated?
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../runner/protocol/api.ts';
import { REFUSALS } from '../../runner/protocol/refusals.ts';
import { files, ROOT } from './repository.ts';

/** Words that are the same in both languages, or nothing but signs and names. */
const SAME_IN_BOTH =
  /^([\W\d_]*|(?:Ctrl|Shift|Alt|Tab|Esc|Entrée|Terminal|terminal|code|OK|Français|English|labs?|Lab|AZERTY|QWERTY|Docker|Node|runc|AppArmor|seccomp|min|A[-−+]|\s|[-+−·:().\d/ ])*)$/;

/** Sentences of a words module, flattened: path → text. A function is called with its own parameters' names. */
function sentences(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function')
    return new Map([[path, callWithMarks(value as (...marks: unknown[]) => unknown)]]);
  if (value === null || typeof value !== 'object') return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, item]) => [
      ...sentences(item, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

/** Sentences take texts or numbers; 2 reads as either. */
const callWithMarks = (sentence: (...marks: unknown[]) => unknown): string =>
  String(sentence(...Array.from({ length: sentence.length }, () => '2')));

/** Pairs `…/fr.ts` + `…/en.ts` and `….fr.ts` + `….en.ts`. */
const pairs = files
  .filter((path) => /^(site|runner|labs)\/.*(^|[./])fr\.ts$/.test(path))
  .map((fr) => ({
    fr,
    others: LANGUAGES.filter((l) => l !== 'fr').map((l) => fr.replace(/fr\.ts$/, `${l}.ts`)),
  }));

const load = async (path: string): Promise<Map<string, string>> => {
  const module: Record<string, unknown> = await import(
    /* @vite-ignore */ pathToFileURL(`${ROOT}${path}`).href
  );
  // A file's own words: its default export, or the export named after its language.
  const words =
    module.default ?? module[basename(path).replace(/\.ts$/, '').split('.').at(-1) ?? ''] ?? module;
  return sentences(words);
};

test('there are words to compare', () => {
  expect(pairs.map(({ fr }) => fr)).toEqual(
    expect.arrayContaining(['site/src/words/fr.ts', 'runner/words/fr.ts']),
  );
});

describe.each(pairs)('$fr', ({ fr, others }) => {
  test.each(others)('%s has the same sentences', async (other) => {
    expect(files).toContain(other);
    const [french, translated] = [await load(fr), await load(other)];
    expect([...translated.keys()].sort()).toEqual([...french.keys()].sort());
  });

  test.each(others)('%s is not left in French, nor empty', async (other) => {
    const [french, translated] = [await load(fr), await load(other)];
    const left = [...translated].filter(
      ([key, text]) => text.trim() === '' || (text === french.get(key) && !SAME_IN_BOTH.test(text)),
    );
    expect(left).toEqual([]);
  });

  test('French signs have their non-breaking spaces, and apostrophes are curly', async () => {
    const wrong = [...(await load(fr))].filter(([, text]) =>
      /[«] |[^\s\u00a0\u202f] [;!?»](\s|$)|\p{L}'\p{L}|\p{L} :(\s|$)/u.test(withoutCode(text)),
    );
    expect(wrong).toEqual([]);
  });
});

/** What stands between backquotes, in an address or after a command's dollar is code, not French. */
const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, '').replace(/https?:\S+/g, '');

test('the bootstrap says the same in each language', async () => {
  const { WORDS }: { WORDS: Record<string, unknown> } = await import(
    pathToFileURL(`${ROOT}runner/bootstrap/words.mjs`).href
  );
  const [french, ...others] = LANGUAGES.map((language) => sentences(WORDS[language]));
  for (const other of others) {
    expect([...other.keys()]).toEqual([...(french?.keys() ?? [])]);
    const left = [...other].filter(([key, text]) => text === french?.get(key) && !SAME_IN_BOTH.test(text));
    expect(left).toEqual([]);
  }
});

test.each(LANGUAGES)('every refusal has a sentence (%s)', async (language) => {
  const words = await load(`site/src/words/${language}.ts`);
  const known = [...words.keys()].join('\n');
  const silent = Object.keys(REFUSALS).filter(
    (code) => !new RegExp(`(^|\\.)refusals\\.${code}$`, 'm').test(known),
  );
  expect(silent).toEqual([]);
});

test('every lesson exists in every language', () => {
  const lessons = files.filter((path) => /^course\/fr\/.*\.mdx?$/.test(path));
  expect(lessons.length).toBeGreaterThan(0);
  const missing = lessons.flatMap((path) =>
    // A part of the course may have been taken in one language only.
    LANGUAGES.filter((language) => files.some((file) => file.startsWith(`course/${language}/`)))
      .map((language) => path.replace('course/fr/', `course/${language}/`))
      .filter((twin) => !files.includes(twin)),
  );
  expect(missing).toEqual([]);
});
