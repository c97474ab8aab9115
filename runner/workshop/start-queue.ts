// Whose machine is made next? A fair line: at most `concurrency` starts at once, one person after another, so that nobody's three machines pass before somebody's first.

interface Job {
  owner: string;
  run: () => Promise<void>;
  moved: (position: number) => void;
}

export interface StartQueue {
  /**
   * Stands in line. `run` is called when its turn comes; `moved` hears its 1-based position each time it changes.
   * The promise settles as `run` does; it resolves to false, without running, if `abandon` took it out.
   */
  enqueue(owner: string, run: () => Promise<void>, moved: (position: number) => void): Promise<boolean>;
  /** Takes every waiting job of an owner out of the line. */
  abandon(owner: string): void;
  /** Jobs that wait (those that run are not counted). */
  readonly waiting: number;
}

/** @param concurrency starts at once; two cores create about six containers a second however many run together (performance.md). */
export function createStartQueue(concurrency: number): StartQueue {
  const line: (Job & { settle: (ran: boolean) => void; fail: (error: unknown) => void })[] = [];
  const served = new Map<string, number>();
  let running = 0;
  let turn = 0;

  /** The waiting job whose owner was served longest ago; among equals, the first come. */
  function nextIndex(): number {
    let best = 0;
    for (let i = 1; i < line.length; i++)
      if ((served.get(line[i]?.owner ?? '') ?? 0) < (served.get(line[best]?.owner ?? '') ?? 0)) best = i;
    return best;
  }

  function tellPositions(): void {
    const order = line
      .map((job, index) => ({ job, index, last: served.get(job.owner) ?? 0 }))
      .sort((a, b) => a.last - b.last || a.index - b.index);
    for (const [position, { job }] of order.entries()) job.moved(position + 1);
  }

  function pump(): void {
    while (running < concurrency && line.length > 0) {
      const [job] = line.splice(nextIndex(), 1);
      if (!job) return;
      running++;
      served.set(job.owner, ++turn);
      job
        .run()
        .then(() => job.settle(true), job.fail)
        .finally(() => {
          running--;
          pump();
        });
    }
    tellPositions();
  }

  return {
    enqueue(owner, run, moved) {
      return new Promise((settle, fail) => {
        line.push({ owner, run, moved, settle, fail });
        pump();
      });
    },
    abandon(owner) {
      for (let i = line.length - 1; i >= 0; i--)
        if (line[i]?.owner === owner) line.splice(i, 1)[0]?.settle(false);
      tellPositions();
    },
    get waiting() {
      return line.length;
    },
  };
}
