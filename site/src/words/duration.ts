// How is a duration said?
import { fill } from './fill.ts';

/** `50 min`, `2 h`, `2 h 05`. */
export function duration(
  minutes: number,
  words: { hours: string; wholeHours: string; minutes: string },
): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return fill(words.minutes, { m });
  return m === 0 ? fill(words.wholeHours, { h }) : fill(words.hours, { h, m: String(m).padStart(2, '0') });
}
