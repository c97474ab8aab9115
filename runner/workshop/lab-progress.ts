// How far is a seat in one lab? Steps passed (kept by the store), the hint on show and the hint that the last look would give (kept nowhere).
import type { LabManifest } from '../../labs/define-lab.ts';
import type { StepView } from '../protocol/live-frames.ts';

type PassedBy = 'trainee' | 'solution';

/** What the store keeps of a lab's steps. */
export interface KeptSteps {
  passed(): { step: string; by: PassedBy }[];
  pass(step: string, by: PassedBy): void;
  forget(): void;
}

export class LabProgress {
  readonly #manifest: LabManifest;
  readonly #kept: KeptSteps;
  readonly #passed = new Map<string, PassedBy>();
  readonly #observed = new Map<string, string>();
  readonly #shown = new Map<string, { key: string; level: 1 | 2 }>();
  /** Step that « faire à ma place » is playing. */
  playing: string | undefined;

  constructor(manifest: LabManifest, kept: KeptSteps) {
    this.#manifest = manifest;
    this.#kept = kept;
    for (const { step, by } of kept.passed()) this.#passed.set(step, by);
  }

  isPassed(step: string): boolean {
    return this.#passed.has(step);
  }

  /** Ids of the steps still to do, in order. */
  get toDo(): string[] {
    return this.#manifest.steps.map((s) => s.id).filter((id) => !this.#passed.has(id));
  }

  pass(step: string, by: PassedBy): void {
    if (this.#passed.has(step)) return;
    this.#kept.pass(step, by);
    this.#passed.set(step, by);
    this.#shown.delete(step);
  }

  /** What the last look at an unpassed step saw. Returns true when a hint on show changed with it. */
  observe(step: string, hint: string): boolean {
    this.#observed.set(step, hint);
    const shown = this.#shown.get(step);
    if (!shown || shown.key === hint) return false;
    // The hint follows what the trainee does: a new situation starts again at its first level.
    this.#shown.set(step, { key: hint, level: 1 });
    return true;
  }

  /** Shows the hint of this level for what was last observed (the first key of the manifest when nothing was). */
  show(step: string, level: 1 | 2): void {
    const first = this.#manifest.steps.find((s) => s.id === step)?.hints[0];
    const key = this.#observed.get(step) ?? first;
    if (key && !this.#passed.has(step)) this.#shown.set(step, { key, level });
  }

  startAgain(): void {
    this.#kept.forget();
    this.#passed.clear();
    this.#observed.clear();
    this.#shown.clear();
    this.playing = undefined;
  }

  views(): StepView[] {
    return this.#manifest.steps.map(({ id }) => {
      const by = this.#passed.get(id);
      const hint = this.#shown.get(id);
      return { id, passed: by !== undefined, ...(by && { by }), ...(hint && { hint }) };
    });
  }
}
