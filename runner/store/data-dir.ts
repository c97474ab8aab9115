// Is the data directory fit for use? Made if need be; refused with a reason otherwise.
import { accessSync, constants, mkdirSync, statfsSync, statSync } from 'node:fs';
import { StoreError } from './store-error.ts';

/** File systems over a network, by the magic number of statfs(2): locks and the write-ahead log are not reliable there. */
const NETWORK_DISKS = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f]);

/** Makes the directory (not its parents: a wrong path is more likely than a wish for three new folders) and checks that it can hold a database. */
export function prepareDataDir(dir: string): void {
  try {
    mkdirSync(dir, { mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new StoreError({ kind: 'missing-parent', dir }, { cause: error });
    if (code === 'ENOTDIR') throw new StoreError({ kind: 'not-a-directory', dir }, { cause: error });
    if (code === 'ENOSPC') throw new StoreError({ kind: 'disk-full', dir }, { cause: error });
    if (code !== 'EEXIST') throw new StoreError({ kind: 'not-writable', dir }, { cause: error });
  }
  if (!(statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false))
    throw new StoreError({ kind: 'not-a-directory', dir });
  try {
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StoreError({ kind: 'not-writable', dir }, { cause: error });
  }
  if (NETWORK_DISKS.has(statfsSync(dir).type >>> 0)) throw new StoreError({ kind: 'network-disk', dir });
}
