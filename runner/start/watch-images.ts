// Which machine did an author just change? Follows the machines' folders, builds anew what is no longer as its Dockerfile says, and tells how it goes.
import { watch } from 'node:fs';

/** An editor writes a file in several pieces; milliseconds of silence before it is read. */
const SETTLE_MS = 300;

export interface ImageWatch {
  /** Folder of the machines, one below it for each. */
  folder: string;
  /** Tags as they should be for what is on the disk now. */
  wanted: () => Promise<Record<string, string>>;
  /** Builds what is missing; rejects with a sentence for the author. */
  build: () => Promise<Record<string, string>>;
  /** These images changed and are being built; they are built; they cannot be built (the old ones stay in use). */
  building(names: string[]): void;
  built(names: string[]): void;
  failed(names: string[], why: unknown): void;
}

const differing = (now: Record<string, string>, before: Record<string, string>): string[] =>
  Object.keys(now).filter((name) => now[name] !== before[name]);

/**
 * Follows the folder until the returned function is called. One build at a time: what is saved meanwhile is built after it.
 * @param known tags of the images in use
 */
export function watchImages(known: Record<string, string>, parts: ImageWatch): () => void {
  let inUse = known;
  /** Names whose last build failed. */
  let broken: string[] = [];
  let working: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const now = await parts.wanted();
    const changed = differing(now, inUse);
    if (changed.length === 0) {
      // As it was before: what was told of a failure is no longer true.
      if (broken.length > 0) parts.built(broken);
      broken = [];
      return;
    }
    parts.building(changed);
    broken = changed;
    await parts.build();
    inUse = now;
    broken = [];
    parts.built(changed);
  }

  async function work(): Promise<void> {
    do {
      again = false;
      await look().catch((error: unknown) => parts.failed(broken, error));
    } while (again);
    working = undefined;
  }

  const watcher = watch(parts.folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (working) again = true;
      else working = work();
    }, SETTLE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
