// Does each term of the glossary say what a term must say, and name neighbours that exist?
import { termSchema } from '../../../course/course-schema.ts';
import { didYouMean, type LabProblem } from '../../labs/lab-problem.ts';
import type { Check } from './course-files.ts';
import { field, headOf } from './front-matter.ts';

/** `course/glossary/fr/dns.md`: fields and neighbours. */
export const checkGlossary: Check = ({ glossary, terms }) =>
  glossary.flatMap((term): LabProblem[] => {
    const problems = headOf(term, termSchema);
    const see = field(term, 'see');
    const known = terms[term.language];
    for (const id of Array.isArray(see) ? see.map(String) : [])
      if (!known.includes(id))
        problems.push({
          file: term.path,
          line: term.front.lineOf(['see']),
          message: `there is no term "${id}"${didYouMean(id, known) || `; expected one of course/glossary/${term.language}/`}`,
        });
    return problems;
  });
