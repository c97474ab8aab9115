// Which translations are missing, and which were left behind? A translation remembers, paragraph by paragraph, the French it was made from.
import { createHash } from 'node:crypto';
import type { LabProblem } from '../../labs/lab-problem.ts';
import { LANGUAGES } from '../../protocol/api.ts';
import type { Check, CourseFiles } from './course-files.ts';
import { type LessonFile, lineAt } from './lesson-file.ts';

/** Path of a translation → the paragraphs of the French that it renders, by their short hash. */
export type Translated = Record<string, string[]>;

/** Where that is kept. */
export const TRANSLATED_FILE = 'course/translations.json';

const OTHERS = LANGUAGES.filter((language) => language !== 'fr');

interface Paragraph {
  hash: string;
  line: number;
  text: string;
}

/** Paragraphs of a file: what blank lines separate; the front matter is one. */
export function paragraphsOf(text: string): Paragraph[] {
  return [...text.matchAll(/(?:^---\n[\s\S]*?\n---)|(?:[^\n]+(?:\n(?!\n)[^\n]+)*)/g)].map((match) => ({
    hash: createHash('sha256').update(match[0].replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 10),
    line: lineAt(text, match.index),
    text: match[0].replace(/\s+/g, ' ').trim(),
  }));
}

const inLanguage = (path: string, language: string): string =>
  path.replace(/^(course\/(?:glossary\/)?)fr\//, `$1${language}/`);

/** Every file that is written in French has its twin in each language, and none is alone in another. */
export const checkTwins: Check = ({ files }) => {
  const written = files.filter((path) => /^course\/(glossary\/)?fr\/.*\.mdx?$/.test(path));
  // A part of the course may have been taken in one language only.
  const spoken = OTHERS.filter((language) => files.some((path) => path.startsWith(`course/${language}/`)));
  const missing = written.flatMap((path) =>
    spoken
      .map((language) => inLanguage(path, language))
      .filter((twin) => !files.includes(twin))
      .map((file) => ({ file, message: `expected the translation of ${path}, found no such file` })),
  );
  const alone = files
    .filter((path) => OTHERS.some((one) => new RegExp(`^course/(glossary/)?${one}/.*\\.mdx?$`).test(path)))
    .filter((path) => !files.includes(path.replace(/^(course\/(?:glossary\/)?)[a-z]+\//, '$1fr/')))
    .map((file) => ({
      file,
      message: 'expected a French file of the same name (French comes first), found none',
    }));
  const figures = files
    .filter((path) => /^course\/figures\/.*\.svg$/.test(path))
    .flatMap((path) => LANGUAGES.map((language) => path.replace(/\.svg$/, `.${language}.json`)))
    .filter((path) => !files.includes(path))
    .map((file) => ({ file, message: 'expected the words of this drawing, found no such file' }));
  return [...missing, ...alone, ...figures];
};

const translationsOf = (course: CourseFiles): { french: LessonFile; twin: LessonFile }[] =>
  course.lessons
    .filter(({ language }) => language === 'fr')
    .flatMap((french) =>
      course.lessons
        .filter((twin) => twin.language !== 'fr' && twin.name === french.name)
        .map((twin) => ({ french, twin })),
    );

const neverNoted = (french: LessonFile, twin: LessonFile): LabProblem => ({
  file: twin.path,
  message: `nobody has noted yet that it follows ${french.path}: read both, then npm run check -- --translated ${twin.path}`,
});

/** What changed in the French since each translation was last read through: to be looked at, not a mistake. */
export function staleTranslations(course: CourseFiles, translated: Translated): LabProblem[] {
  // A part that was taken out of a course begins without one.
  const noMemory = Object.keys(translated).length === 0;
  return translationsOf(course).flatMap(({ french, twin }) => {
    const known = translated[twin.path];
    if (known === undefined) return noMemory ? [] : [neverNoted(french, twin)];
    const now = paragraphsOf(french.text);
    const gone = known.filter((hash) => !now.some((paragraph) => paragraph.hash === hash)).length;
    const changed = now.filter(({ hash }) => !known.includes(hash));
    if (changed.length === 0 && gone > 0)
      return [
        {
          file: twin.path,
          message: `${gone} paragraphs of ${french.path} are gone since this was translated`,
        },
      ];
    return changed.map(({ line, text }) => ({
      file: french.path,
      line,
      message: `new or changed since ${twin.path} was translated: "${text.slice(0, 60)}${text.length > 60 ? '…' : ''}"`,
    }));
  });
}

/** The memory of translations once these (all, without paths) are declared up to date. */
export function withTranslated(
  course: CourseFiles,
  before: Translated,
  paths: readonly string[],
): Translated {
  const chosen = translationsOf(course).filter(({ twin }) => paths.length === 0 || paths.includes(twin.path));
  const now = Object.fromEntries(
    chosen.map(({ french, twin }) => [twin.path, paragraphsOf(french.text).map(({ hash }) => hash)]),
  );
  const alive = Object.entries({ ...before, ...now }).filter(([path]) => course.files.includes(path));
  return Object.fromEntries(alive.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
