// `npm run new:lesson`, `npm run new:lab`: what does an author start from? From something whole, that works, to be replaced piece by piece.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outline } from '../../course/outline.ts';
import { loadLabs } from '../labs/load-labs.ts';
import { LANGUAGES } from '../protocol/api.ts';
import { nearest } from '../settings/nearest.ts';
import { StartError } from '../start/start-error.ts';
import { type AuthorWords, authorWordsOf } from '../words/author.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { endWith } from './end-with.ts';
import { answersTo, frenchSigns, isName, type Question, slugOf } from './questions.ts';
import { scaffoldLab } from './scaffold-lab.ts';
import { scaffoldLesson } from './scaffold-lesson.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** As the front matter allows. */
const MAX_TITLE = 90;

type Soon = (soFar: ReadonlyMap<string, string>) => Question;

/** What a lesson and a lab both need: titles, a name, a place. */
function commonQuestions(words: AuthorWords): Soon[] {
  const named = (answer: string) => {
    if (isName(answer)) return undefined;
    const better = slugOf(answer);
    return better === answer
      ? words['new.reserved-name'](answer)
      : words['new.bad-name'](answer, isName(better) ? better : 'mon-courriel');
  };
  const short = (title: string) =>
    title.length > MAX_TITLE ? words['new.title-long'](title.length, MAX_TITLE) : undefined;
  const modules = outline.map(({ module }) => module);
  return [
    () => ({ flag: 'title-fr', asks: words['new.title-fr'], refuses: short }),
    (soFar) => ({
      flag: 'title-en',
      asks: words['new.title-en'],
      otherwise: `${soFar.get('title-fr')} (to translate)`.slice(0, MAX_TITLE),
      refuses: short,
    }),
    (soFar) => {
      const title = soFar.get('title-fr') ?? '';
      const refuses = (answer: string) => (answer === '' ? words['new.no-name'](title) : named(answer));
      return { flag: 'name', asks: words['new.name'], otherwise: slugOf(title), refuses };
    },
    () => ({
      flag: 'module',
      asks: words['new.module'](modules.join(', ')),
      otherwise: modules.at(-1) ?? 'contribuer',
      refuses: named,
    }),
  ];
}

/** @throws StartError where one of its files is there already, or what it is copied from is not */
function refuseWhatCannotBe(kind: string, module: string, name: string, words: AuthorWords): void {
  const model = [...(kind === 'lab' ? ['labs/sample'] : []), 'course/fr/contribuer/modele.mdx'];
  const missing = model.find((path) => !existsSync(join(ROOT, path)));
  if (missing !== undefined) throw new StartError(words['new.no-model'](missing));
  const files = LANGUAGES.map((language) => `course/${language}/${module}/${name}.mdx`);
  const taken = [...(kind === 'lab' ? [`labs/${name}`] : []), ...files].find((path) =>
    existsSync(join(ROOT, path)),
  );
  if (taken !== undefined) throw new StartError(words['new.exists'](taken));
}

/** Before anything is written: half a lesson would be in the way of the next try. @throws the system's error */
function mustBeWritable(kind: string, module: string): void {
  const folders = LANGUAGES.map((language) =>
    [`course/${language}/${module}`, `course/${language}`].find((path) => existsSync(join(ROOT, path))),
  );
  for (const path of [...(kind === 'lab' ? ['labs'] : []), ...folders, 'course/outline.ts'])
    if (path !== undefined) accessSync(join(ROOT, path), constants.W_OK);
}

const capital = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

async function make(kind: string, asked: Arguments): Promise<string[]> {
  const words = authorWordsOf(asked.language);
  const answers = await answersTo(asked.flags, commonQuestions(words), asked.language);
  const get = (flag: string) => answers.get(flag) ?? '';
  refuseWhatCannotBe(kind, get('module'), get('name'), words);
  mustBeWritable(kind, get('module'));
  const title = { fr: frenchSigns(get('title-fr')), en: get('title-en').replace(/\p{Cc}+/gu, ' ') };
  const moduleTitle = { fr: capital(get('module')), en: capital(get('module')) };
  const lesson = { module: get('module'), name: get('name'), title, moduleTitle };
  if (kind === 'lab') {
    const files = await scaffoldLab(ROOT, { id: lesson.name, title });
    return [
      ...files,
      ...(await scaffoldLesson(ROOT, { ...lesson, lab: { id: lesson.name, steps: [], isSample: true } })),
    ];
  }
  const id = asked.flags.get('lab');
  if (id === undefined || id === '') return scaffoldLesson(ROOT, lesson);
  const labs = await loadLabs(join(ROOT, 'labs'));
  const lab = labs.get(id);
  if (!lab) throw new StartError(words['lab.unknown'](id, nearest(id, [...labs.keys()])));
  const steps = lab.manifest.steps.map((step) => step.id);
  return scaffoldLesson(ROOT, { ...lesson, lab: { id, steps, isSample: false } });
}

/** Lines of the outline may have become too long for the formatter. */
function format(files: readonly string[]): void {
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const ours = files.filter((file) => file.endsWith('.ts'));
  spawnSync(process.execPath, [biome, 'check', '--write', ...ours], { cwd: ROOT, stdio: 'ignore' });
}

try {
  const [kind = '', ...rest] = process.argv.slice(2);
  const asked = readArguments(rest);
  const files = await make(kind, asked);
  format(files);
  const words = authorWordsOf(asked.language);
  console.log(words['new.done'](files.map((file) => `  ${file}`).join('\n')));
  if (kind === 'lab') console.log(words['new.try'](files[0]?.split('/')[1] ?? ''));
} catch (error) {
  endWith(error, readArguments(process.argv.slice(3)).language);
}
