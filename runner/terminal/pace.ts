// Is this coming too fast? A token bucket (clock given, no timers).

/** Lets `perSecond` units through each second, with a burst of `burst`. */
export class Pace {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #now: () => number;
  #level: number;
  #at: number;

  /** @param now milliseconds that never go back. */
  constructor(perSecond: number, burst: number, now: () => number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#now = now;
    this.#level = burst;
    this.#at = now();
  }

  /** Takes `units`. @returns false, taking nothing, when they are not there. */
  take(units: number): boolean {
    this.#refill();
    if (units > this.#level) return false;
    this.#level -= units;
    return true;
  }

  /** Takes `units` even when they are not there. @returns milliseconds to wait until the debt is paid; 0 when there is none. */
  owe(units: number): number {
    this.#refill();
    this.#level -= units;
    return this.#level >= 0 ? 0 : Math.ceil((-this.#level / this.#perSecond) * 1000);
  }

  #refill(): void {
    const now = this.#now();
    this.#level = Math.min(this.#burst, this.#level + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
  }
}
