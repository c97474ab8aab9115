// What belongs to a part of the course? The modules asked for, and whatever their lessons name: labs and those they continue, terms, drawings.
import type { Outline } from '../../course/course-schema.ts';
import type { Language } from '../protocol/api.ts';
import { nearest } from '../settings/nearest.ts';
import type { CourseFiles } from './check/course-files.ts';
import { labOf, wordsOf } from './check/front-matter.ts';
import { type LessonFile, tagsIn } from './check/lesson-file.ts';

export interface ExportPlan {
  outline: Outline;
  /** Files of course/ and folders of labs/ that go along, from the root. */
  course: string[];
  labs: string[];
  lessons: LessonFile[];
  /** Ids of the terms that go along. */
  terms: ReadonlySet<string>;
}

/** Names asked for that the outline does not have, each with the nearest. */
export function unknownModules(
  asked: readonly string[],
  outline: Outline,
): { asked: string; near: string | undefined }[] {
  const known = outline.map(({ module }) => module);
  return asked
    .filter((one) => !known.includes(one))
    .map((one) => ({ asked: one, near: nearest(one, known) }));
}

/** Labs named, and those whose result they continue. */
function labsOf(lessons: readonly LessonFile[], course: CourseFiles): string[] {
  const found = new Set<string>();
  const add = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const base of course.labs.get(id)?.manifest.after ?? []) add(base);
  };
  for (const lesson of lessons) {
    const lab = labOf(lesson);
    if (lab !== undefined) add(lab);
  }
  return [...found].toSorted();
}

/** Terms that lessons link or introduce; their neighbours that nobody links stay behind. */
const termsOf = (lessons: readonly LessonFile[]): Set<string> =>
  new Set(
    lessons.flatMap((lesson) => [
      ...tagsIn(lesson, 'Def', 'id').map(({ value }) => value),
      ...wordsOf(lesson),
    ]),
  );

/** The text of a term without neighbours that stay behind. */
export function withoutLostNeighbours(text: string, kept: ReadonlySet<string>): string {
  return text.replace(/^see: \[(.*)\]\n/m, (_, list: string) => {
    const near = list.split(/,\s*/).filter((id) => kept.has(id));
    return near.length === 0 ? '' : `see: [${near.join(', ')}]\n`;
  });
}

/** Everything that the modules in these languages need. */
export function planExport(
  course: CourseFiles,
  modules: readonly string[],
  languages: readonly Language[],
): ExportPlan {
  const outline = course.outline
    .filter(({ module }) => modules.includes(module))
    .map((one) => ({
      ...one,
      ...(one.needs && { needs: one.needs.filter((need) => modules.includes(need)) }),
    }));
  const names = outline.flatMap(({ module, lessons }) => lessons.map((name) => `${module}/${name}`));
  const chosen = ({ name, language }: LessonFile) => names.includes(name) && languages.includes(language);
  const lessons = course.lessons.filter(chosen);
  const terms = termsOf(lessons);
  const figures = new Set(
    lessons.flatMap((lesson) => tagsIn(lesson, 'Figure', 'name').map(({ value }) => value)),
  );
  const text = lessons.map(({ text: all }) => all).join('\n');
  const wanted = (path: string): boolean => {
    const [, folder = '', name = ''] = path.split('/');
    if (folder === 'glossary')
      return languages.some((one) => name === one) && terms.has(path.split('/')[3]?.replace('.md', '') ?? '');
    if (folder === 'figures') return figures.has(name.replace(/\.[a-z]{2}\.json$|\.svg$/, ''));
    if (folder === 'pictures') return text.includes(name.replace('.credit.json', ''));
    if (folder === 'fr' || folder === 'en') return false;
    return folder !== 'outline.ts' && folder !== 'translations.json' && folder !== 'origin.json';
  };
  return {
    outline,
    lessons,
    terms,
    labs: labsOf(lessons, course),
    course: [
      ...course.files.filter(wanted),
      ...[...lessons, ...course.notes.filter(chosen)].map(({ path }) => path),
    ].toSorted(),
  };
}

/** The outline as the file that holds it. */
export const outlineText = (outline: Outline): string =>
  `// In which order are the lessons read? This list makes the side bar and the « previous / next » links.\nimport type { Outline } from './course-schema.ts';\n\nexport const outline: Outline = ${JSON.stringify(outline, null, 2)};\n`;
