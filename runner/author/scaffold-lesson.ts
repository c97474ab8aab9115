// What is a new lesson made of? The model lesson in each language, with its own title and lab; its notes; a line in the outline.

import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LANGUAGES, type Language } from '../protocol/api.ts';
import { addToOutline } from './outline-text.ts';

export interface NewLesson {
  module: string;
  /** File name without its ending, the same in every language. */
  name: string;
  title: Record<Language, string>;
  /** Titles of the module, when it is new. */
  moduleTitle: Record<Language, string>;
  /** What stands beside the text: the steps of a lab, as in the model when it is a copy of the sample's. */
  lab?: { id: string; steps: readonly string[]; isSample: boolean };
}

const MODEL = join('contribuer', 'modele');

/** Front matter may hold any title: quoted where YAML would read something else (`2024`, `true`), or more than a title. */
const yaml = (text: string): string =>
  /^[\p{L}\d][^:#"'[\]{}]*$/u.test(text) && parse(text) === text ? text : JSON.stringify(text);

/** Where each part of the model begins, per language. */
const PARTS: Record<Language, { turn: string; explain: string }> = {
  fr: {
    turn: '## À vous de jouer',
    explain: 'Expliquez ici le geste de cette étape, et pourquoi on le fait.',
  },
  en: { turn: '## Your turn', explain: 'Explain the gesture of this step here, and why it is made.' },
};

/** The model's text for another lesson. Exported for its test. */
export function lessonText(model: string, language: Language, lesson: NewLesson): string {
  const { turn, explain } = PARTS[language];
  const titled = model
    .replace(/^title: .*$/m, () => `title: ${yaml(lesson.title[language])}`)
    .replace(/^lab: .*$/m, lesson.lab ? `lab: ${lesson.lab.id}` : 'minutes: 15');
  if (lesson.lab?.isSample) return titled;
  const begins = titled.indexOf(turn);
  const ends = titled.indexOf('<Question', begins);
  if (begins < 0 || ends < 0)
    throw new Error(`course/${language}/${MODEL}.mdx: expected "${turn}" and then a <Question>`);
  const steps = (lesson.lab?.steps ?? []).map((id) => `<Step id="${id}">\n  ${explain}\n</Step>\n\n`);
  const practice = steps.length > 0 ? `${turn}\n\n${steps.join('')}` : '';
  return titled.slice(0, begins) + practice + titled.slice(ends);
}

/** Writes the lesson under `root`; gives the paths of its files. Throws when one of them exists. */
export async function scaffoldLesson(root: string, lesson: NewLesson): Promise<string[]> {
  const written: string[] = [];
  for (const language of LANGUAGES)
    for (const ending of ['.mdx', '.notes.md']) {
      const file = join('course', language, lesson.module, `${lesson.name}${ending}`);
      if (existsSync(join(root, file))) throw new Error(`${file} exists already`);
      written.push(file);
    }
  for (const language of LANGUAGES) {
    const folder = join(root, 'course', language);
    const model = join(folder, MODEL);
    const target = join(folder, lesson.module, lesson.name);
    await mkdir(join(folder, lesson.module), { recursive: true });
    await writeFile(`${target}.mdx`, lessonText(await readFile(`${model}.mdx`, 'utf8'), language, lesson));
    await copyFile(`${model}.notes.md`, `${target}.notes.md`);
  }
  const outline = join(root, 'course', 'outline.ts');
  await writeFile(outline, addToOutline(await readFile(outline, 'utf8'), lesson));
  return [...written, join('course', 'outline.ts')];
}
