// Where does the Debian under every machine come from? The public image when a registry answers, else debootstrap on this host.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { pack } from 'tar-fs';
import type { ImageStore } from './docker-engine-images.ts';
import { EngineError } from './engine.ts';

const SUITE = 'bookworm';
const PUBLIC_IMAGE = 'debian:12-slim';
/** Milliseconds a registry has to say its first word: a class without Internet must not wait for it. */
const REGISTRY_SILENCE_MS = 12_000;
/** Lines that debootstrap (minbase) prints, about: only draws the bar. */
const DEBOOTSTRAP_LINES = 330;

/** Changes when the way a base is made changes, so that bases are made anew. */
export const BASE_RECIPE = `${SUITE} 1`;

export type BaseStage = 'pull' | 'debootstrap' | 'import';
export type OnBaseProgress = (stage: BaseStage, fraction: number, line: string) => void;

/** Makes `tag`; throws `EngineError` that says what was tried and what to do. `way` forces one of the two ways (tests, authors). */
export async function makeBase(
  store: ImageStore,
  tag: string,
  labels: Record<string, string>,
  onProgress: OnBaseProgress,
  way: 'any' | 'pull' | 'debootstrap' = 'any',
): Promise<void> {
  let pullFailure = '';
  if (way !== 'debootstrap') {
    try {
      await pullPublicImage(store, onProgress);
    } catch (error) {
      if (way === 'pull' || !(error instanceof EngineError) || error.kind === 'down') throw error;
      pullFailure = error.message;
    }
    if (pullFailure === '') return labelPublicImage(store, tag, labels, onProgress);
  }
  await bootstrapBase(store, tag, labels, onProgress, pullFailure);
}

async function pullPublicImage(store: ImageStore, onProgress: OnBaseProgress): Promise<void> {
  if (await store.imageExists(PUBLIC_IMAGE)) return;
  let lines = 0;
  await store.pull(PUBLIC_IMAGE, REGISTRY_SILENCE_MS, (line) => {
    lines += 1;
    onProgress('pull', Math.min(0.95, lines / 40), line);
  });
}

