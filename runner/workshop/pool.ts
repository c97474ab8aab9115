// Which machines wait for somebody? A few desktops whose shell already shows its prompt, so that joining takes milliseconds instead of a second.
import type { Machine } from './machine.ts';

/** Made at once by the pool: more would slow the class that types (performance.md: two to four). */
const TOGETHER = 2;

/** Pause after a failed making, milliseconds: an engine that is down is not hammered. */
const AFTER_FAILURE_MS = 5_000;

export interface PoolParts {
  /** Makes one machine, ready to type in. */
  make: () => Promise<Machine>;
  /** How many should wait now; asked each time, it may shrink as seats fill. */
  target: () => number;
  /** True while somebody stands in line: making for them comes first. */
  busy: () => boolean;
  /** A failure to make; logged once, there. */
  failed: (error: unknown) => void;
}

export interface Pool {
  /** A waiting machine, at once, or undefined. */
  take(): Machine | undefined;
  /** Adds one that exists already (after a restart of the runner). */
  add(machine: Machine): void;
  /** Takes one out that died while it waited. */
  drop(containerId: string): Machine | undefined;
  /** Makes what is missing; safe to call at any time. */
  refill(): void;
  /** Gives back all that wait, and what is being made once it is: machines are made differently from now on. */
  renew(giveBack: (machine: Machine) => void): void;
  readonly size: number;
  /** Waits for what is being made, then gives back all that wait; more is made as soon as the target says so. */
  drain(): Promise<Machine[]>;
  /** The same, for good: nothing is made any more. */
  close(): Promise<Machine[]>;
}

export function createPool({ make, target, busy, failed }: PoolParts): Pool {
  const waiting: Machine[] = [];
  const making = new Set<Promise<void>>();
  let closed = false;
  /** How often machines began to be made differently, and what becomes of those made as before. */
  let generation = 0;
  let outdated: (machine: Machine) => void = () => {};
  let retry: NodeJS.Timeout | undefined;

  function retryLater(): void {
    retry ??= setTimeout(() => {
      retry = undefined;
      refill();
    }, AFTER_FAILURE_MS);
    retry.unref();
  }

  function refill(): void {
    while (
      !closed &&
      !retry &&
      !busy() &&
      making.size < TOGETHER &&
      waiting.length + making.size < target()
    ) {
      const born = generation;
      const one = make()
        .then(
          (machine) => {
            if (born === generation) waiting.push(machine);
            else outdated(machine);
          },
          (error: unknown) => {
            failed(error);
            retryLater();
          },
        )
        .finally(() => {
          making.delete(one);
          refill();
        });
      making.add(one);
    }
  }

  return {
    take: () => waiting.shift(),
    add: (machine) => void waiting.push(machine),
    drop(containerId) {
      const index = waiting.findIndex((m) => m.containerId === containerId);
      return index < 0 ? undefined : waiting.splice(index, 1)[0];
    },
    refill,
    renew(giveBack) {
      generation += 1;
      outdated = giveBack;
      for (const machine of waiting.splice(0)) giveBack(machine);
      refill();
    },
    get size() {
      return waiting.length;
    },
    async drain() {
      await Promise.all(making);
      return waiting.splice(0);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await Promise.all(making);
      return waiting.splice(0);
    },
  };
}
