// What does a room without Internet need? One USB stick: the course with its packages and Node in one file, the images in another, their SHA-256, and a program that starts it all.
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { openStep } from '../bootstrap/screen.mjs';
import { createDockerImages, type ImageBundles } from '../machines/docker-engine-images.ts';
import { CLASS_IMAGES, imageTags } from '../machines/images.ts';
import { LANGUAGES, type Language } from '../protocol/api.ts';
import { hashOfFile, OFFLINE_FOLDER, type OfflineManifest } from '../start/offline-bundle.ts';
import { prepareImages } from '../start/prepare-images.ts';
import { StartError } from '../start/start-error.ts';
import { authorWordsOf } from '../words/author.ts';

/** Folder of the stick in which the course is put together before it is packed. */
export const UNPACKED = 'cours';
/** The file that it becomes: sticks know neither links nor which file is a program, and are slow with many small ones. */
export const PACKED = 'cours.tar';
const IMAGES = 'images.tar';
const START = fileURLToPath(new URL('./start-from-stick.sh', import.meta.url));

/** Writes the images to `stick`, and their manifest into the course below `course`, which compares it at each start. */
export async function bundleImages(
  store: Pick<ImageBundles, 'save' | 'imageId'>,
  tags: readonly string[],
  stick: string,
  course: string,
): Promise<OfflineManifest> {
  const folder = join(course, OFFLINE_FOLDER);
  await mkdir(folder, { recursive: true });
  const file = join(stick, IMAGES);
  await pipeline(await store.save(tags), createWriteStream(file));
  const images: Record<string, string> = {};
  for (const tag of tags) images[tag] = (await store.imageId(tag)) ?? '';
  const manifest = { files: { [IMAGES]: await hashOfFile(file) }, images };
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** One file of the course and of the packages that this repository has, Node included. @throws StartError */
export function packCourse(root: string, stick: string): void {
  const args = ['-cf', join(stick, PACKED), '-C', join(stick, UNPACKED), '.', '-C', root, 'node_modules'];
  const { status, stderr } = spawnSync('tar', args, { encoding: 'utf8' });
  if (status !== 0) throw new StartError(stderr.trim() || 'tar');
}

/** Makes the stick in `stick`, whose folder `cours` holds an exported part. @throws StartError */
export async function makeStick(root: string, stick: string, language: Language): Promise<void> {
  const words = authorWordsOf(language);
  const store = createDockerImages();
  await prepareImages(store, { language });
  const step = openStep(words['export.bundling'], { lang: language });
  const tags = await imageTags();
  const wanted = CLASS_IMAGES.flatMap((name) => tags[name] ?? []);
  const { files } = await bundleImages(store, wanted, stick, join(stick, UNPACKED));
  step.progress(0.6);
  packCourse(root, stick);
  await rm(join(stick, UNPACKED), { recursive: true });
  const sums = { ...files, [PACKED]: await hashOfFile(join(stick, PACKED)) };
  const lines = Object.entries(sums).map(([name, sum]) => `${sum}  ${name}\n`);
  await writeFile(join(stick, 'SHA256SUMS'), lines.join(''));
  await copyFile(START, join(stick, 'demarrer.sh'));
  const readMe = LANGUAGES.map((one) => authorWordsOf(one)['export.stick'](process.arch));
  await writeFile(join(stick, 'LISEZMOI-README.txt'), readMe.join('\n'));
  step.done();
}
