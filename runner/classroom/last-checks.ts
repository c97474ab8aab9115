// What did the last check of each seat say? By itself after a deed, or asked for: passed, or not yet and why; in memory only.
import type { CheckEnd } from '../workshop/desk.ts';

export interface LastCheck extends CheckEnd {
  /** Milliseconds since the epoch. */
  at: number;
}

export class LastChecks {
  readonly #last = new Map<string, LastCheck>();

  /** Notes a check; true when it says something else than the one before, which a board must hear at once. */
  note(seatId: string, checked: CheckEnd, at: number): boolean {
    const before = this.#last.get(seatId);
    this.#last.set(seatId, { ...checked, at });
    return (
      before?.step !== checked.step ||
      before.lab !== checked.lab ||
      before.passed !== checked.passed ||
      before.hint !== checked.hint
    );
  }

  of(seatId: string): LastCheck | undefined {
    return this.#last.get(seatId);
  }

  delete(seatId: string): void {
    this.#last.delete(seatId);
  }
}
