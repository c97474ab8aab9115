// What time is it for the class? The runner's clock, whatever this computer's own says; and sentences for what is left.

import type { RoomWords } from '../words/class.fr.ts';
import { fill } from '../words/fill.ts';

const MINUTE_MS = 60_000;
/** Warnings before the end, minutes, latest first. */
const WARN_AT = [5, 15];

export class ClassClock {
  #ahead = 0;

  /** The runner says that it is `now`. */
  set(now: number): void {
    this.#ahead = now - Date.now();
  }

  /** Milliseconds since the epoch, by the runner's clock. */
  get now(): number {
    return Date.now() + this.#ahead;
  }
}

/** `4:05`; `1:04:05` beyond an hour; never below zero. */
export function remaining(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const pad = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** The warning that holds so long before the end: its threshold in minutes, 0 when the end has passed; undefined before the first. */
export function warningAt(msLeft: number): number | undefined {
  if (msLeft <= 0) return 0;
  return WARN_AT.find((minutes) => msLeft <= minutes * MINUTE_MS);
}

/** The sentence of a warning. */
export function endSentence(words: RoomWords, endsAt: number, msLeft: number): string {
  if (msLeft <= 0) return words.end.over;
  const time = new Date(endsAt).toLocaleTimeString(words.locale, { hour: '2-digit', minute: '2-digit' });
  return `${fill(words.end.left, { time, minutes: Math.ceil(msLeft / MINUTE_MS) })} ${words.end.soon}`;
}
