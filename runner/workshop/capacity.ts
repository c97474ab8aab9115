// Can this machine carry one more trainee? Decided by what a seat was measured to use, not by the sum of limits, which would refuse most classes.
import { readFileSync } from 'node:fs';

const MIB = 1024 * 1024;

/** Measured: an idle desktop (tini, supervisor, bash, checker) with its shim, plus room for a nano, a man page and a second terminal. */
export const SEAT_BYTES = 32 * MIB;

/** Measured: an idle rented server with its shim, nginx and its pages (19 to 33 MiB), with a margin. */
export const SERVER_BYTES = 64 * MIB;

/** Measured: when twenty people install nginx on their servers at once, on two cores, the last one waits 21 s; at this many per core, a minute. */
export const PEOPLE_PER_CORE = 25;

/** Left to the host, the engine and the runner: below it, everything slows down for everybody. */
export const RESERVE_BYTES = 512 * MIB;

/** @returns how many more seats fit into this free memory (bytes), 0 or more. */
export function seatsThatFit(
  availableBytes: number,
  seatBytes = SEAT_BYTES,
  reserveBytes = RESERVE_BYTES,
): number {
  return Math.max(0, Math.floor((availableBytes - reserveBytes) / seatBytes));
}

/** Free memory of this computer now, bytes; undefined where it cannot be read: no reason to refuse anybody. */
export function availableMemoryNow(): number | undefined {
  try {
    return availableMemory(readFileSync('/proc/meminfo', 'utf8'));
  } catch {
    return undefined;
  }
}

/** Free memory as the kernel estimates it for new programs (MemAvailable of /proc/meminfo), bytes; undefined when the text has none. */
export function availableMemory(meminfo: string): number | undefined {
  const match = /^MemAvailable:\s+(\d+) kB$/m.exec(meminfo);
  return match ? Number(match[1]) * 1024 : undefined;
}
