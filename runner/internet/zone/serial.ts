// Which serial does a zone get when it changes (RFC 1982, RFC 1912 section 2.2)?
import type { Instant } from '../registry/instant.ts';

const WRAP = 2 ** 32;

/** Is serial `a` later than `b`, in the arithmetic of RFC 1982? */
export function isLater(a: number, b: number): boolean {
  const distance = (a - b + WRAP) % WRAP;
  return distance > 0 && distance < WRAP / 2;
}

/** `YYYYMMDD00` of the workshop's clock, or one more than before when that is not later. Always later than `previous`. */
export function nextSerial(previous: number | undefined, now: Instant): number {
  const today = Number(`${new Date(now).toISOString().slice(0, 10).replaceAll('-', '')}00`);
  if (previous === undefined || isLater(today, previous)) return today;
  return (previous + 1) % WRAP;
}
