// `npm run check`, its part for authors: what is wrong in the course and in the labs, each mistake by file and line, all at once?
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Outline } from '../../course/course-schema.ts';
import { type LabProblem, LabsError, problemSentence } from '../labs/lab-problem.ts';
import { type Lab, loadLabs } from '../labs/load-labs.ts';
import { nearest } from '../settings/nearest.ts';
import { authorWordsOf } from '../words/author.ts';
import { readArguments } from './arguments.ts';
import { checkClaims } from './check/claims.ts';
import { type Check, type CourseFiles, readCourse } from './check/course-files.ts';
import { checkFrontMatter, checkIds } from './check/front-matter.ts';
import { checkGlossary } from './check/glossary.ts';
import { checkLinks } from './check/links.ts';
import { checkOutline } from './check/outline.ts';
import { checkScripts } from './check/scripts.ts';
import { checkTags } from './check/tags.ts';
import { checkHeadings, checkPictures } from './check/text.ts';
import {
  checkTwins,
  staleTranslations,
  TRANSLATED_FILE,
  type Translated,
  withTranslated,
} from './check/translations.ts';
import { endWith } from './end-with.ts';

const CHECKS: readonly Check[] = [
  checkOutline,
  checkFrontMatter,
  checkIds,
  checkHeadings,
  checkPictures,
  checkLinks,
  checkTags,
  checkClaims,
  checkGlossary,
  checkTwins,
];

interface Findings {
  problems: LabProblem[];
  /** Translations to look at again: no mistake. */
  stale: LabProblem[];
  course: CourseFiles;
  translated: Translated;
}

async function readTranslated(root: string): Promise<Translated> {
  const text = await readFile(join(root, TRANSLATED_FILE), 'utf8').catch(() => '{}');
  return JSON.parse(text) as Translated;
}

/** The order of the lessons, or the one mistake that keeps it from being read. */
async function readOutline(root: string): Promise<Outline | LabProblem> {
  const file = 'course/outline.ts';
  try {
    // Read afresh: an author, or a test, may have saved it since.
    const module: { outline?: Outline } = await import(
      `${pathToFileURL(join(root, file)).href}?${Date.now()}`
    );
    return module.outline ?? { file, message: 'expected "export const outline", found none' };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    const line = /outline\.ts(?:\?\d+)?:(\d+)/.exec(stack)?.[1];
    const why = message.replaceAll(/\s+/g, ' ').trim().slice(0, 120);
    return {
      file,
      ...(line === undefined ? {} : { line: Number(line) }),
      message: `expected a list that can be read; found: ${why}`,
    };
  }
}

/** Everything that is wrong below a repository's root. */
export async function checkCourse(root: string): Promise<Findings> {
  const problems: LabProblem[] = [];
  const labs: ReadonlyMap<string, Lab> = await loadLabs(join(root, 'labs')).catch((error: unknown) => {
    if (!(error instanceof LabsError)) throw error;
    problems.push(...error.problems);
    return new Map<string, Lab>();
  });
  const scripts = checkScripts(root);
  const outline = await readOutline(root);
  const course = await readCourse(root, 'message' in outline ? [] : outline, labs);
  const translated = await readTranslated(root);
  if ('message' in outline)
    return { problems: [...problems, ...scripts, outline], stale: [], course, translated };
  // Without its labs every lesson would be wrong, too: one mistake, one sentence.
  const checks =
    problems.length > 0 ? CHECKS.filter((one) => one !== checkFrontMatter && one !== checkIds) : CHECKS;
  problems.push(...scripts, ...checks.flatMap((check) => check(course)));
  return { problems, stale: staleTranslations(course, translated), course, translated };
}

async function main(): Promise<number> {
  const { names, flags, language } = readArguments(process.argv.slice(2), ['translated']);
  const words = authorWordsOf(language);
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { problems, stale, course, translated } = await checkCourse(root);
  if (flags.has('translated')) {
    const known = course.lessons.filter((lesson) => lesson.language !== 'fr').map(({ path }) => path);
    const strange = names.find((name) => !known.includes(name));
    if (strange !== undefined) {
      console.error(words['check.no-translation'](strange, nearest(strange, known)));
      return 1;
    }
    const next = withTranslated(course, translated, names);
    const lines = Object.entries(next).map(
      ([path, hashes]) => `  ${JSON.stringify(path)}: ${JSON.stringify(hashes)}`,
    );
    await writeFile(join(root, TRANSLATED_FILE), `{\n${lines.join(',\n')}\n}\n`);
    console.log(words['check.noted'](names.length || Object.keys(next).length));
    return 0;
  }
  const sorted = problems.toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0),
  );
  for (const problem of sorted) console.log(problemSentence(problem));
  if (stale.length > 0)
    console.log(`${words['check.stale']}\n${stale.map((one) => `  ${problemSentence(one)}`).join('\n')}`);
  console.log(words['check.done'](problems.length, course.lessons.length));
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.main)
  try {
    process.exitCode = await main();
  } catch (error) {
    endWith(error, readArguments(process.argv.slice(2)).language);
  }
