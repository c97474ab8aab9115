// What do our tags need to know of a lesson when it is drawn outside its own page: on slides, on paper?
import type { CollectionEntry } from 'astro:content';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Language } from '#protocol/api.ts';
import { numberSources } from './citations.ts';
import { coursePath } from './course-path.ts';
import { labById } from './labs.ts';

/** Makes a page's locals those of this lesson's own page. Another lesson may follow on the same sheet, when this one is drawn. */
export function drawAs(locals: App.Locals, entry: CollectionEntry<'docs'>, language: Language): void {
  const { lab, sources = [] } = entry.data;
  // The tags read the file's name and the language; nothing else of a Starlight page exists here.
  locals.starlightRoute = { entry, entryMeta: { lang: language } } as unknown as StarlightRouteData;
  if (lab === undefined) delete locals.lab;
  else locals.lab = labById(lab, coursePath(entry.id).language);
  locals.notes = numberSources(entry.filePath ?? 'a lesson', entry.body ?? '', sources);
  locals.cited = {};
}
