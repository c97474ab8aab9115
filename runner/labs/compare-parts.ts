// Do the files of a lab agree? Every step has its check, its words in every language and its proof, and nothing is named that does not exist.
import {
  type LabManifest,
  type LabProof,
  type LabStep,
  type LabWords,
  NO_SERVER,
} from '../../labs/define-lab.ts';
import { LANGUAGES, type Language } from '../protocol/api.ts';
import { didYouMean, type LabProblem } from './lab-problem.ts';
import type { LabPart } from './load-labs.ts';

export interface LabParts {
  name: string;
  files: readonly string[];
  manifest: LabPart<LabManifest>;
  proof: LabPart<LabProof> | undefined;
  words: ReadonlyMap<Language, LabPart<LabWords>>;
  checks: ReadonlyMap<string, string>;
}

/** Files that a lab may have, beside its data files and checks. */
const OTHER_FILES = /^(README\.md|machines\/.+)$/;

/** What does not fit together, with the nearest right name. */
export function compareParts(parts: LabParts): LabProblem[] {
  const steps = parts.manifest.data.steps;
  const ids = steps.map((step) => step.id);
  return [
    ...unknownFiles(parts, ids),
    ...steps.flatMap((step, index) => checkOf(parts, step, index)),
    ...[...parts.words].flatMap(([, words]) => wordsOf(words, steps)),
    ...(parts.proof === undefined ? [] : proofOf(parts.proof, steps)),
  ];
}

function unknownFiles(parts: LabParts, ids: readonly string[]): LabProblem[] {
  const expected = [
    ...['lab.ts', 'proof.ts', 'README.md'],
    ...LANGUAGES.map((language) => `words.${language}.ts`),
    ...ids.map((id) => `checks/${id}.sh`),
  ];
  return parts.files
    .filter((path) => !expected.includes(path) && !OTHER_FILES.test(path))
    .map((path) => ({
      file: `${parts.name}/${path}`,
      message: `a lab has no file of this name${didYouMean(path, expected)}`,
    }));
}

/** The keys of `hint <key>` in a check, with their lines. */
function hintsIn(script: string): { key: string; line: number }[] {
  return script.split('\n').flatMap((text, index) =>
    // A command position: at the start, or after a separator; comments are left out.
    [
      ...text
        .replace(/(^|\s)#.*$/, '')
        .matchAll(/(?:^|&&|\|\||[;{(]|\bthen\b|\bdo\b|\belse\b)\s*hint\s+([^\s;&|)]+)/g),
    ].map((found) => ({ key: (found[1] ?? '').replace(/^['"]|['"]$/g, ''), line: index + 1 })),
  );
}

function checkOf(parts: LabParts, step: LabStep, index: number): LabProblem[] {
  const file = `${parts.name}/checks/${step.id}.sh`;
  const script = parts.checks.get(step.id);
  if (script === undefined)
    return parts.files.includes(`checks/${step.id}.sh`)
      ? []
      : [{ file, message: `the step "${step.id}" has no check; expected this file` }];
  if (script.trim() === '') return [{ file, message: 'this check is empty; expected a bash script' }];
  const used = hintsIn(script);
  const unknown = used
    .filter(({ key }) => !key.includes('$') && !step.hints.includes(key))
    .map(({ key, line }) => ({
      file,
      line,
      message: `the step "${step.id}" has no hint "${key}" in lab.ts${didYouMean(key, step.hints)}`,
    }));
  const dynamic = used.some(({ key }) => key.includes('$'));
  const unused = step.hints
    // On a server that is not there no check runs: the runner says this one.
    .filter((hint) => hint !== NO_SERVER && !dynamic && !used.some(({ key }) => key === hint))
    .map((hint) => ({
      file: parts.manifest.file,
      line: parts.manifest.lines.lineOf(['steps', index, 'hints', step.hints.indexOf(hint)]),
      message: `the hint "${hint}" of "${step.id}" is never given by its check; use it in checks/${step.id}.sh or remove it`,
    }));
  return [...unknown, ...unused];
}

function wordsOf(words: LabPart<LabWords>, steps: readonly LabStep[]): LabProblem[] {
  const problem = (path: readonly string[], message: string): LabProblem => ({
    file: words.file,
    line: words.lines.lineOf(path),
    message,
  });
  const ids = steps.map((step) => step.id);
  const said = words.data.steps;
  const extra = Object.keys(said)
    .filter((id) => !ids.includes(id))
    .map((id) => problem(['steps', id], `the lab has no step "${id}"${didYouMean(id, ids)}`));
  const each = steps.flatMap((step) => {
    const mine = Object.hasOwn(said, step.id) ? said[step.id] : undefined;
    if (mine === undefined) return [problem(['steps'], `the words of the step "${step.id}" are missing`)];
    const keys = Object.keys(mine.hints);
    const path = ['steps', step.id];
    const labels: LabProblem[] = [];
    if (step.asksAnswer && mine.answerLabel === undefined)
      labels.push(problem(path, `"${step.id}" asks an answer; expected an answerLabel for its field`));
    if (!step.asksAnswer && mine.answerLabel !== undefined)
      labels.push(problem([...path, 'answerLabel'], `"${step.id}" asks no answer; remove answerLabel`));
    return [
      ...labels,
      ...step.hints
        .filter((hint) => !keys.includes(hint))
        .map((hint) =>
          problem([...path, 'hints'], `the words of the hint "${hint}" of "${step.id}" are missing`),
        ),
      ...keys
        .filter((key) => !step.hints.includes(key))
        .map((key) =>
          problem([...path, 'hints', key], `"${step.id}" has no hint "${key}"${didYouMean(key, step.hints)}`),
        ),
    ];
  });
  return [...extra, ...each];
}

function proofOf(proof: LabPart<LabProof>, steps: readonly LabStep[]): LabProblem[] {
  const ids = steps.map((step) => step.id);
  const problem = (path: readonly PropertyKey[], message: string): LabProblem => ({
    file: proof.file,
    line: proof.lines.lineOf(path),
    message,
  });
  const extra = Object.keys(proof.data)
    .filter((id) => !ids.includes(id))
    .map((id) => problem([id], `the lab has no step "${id}"${didYouMean(id, ids)}`));
  const each = steps.flatMap((step) => {
    const mine = Object.hasOwn(proof.data, step.id) ? proof.data[step.id] : undefined;
    if (mine === undefined)
      return [problem([], `the step "${step.id}" has no proof; expected two other ways and a near miss`)];
    return mine.nearMisses.flatMap(({ hint }, index) =>
      step.hints.includes(hint)
        ? []
        : [
            problem(
              [step.id, 'nearMisses', index, 'hint'],
              `"${step.id}" has no hint "${hint}"${didYouMean(hint, step.hints)}`,
            ),
          ],
    );
  });
  return [...extra, ...each];
}
