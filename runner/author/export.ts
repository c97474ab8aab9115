// `npm run export -- --modules a,b --lang fr`: how does one take a part of the course? As a repository of its own that builds, checks itself and credits everybody.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outline } from '../../course/outline.ts';
import { loadLabs } from '../labs/load-labs.ts';
import { LANGUAGES, type Language } from '../protocol/api.ts';
import { StartError } from '../start/start-error.ts';
import { type AuthorWords, authorWordsOf } from '../words/author.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { filesUnder, readCourse } from './check/course-files.ts';
import { field } from './check/front-matter.ts';
import { withoutDeadLinks } from './check/links.ts';
import { endWith } from './end-with.ts';
import {
  type ExportPlan,
  outlineText,
  planExport,
  unknownModules,
  withoutLostNeighbours,
} from './export-plan.ts';
import { makeFolder } from './make-folder.ts';
import { makeStick, PACKED, UNPACKED } from './offline.ts';
import { ORIGIN_FILE, sha256, writeOrigin } from './origin.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a part keeps of the tests: the rules, which hold for any course. */
const KEPT_TESTS = /^tests\/(rules\/|[^/]+$)/;

interface Asked {
  modules: string[];
  languages: Language[];
  /** Where the repository is written, absolute. */
  out: string;
  /** Folder of the stick that it is packed into, absolute; undefined where none is asked for. */
  stick: string | undefined;
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** Would something be written over? A stick may hold other things already; a repository wants a folder of its own. */
function isTaken(out: string, asStick: boolean): boolean {
  if (!existsSync(out)) return false;
  if (!statSync(out).isDirectory()) return true;
  const names = readdirSync(out);
  return asStick ? ['package.json', PACKED, UNPACKED].some((name) => names.includes(name)) : names.length > 0;
}

function readAsked({ flags, names, language }: Arguments, words: AuthorWords): Asked {
  const modules = [...list(flags.get('modules') ?? ''), ...names];
  const known = outline.map(({ module }) => module);
  if (modules.length === 0) throw new StartError(words['export.which'](known.join(', ')));
  const [unknown] = unknownModules(modules, outline);
  if (unknown) throw new StartError(words['export.unknown'](unknown.asked, unknown.near, known.join(', ')));
  const wanted = list(flags.get('languages') ?? language);
  const strange = wanted.find((one) => !LANGUAGES.some((known) => known === one));
  if (strange !== undefined) throw new StartError(words['export.language'](strange, LANGUAGES.join(', ')));
  // French is what translations follow, and the root of the site: a part without it would not build.
  const languages = LANGUAGES.filter((one) => one === 'fr' || wanted.includes(one));
  const out = resolve(ROOT, flags.get('out') ?? join('.data', 'export', modules.join('-')));
  const stick = flags.has('offline') ? out : undefined;
  if (isTaken(out, stick !== undefined)) throw new StartError(words['export.exists'](out));
  return { modules, languages, out: stick === undefined ? out : join(stick, UNPACKED), stick };
}

const git = (...args: string[]): string | undefined => {
  try {
    return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
};

/** Every file of the repository that is not a lesson, a lab or a test of this very course. */
function machinery(): string[] {
  const files = git('ls-files', '--cached', '--others', '--exclude-standard')?.split('\n').filter(Boolean);
  if (!files) throw new StartError('git ls-files: expected a git repository, found none');
  return files.filter(
    (path) =>
      existsSync(join(ROOT, path)) &&
      !path.startsWith('course/') &&
      (!path.startsWith('tests/') || KEPT_TESTS.test(path)) &&
      (!path.startsWith('labs/') || path.startsWith('labs/machines/') || path.split('/').length === 2),
  );
}

async function copyAll(files: readonly string[], out: string): Promise<void> {
  for (const path of files) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await cp(join(ROOT, path), join(out, path), { recursive: true });
  }
}

/** Terms name their neighbours: those that stay behind are named no more. */
async function trimTerms(out: string, plan: ExportPlan): Promise<void> {
  for (const path of plan.course.filter((one) => one.startsWith('course/glossary/'))) {
    const text = await readFile(join(out, path), 'utf8');
    await writeFile(join(out, path), withoutLostNeighbours(text, plan.terms));
  }
}

/** Where a chosen lesson leads to one that stays behind, its words stay and the link goes. */
async function unlink(out: string, plan: ExportPlan): Promise<void> {
  const labs = await loadLabs(join(out, 'labs'));
  const part = await readCourse(out, plan.outline, labs);
  for (const lesson of [...part.lessons, ...part.notes]) {
    const text = withoutDeadLinks(lesson, part);
    if (text !== lesson.text) await writeFile(join(out, lesson.path), text);
  }
}

/** The site's own prose speaks of modules, too: of those that stay behind, the words stay. */
async function unlinkProse(out: string, plan: ExportPlan): Promise<void> {
  const kept = plan.outline.map(({ module }) => module);
  const gone = outline.map(({ module }) => module).filter((module) => !kept.includes(module));
  const link = new RegExp(`\\[([^\\]]*)\\]\\(/(?:en/)?(?:${gone.join('|')})/[^)]*\\)`, 'g');
  for (const path of await filesUnder(out, 'site/src/prose')) {
    const text = await readFile(join(out, path), 'utf8');
    if (gone.length > 0) await writeFile(join(out, path), text.replace(link, '$1'));
  }
}

async function note(asked: Asked, plan: ExportPlan, files: readonly string[]): Promise<void> {
  const commit = git('rev-parse', 'HEAD')?.trim();
  const hashes = await Promise.all(
    files.map(async (path) => [path, sha256(await readFile(join(ROOT, path)))] as const),
  );
  const authorsOf = (authors: unknown) => (Array.isArray(authors) ? authors.map(String) : []);
  await writeOrigin(asked.out, {
    title: 'La boîte à outils du député numérique',
    licence: 'CC BY-SA 4.0',
    ...(commit === undefined ? {} : { commit }),
    day: new Date().toISOString().slice(0, 10),
    modules: asked.modules,
    languages: asked.languages,
    credits: plan.lessons.map((lesson) => ({
      path: lesson.path,
      title: String(field(lesson, 'title')),
      authors: authorsOf(field(lesson, 'authors')),
      licence: String(field(lesson, 'licence') ?? 'CC BY-SA 4.0'),
    })),
    files: Object.fromEntries(hashes),
  });
}

const labPaths = async (labs: readonly string[]): Promise<string[]> =>
  (await Promise.all(labs.map((id) => filesUnder(ROOT, `labs/${id}`)))).flat();

async function exportPart(asked: Asked): Promise<ExportPlan> {
  const labs = await loadLabs(join(ROOT, 'labs'));
  const course = await readCourse(ROOT, outline, labs);
  const plan = planExport(course, asked.modules, asked.languages);
  await copyAll([...machinery(), ...plan.course, ...plan.labs.map((id) => `labs/${id}`)], asked.out);
  const file = join(asked.out, 'course', 'outline.ts');
  await writeFile(file, outlineText(plan.outline));
  await trimTerms(asked.out, plan);
  await unlink(asked.out, plan);
  await unlinkProse(asked.out, plan);
  const recordings = join('.data', 'recordings');
  for (const lab of plan.labs)
    if (existsSync(join(ROOT, recordings, lab)))
      await cp(join(ROOT, recordings, lab), join(asked.out, recordings, lab), { recursive: true });
  await note(asked, plan, [...plan.course, ...(await labPaths(plan.labs))]);
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  spawnSync(process.execPath, [biome, 'check', '--write', 'course/outline.ts', ORIGIN_FILE], {
    cwd: asked.out,
    stdio: 'ignore',
  });
  // The rules of the repository read what git knows.
  spawnSync('git', ['init', '-q'], { cwd: asked.out, stdio: 'ignore' });
  spawnSync('git', ['add', '-A'], { cwd: asked.out, stdio: 'ignore' });
  return plan;
}

try {
  const given = readArguments(process.argv.slice(2), ['offline', 'yes']);
  const words = authorWordsOf(given.language);
  const asked = readAsked(given, words);
  const refused = makeFolder(asked.out);
  if (refused !== undefined) throw new StartError(words['out.refused'](asked.out, refused));
  const plan = await exportPart(asked);
  if (asked.stick !== undefined) await makeStick(ROOT, asked.stick, given.language);
  const folder = asked.stick ?? asked.out;
  const place = relative(ROOT, folder).startsWith('..') ? folder : relative(ROOT, folder);
  const done = words[asked.stick === undefined ? 'export.done' : 'export.offline'];
  console.log(done(plan.lessons.length, plan.labs.length, place));
  if (!list(given.flags.get('languages') ?? given.language).includes('fr'))
    console.log(words['export.french']);
} catch (error) {
  endWith(error, readArguments(process.argv.slice(2)).language);
}
