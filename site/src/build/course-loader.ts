// Where do lessons, terms and trainers' notes come from? From ../course, by Astro's glob loader, after our own checks with our own sentences.
import { readdir, readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { outlineSchema, parseFrontMatter, parseTerm, requireKnownLab } from '#course/course-schema.ts';
import { outline } from '#course/outline.ts';
import { numberSources } from './citations.ts';
import { checkLessonText, checkOutline } from './course-rules.ts';

const atTop = (context: LoaderContext, path: string): string =>
  relative(fileURLToPath(new URL('../', context.config.root)), path);

const courseFolder = (context: LoaderContext): URL => new URL('../course/', context.config.root);

/** Starlight's `docs` collection: `course/fr/x.mdx` is `/x/`, `course/en/x.mdx` is `/en/x/`. */
export function courseLoader(): Loader {
  return {
    name: 'course',
    load: async (context) => {
      const course = courseFolder(context);
      const all = await readdir(course, { recursive: true });
      checkOutline(
        all.filter((path) => path.endsWith('.mdx')),
        outlineSchema.parse(outline),
      );
      const labs = (await readdir(new URL('../labs/', context.config.root), { recursive: true })).flatMap(
        (path) => (/^[^/]+\/lab\.ts$/.test(path) ? [path.replace('/lab.ts', '')] : []),
      );
      // A cached lesson would not be checked again after a lab was renamed.
      context.store.clear();
      const lessons = glob({
        base: course,
        pattern: '*/**/[^_]*.mdx',
        generateId: ({ entry }) => entry.replace(/^fr\//, '').replace(/\.mdx$/, ''),
      });
      await lessons.load({
        ...context,
        parseData: async (props) => {
          const path = props.filePath ?? props.id;
          const file = atTop(context, path);
          const front = parseFrontMatter(file, props.data);
          if (front.lab !== undefined) requireKnownLab(file, front.lab, labs);
          const text = await readFile(path, 'utf8');
          checkLessonText(file, text);
          numberSources(file, text, front.sources ?? []);
          return context.parseData({ ...props, data: { ...props.data, ...front } });
        },
      });
    },
  };
}

/** `course/glossary/fr/dns.md` is `fr/dns`. */
export function glossaryLoader(): Loader {
  return {
    name: 'glossary',
    load: async (context) => {
      context.store.clear();
      const terms = glob({
        base: new URL('glossary/', courseFolder(context)),
        pattern: '*/*.md',
        generateId: ({ entry }) => entry.replace(/\.md$/, ''),
      });
      await terms.load({
        ...context,
        parseData: async (props) => {
          const path = props.filePath ?? props.id;
          const term = parseTerm(atTop(context, path), props.data);
          checkLessonText(atTop(context, path), await readFile(path, 'utf8'));
          return context.parseData({ ...props, data: { ...props.data, ...term } });
        },
      });
    },
  };
}

/** `course/fr/nom-de-domaine/comprendre.notes.md` is `fr/nom-de-domaine/comprendre`. */
export function notesLoader(): Loader {
  return {
    name: 'notes',
    load: async (context) => {
      context.store.clear();
      const notes = glob({
        base: courseFolder(context),
        pattern: '*/*/*.notes.md',
        generateId: ({ entry }) => entry.replace(/\.notes\.md$/, ''),
      });
      await notes.load({
        ...context,
        parseData: async (props) => {
          const path = props.filePath ?? props.id;
          // A title of their own is allowed, and left out of the page, which has one.
          checkLessonText(atTop(context, path), (await readFile(path, 'utf8')).replace(/^# .*$/m, ''));
          return context.parseData(props);
        },
      });
    },
  };
}
