// Does every link of a lesson to a page of this site lead somewhere?
import { didYouMean, type LabProblem } from '../../labs/lab-problem.ts';
import type { Check, CourseFiles } from './course-files.ts';
import { type LessonFile, lineAt } from './lesson-file.ts';

const home = (language: string): string => (language === 'fr' ? '/' : `/${language}/`);

/** Address of a lesson: `/premiers-pas/terminal/`, `/en/premiers-pas/terminal/`. */
export const addressOf = (lesson: LessonFile): string => `${home(lesson.language)}${lesson.name}/`;

function addresses(course: CourseFiles): string[] {
  const modules = course.outline.flatMap(({ module }) => [`/${module}/`, `/en/${module}/`]);
  const notes = course.notes.map((note) =>
    note.language === 'fr' ? `/formateur/notes/${note.name}/` : `/en/trainer/notes/${note.name}/`,
  );
  return [...new Set([...course.pages, ...modules, ...notes, ...course.lessons.map(addressOf)])];
}

/** As the site makes it: lower case, words joined by hyphens, signs left out. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');

function anchorsOf(lesson: LessonFile): string[] {
  const ids = (pattern: RegExp, before: string) =>
    [...lesson.text.matchAll(pattern)].map((match) => before + (match[1] ?? ''));
  return [
    ...ids(/^#{2,6} +(.*)$/gm, '').map(anchorOf),
    ...ids(/<Step\s+id="([^"]+)"/g, 'step-'),
    ...ids(/<Figure\s+name="([^"]+)"/g, 'figure-'),
    ...ids(/<Source\s+id="([^"]+)"/g, 'source-'),
  ];
}

/** An anchor as it is meant; one with a lone « % » as it is written. */
function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

function problemOf(
  lesson: LessonFile,
  link: string,
  known: readonly string[],
  course: CourseFiles,
): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? addressOf(lesson) : new URL(path, `http://x${addressOf(lesson)}`).pathname;
  if (/\.[a-z0-9]+$/.test(target)) return undefined;
  if (!known.includes(target)) {
    const slashed = `${target}/`;
    if (known.includes(slashed)) return `expected "${slashed}", with a slash at its end; found "${link}"`;
    return `this link leads nowhere: there is no page "${target}"${didYouMean(target, known)}`;
  }
  const page = course.lessons.find((one) => addressOf(one) === target);
  if (anchor === undefined || anchor === '' || page === undefined) return undefined;
  const anchors = anchorsOf(page);
  return anchors.includes(decoded(anchor))
    ? undefined
    : `this link leads nowhere: "${target}" has no place "#${anchor}"${didYouMean(anchor, anchors)}`;
}

/** Links between lessons and to the site's own pages; links to other sites are not followed. */
export const checkLinks: Check = (course) => {
  const known = addresses(course);
  return [...course.lessons, ...course.notes].flatMap((lesson) =>
    [...lesson.prose.matchAll(/(?<!!)\[[^\]]*\]\(([^)\s]+)[^)]*\)|\bhref="([^"]+)"/g)].flatMap(
      (match): LabProblem[] => {
        const link = match[1] ?? match[2] ?? '';
        if (/^([a-z]+:|\/\/)/i.test(link)) return [];
        const message = problemOf(lesson, link, known, course);
        return message === undefined
          ? []
          : [{ file: lesson.path, line: lineAt(lesson.prose, match.index), message }];
      },
    ),
  );
};

/** A lesson's text in which a link that leads nowhere is its words only. Used for a part of the course, whose other parts stay behind. */
export function withoutDeadLinks(lesson: LessonFile, course: CourseFiles): string {
  const known = addresses(course);
  return lesson.text.replace(/(?<!!)\[([^\]]*)\]\(([^)\s]+)\)/g, (whole, words: string, link: string) =>
    /^([a-z]+:|\/\/)/i.test(link) || problemOf(lesson, link, known, course) === undefined ? whole : words,
  );
}
