// Does the head of each lesson say what it may say, and name labs, terms and drawings that exist?
import { frontMatterSchema, type termSchema } from '../../../course/course-schema.ts';
import { describeIssue } from '../../labs/describe-issue.ts';
import { didYouMean, type LabProblem } from '../../labs/lab-problem.ts';
import type { Check, CourseFiles } from './course-files.ts';
import { type LessonFile, tagsIn } from './lesson-file.ts';

/** What the front matter of a file has wrong, by this schema. */
export function headOf(
  { front, path }: LessonFile,
  schema: typeof frontMatterSchema | typeof termSchema = frontMatterSchema,
): LabProblem[] {
  if (front.broken) return [{ file: path, ...front.broken }];
  const parsed = schema.safeParse(front.data);
  if (parsed.success) return [];
  const fields = Object.keys(schema.shape);
  return parsed.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        file: path,
        line: front.lineOf([...issue.path, key]),
        message: `unknown field "${key}"${didYouMean(key, fields) || `; expected only: ${fields.join(', ')}`}`,
      }));
    return describeIssue(issue, front.data).map((one) => ({
      file: path,
      line: front.lineOf(one.path),
      message: one.message,
    }));
  });
}

/** A field of a lesson's head, whatever it holds. */
export const field = (lesson: LessonFile, name: string): unknown =>
  typeof lesson.front.data === 'object' && lesson.front.data !== null
    ? Object.entries(lesson.front.data).find(([key]) => key === name)?.[1]
    : undefined;

/** The lab that a lesson names, if it names one. */
export const labOf = (lesson: LessonFile): string | undefined => {
  const lab = field(lesson, 'lab');
  return typeof lab === 'string' ? lab : undefined;
};

/** Ids of the sources in a lesson's head. */
export function sourcesOf(lesson: LessonFile): string[] {
  const sources = field(lesson, 'sources');
  return Array.isArray(sources)
    ? sources.flatMap((one: unknown) =>
        typeof one === 'object' && one !== null && 'id' in one ? [String(one.id)] : [],
      )
    : [];
}

/** Ids of the terms that a lesson says it introduces. */
export function wordsOf(lesson: LessonFile): string[] {
  const words = field(lesson, 'words');
  return Array.isArray(words) ? words.map(String) : [];
}

/** One sentence for an id that nothing has. */
const unknown = (what: string, id: string, known: readonly string[], where: string): string =>
  `there is no ${what} "${id}"${didYouMean(id, known) || `; expected one of ${where}`}`;

/** Front matter: fields, types, and the lab. */
export const checkFrontMatter: Check = ({ lessons, labs }) =>
  lessons.flatMap((lesson) => {
    const lab = labOf(lesson);
    const problems = headOf(lesson);
    if (lab !== undefined && !labs.has(lab))
      problems.push({
        file: lesson.path,
        line: lesson.front.lineOf(['lab']),
        message: unknown('lab', lab, [...labs.keys()], 'the folders of labs/'),
      });
    return problems;
  });

function stepsOf(lesson: LessonFile, course: CourseFiles): LabProblem[] {
  const steps = tagsIn(lesson, 'Step', 'id');
  const id = labOf(lesson);
  const lab = id === undefined ? undefined : course.labs.get(id);
  const file = lesson.path;
  if (!lab) {
    const [first] = steps;
    if (first === undefined || id !== undefined) return [];
    return [
      {
        file,
        line: first.line,
        message: `<Step id="${first.value}"> needs a lab: expected "lab: <folder of labs/>" in the front matter, found none`,
      },
    ];
  }
  const wanted = lab.manifest.steps.map((step) => step.id);
  const strangers = steps
    .filter(({ value }) => !wanted.includes(value))
    .map(({ value, line }) => ({
      file,
      line,
      message: `the lab "${lab.id}" has no step "${value}"${didYouMean(value, wanted) || `; its steps are: ${wanted.join(', ')}`}`,
    }));
  if (strangers.length > 0) return strangers;
  const written = steps.map(({ value }) => value);
  if (written.join() === wanted.join()) return [];
  const at = wanted.findIndex((step, index) => written[index] !== step);
  return [
    {
      file,
      line: steps[Math.min(Math.max(0, at), steps.length - 1)]?.line,
      message: `expected the steps of the lab "${lab.id}" once each, in its order: ${wanted.join(', ')}; found: ${written.join(', ') || 'none'}`,
    },
  ];
}

/** Steps, terms, sources and drawings that a lesson's text names. */
export const checkIds: Check = (course) =>
  // Where the front matter cannot be read, one mistake is one sentence.
  course.lessons
    .filter(({ front }) => !front.broken)
    .flatMap((lesson) => {
      const file = lesson.path;
      const terms = course.terms[lesson.language];
      const named = (tag: string, attribute: string, what: string, known: readonly string[], where: string) =>
        tagsIn(lesson, tag, attribute)
          .filter(({ value }) => !known.includes(value))
          .map(({ value, line }) => ({ file, line, message: unknown(what, value, known, where) }));
      return [
        ...stepsOf(lesson, course),
        ...named('Def', 'id', 'term', terms, `course/glossary/${lesson.language}/`),
        ...named('Source', 'id', 'source', sourcesOf(lesson), 'the sources in the front matter'),
        ...named('Figure', 'name', 'drawing', course.figures, 'course/figures/'),
        ...wordsOf(lesson)
          .filter((id) => !terms.includes(id))
          .map((id) => ({
            file,
            line: lesson.front.lineOf(['words']),
            message: unknown('term', id, terms, `course/glossary/${lesson.language}/`),
          })),
      ];
    });
