// What does the host's kernel say of itself? Reads /proc and the disk; decides nothing.
import { existsSync, readFileSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { availableMemory } from '../workshop/capacity.ts';

export interface HostFacts {
  /** Bytes that new programs can take; undefined where the kernel does not say. */
  availableBytes: number | undefined;
  cores: number;
  inotifyInstances: number | undefined;
  /** Largest process number: also the number of processes and threads at a time. */
  pidMax: number | undefined;
  disk:
    | { path: string; freeBytes: number; totalBytes: number; freeInodes: number; totalInodes: number }
    | undefined;
  appArmorInKernel: boolean;
  appArmorParser: boolean;
  now: number;
  /** When the newest of our own files was written: no sane clock is before it. */
  writtenAt: number;
}

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const readNumber = (path: string): number | undefined => {
  const number = Number.parseInt(readText(path) ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
};

export const INOTIFY_INSTANCES = '/proc/sys/fs/inotify/max_user_instances';

/** @param diskPath where the engine keeps its layers, or where our data lies when that cannot be seen from here */
export async function readHost(diskPath: string): Promise<HostFacts> {
  const disk = await statfs(diskPath).catch(() => undefined);
  const meminfo = readText('/proc/meminfo');
  return {
    availableBytes: meminfo === undefined ? undefined : availableMemory(meminfo),
    cores: availableParallelism(),
    inotifyInstances: readNumber(INOTIFY_INSTANCES),
    pidMax: readNumber('/proc/sys/kernel/pid_max'),
    disk: disk && {
      path: diskPath,
      freeBytes: disk.bavail * disk.bsize,
      totalBytes: disk.blocks * disk.bsize,
      freeInodes: disk.ffree,
      totalInodes: disk.files,
    },
    appArmorInKernel: readText('/sys/module/apparmor/parameters/enabled')?.trim() === 'Y',
    appArmorParser: ['/sbin/apparmor_parser', '/usr/sbin/apparmor_parser'].some((path) => existsSync(path)),
    now: Date.now(),
    writtenAt: (await stat(fileURLToPath(new URL('../../package.json', import.meta.url)))).mtimeMs,
  };
}
