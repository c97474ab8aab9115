// T-34: does a copy for a room without Internet start from its own bundle only, and not at all when a byte or a tag was changed?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundleImages } from '../../../../runner/author/offline.ts';
import {
  OFFLINE_FOLDER,
  type OfflineStore,
  useOfflineBundle,
} from '../../../../runner/start/offline-bundle.ts';

const TAG = 'boite/desktop:0123456789ab';
const WORDS = {
  unreadable: () => 'unreadable',
  missing: (file: string) => `missing ${file}`,
  tampered: (file: string) => `tampered ${file}`,
  moved: (tag: string) => `moved ${tag}`,
};

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'offline-'));
  folder = join(root, OFFLINE_FOLDER);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** An engine that holds images by id; a bundle is a text. */
function engine(images: Record<string, string>) {
  const loaded: string[] = [];
  const store: OfflineStore = {
    imageExists: async (tag) => tag in images,
    imageId: async (tag) => images[tag],
    load: async (tar) => {
      loaded.push(await text(tar));
      images[TAG] = 'sha256:good';
    },
  };
  return { store, loaded };
}

/** The images lie beside the manifest, as the program on the stick has linked them. */
const bundle = () =>
  bundleImages(
    { save: async () => Readable.from(['the images']), imageId: async () => 'sha256:good' },
    [TAG],
    folder,
    root,
  );

describe('a bundle', () => {
  test('is loaded where its images are missing, and not again', async () => {
    await bundle();
    const { store, loaded } = engine({});
    await useOfflineBundle(root, store, WORDS);
    await useOfflineBundle(root, store, WORDS);
    expect(loaded).toEqual(['the images']);
  });

  test('with one changed byte is refused, and nothing of it reaches the engine', async () => {
    await bundle();
    writeFileSync(join(folder, 'images.tar'), 'the imagez');
    const { store, loaded } = engine({});
    await expect(useOfflineBundle(root, store, WORDS)).rejects.toThrow(/^tampered .*images\.tar/);
    expect(loaded).toEqual([]);
  });

  test('whose file is missing is refused', async () => {
    await bundle();
    rmSync(join(folder, 'images.tar'));
    await expect(useOfflineBundle(root, engine({}).store, WORDS)).rejects.toThrow(/^missing .*images\.tar/);
  });

  test('does not start on another image that has taken its tag', async () => {
    await bundle();
    const { store, loaded } = engine({ [TAG]: 'sha256:other' });
    await expect(useOfflineBundle(root, store, WORDS)).rejects.toThrow(`moved ${TAG}`);
    expect(loaded).toEqual([]);
  });

  test('whose manifest cannot be read says so', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'manifest.json'), '{');
    await expect(useOfflineBundle(root, engine({}).store, WORDS)).rejects.toThrow('unreadable');
  });
});

test('without a bundle nothing is asked of the engine', async () => {
  const store: OfflineStore = {
    imageExists: () => Promise.reject(new Error('asked')),
    imageId: () => Promise.reject(new Error('asked')),
    load: () => Promise.reject(new Error('asked')),
  };
  await expect(useOfflineBundle(root, store, WORDS)).resolves.toBeUndefined();
});
