// Which images do the machines need, and are they built? Tags are hashes of what goes in: nothing is built twice, nothing stale is used.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { pack } from 'tar-fs';
import { BASE_RECIPE, makeBase } from './base-image.ts';
import type { ImageStore } from './docker-engine-images.ts';
import { argumentOf, readParents } from './image-order.ts';

/** Where each machine's Dockerfile lies. */
const MACHINES = fileURLToPath(new URL('../../labs/machines/', import.meta.url));

/** Label of every image of ours; `npm run purge` finds them by it. */
export const IMAGE_LABEL = 'boite.image';

/** What a class needs: desktops, the servers of the small Internet with their packages, and what one rents there. */
export const CLASS_IMAGES: readonly string[] = [
  'desktop',
  'internet',
  'mirror',
  'helper',
  'vps',
  'vps-wordpress',
];

/** Those that a séance's own servers are made of when it opens. */
export const SHARED_IMAGES: readonly string[] = ['internet', 'mirror', 'helper'];

/** One sign of life of a build. `percent` is of this image, 0 to 100, and never goes back. */
export interface BuildProgress {
  /** `base` or the machine's name. */
  image: string;
  stage: 'pull' | 'debootstrap' | 'import' | 'build' | 'done';
  percent: number;
  /** Milliseconds since this image's build began. */
  elapsedMs: number;
  /** The builder's own line, untranslated; for a log or a dim last line. */
  line: string;
}

export interface ImagesOptions {
  onProgress?: (progress: BuildProgress) => void;
  /** Forces how the base is made. */
  base?: 'any' | 'pull' | 'debootstrap';
  /** Folder of the machines; the project's own by default. */
  folder?: string;
  /** Names of the images wanted, those they build on included by themselves; every one by default. */
  only?: readonly string[];
}

/** Names of the machines that have a Dockerfile, in order. */
export async function machineNames(folder: string = MACHINES): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'Dockerfile')))
    .map((entry) => entry.name)
    .sort();
}

/** Tags as they should be for the present folders, by image name (`base` included), each after those it builds on; reads files only. */
export async function imageTags(folder: string = MACHINES): Promise<Record<string, string>> {
  const base = `boite/base:${shortHash(BASE_RECIPE)}`;
  const tags: Record<string, string> = { base };
  for (const [name, parents] of await readParents(folder, await machineNames(folder))) {
    const under = [base, ...parents.map((parent) => tags[parent])].join('\n');
    tags[name] = `boite/${name}:${shortHash(`${under}\n${await folderHash(join(folder, name))}`)}`;
  }
  return tags;
}

/** Names of the images that are not built yet (the preflight of an offline class). */
export async function missingImages(
  store: Pick<ImageStore, 'imageExists'>,
  folder?: string,
  only?: readonly string[],
): Promise<string[]> {
  const missing: string[] = [];
  for (const [name, tag] of Object.entries(await imageTags(folder)))
    if (name !== 'base' && (only?.includes(name) ?? true) && !(await store.imageExists(tag)))
      missing.push(name);
  return missing;
}

/**
 * Builds what is missing and gives the tag of each machine. Takes milliseconds when all is there.
 * Throws `EngineError` with the last lines of the build's log.
 */
export async function buildImages(
  store: ImageStore,
  options: ImagesOptions = {},
): Promise<Record<string, string>> {
  const folder = options.folder ?? MACHINES;
  const { base = '', ...machines } = await imageTags(folder);
  const parents = await readParents(folder, Object.keys(machines));
  const wanted = withParents(options.only ?? Object.keys(machines), parents);
  for (const [name, tag] of Object.entries(machines)) {
    if (!wanted.has(name) || (await store.imageExists(tag))) continue;
    if (!(await store.imageExists(base))) await buildBase(store, base, options);
    const args: Record<string, string> = { BASE: base };
    for (const parent of parents.get(name) ?? []) args[argumentOf(parent)] = machines[parent] ?? '';
    await buildMachine(store, { name, tag, args, folder: join(folder, name) }, options);
  }
  return machines;
}

/** These machines and all that they build on. */
function withParents(names: readonly string[], parents: ReadonlyMap<string, readonly string[]>): Set<string> {
  const wanted = new Set<string>();
  const add = (name: string) => {
    wanted.add(name);
    for (const parent of parents.get(name) ?? []) add(parent);
  };
  for (const name of names) add(name);
  return wanted;
}

async function buildBase(store: ImageStore, tag: string, options: ImagesOptions): Promise<void> {
  const report = reporter('base', options);
  await makeBase(
    store,
    tag,
    { [IMAGE_LABEL]: 'base' },
    (stage, fraction, line) =>
      report(
        stage,
        { pull: 0, debootstrap: 0, import: 90 }[stage] + fraction * (stage === 'import' ? 9 : 90),
        line,
      ),
    options.base ?? 'any',
  );
  report('done', 100, tag);
}

async function buildMachine(
  store: ImageStore,
  machine: { name: string; tag: string; args: Record<string, string>; folder: string },
  options: ImagesOptions,
): Promise<void> {
  const report = reporter(machine.name, options);
  const percentOf = buildPercent();
  await store.build(
    contextOf(machine.folder),
    { tag: machine.tag, labels: { [IMAGE_LABEL]: machine.name }, args: machine.args },
    (line) => report('build', percentOf(line), line),
  );
  report('done', 100, machine.tag);
}

function reporter(image: string, options: ImagesOptions) {
  const began = performance.now();
  let highest = 0;
  return (stage: BuildProgress['stage'], percent: number, line: string) => {
    highest = Math.max(highest, Math.min(100, Math.round(percent)));
    options.onProgress?.({
      image,
      stage,
      percent: highest,
      elapsedMs: Math.round(performance.now() - began),
      line: line.slice(0, 200),
    });
  };
}

/**
 * Estimates how far a build is from its log: steps of the Dockerfile, and inside a step the packages of apt, which is where the time goes.
 * @returns a function from each line of the log to a percentage
 */
export function buildPercent(): (line: string) => number {
  let step = 0;
  let steps = 1;
  let packages = 0;
  let handled = 0;
  return (line) => {
    const header = /^Step (\d+)\/(\d+)/.exec(line);
    if (header) {
      step = Number(header[1]);
      steps = Number(header[2]);
      packages = 0;
      handled = 0;
    }
    packages = Number(/(\d+) newly installed/.exec(line)?.[1] ?? packages);
    // Each package is fetched, unpacked and set up.
    if (packages > 0 && /^(Get:|Unpacking |Setting up )/.test(line)) handled += 1;
    const within = packages === 0 ? 0 : Math.min(0.9, handled / (packages * 3));
    // The step that installs packages counts for nine tenths of any build of ours.
    const reached = packages > 0 ? 5 + within * 90 : (100 * Math.max(0, step - 1)) / steps;
    return Math.min(99, reached);
  };
}

/** The build context: same bytes whoever checked the repository out, whatever their umask. */
function contextOf(folder: string): Readable {
  return pack(folder, {
    map: (header) => ({
      ...header,
      uid: 0,
      gid: 0,
      mtime: new Date(0),
      mode: header.type === 'directory' || ((header.mode ?? 0) & 0o100) !== 0 ? 0o755 : 0o644,
    }),
  }) as unknown as Readable;
}

/** Hash of every file below a folder: path, executable bit, content. */
export async function folderHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    const executable = ((await stat(file)).mode & 0o100) !== 0;
    hash.update(`${file.slice(folder.length)}\0${executable}\0`);
    hash.update(await readFile(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
