// `npm run build`: how does the course become a folder of files that any host can serve, or a USB stick?
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStep } from '../bootstrap/screen.mjs';
import { loadLabs } from '../labs/load-labs.ts';
import { LANGUAGES } from '../protocol/api.ts';
import { oneAtATime } from '../start/one-at-a-time.ts';
import { SITE_LOCK } from '../start/prepare-site.ts';
import { runAstro } from '../start/run-astro.ts';
import { StartError } from '../start/start-error.ts';
import { authorWordsOf } from '../words/author.ts';
import { readArguments } from './arguments.ts';
import { BUILT, type BuildOptions, DEFAULT_OUT, readBuildOptions } from './build-options.ts';
import { endWith } from './end-with.ts';
import { makeFolder } from './make-folder.ts';
import { relocate } from './relocate.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LOG = join(ROOT, '.data', 'logs', 'build.log');
const TAIL_LINES = 15;

/** Builds the site that is read alone; gives the number of its pages. Throws `StartError`. */
async function build(options: BuildOptions): Promise<number> {
  const words = authorWordsOf(options.language);
  const args = ['build', '--mode', 'alone', '--outDir', options.out, '--base', options.base || '/'];
  if (options.site !== undefined) args.push('--site', options.site);
  // Our own folder is no matter of --out: the system's refusal is told as such.
  const refused = options.out === join(ROOT, DEFAULT_OUT) ? undefined : makeFolder(options.out);
  if (refused !== undefined) throw new StartError(words['out.refused'](options.out, refused));
  const step = openStep(words['build.building'], { lang: options.language });
  try {
    await rm(options.out, { recursive: true, force: true });
    if ((await oneAtATime(SITE_LOCK, options.language, () => runAstro(ROOT, args, LOG))) !== 0) {
      const tail = (await readFile(LOG, 'utf8')).trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
      throw new StartError(words['build.failed'](tail, LOG));
    }
  } catch (error) {
    step.fail();
    throw error;
  }
  const pages = (await readdir(options.out, { recursive: true })).filter((path) => path.endsWith('.html'));
  for (const page of pages) {
    const file = join(options.out, page);
    await writeFile(file, relocate(await readFile(file, 'utf8'), options.base));
  }
  const [explained, server] = BUILT;
  await cp(join(ROOT, 'runner', 'author', 'tiny-server.mjs'), join(options.out, server));
  await writeFile(join(options.out, explained), readMe(options));
  step.done();
  return pages.length;
}

/** How to open the folder, in every language, beside the pages. */
const readMe = ({ base }: BuildOptions): string =>
  LANGUAGES.map((language) => authorWordsOf(language)['build.readme'](base || '/')).join('\n\n');

/** Labs that no proof was recorded for on this computer. */
async function unrecorded(): Promise<string[]> {
  const labs = await loadLabs(join(ROOT, 'labs'));
  const folder = join(ROOT, '.data', 'recordings');
  const recorded = await readdir(folder, { recursive: true }).catch((): string[] => []);
  return [...labs.keys()].filter((id) => !recorded.some((path) => path === join(id, 'fr.cast')));
}

try {
  const options = readBuildOptions(process.argv.slice(2), ROOT);
  const words = authorWordsOf(options.language);
  const pages = await build(options);
  const out = relative(ROOT, options.out) || options.out;
  console.log(words['build.done'](pages, out, options.base || '/'));
  const missing = await unrecorded();
  if (missing.length > 0) console.log(words['build.unrecorded'](missing.join(', ')));
} catch (error) {
  endWith(error, readArguments(process.argv.slice(2)).language);
}
