// Can this machine carry one more trainee? Decided by what a seat was measured to use, not by the sum of limits, which would refuse most classes.
import { readFileSync } from 'node:fs';

const MIB = 1024 * 1024;

/** Measured: an idle desktop (tini, supervisor, bash, checker) with its shim, plus room for a nano, a man page and a second terminal. */
export const SEAT_BYTES = 32 * MIB;

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
