// With what is the disk watched on a real engine? Machines that run, the size of their layers, and the disk on which the engine keeps them.
import { statfs } from 'node:fs/promises';
import type { Log } from './log.ts';
import { createDiskGuard } from './machines/disk-guard.ts';
import type { Engine } from './machines/engine.ts';
import { ROLE_LABEL } from './machines/labels.ts';
import type { Servers } from './machines/servers.ts';
import { VPS_ROLE } from './machines/vps-spec.ts';
import type { RunnerParts } from './runner.ts';

const GIB = 1024 ** 3;
/** Bytes that a machine may write. What a server holds is counted whole; the offers sell play gigabytes. */
const SERVER_BYTES = 3 * GIB;
const DESKTOP_BYTES = 1 * GIB;
/** A server that is stopped has a moment to keep what it holds. */
const GRACE_MS = 3_000;

export function diskGuard(parts: {
  engine: Engine;
  servers: Servers;
  log: Log;
  /** Where the engine keeps its layers; undefined when it cannot be seen from here. */
  rootDir: string | undefined;
}): NonNullable<RunnerParts['disk']> {
  const { engine, servers, log, rootDir } = parts;
  let overflows = (_id: string) => {};
  const guard = createDiskGuard({
    async machines() {
      const running = (await engine.listMachines()).filter(({ state }) => state === 'running');
      return running.flatMap(({ id, labels }) => {
        const role = labels[ROLE_LABEL];
        if (role === VPS_ROLE) return [{ id, limitBytes: SERVER_BYTES }];
        return role === 'desktop' ? [{ id, limitBytes: DESKTOP_BYTES }] : [];
      });
    },
    written: (id) => servers.writtenBytes(id),
    async disk() {
      const found = rootDir === undefined ? undefined : await statfs(rootDir).catch(() => undefined);
      if (found === undefined) return undefined;
      const { bavail, bsize, ffree, files } = found;
      return { freeBytes: bavail * bsize, freeInodes: files === 0 ? 1 : ffree / files };
    },
    stop: (id) => engine.stopMachine(id, GRACE_MS),
    overflows(id) {
      log.warn('disk-full', { machine: id.slice(0, 12) });
      overflows(id);
    },
    failed: (what, error) => log.error('disk', error, { what }),
    now: () => performance.now(),
  });
  return {
    roomy: guard.roomy,
    watch(told) {
      overflows = told;
      return guard.start();
    },
  };
}
