// Do the outline and the folders say the same?
import { outlineSchema } from '../../../course/course-schema.ts';
import { describeIssue } from '../../labs/describe-issue.ts';
import { didYouMean, type LabProblem } from '../../labs/lab-problem.ts';
import type { Check } from './course-files.ts';

/** Every lesson stands in the outline once, and the outline names no other. */
export const checkOutline: Check = ({ outline, lessons }) => {
  const file = 'course/outline.ts';
  const parsed = outlineSchema.safeParse(outline);
  if (!parsed.success)
    return parsed.error.issues.flatMap((issue) =>
      describeIssue(issue, outline).map(({ message }) => ({ file, message })),
    );
  const listed = parsed.data.flatMap(({ module, lessons: names }) =>
    names.map((name) => `${module}/${name}`),
  );
  const written = lessons.filter(({ language }) => language === 'fr').map(({ name }) => name);
  const problems: LabProblem[] = listed
    .filter((name) => !written.includes(name))
    .map((name) => ({
      file,
      message: `it lists "${name}": expected course/fr/${name}.mdx, found no such file${didYouMean(name, written)}`,
    }));
  for (const [index, name] of listed.entries())
    if (listed.indexOf(name) !== index)
      problems.push({ file, message: `it lists "${name}" twice; keep one` });
  for (const lesson of lessons)
    if (lesson.language === 'fr' && !listed.includes(lesson.name))
      problems.push({
        file: lesson.path,
        line: 1,
        message: `expected "${lesson.name}" in course/outline.ts, where it is read; found it nowhere${didYouMean(lesson.name, listed)}`,
      });
  return problems;
};
