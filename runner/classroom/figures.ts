// How did the course work for this class? Per step: how many reached it, how long it took, hints, where people stopped; of nobody in particular.
import type { Figures } from '../protocol/board.ts';
import type { PassedStep, StepTime } from '../store/store.ts';
import { median } from './stuck.ts';

/** One seat, without its name. */
export interface SeatHistory {
  times: readonly StepTime[];
  passed: (lab: string) => readonly PassedStep[];
}

/**
 * The figures of a class. `labs`: lab id → its steps in order.
 * A median of fewer than three people would say how long somebody took: left out.
 */
export function figuresOf(
  seats: readonly SeatHistory[],
  labs: ReadonlyMap<string, readonly string[]>,
): Figures {
  const steps: Figures['steps'] = [];
  for (const [lab, ids] of labs) {
    const passed = seats.map((seat) => new Map(seat.passed(lab).map((one) => [one.step, one])));
    for (const step of ids) {
      const times = seats.map((seat) => seat.times.find((one) => one.lab === lab && one.step === step));
      const durations: number[] = [];
      let stopped = 0;
      for (const [index, time] of times.entries()) {
        const done = passed[index]?.get(step);
        if (time && !done) stopped++;
        if (time && done?.by === 'trainee') durations.push(Math.max(0, done.at - time.begunAt));
      }
      const done = passed.flatMap((one) => one.get(step) ?? []);
      const reached = times.filter((time, index) => time !== undefined || passed[index]?.has(step)).length;
      if (reached === 0) continue;
      const middle = durations.length >= 3 ? median(durations) : undefined;
      steps.push({
        lab,
        step,
        reached,
        passed: done.length,
        solved: done.filter((one) => one.by === 'solution').length,
        ...(middle !== undefined && { medianSeconds: Math.round(middle / 1000) }),
        hints: times.reduce((sum, time) => sum + (time?.hints ?? 0), 0),
        stopped,
      });
    }
  }
  return { people: seats.length, steps };
}

/** RFC 4180: a header line in English ids, CRLF, no field that needs quotes. */
export function figuresCsv(figures: Figures): string {
  const columns = [
    'lab',
    'step',
    'reached',
    'passed',
    'solved',
    'medianSeconds',
    'hints',
    'stopped',
  ] as const;
  const lines = figures.steps.map((one) => columns.map((column) => String(one[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}
