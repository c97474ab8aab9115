// Where is a seat in its work? What the board says of one seat, but for what depends on the others.
import type { BoardRow } from '../protocol/board.ts';
import type { LabView } from '../protocol/live-frames.ts';
import type { PassedStep, Seat, SeatClass, StepTime } from '../store/store.ts';

export interface SeatFacts {
  seat: Seat;
  kept: SeatClass;
  row: Omit<BoardRow, 'stuck' | 'help' | 'refusedAt' | 'lastCheck' | 'hand' | 'here' | 'lesson'>;
  /** How long this seat was on each step that it passed, milliseconds, by `lab/step`. */
  took: ReadonlyMap<string, number>;
}

export interface FactsParts {
  seat: Seat;
  kept: SeatClass;
  views: readonly LabView[];
  times: readonly StepTime[];
  passed: (lab: string) => readonly PassedStep[];
  /** Labs that their pages show now. */
  shown: ReadonlySet<string>;
  endsAt: number | undefined;
}

export const stepKey = (lab: string, step: string): string => `${lab}/${step}`;

/** The lab that counts: one that a page of theirs shows, else the one where a step began last. */
function currentLab({ views, times, shown }: FactsParts): LabView | undefined {
  const latest = [...times].sort((a, b) => b.begunAt - a.begunAt);
  const byTime = latest.map((time) => views.find((view) => view.lab === time.lab)).find(Boolean);
  return [...views].reverse().find((view) => shown.has(view.lab)) ?? byTime ?? views.at(-1);
}

/** Gathers what is known of one seat. */
export function seatFacts(parts: FactsParts): SeatFacts {
  const { seat, kept, views, times, endsAt } = parts;
  const lab = currentLab(parts);
  const step = lab?.steps.find((one) => !one.passed)?.id;
  const time = times.find((one) => one.lab === lab?.lab && one.step === step);
  const took = new Map<string, number>();
  for (const view of views)
    for (const { step: id, at, by } of parts.passed(view.lab)) {
      const begun = times.find((one) => one.lab === view.lab && one.step === id)?.begunAt;
      // What was done in somebody's place says nothing of how long it takes.
      if (begun !== undefined && by === 'trainee') took.set(stepKey(view.lab, id), Math.max(0, at - begun));
    }
  return {
    seat,
    kept,
    took,
    row: {
      id: seat.id,
      pseudonym: seat.pseudonym,
      trial: kept.trial,
      ...(lab && { lab: lab.lab }),
      ...(step !== undefined && { step }),
      ...(time && { since: time.begunAt }),
      passed: lab?.steps.filter((one) => one.passed).length ?? 0,
      total: lab?.steps.length ?? 0,
      hints: times.reduce((sum, one) => sum + one.hints, 0),
      ...(time?.hint !== undefined && { hint: time.hint }),
      machines:
        lab?.machines.map(({ name, state, full, terminals }) => ({
          ...{ name, state, terminals },
          ...(full && { full }),
        })) ?? [],
      ...(endsAt !== undefined && { endsAt: endsAt + kept.extraMs }),
    },
  };
}
