// How do two programs not do the same work in the same folder at once? The second waits for the first, even one that was killed.
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../protocol/api.ts';
import { startWordsOf } from '../words/start.ts';
import { StartError } from './start-error.ts';

const POLL_MS = 300;
/** Longer than any work guarded by it; a process number that somebody else took over would otherwise hold us for ever. */
const GIVE_UP_MINUTES = 10;
/** A lock is written at once: one that says nothing for longer was cut off by a full disk or a lost current. */
const WRITTEN_WITHIN_MS = 3000;

/** Locks that this very process holds: its number in any other lock is left over from a namesake (in a container numbers repeat at each start). */
const held = new Set<string>();

/** Does this process still run? Another user's counts, too. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Is this lock one that nobody holds any more? */
async function isLeftOver(lockFile: string): Promise<boolean> {
  const holder = Number(await readFile(lockFile, 'utf8').catch(() => ''));
  if (holder === process.pid) return !held.has(lockFile);
  if (holder > 0) return !runs(holder);
  const made = await stat(lockFile).catch(() => undefined);
  return made !== undefined && Date.now() - made.mtimeMs > WRITTEN_WITHIN_MS;
}

async function take(lockFile: string): Promise<boolean> {
  await mkdir(dirname(lockFile), { recursive: true });
  try {
    await writeFile(lockFile, String(process.pid), { flag: 'wx' });
    held.add(lockFile);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Does the work while holding a lock file; waits while another live process holds it.
 * @throws whatever the work throws; StartError when the lock is held for ten minutes
 */
export async function oneAtATime<T>(
  lockFile: string,
  language: Language,
  work: () => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + GIVE_UP_MINUTES * 60_000;
  while (!(await take(lockFile))) {
    if (await isLeftOver(lockFile)) await rm(lockFile, { recursive: true, force: true });
    else if (Date.now() > deadline)
      throw new StartError(startWordsOf(language)['site.locked'](lockFile, GIVE_UP_MINUTES));
    else await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    held.delete(lockFile);
    await rm(lockFile, { force: true });
  }
}
