// How do two programs not do the same work in the same folder at once? The second waits for the first, even one that was killed.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 300;
/** Longer than any work guarded by it; a process number that somebody else took over would otherwise hold us for ever. */
const GIVE_UP_MS = 10 * 60_000;

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
 * @throws whatever the work throws; Error when the lock is held for ten minutes
 */
export async function oneAtATime<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + GIVE_UP_MS;
  while (!(await take(lockFile))) {
    const holder = Number(await readFile(lockFile, 'utf8').catch(() => ''));
    // An empty file is one that its owner has not written yet.
    const leftOver = holder === process.pid ? !held.has(lockFile) : holder > 0 && !runs(holder);
    if (leftOver) await rm(lockFile, { force: true });
    else if (Date.now() > deadline)
      throw new Error(`${lockFile} is held by process ${holder}: remove it if that is wrong.`);
    else await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    held.delete(lockFile);
    await rm(lockFile, { force: true });
  }
}
