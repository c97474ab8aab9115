// What stands in course/? Every lesson, note, term and drawing, read once for all checks.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outline } from '../../../course/course-schema.ts';
import type { LabProblem } from '../../labs/lab-problem.ts';
import type { Lab } from '../../labs/load-labs.ts';
import { LANGUAGES, type Language } from '../../protocol/api.ts';
import { type LessonFile, readLessonFile } from './lesson-file.ts';

export interface CourseFiles {
  outline: Outline;
  lessons: LessonFile[];
  notes: LessonFile[];
  /** Terms, one file each. */
  glossary: LessonFile[];
  /** Tags that lessons may use. */
  tags: string[];
  /** Ids of the glossary's terms, per language. */
  terms: Record<Language, string[]>;
  /** Names of the drawings. */
  figures: string[];
  /** Every file of course/, from the repository's root. */
  files: string[];
  labs: ReadonlyMap<string, Lab>;
  /** Addresses of the site's own pages. */
  pages: string[];
}

export type Check = (course: CourseFiles) => LabProblem[];

/** Parts of the tags' folder that authors do not write. */
const NO_TAGS = ['Block', 'LessonContent', 'Sentence'];

/** Every file below a folder, from the repository's root; none where there is no such folder. */
export async function filesUnder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replace(/^\/+/, ''))
    .toSorted();
}

/** `site/src/pages/en/join.astro` → `/en/join/`; pages made of parameters are left out. */
const addressOf = (path: string): string =>
  `/${path
    .replace(/^site\/src\/pages\//, '')
    .replace(/(^|\/)index\.astro$/, '$1')
    .replace(/\.astro$/, '/')}`;

/** Reads the course below a repository's root. */
export async function readCourse(
  root: string,
  outline: Outline,
  labs: ReadonlyMap<string, Lab>,
): Promise<CourseFiles> {
  const files = await filesUnder(root, 'course');
  const read = async (ending: string, folder = ''): Promise<LessonFile[]> =>
    Promise.all(
      files
        .filter(
          (path) =>
            path.endsWith(ending) && LANGUAGES.some((one) => path.startsWith(`course/${folder}${one}/`)),
        )
        .map(async (path) => readLessonFile(path, await readFile(join(root, path), 'utf8'))),
    );
  const named = (folder: string, ending: string) =>
    files
      .filter((path) => path.startsWith(folder) && path.endsWith(ending))
      .map((path) => path.slice(folder.length, -ending.length));
  return {
    outline,
    files,
    labs,
    lessons: await read('.mdx'),
    notes: await read('.notes.md'),
    glossary: await read('.md', 'glossary/'),
    tags: (await filesUnder(root, 'site/src/lesson-tags'))
      .map((path) => /\/([A-Z]\w*)\.astro$/.exec(path)?.[1] ?? '')
      .filter((name) => name !== '' && !NO_TAGS.includes(name)),
    terms: { fr: named('course/glossary/fr/', '.md'), en: named('course/glossary/en/', '.md') },
    figures: named('course/figures/', '.svg'),
    pages: (await filesUnder(root, 'site/src/pages')).filter((path) => !path.includes('[')).map(addressOf),
  };
}
