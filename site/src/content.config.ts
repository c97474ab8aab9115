// What content does the site hold? The lessons of ../course, with Starlight's front matter and ours; the glossary; trainers' notes; what the search says.

import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { courseLoader, glossaryLoader, notesLoader } from './build/course-loader.ts';
import { en as searchEn } from './words/search.en.ts';
import { fr as searchFr } from './words/search.fr.ts';

// What each field may hold was judged, with our own sentences, by course/course-schema.ts.
const source = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().optional(),
  date: z.string().optional(),
  url: z.string().optional(),
});

export const collections = {
  docs: defineCollection({
    loader: courseLoader(),
    schema: docsSchema({
      extend: z.object({
        lab: z.string().optional(),
        minutes: z.number().optional(),
        objectives: z.array(z.string()).optional(),
        words: z.array(z.string()).optional(),
        updated: z.string().optional(),
        sources: z.array(source).optional(),
        authors: z.array(z.string()).optional(),
        changes: z.string().optional(),
        from: z
          .object({
            title: z.string(),
            authors: z.array(z.string()).optional(),
            url: z.string().optional(),
          })
          .optional(),
        licence: z.string().optional(),
      }),
    }),
  }),
  glossary: defineCollection({
    loader: glossaryLoader(),
    schema: z.object({
      term: z.string(),
      also: z.array(z.string()).optional(),
      short: z.string(),
      see: z.array(z.string()).optional(),
      sources: z.array(z.union([z.string(), source])).optional(),
    }),
  }),
  notes: defineCollection({ loader: notesLoader(), schema: z.object({ title: z.string().optional() }) }),
  // Where Starlight looks for sentences. Pagefind has some of its own in many languages, and shows the English ones whatever the page's.
  i18n: defineCollection({
    loader: () => [
      { id: 'fr', ...searchFr },
      { id: 'en', ...searchEn },
    ],
    schema: i18nSchema(),
  }),
};
