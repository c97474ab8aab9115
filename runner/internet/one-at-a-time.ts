// How does work that is asked for many times at once run once at a time, each caller being served by a run that began after they asked?

/** Gives a function that runs `work`; calls during a run share the next one. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    const mine = work().finally(() => {
      if (current === mine) current = undefined;
    });
    current = mine;
    return mine;
  };
  return () => {
    if (!current && !next) return run();
    next ??= (current ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return run();
      });
    return next;
  };
}
