// What content does the site hold? The lessons of ../course, with Starlight's front matter and ours.

import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { courseLoader } from './build/course-loader.ts';

export const collections = {
  docs: defineCollection({
    loader: courseLoader(),
    schema: docsSchema({
      extend: z.object({
        lab: z.string().optional(),
        minutes: z.number().optional(),
        sources: z.array(z.object({ title: z.string(), url: z.string().optional() })).optional(),
      }),
    }),
  }),
};
