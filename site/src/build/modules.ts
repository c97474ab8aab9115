// What is in each module, and how long does it take? The outline joined with the lessons, their labs and the trainers' notes.
import { type CollectionEntry, getCollection } from 'astro:content';
import { outline } from '#course/outline.ts';
import type { Language } from '#protocol/api.ts';
import { PAGES } from '../furniture/page-paths.ts';
import { coursePath } from './course-path.ts';
import { labById } from './labs.ts';

export interface LessonFacts {
  path: string;
  href: string;
  title: string;
  description: string;
  /** Minutes of reading, or of practice when there is a lab. */
  minutes: number;
  lab: boolean;
}

export interface ModuleFacts {
  id: string;
  href: string;
  title: string;
  aim: string | undefined;
  sittings: number | undefined;
  /** Titles and addresses of the modules to have followed. */
  needs: { title: string; href: string }[];
  lessons: LessonFacts[];
  minutes: number;
  labs: number;
  notes: { href: string; title: string }[];
}

const prefixOf = (language: Language): string => (language === 'fr' ? '/' : `/${language}/`);
const moduleHref = (id: string, language: Language): string => `${prefixOf(language)}${id}/`;

/** The modules in the course's order. A lesson not translated yet is shown in French, as its page is. */
export async function modulesOf(language: Language): Promise<ModuleFacts[]> {
  const lessons = await getCollection('docs');
  const notes = await getCollection('notes');
  return outline.map((module) => {
    const facts = module.lessons.flatMap((name) => {
      const path = `${module.module}/${name}`;
      const entry = entryAt(lessons, path, language);
      return entry ? [lessonFacts(entry, path, language)] : [];
    });
    return {
      id: module.module,
      href: moduleHref(module.module, language),
      title: module.title[language],
      aim: module.aim?.[language],
      sittings: module.sittings,
      needs: outline
        .filter((one) => module.needs?.includes(one.module))
        .map((one) => ({ title: one.title[language], href: moduleHref(one.module, language) })),
      lessons: facts,
      minutes: facts.reduce((sum, lesson) => sum + lesson.minutes, 0),
      labs: facts.filter((lesson) => lesson.lab).length,
      notes: facts
        .filter(({ path }) => notes.some((note) => note.id === `${language}/${path}`))
        .map(({ path, title }) => ({ href: `${PAGES.notes[language]}${path}/`, title })),
    };
  });
}

const entryAt = (lessons: readonly CollectionEntry<'docs'>[], path: string, language: Language) =>
  lessons.find(({ id }) => id === prefixOf(language).slice(1) + path) ??
  lessons.find(({ id }) => id === path);

function lessonFacts(entry: CollectionEntry<'docs'>, path: string, language: Language): LessonFacts {
  const { lab, minutes, title, description } = entry.data;
  return {
    path,
    href: `${prefixOf(language)}${path}/`,
    title,
    description: description ?? '',
    minutes:
      lab === undefined ? (minutes ?? 0) : labById(lab, coursePath(entry.id).language).manifest.minutes,
    lab: lab !== undefined,
  };
}

/** The lesson that a trainer's note belongs to; throws naming the note when there is none. */
export async function lessonOf(path: string, language: Language, note: string): Promise<LessonFacts> {
  const entry = entryAt(await getCollection('docs'), path, language);
  if (!entry)
    throw new Error(`${note}: there is no lesson course/fr/${path}.mdx that these notes could be for.`);
  return lessonFacts(entry, path, language);
}
