// Is the text of each lesson whole for everybody? Headings in order, pictures with words and a licence.
import { dirname, join, normalize } from 'node:path';
import type { LabProblem } from '../../labs/lab-problem.ts';
import type { Check, CourseFiles } from './course-files.ts';
import { type LessonFile, lineAt } from './lesson-file.ts';

/** Headings follow each other without jumping a level; the title of the page is the only one of level 1. */
export const checkHeadings: Check = ({ lessons }) =>
  lessons.flatMap((lesson) => {
    let level = 1;
    const problems: LabProblem[] = [];
    for (const match of lesson.prose.matchAll(/^(#{1,6}) +(.*)$/gm)) {
      const found = match[1]?.length ?? 1;
      const place = { file: lesson.path, line: lineAt(lesson.prose, match.index) };
      const words = lesson.text.split('\n')[place.line - 1]?.replace(/^#+ /, '').slice(0, 50);
      if (found === 1)
        problems.push({
          ...place,
          message: `expected "## ${words}", found "# ${words}": the title of the page is in the front matter`,
        });
      else if (found > level + 1)
        problems.push({
          ...place,
          message: `expected a heading of level ${level + 1} at most ("${'#'.repeat(level + 1)} ${words}"), found level ${found}`,
        });
      level = found;
    }
    return problems;
  });

function pictureProblems(lesson: LessonFile, { files }: CourseFiles): LabProblem[] {
  return [...lesson.prose.matchAll(/!\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g)].flatMap((match) => {
    const [, alt = '', address = ''] = match;
    const place = { file: lesson.path, line: lineAt(lesson.prose, match.index) };
    const problems: LabProblem[] = [];
    if (alt.trim() === '')
      problems.push({
        ...place,
        message: `expected what the picture says between the brackets, ![like this](${address}), found nothing`,
      });
    // One of another site is told among what lessons may not contain.
    if (/^([a-z]+:|\/\/)/i.test(address)) return problems;
    const path = normalize(join(dirname(lesson.path), address));
    if (!files.includes(path))
      problems.push({ ...place, message: `expected a picture at ${path}, found none` });
    return problems;
  });
}

const PICTURE = /^course\/pictures\/.*\.(png|jpe?g|webp|avif|gif|svg)$/;

/** Every picture is there, says in words what it shows, and under which licence. */
export const checkPictures: Check = (course) => [
  ...course.lessons.flatMap((lesson) => pictureProblems(lesson, course)),
  ...course.files
    .filter((path) => PICTURE.test(path) && !course.files.includes(`${path}.credit.json`))
    .map((file) => ({
      file,
      message: `expected its author and licence in ${file.split('/').at(-1)}.credit.json, e.g. { "authors": ["Camille Exemple"], "licence": "CC BY-SA 4.0", "source": "https://…" }; found no such file`,
    })),
];
