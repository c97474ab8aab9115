// `npm run drift -- <upstream>`: what has changed, where this copy comes from, in what it uses?
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '../start/start-error.ts';
import { authorWordsOf } from '../words/author.ts';
import { readArguments } from './arguments.ts';
import { filesUnder } from './check/course-files.ts';
import { endWith } from './end-with.ts';
import { readOrigin, sha256 } from './origin.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a copy uses: lessons, terms, drawings and labs. */
const USED = ['course', 'labs'];
const OWN = /^course\/(outline\.ts|origin\.json|translations\.json|README\.md)$/;

export interface Drift {
  changed: string[];
  both: string[];
  gone: string[];
  fresh: string[];
}

type Hashes = ReadonlyMap<string, string>;

/** Compares a copy (`here`) with upstream. `taken`: how it was when the copy was made; without it, what differs counts as changed on both sides. */
export function driftBetween(here: Hashes, upstream: Hashes, taken: Hashes | undefined): Drift {
  const drift: Drift = { changed: [], both: [], gone: [], fresh: [] };
  const folders = new Set([...here.keys()].map((path) => path.split('/').slice(0, -1).join('/')));
  for (const [path, hash] of here) {
    const before = taken?.get(path);
    const now = upstream.get(path);
    if (now === hash || (before !== undefined && now === before)) continue;
    if (now === undefined) {
      if (taken === undefined || before !== undefined) drift.gone.push(path);
    } else if (before === hash) drift.changed.push(path);
    else drift.both.push(path);
  }
  for (const path of upstream.keys())
    if (!here.has(path) && !taken?.has(path) && folders.has(path.split('/').slice(0, -1).join('/')))
      drift.fresh.push(path);
  return drift;
}

async function hashesOf(root: string): Promise<Map<string, string>> {
  const files = (await Promise.all(USED.map((folder) => filesUnder(root, folder)))).flat();
  const mine = files.filter((path) => !OWN.test(path) && !path.startsWith('labs/machines/'));
  return new Map(
    await Promise.all(mine.map(async (path) => [path, sha256(await readFile(join(root, path)))] as const)),
  );
}

/** The folder of upstream; a repository's address is fetched into `.data/upstream`. */
async function fetched(upstream: string, unreachable: (why: string) => string): Promise<string> {
  if (existsSync(upstream) && statSync(upstream).isDirectory()) return resolve(upstream);
  const folder = join(ROOT, '.data', 'upstream');
  await rm(folder, { recursive: true, force: true });
  try {
    execFileSync('git', ['clone', '-q', '--depth', '1', '--', upstream, folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    const why =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : '';
    throw new StartError(unreachable(why ?? ''));
  }
  return folder;
}

async function main(): Promise<void> {
  const { names, language } = readArguments(process.argv.slice(2));
  const words = authorWordsOf(language);
  const [upstream] = names;
  if (upstream === undefined) throw new StartError(words['drift.which']);
  const there = await fetched(upstream, (why) => words['drift.unreachable'](upstream, why));
  if (!USED.every((folder) => existsSync(join(there, folder))))
    throw new StartError(words['drift.no-course'](upstream));
  const origin = await readOrigin(ROOT);
  if (origin) console.log(words['drift.since'](origin.day, origin.commit?.slice(0, 10) ?? ''));
  const taken = origin && new Map(Object.entries(origin.files));
  const drift = driftBetween(await hashesOf(ROOT), await hashesOf(there), taken);
  const parts = [
    [words['drift.changed'], drift.changed],
    [words['drift.both'], drift.both],
    [words['drift.gone'], drift.gone],
    [words['drift.fresh'], drift.fresh],
  ] as const;
  for (const [title, paths] of parts)
    if (paths.length > 0)
      console.log(
        `${title}\n${paths
          .toSorted()
          .map((path) => `  ${path}`)
          .join('\n')}`,
      );
  if (parts.every(([, paths]) => paths.length === 0)) console.log(words['drift.none']);
}

if (import.meta.main)
  await main().catch((error: unknown) => endWith(error, readArguments(process.argv.slice(2)).language));
