// What does every course page get before it is drawn? Its lab, our tags for its text, and the layout that goes with them.
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { numberSources } from './build/citations.ts';
import { labById } from './build/labs.ts';
import LessonContent from './lesson-tags/LessonContent.astro';
import { languageOf } from './words/index.ts';

export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  const { lab } = route.entry.data;
  if (route.Content) {
    context.locals.lessonText = route.Content;
    route.Content = LessonContent;
    const { filePath, body = '', data } = route.entry;
    context.locals.notes = numberSources(filePath ?? 'a lesson', body, data.sources ?? []);
  }
  if (lab === undefined) return;
  context.locals.lab = labById(lab, languageOf(route.entryMeta.lang));
  // Text and terminal need the whole width; the course menu moves into the page's head.
  route.hasSidebar = false;
  route.toc = undefined;
});
