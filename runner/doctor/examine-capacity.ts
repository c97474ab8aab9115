// How many people can this machine receive? From the measured use of a seat, with a margin; never from the sum of limits, which would refuse most classes.

import type { DoctorWords } from '../words/doctor.ts';
import { RESERVE_BYTES, SEAT_BYTES, seatsThatFit } from '../workshop/capacity.ts';
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

/** @param idleBytes memory that the probe machine used, idle; undefined when there was none @param wanted seats of the class */
export function examineCapacity(
  availableBytes: number | undefined,
  idleBytes: number | undefined,
  wanted: number,
  words: DoctorWords,
): Capacity | undefined {
  if (availableBytes === undefined) return undefined;
  const each = seatBytes(idleBytes);
  const seats = seatsThatFit(availableBytes, each, RESERVE_BYTES);
  const how = words['capacity.how'](
    Math.round(availableBytes / MIB),
    Math.round(RESERVE_BYTES / MIB),
    Math.round(each / MIB),
    idleBytes === undefined ? undefined : Math.round(idleBytes / MIB),
  );
  const text = `${words.capacity(seats)} ${how}`;
  if (seats === 0) return { seats, finding: fail('capacity', text, words['capacity.remedy'](wanted)) };
  if (seats < wanted) return { seats, finding: warn('capacity', text, words['capacity.remedy'](wanted)) };
  return { seats, finding: ok('capacity', text) };
}
