// Has the host room for a class: processes, disk, and a clock that tells the time?

import { type Examine, type Finding, fail, ok, warn } from './finding.ts';
import type { HostFacts } from './host-facts.ts';

/** Processes and threads that one machine may start (hardening.ts). */
const PROCESSES_PER_MACHINE = 128;
const PROCESSES_OF_THE_HOST = 2048;
const GB = 1e9;
/** Below this, writing anything fails soon; a class writes about 50 MB per person. */
const DISK_FAIL_BYTES = 2 * GB;
const DISK_WARN_BYTES = 5 * GB;
const INODES_WARN_SHARE = 0.1;
const DAY_MS = 24 * 3600 * 1000;

export interface HostAndSeats {
  host: HostFacts;
  seats: number;
}

export const examineHost: Examine<HostAndSeats> = ({ host, seats }, words) => {
  const found: Finding[] = [];
  if (host.pidMax !== undefined) {
    const needed = seats * PROCESSES_PER_MACHINE + PROCESSES_OF_THE_HOST;
    found.push(
      host.pidMax >= needed
        ? ok('pid-max', words['pid-max.enough'](host.pidMax, needed))
        : warn('pid-max', words['pid-max.low'](host.pidMax, needed), words['pid-max.remedy'](needed)),
    );
  }
  if (host.disk) found.push(...examineDisk(host.disk, words));
  found.push(
    host.now < host.writtenAt - DAY_MS
      ? warn('clock', words['clock.past'](new Date(host.now).toISOString()), words['clock.remedy'])
      : ok('clock', words['clock.sane'](new Date(host.now).toISOString())),
  );
  return found;
};

const examineDisk = (
  disk: NonNullable<HostFacts['disk']>,
  words: Parameters<Examine<never>>[1],
): Finding[] => {
  const text = words.disk((disk.freeBytes / GB).toFixed(1), disk.path);
  const space =
    disk.freeBytes < DISK_FAIL_BYTES
      ? fail('disk', text, words['disk.remedy'])
      : disk.freeBytes < DISK_WARN_BYTES
        ? warn('disk', text, words['disk.remedy'])
        : ok('disk', text);
  // Some file systems (btrfs) make inodes as they go and say 0.
  if (disk.totalInodes === 0) return [space];
  const share = disk.freeInodes / disk.totalInodes;
  const inodes = words.inodes(Math.floor(share * 100));
  return [
    space,
    share < INODES_WARN_SHARE ? warn('inodes', inodes, words['inodes.remedy']) : ok('inodes', inodes),
  ];
};