/** A build of one line, because a tag alone could not carry our label. */
async function labelPublicImage(
  store: ImageStore,
  tag: string,
  labels: Record<string, string>,
  onProgress: OnBaseProgress,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'boite-base-'));
  try {
    await writeFile(join(directory, 'Dockerfile'), `FROM ${PUBLIC_IMAGE}\n`);
    await store.build(pack(directory) as unknown as Readable, { tag, labels, args: {} }, (line) =>
      onProgress('import', 0.9, line),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function bootstrapBase(
  store: ImageStore,
  tag: string,
  labels: Record<string, string>,
  onProgress: OnBaseProgress,
  pullFailure: string,
): Promise<void> {
  const tried =
    pullFailure === '' ? '' : ` The image registry did not give ${PUBLIC_IMAGE}: ${pullFailure.trim()}.`;
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new EngineError(
      'refused',
      `No base image.${tried} Expected: an Internet connection for the first build, or Linux as root to make the base with debootstrap.`,
    );
  await ensureDebootstrap(tried, onProgress);
  const directory = await mkdtemp('/var/tmp/boite-base-');
  try {
    const mirrors = await hostMirrors();
    await runDebootstrap(directory, mirrors[0], onProgress);
    await writeSources(directory, mirrors);
    onProgress('import', 0, 'tar');
    await store.importRoot(tarOf(directory), tag, labels);
    onProgress('import', 1, tag);
  } finally {
    await removeRoot(directory);
  }
}

/** Installs debootstrap where apt can; the person already agreed to what the first start installs. */
async function ensureDebootstrap(tried: string, onProgress: OnBaseProgress): Promise<void> {
  if (await works('debootstrap', ['--version'])) return;
  onProgress('debootstrap', 0, 'apt-get install debootstrap');
  const install = ['install', '--yes', '--no-install-recommends', 'debootstrap'];
  if (await works('apt-get', install)) return;
  await works('apt-get', ['update']);
  if (await works('apt-get', install)) return;
  throw new EngineError(
    'refused',
    `No base image.${tried} Expected: debootstrap, which could not be installed. Run "apt-get install debootstrap" as root, then start again.`,
  );
}

async function works(command: string, args: string[]): Promise<boolean> {
  try {
    await promisify(execFile)('env', ['DEBIAN_FRONTEND=noninteractive', command, ...args]);
    return true;
  } catch {
    return false;
  }
}

interface Mirror {
  uri: string;
  suite: string;
}

/** The Debian mirrors this host's apt uses, for the suites of the base, plain archive first; empty on a host without them (debootstrap then uses its own default). */
async function hostMirrors(): Promise<[Mirror, ...Mirror[]] | []> {
  const format = '$(REPO_URI) $(ORIGIN) $(CODENAME) $(COMPONENT)';
  let text: string;
  try {
    text = (
      await promisify(execFile)('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'])
    ).stdout;
  } catch {
    return [];
  }
  return mirrorsFrom(text);
}

/** Pure part of the above. A host on another Debian release uses the same mirrors with our suite's name. */
export function mirrorsFrom(indexTargets: string): [Mirror, ...Mirror[]] | [] {
  const found = new Map<string, string>();
  for (const line of indexTargets.split('\n')) {
    const [uri, origin, codename, component] = line.trim().split(' ');
    if (uri === undefined || origin !== 'Debian' || codename === undefined || component !== 'main') continue;
    const pocket = codename.includes('-') ? codename.slice(codename.indexOf('-')) : '';
    if (!['', '-updates', '-security'].includes(pocket)) continue;
    if (!found.has(pocket)) found.set(pocket, uri.replace(/\/$/, ''));
  }
  const main = found.get('');
  if (main === undefined) return [];
  const mirrors: [Mirror, ...Mirror[]] = [{ uri: main, suite: SUITE }];
  for (const pocket of ['-updates', '-security']) {
    const uri = found.get(pocket);
    if (uri !== undefined) mirrors.push({ uri, suite: SUITE + pocket });
  }
  return mirrors;
}

function runDebootstrap(
  directory: string,
  mirror: Mirror | undefined,
  onProgress: OnBaseProgress,
): Promise<void> {
  const args = ['--variant=minbase', SUITE, directory, ...(mirror === undefined ? [] : [mirror.uri])];
  return new Promise((resolve, reject) => {
    const child = spawn('debootstrap', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const tail: string[] = [];
    let lines = 0;
    const take = (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n')) {
        if (line.trim() === '') continue;
        lines += 1;
        tail.push(line);
        if (tail.length > 25) tail.shift();
        onProgress('debootstrap', Math.min(0.99, lines / DEBOOTSTRAP_LINES), line);
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) =>
      reject(new EngineError('refused', `debootstrap did not start: ${error.message}`)),
    );
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new EngineError('refused', `debootstrap failed (exit code ${code}):\n${tail.join('\n')}`));
    });
  });
}

async function writeSources(directory: string, mirrors: readonly Mirror[]): Promise<void> {
  if (mirrors.length === 0) return;
  const lines = mirrors.map(({ uri, suite }) => `deb ${uri} ${suite} main\n`);
  await writeFile(join(directory, 'etc/apt/sources.list'), lines.join(''));
}

function tarOf(directory: string): Readable {
  const child = spawn(
    'tar',
    [
      '--create',
      '--numeric-owner',
      '--one-file-system',
      '--exclude=./var/cache/apt/*.bin',
      '--exclude=./var/cache/apt/archives/*.deb',
      '--exclude=./var/lib/apt/lists/*_*',
      '--exclude=./var/log/*.log',
      `--directory=${directory}`,
      '.',
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const output = child.stdout;
  // A tar that fails must fail the import: a cut archive could pass for a whole one.
  child.on('close', (code) => {
    if (code !== 0) output.destroy(new Error(`tar failed (exit code ${code})`));
  });
  return output;
}

/** Removes the root file system; an interrupted debootstrap may have left /proc mounted in it, which must never be walked. */
async function removeRoot(directory: string): Promise<void> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8'))
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((path) => path.startsWith(`${directory}/`))
    .reverse();
  for (const path of mounts) await works('umount', ['--lazy', path]);
  await works('rm', ['--recursive', '--force', '--one-file-system', directory]);
}
