// When did a seat come to a step, and which hints did it see there? Told by each new state of a lab, kept for the board and the figures.
import type { LabView } from '../protocol/live-frames.ts';
import type { Store } from '../store/store.ts';
import { stepKey } from './seat-facts.ts';

export class StepWatch {
  readonly #store: Store;
  readonly #now: () => number;
  /** The hint last seen per step: the same one again is not counted again. */
  readonly #hints = new Map<string, string>();

  constructor(parts: { store: Store; now: () => number }) {
    this.#store = parts.store;
    this.#now = parts.now;
  }

  /** A lab of this seat is now so. */
  saw(seatId: string, view: LabView): void {
    const known = this.#store.stepTimes(seatId).filter((one) => one.lab === view.lab);
    const [first] = view.steps;
    // « Recommencer »: what was known of the lab's steps is no longer true.
    const startedAgain =
      view.steps.every((one) => !one.passed) && known.some((one) => one.step !== first?.id);
    if (startedAgain) this.#store.forgetStepTimes(seatId, view.lab);
    const current = view.steps.find((one) => !one.passed);
    if (current) this.#store.beginStep(seatId, view.lab, current.id, this.#now());
    for (const step of view.steps) this.#countHint(seatId, view.lab, step);
  }

  #countHint(seatId: string, lab: string, step: LabView['steps'][number]): void {
    const key = `${seatId} ${stepKey(lab, step.id)}`;
    const seen = step.hint && `${step.hint.key} ${step.hint.level}`;
    if (seen === undefined || this.#hints.get(key) === seen) return;
    this.#hints.set(key, seen);
    // A hint belongs to a step that may not be the current one: it begins here, then.
    this.#store.beginStep(seatId, lab, step.id, this.#now());
    this.#store.countHint(seatId, lab, step.id, step.hint?.key ?? '');
  }
}
