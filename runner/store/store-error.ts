// What can go wrong with the data directory, and which sentence says so?
import type { Words } from '../words/index.ts';

export type StoreProblem =
  | { kind: 'second-runner'; dir: string; pid: string }
  | { kind: 'newer-schema'; file: string; found: number; known: number }
  | {
      kind: 'missing-parent' | 'not-a-directory' | 'not-writable' | 'network-disk' | 'disk-full';
      dir: string;
    }
  | { kind: 'damaged'; file: string };

/** Thrown by `openStore` and, for `disk-full`, by any write. */
export class StoreError extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, options: { cause?: unknown } = {}) {
    super(`store: ${problem.kind}`, options);
    this.name = 'StoreError';
    this.problem = problem;
  }
}

/** The problem as one sentence with its remedy. */
export function storeSentence({ problem }: StoreError, words: Words): string {
  switch (problem.kind) {
    case 'second-runner':
      return words['store.second-runner'](problem.dir, problem.pid);
    case 'newer-schema':
      return words['store.newer-schema'](problem.file, problem.found, problem.known);
    case 'damaged':
      return words['store.damaged'](problem.file);
    default:
      return words[`store.${problem.kind}`](problem.dir);
  }
}
