// How many people can this machine receive? From the measured use of a seat, with a margin; never from the sum of limits, which would refuse most classes.

import type { DoctorWords } from '../words/doctor.ts';
import {
  PEOPLE_PER_CORE,
  RESERVE_BYTES,
  SEAT_BYTES,
  SERVER_BYTES,
  seatsThatFit,
} from '../workshop/capacity.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const MIB = 1024 * 1024;
/** containerd's helper process of each container: it stands on the host, not in the container's own count (measured: 3.6 MiB in all for a bash container). */
const SHIM_BYTES = 4 * MIB;
/** What people do (an editor, a manual page, a second terminal) on top of what an idle machine uses. */
const MARGIN = 2;

/** Memory to count per seat, bytes: the measure with its margin, and never less than what the runner itself counts. */
export const seatBytes = (idleBytes: number | undefined): number =>
  idleBytes === undefined ? SEAT_BYTES : Math.max(SEAT_BYTES, (idleBytes + SHIM_BYTES) * MARGIN);

export interface Capacity {
  seats: number;
  finding: Finding;
}

export interface Room {
  /** Free memory, bytes; undefined where it cannot be read. */
  availableBytes: number | undefined;
  /** Memory that the probe machine used, idle, bytes; undefined when there was none. */
  idleBytes: number | undefined;
  cores: number;
}

/** Everybody with a desktop and a rented server; the scarcer of memory and processors decides. @param wanted seats of the class */
export function examineCapacity(
  { availableBytes, idleBytes, cores }: Room,
  wanted: number,
  words: DoctorWords,
): Capacity | undefined {
  if (availableBytes === undefined) return undefined;
  const each = seatBytes(idleBytes) + SERVER_BYTES;
  const inMemory = seatsThatFit(availableBytes, each, RESERVE_BYTES);
  const atOnce = cores * PEOPLE_PER_CORE;
  const seats = Math.min(inMemory, atOnce);
  const how = words['capacity.how']({
    available: Math.round(availableBytes / MIB),
    reserve: Math.round(RESERVE_BYTES / MIB),
    each: Math.round(each / MIB),
    inMemory,
    cores,
    atOnce,
  });
  const text = `${words.capacity(seats)} ${how}`;
  const remedy = words[inMemory < atOnce ? 'capacity.remedy' : 'capacity.cores-remedy'](wanted);
  if (seats === 0) return { seats, finding: fail('capacity', text, remedy) };
  if (seats < wanted) return { seats, finding: warn('capacity', text, remedy) };
  return { seats, finding: ok('capacity', text) };
}
