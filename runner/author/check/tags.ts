// Is every tag of a lesson one of ours, and closed again? And does the text keep to what lessons may contain?
import { didYouMean, type LabProblem } from '../../labs/lab-problem.ts';
import type { Check } from './course-files.ts';
import { type LessonFile, lineAt } from './lesson-file.ts';
import { pageProblems } from './page.ts';

const TAG = /<(\/?)([A-Z]\w*)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*(\/?)>/g;

/** What the site refuses, here with its line. The same list as the site's own (`site/src/build/course-rules.ts`). */
const FORBIDDEN: [RegExp, string][] = [
  [/^(?:import|export)\s.*/gm, 'lessons have no import or export lines: the tags are there already'],
  [/<script\b/gi, 'lessons run no scripts'],
  [/<(?:iframe|object|embed|link|style)\b/gi, 'lessons embed nothing: use the tags of course/README.md'],
  [/<img\b/gi, 'write pictures in Markdown: ![description](../../pictures/name.png)'],
  [/\bjavascript:/gi, 'a link of a lesson never starts with "javascript:"'],
  [/(?<=\s)on[a-z]+\s*=/gi, 'lessons have no event handlers (on…=)'],
  [/!\[[^\]]*\]\((?:[a-z]+:)?\/\//gi, 'pictures live in course/pictures/, never on another site'],
];

const forbidden = (lesson: LessonFile): LabProblem[] =>
  FORBIDDEN.flatMap(([pattern, why]) =>
    [...lesson.prose.matchAll(pattern)].map((match) => ({
      file: lesson.path,
      line: lineAt(lesson.prose, match.index),
      message: `found "${match[0].trim().slice(0, 40)}": ${why}`,
    })),
  );

/** Saved as Latin-1, every accent is lost: said once, where it begins. */
function encodingProblems(lesson: LessonFile): LabProblem[] {
  const at = lesson.text.indexOf('\ufffd');
  if (at < 0) return [];
  const message = 'this is not UTF-8 text; save it as UTF-8 (found another encoding, Latin-1 perhaps)';
  return [{ file: lesson.path, line: lineAt(lesson.text, at), message }];
}

function tagProblems(lesson: LessonFile, known: readonly string[]): LabProblem[] {
  const problems: LabProblem[] = [];
  const open: { tag: string; line: number }[] = [];
  const tell = (line: number, message: string) => problems.push({ file: lesson.path, line, message });
  const unclosed = ({ tag, line }: { tag: string; line: number }) =>
    tell(line, `expected </${tag}> after this <${tag}>, found none`);
  for (const match of lesson.prose.matchAll(TAG)) {
    const [, closes, tag = '', , alone] = match;
    const line = lineAt(lesson.prose, match.index);
    if (!known.includes(tag)) {
      const near = didYouMean(tag, known) || `; the tags are: ${known.join(', ')}`;
      if (!closes) tell(line, `there is no tag <${tag}>${near}`);
      continue;
    }
    if (alone) continue;
    if (!closes) open.push({ tag, line });
    else {
      const at = open.findLastIndex((one) => one.tag === tag);
      if (at < 0) tell(line, `found </${tag}>, expected <${tag}> before it`);
      else open.splice(at).slice(1).forEach(unclosed);
    }
  }
  open.forEach(unclosed);
  return problems;
}

/** A brace begins a value for the page's program; alone, it stops the site. */
function braceProblems(lesson: LessonFile): LabProblem[] {
  let left = lesson.prose.replace(/\\[{}]/g, '  ');
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/\{[^{}]*\}/g, (pair) => pair.replace(/[^\n]/g, ' '));
  }
  return [...left.matchAll(/[{}]/g)].map((match) => ({
    file: lesson.path,
    line: lineAt(left, match.index),
    message: `found "${match[0]}" alone, expected "\\${match[0]}" where the sign itself is meant`,
  }));
}

/** Tags by name, each closed; nothing that a lesson may not contain. */
export const checkTags: Check = ({ lessons, tags }) =>
  lessons.flatMap((lesson) => {
    const found = [
      ...encodingProblems(lesson),
      ...forbidden(lesson),
      ...tagProblems(lesson, tags),
      ...braceProblems(lesson),
    ];
    // The parser stops at its first mistake, in words of its own: asked only where ours are not enough.
    return found.length > 0 || lesson.front.broken ? found : pageProblems(lesson);
  });
