// Are the images of the machines there? Builds the missing ones, with a bar per image.
import { statfs } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openStep, type Step } from '../bootstrap/screen.mjs';
import type { ImageStore } from '../machines/docker-engine-images.ts';
import { EngineError } from '../machines/engine.ts';
import { type BuildProgress, buildImages, CLASS_IMAGES, missingImages } from '../machines/images.ts';
import type { Language } from '../protocol/api.ts';
import { startWordsOf } from '../words/start.ts';
import { type OfflineStore, useOfflineBundle } from './offline-bundle.ts';
import { StartError } from './start-error.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Room that the base and the machines take while they are built, bytes. */
const NEEDED_BYTES = 4e9;

export interface PrepareImagesOptions {
  language: Language;
  /** Where the engine keeps its layers (`EngineFacts.rootDir`); undefined when it cannot be seen from here. */
  rootDir?: string | undefined;
  /** Names of the images; those of a class by default. */
  only?: readonly string[];
}

/** Gives the tag of each machine's image; takes milliseconds when all are there. Throws `StartError` with the remedy. */
export async function prepareImages(
  store: ImageStore & OfflineStore,
  options: PrepareImagesOptions,
): Promise<Record<string, string>> {
  const words = startWordsOf(options.language);
  const only = options.only ?? CLASS_IMAGES;
  const sentences = {
    unreadable: words['offline.unreadable'],
    missing: words['offline.missing'],
    tampered: words['offline.tampered'],
    moved: words['offline.moved'],
  };
  await useOfflineBundle(ROOT, store, sentences, () =>
    openStep(words['offline.loading'], { lang: options.language }),
  );
  if ((await missingImages(store, undefined, only)).length > 0 && options.rootDir !== undefined)
    await checkRoom(options.rootDir, words['disk.short']);
  const screen = stepPerImage(options.language);
  try {
    const tags = await buildImages(store, { onProgress: screen.show, only });
    screen.end(true);
    return tags;
  } catch (error) {
    screen.end(false);
    if (error instanceof EngineError)
      throw new StartError(words['images.failed'](error.message), { cause: error });
    throw error;
  }
}

async function checkRoom(
  folder: string,
  sentence: (free: string, need: string, where: string) => string,
): Promise<void> {
  const room = await statfs(folder).catch(() => undefined);
  if (room === undefined) return;
  const free = room.bavail * room.bsize;
  if (free < NEEDED_BYTES)
    throw new StartError(sentence((free / 1e9).toFixed(1), String(NEEDED_BYTES / 1e9), folder));
}

function stepPerImage(language: Language) {
  const words = startWordsOf(language);
  let current: { image: string; step: Step } | undefined;
  const end = (well: boolean) => {
    if (well) current?.step.done();
    else current?.step.fail();
    current = undefined;
  };
  const show = (progress: BuildProgress) => {
    if (current?.image !== progress.image) {
      end(true);
      current = {
        image: progress.image,
        step: openStep(words['images.building'](progress.image), { lang: language }),
      };
    }
    current.step.progress(progress.percent / 100, words[`images.${progress.stage}`]);
    if (progress.stage === 'done') end(true);
  };
  return { show, end };
}
