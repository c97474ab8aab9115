// How does a deadline survive a computer that slept? A timer that fires more than a minute late means that nobody was awake: it starts again instead of ending things (F-29).

/** Lateness that only a sleeping computer explains, milliseconds. */
const ASLEEP_MS = 60_000;

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back after `ms`; the function returned cancels. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Calls `run` after `ms` of a computer that is awake; the function returned cancels. */
export function patientTimer(clock: Clock, ms: number, run: () => void): () => void {
  let cancel = () => {};
  const arm = () => {
    const due = clock.now() + ms;
    cancel = clock.after(ms, () => (clock.now() - due > ASLEEP_MS ? arm() : run()));
  };
  arm();
  return () => cancel();
}
