// Who fills this computer's disk? No engine here limits what a machine writes: whoever writes too much is stopped, with everything it wrote kept, before others suffer.

export interface DiskFacts {
  freeBytes: number;
  /** Part of the inodes that is free, 0 to 1; 1 where the file system counts none. */
  freeInodes: number;
}

export interface Watched {
  id: string;
  /** Bytes that its own layer may hold. */
  limitBytes: number;
}

export interface DiskGuardParts {
  /** Machines that run. */
  machines: () => Promise<Watched[]>;
  /** Bytes of a machine's own layer; undefined when it is gone. Asks the disk. */
  written: (id: string) => Promise<number | undefined>;
  /** The disk on which the engine keeps its layers; undefined when it cannot be seen from here. */
  disk: () => Promise<DiskFacts | undefined>;
  /** Stops a machine; what it wrote stays. */
  stop: (id: string) => Promise<void>;
  /** This machine is about to be stopped. */
  overflows: (id: string) => void;
  failed: (what: string, error: unknown) => void;
  /** Monotonic, milliseconds. */
  now: () => number;
}

export interface DiskGuard {
  /** False while the disk has no room for one more machine. */
  roomy(): boolean;
  /** Looks once at the disk, and at every machine when it is time, or when the disk fills quickly. */
  look(): Promise<void>;
  /** Looks from now on; gives what ends it. */
  start(): () => void;
}

const GIB = 1024 ** 3;
/** Below it nobody is given a machine; below the second, whoever wrote most is stopped. The first leaves the database its reserve. */
export const FLOORS = {
  admit: { freeBytes: 2 * GIB, freeInodes: 0.05 },
  stop: { freeBytes: 1 * GIB, freeInodes: 0.02 },
} as const;
/** A machine that was stopped may write so much more once it is started again: room to make room. */
const SLACK_BYTES = 128 * 1024 * 1024;
/** What wrote less than this did not fill a disk. */
const TOO_SMALL_TO_BLAME = 64 * 1024 * 1024;
/** Milliseconds between two looks at the disk (a system call), and between two at each machine (a walk through its files). */
const LOOK_MS = 2_000;
const ROUND_MS = 30_000;
/** Milliseconds between two machines that are stopped because the disk is full: what the first frees is seen before the next. */
const BETWEEN_MS = 10_000;
/** So much gone since the last round is reason enough for one. */
const SUDDEN_BYTES = 1 * GIB;

const isBelow = (disk: DiskFacts | undefined, floor: DiskFacts): boolean =>
  disk !== undefined && (disk.freeBytes < floor.freeBytes || disk.freeInodes < floor.freeInodes);

/** Watches one engine's machines, one after the other. */
export function createDiskGuard(parts: DiskGuardParts): DiskGuard {
  const { failed, now } = parts;
  /** Bytes that machines may hold because they were stopped at about that many. */
  const allowed = new Map<string, number>();
  let disk: DiskFacts | undefined;
  let haltedAt = Number.NEGATIVE_INFINITY;
  let lastRound: { at: number; freeBytes: number } | undefined;

  async function halt(id: string, bytes: number): Promise<void> {
    allowed.set(id, bytes + SLACK_BYTES);
    haltedAt = now();
    parts.overflows(id);
    await parts.stop(id).catch((error: unknown) => failed('stop what fills the disk', error));
  }

  async function round(): Promise<void> {
    lastRound = { at: now(), freeBytes: disk?.freeBytes ?? 0 };
    const sizes: { id: string; bytes: number }[] = [];
    for (const { id, limitBytes } of await parts.machines()) {
      // What cannot be counted within a minute holds millions of files.
      const bytes = await parts.written(id).catch(() => Number.POSITIVE_INFINITY);
      if (bytes === undefined) continue;
      const countable = bytes !== Number.POSITIVE_INFINITY;
      if (countable && bytes > Math.max(limitBytes, allowed.get(id) ?? 0)) await halt(id, bytes);
      else sizes.push({ id, bytes });
    }
    disk = await parts.disk();
    if (!isBelow(disk, FLOORS.stop) || now() - haltedAt < BETWEEN_MS) return;
    const [biggest] = sizes.sort((a, b) => b.bytes - a.bytes);
    if (biggest && biggest.bytes > TOO_SMALL_TO_BLAME) await halt(biggest.id, biggest.bytes);
  }

  const isTime = (): boolean =>
    lastRound === undefined ||
    now() - lastRound.at >= ROUND_MS ||
    isBelow(disk, FLOORS.stop) ||
    (disk !== undefined && lastRound.freeBytes - disk.freeBytes > SUDDEN_BYTES);

  async function look(): Promise<void> {
    disk = await parts.disk();
    if (isTime()) await round();
  }

  return {
    roomy: () => !isBelow(disk, FLOORS.admit),
    look,
    start() {
      let timer: NodeJS.Timeout | undefined;
      let over = false;
      const next = () => {
        timer = setTimeout(() => {
          look()
            .catch((error: unknown) => failed('watch the disk', error))
            .finally(() => {
              if (!over) next();
            });
        }, LOOK_MS).unref();
      };
      next();
      return () => {
        over = true;
        clearTimeout(timer);
      };
    },
  };
}
