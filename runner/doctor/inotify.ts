// Can the kernel watch as many files as a class of machines needs? Past its limit new machines hang, memory and processors free.
import { writeFile } from 'node:fs/promises';
import type { DoctorWords } from '../words/doctor.ts';
import { type Finding, ok, warn } from './finding.ts';
import { INOTIFY_INSTANCES } from './host-facts.ts';

/** Measured: a server machine takes five instances; the host keeps some for itself (performance.md). */
const PER_MACHINE = 5;
const FOR_THE_HOST = 32;

export const inotifyNeeded = (machines: number): number => PER_MACHINE * machines + FOR_THE_HOST;

/**
 * Raises the kernel's limit until the next boot when it is too low and we may.
 * @param write gives false when it was refused; injected by tests
 */
export async function ensureInotify(
  current: number | undefined,
  machines: number,
  words: DoctorWords,
  write: (value: number) => Promise<boolean> = writeLimit,
): Promise<Finding | undefined> {
  if (current === undefined) return undefined;
  const needed = inotifyNeeded(machines);
  if (current >= needed) return ok('inotify', words['inotify.enough'](current, needed));
  if (await write(needed)) return ok('inotify', words['inotify.raised'](current, needed));
  return warn('inotify', words['inotify.low'](current, needed), words['inotify.remedy'](needed));
}

async function writeLimit(value: number): Promise<boolean> {
  try {
    await writeFile(INOTIFY_INSTANCES, `${value}\n`);
    return true;
  } catch {
    return false;
  }
}
