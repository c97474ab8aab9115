// Where do lessons come from? From ../course, by Astro's glob loader, after our own checks with our own sentences.
import { readdir, readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { outlineSchema, parseFrontMatter, requireKnownLab } from '#course/course-schema.ts';
import { outline } from '#course/outline.ts';
import { checkLessonText, checkOutline } from './course-rules.ts';

/** Starlight's `docs` collection: `course/fr/x.mdx` is `/x/`, `course/en/x.mdx` is `/en/x/`. */
export function courseLoader(): Loader {
  return {
    name: 'course',
    load: async (context) => {
      const course = new URL('../course/', context.config.root);
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
          const file = relative(fileURLToPath(new URL('../', context.config.root)), path);
          const front = parseFrontMatter(file, props.data);
          if (front.lab !== undefined) requireKnownLab(file, front.lab, labs);
          checkLessonText(file, await readFile(path, 'utf8'));
          return context.parseData(props);
        },
      });
    },
  };
}
