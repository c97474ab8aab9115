// How many wrong codes may be tried? Failures are counted, never successes: a whole class shares one address.
import { isIPv6 } from 'node:net';
import { Refusal, type RefusalCode } from '../protocol/refusals.ts';

/** Wrong codes per address and minute before the answer becomes « wait ». */
export const FAILURES_PER_MINUTE = 10;
/** Wrong codes of everybody per hour before joining pauses and the trainer is told. */
export const FAILURES_PER_HOUR = 1000;
/** Personal codes still compared per second for an address that is over its budget. */
export const SPARE_COMPARISONS_PER_SECOND = 5;

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Addresses remembered at once; beyond it the one that failed longest ago is forgotten (the hourly limit still counts). */
const MAX_ADDRESSES = 10_000;

/** Refusals that mean « that was a guess ». */
const FAILURES: ReadonlySet<RefusalCode> = new Set([
  'code-unknown',
  'personal-code-unknown',
  'not-a-trainer',
]);

interface Address {
  /** Times of the failures of the last minute, oldest first. */
  failures: number[];
  spare: { second: number; used: number };
}

export interface FailureLimiter {
  /**
   * Runs an attempt. `code`: how strong the secret is that is guessed at.
   * Throws what the attempt threw, or `too-many-attempts` with the seconds to wait in its place, or `joining-paused`.
   */
  attempt<T>(address: string, secret: 'strong' | 'short', run: () => T): T;
  /** True while joining is paused for everybody: the trainer's page says so. */
  paused(): boolean;
}

/**
 * The limiter; addresses live in memory only, and for an hour at most (section 12 of the privacy rules).
 *
 * The attacker sits in the room and shares the class's address, so a right code must pass while that address is over its budget: the attempt
 * is made *first*, and only a wrong one is turned into « wait ». What this costs: the budget then slows no guess at a join code down, and its
 * 44 bits carry the weight alone: at 5,000 guesses a second for a whole three-hour séance, one chance in 300,000. Trainer links have 256 bits.
 * A personal code has 33 bits and there are forty of them, which that rate would break; for those an address over its budget gets
 * 5 comparisons a second (one chance in 3,000 per séance) and « wait » beyond: whoever floods can delay returns from the room, not joins.
 * Wrong codes answered « wait » are not counted again, so one address cannot pause joining for all (10 a minute is 600 an hour).
 */
export function createFailureLimiter(options: { now: () => number }): FailureLimiter {
  const { now } = options;
  const addresses = new Map<string, Address>();
  let everybody: number[] = [];

  const recall = (ip: string): Address => {
    const key = keyOf(ip);
    const known = addresses.get(key) ?? { failures: [], spare: { second: 0, used: 0 } };
    known.failures = known.failures.filter((at) => isWithin(MINUTE, at, now()));
    addresses.delete(key);
    addresses.set(key, known);
    forgetOld(addresses, now());
    return known;
  };
  const paused = () => {
    everybody = everybody.filter((at) => isWithin(HOUR, at, now()));
    return everybody.length >= FAILURES_PER_HOUR;
  };

  return {
    paused,
    attempt(ip, secret, run) {
      if (paused())
        throw new Refusal('joining-paused', { retryAfter: secondsUntil((everybody[0] ?? 0) + HOUR, now()) });
      const address = recall(ip);
      const over = address.failures.length >= FAILURES_PER_MINUTE;
      const wait = () =>
        new Refusal('too-many-attempts', {
          retryAfter: secondsUntil((address.failures[0] ?? 0) + MINUTE, now()),
        });
      if (over && secret === 'short' && !takeSpare(address, now())) throw wait();
      try {
        return run();
      } catch (error) {
        if (!(error instanceof Refusal) || !FAILURES.has(error.code)) throw error;
        if (over) throw wait();
        address.failures.push(now());
        everybody.push(now());
        throw error;
      }
    },
  };
}

/** Not in the future either: a clock that was set back must not make a minute last a day (F-28). */
const isWithin = (span: number, at: number, now: number): boolean => at <= now && at > now - span;

const secondsUntil = (then: number, now: number): number => Math.max(1, Math.ceil((then - now) / 1000));

function takeSpare(address: Address, now: number): boolean {
  const second = Math.floor(now / 1000);
  if (address.spare.second !== second) address.spare = { second, used: 0 };
  address.spare.used += 1;
  return address.spare.used <= SPARE_COMPARISONS_PER_SECOND;
}

/** One visitor has a whole /64 of IPv6 to choose addresses from, so the /64 is the visitor. */
function keyOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/** Oldest first, by order of last use: stops at the first that is young enough. */
function forgetOld(addresses: Map<string, Address>, now: number): void {
  for (const [key, address] of addresses) {
    const last = address.failures.at(-1);
    const idle = last === undefined ? addresses.size > 100 : last < now - HOUR;
    if (!idle && addresses.size <= MAX_ADDRESSES) return;
    if (addresses.size <= 1) return;
    addresses.delete(key);
  }
}
