// When does a class end, and what does a pause change of it? Pure; instants are milliseconds since the epoch.
import type { ClassState } from './class-state.ts';

const MINUTE_MS = 60_000;

/** What the end and the timer are reckoned with. */
export type ClassTimes = Pick<ClassState, 'pausedSince' | 'timer' | 'endHolds'> & {
  endsAt: number | undefined;
  now: number;
};

/** The end moved by so many minutes: counted from now where none is announced, never before now. While a class pauses, its « now » stands still. */
export function movedEnd({ endsAt, pausedSince, endHolds, now }: ClassTimes, minutes: number): number {
  const classNow = endHolds ? now : (pausedSince ?? now);
  return Math.max(classNow, (endsAt ?? classNow) + minutes * MINUTE_MS);
}

/** When a timer of so many minutes ends that is started now; one that is started during a pause runs when the class goes on. */
export const timerEnd = ({ pausedSince, now }: ClassTimes, minutes: number): number =>
  (pausedSince ?? now) + minutes * MINUTE_MS;

/** A pause ends: what is left of the class is left of it still. An end that was set by the clock on the wall during the pause stays where it is. */
export function afterPause(times: ClassTimes): {
  awayMs: number;
  endsAt: number | undefined;
  timer: ClassState['timer'] | undefined;
} {
  const { endsAt, timer, endHolds, pausedSince, now } = times;
  const awayMs = Math.max(0, now - (pausedSince ?? now));
  return {
    awayMs,
    endsAt: endsAt === undefined || endHolds ? endsAt : endsAt + awayMs,
    timer: timer && { ...timer, endsAt: timer.endsAt + awayMs },
  };
}
