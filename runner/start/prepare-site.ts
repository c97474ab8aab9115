// Is the built site that of the present sources? If not, builds it with Astro.
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStep } from '../bootstrap/screen.mjs';
import type { Language } from '../protocol/api.ts';
import { startWordsOf } from '../words/start.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { runAstro } from './run-astro.ts';
import { StartError } from './start-error.ts';
import { tellingRefusals } from './system-refusal.ts';
import { treeHash } from './tree-hash.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TAIL_LINES = 15;

/** All that the pages are made of; package-lock.json stands for the tools that make them. */
const SOURCES = ['course', 'site', 'labs', 'runner/protocol', '.data/recordings', 'package-lock.json'];

/** Where Astro puts the site (site/astro.config.ts says the same). */
export const SITE_FOLDER = join(ROOT, '.data', 'site');
const STAMP = join(ROOT, '.data', 'site.stamp');
/** One build at a time: Astro keeps what it read in one cache. */
export const SITE_LOCK = join(ROOT, '.data', 'site.lock');
const LOG = join(ROOT, '.data', 'logs', 'site-build.log');

interface SiteOptions {
  language: Language;
  force?: boolean;
}

/**
 * Builds the site if its sources changed since the last build (or always, with `force`), with a step shown on the screen.
 * @returns the folder to serve; throws `StartError` with the last lines of Astro when the build fails
 */
export const prepareSite = (options: SiteOptions): Promise<string> =>
  tellingRefusals(options.language, () => prepare(options));

async function prepare(options: SiteOptions): Promise<string> {
  const { language } = options;
  const words = startWordsOf(language);
  const isFresh = async (wanted: string) =>
    (await readFile(STAMP, 'utf8').catch(() => '')) === wanted && existsSync(join(SITE_FOLDER, 'index.html'));
  if (!options.force && (await isFresh(await treeHash(ROOT, SOURCES)))) return SITE_FOLDER;
  const step = openStep(words['site.building'], { lang: language });
  try {
    await oneAtATime(SITE_LOCK, language, async () => {
      const wanted = await treeHash(ROOT, SOURCES);
      // Somebody else built it while we waited.
      if (!options.force && (await isFresh(wanted))) return;
      await rm(STAMP, { force: true });
      if ((await runAstro(ROOT, ['build'], LOG)) !== 0) {
        const tail = (await readFile(LOG, 'utf8')).trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
        throw new StartError(words['site.failed'](tail, LOG));
      }
      await writeFile(STAMP, wanted);
    });
  } catch (error) {
    step.fail();
    throw error;
  }
  step.done();
  return SITE_FOLDER;
}
