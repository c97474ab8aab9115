// For which lessons and modules are there slides and sheets? For all of the outline, in the language that each is written in.
import { type CollectionEntry, getCollection } from 'astro:content';
import type { Language } from '#protocol/api.ts';
import { modulesOf } from './modules.ts';

export interface LessonProps {
  entry: CollectionEntry<'docs'>;
  /** `premiers-pas/terminal` */
  path: string;
}

export interface ModuleProps {
  title: string;
  entries: CollectionEntry<'docs'>[];
  href: string;
}

const prefix = (language: Language): string => (language === 'fr' ? '' : `${language}/`);

/** One page per lesson that is written in this language. */
export async function lessonPaths(language: Language) {
  const entries = await getCollection('docs');
  return (await modulesOf(language)).flatMap(({ lessons }) =>
    lessons.flatMap(({ path }) => {
      const entry = entries.find(({ id }) => id === prefix(language) + path);
      const [module = '', lesson = ''] = path.split('/');
      const props: LessonProps | undefined = entry && { entry, path };
      return props ? [{ params: { module, lesson }, props }] : [];
    }),
  );
}

/** One page per module, with those of its lessons that are written in this language. */
export async function modulePaths(language: Language) {
  const all = await lessonPaths(language);
  return (await modulesOf(language)).map(({ id, title, href }) => {
    const props: ModuleProps = {
      title,
      href,
      entries: all.filter(({ params }) => params.module === id).map(({ props: { entry } }) => entry),
    };
    return { params: { module: id }, props };
  });
}
