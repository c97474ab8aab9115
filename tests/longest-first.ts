// In which order do test files run? The longest first, whatever their project, so that at the end no worker waits for a late long one.
import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** How long a file took last time, milliseconds; by its size when it has never run here. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weights = new Map(files.map((file) => [file, this.#weight(file)]));
    const order = (file: TestSpecification) => file.project.config.sequence.groupOrder;
    const weight = (file: TestSpecification) => weights.get(file) ?? 0;
    return [...files].sort((a, b) => order(a) - order(b) || weight(b) - weight(a));
  }

  #weight(file: TestSpecification): number {
    return this.ctx.cache.getTestSpecificationResult(file)?.duration ?? readFileSync(file.moduleId).length;
  }
}
