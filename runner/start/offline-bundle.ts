// Was this copy made for a room without Internet? Then its images come from its own bundle, byte for byte those that were put there, or nothing starts.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import type { ImageBundles, ImageStore } from '../machines/docker-engine-images.ts';
import { StartError } from './start-error.ts';

/** Where the bundle lies, from the root. */
export const OFFLINE_FOLDER = join('.data', 'offline');

const manifestSchema = z.strictObject({
  /** File of the bundle → SHA-256. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  /** Tag → a hash of what the image holds and how it starts. */
  images: z.record(z.string(), z.string()),
});
export type OfflineManifest = z.infer<typeof manifestSchema>;

/** Sentences that the person at the keyboard reads. */
export interface OfflineWords {
  unreadable(file: string): string;
  missing(file: string): string;
  tampered(file: string, expected: string, found: string): string;
  moved(tag: string): string;
}

/** Shows that a long step began; exactly one of `done` and `fail` ends it. */
export type OpenStep = () => { done(): void; fail(): void };

export type OfflineStore = Pick<ImageStore, 'imageExists'> & Pick<ImageBundles, 'imageId' | 'load'>;

/** SHA-256 of a file of any size, as hexadecimal digits. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function readManifest(folder: string, words: OfflineWords): Promise<OfflineManifest | undefined> {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return undefined;
  try {
    return manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new StartError(words.unreadable(file), { cause: error });
  }
}

async function loadFiles(
  folder: string,
  manifest: OfflineManifest,
  store: OfflineStore,
  words: OfflineWords,
): Promise<void> {
  for (const [name, expected] of Object.entries(manifest.files)) {
    const file = join(folder, name);
    const found = await hashOfFile(file).catch(() => undefined);
    if (found === undefined) throw new StartError(words.missing(file));
    if (found !== expected) throw new StartError(words.tampered(file, expected, found));
    await store.load(createReadStream(file));
  }
}

/**
 * Loads the images of a bundle that are not in the engine yet, after its SHA-256 is found right; then sees that each tag is the image that was bundled.
 * Does nothing where there is no bundle. @throws StartError when a byte or a tag is not what it was
 */
export async function useOfflineBundle(
  root: string,
  store: OfflineStore,
  words: OfflineWords,
  openStep: OpenStep = () => ({ done() {}, fail() {} }),
): Promise<void> {
  const folder = join(root, OFFLINE_FOLDER);
  const manifest = await readManifest(folder, words);
  if (!manifest) return;
  const there = await Promise.all(Object.keys(manifest.images).map((tag) => store.imageExists(tag)));
  if (there.includes(false)) {
    const step = openStep();
    await loadFiles(folder, manifest, store, words).then(step.done, (error: unknown) => {
      step.fail();
      throw error;
    });
  }
  for (const [tag, id] of Object.entries(manifest.images))
    if ((await store.imageId(tag)) !== id) throw new StartError(words.moved(tag));
}
