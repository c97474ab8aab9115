// What is wrong with a lab, and where? One sentence per mistake, with its file and line: never a stack trace.
import { nearest } from '../settings/nearest.ts';

export interface LabProblem {
  /** Path as an author knows it: `labs/first-steps/lab.ts`. */
  file: string;
  /** From 1, when it is known. */
  line?: number | undefined;
  /** Expected, found, and what to do. */
  message: string;
}

/** `labs/first-steps/lab.ts:12: unknown key "hint"; did you mean "hints"?` */
export const problemSentence = ({ file, line, message }: LabProblem): string =>
  `${file}${line === undefined ? '' : `:${line}`}: ${message}`;

/** Thrown when labs cannot be loaded: every mistake found, one per line of the message. */
export class LabsError extends Error {
  readonly problems: readonly LabProblem[];
  constructor(problems: readonly LabProblem[]) {
    super(problems.map(problemSentence).join('\n'));
    this.name = 'LabsError';
    this.problems = problems;
  }
}

/** `; did you mean "steps"?`, or nothing when no candidate is near. */
export function didYouMean(written: string, candidates: readonly string[]): string {
  const close = nearest(written, candidates);
  return close === undefined ? '' : `; did you mean "${close}"?`;
}
