// What opens a name to another holder? A code that nobody guesses, and a limit for those who try.
import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for another. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Four groups of five: 100 bits, visible ASCII, readable aloud. */
export function newTransferCode(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** Wrong codes per seat and minute. */
const TRIES = 5;
const MINUTE = 60_000;

export interface CodeTries {
  /** Seconds to wait before this seat may try again; 0 when it may. */
  wait(seatId: string): number;
  failed(seatId: string): void;
}

/** `now`: any clock that moves with real time, milliseconds. */
export function createCodeTries(now: () => number): CodeTries {
  const failures = new Map<string, number[]>();
  const recent = (seatId: string): number[] =>
    (failures.get(seatId) ?? []).filter((at) => at <= now() && at > now() - MINUTE);
  return {
    wait(seatId) {
      const list = recent(seatId);
      const [oldest] = list;
      if (oldest === undefined || list.length < TRIES) return 0;
      return Math.max(1, Math.ceil((oldest + MINUTE - now()) / 1000));
    },
    failed(seatId) {
      failures.set(seatId, [...recent(seatId), now()]);
    },
  };
}
