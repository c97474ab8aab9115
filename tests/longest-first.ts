// In which order do test files run? The longest first, whatever their project, so that at the end no worker waits for a late long one.
import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LABS_MS = 300_000;

/** How long a file took last time, milliseconds; by its size when it has never run here. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weights = new Map(files.map((file) => [file, this.#weight(file)]));
    const order = (file: TestSpecification) => file.project.config.sequence.groupOrder;
    const weight = (file: TestSpecification) => weights.get(file) ?? 0;
    return [...files].sort((a, b) => order(a) - order(b) || weight(b) - weight(a));
  }

  #weight(file: TestSpecification): number {
    const known = this.ctx.cache.getTestSpecificationResult(file)?.duration;
    // The labs' proofs are short to read and long to run.
    const guess = file.project.name === 'labs' ? LABS_MS : readFileSync(file.moduleId).length;
    return known ?? guess;
  }
}
