// What does every course page get before it is drawn? Its lab, our tags for its text, and the layout that goes with them.
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { numberSources } from './build/citations.ts';
import { COME_AGAIN } from './build/come-again.ts';
import { labById } from './build/labs.ts';
import { learningResource } from './build/learning-resource.ts';
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
  const language = languageOf(route.entryMeta.lang);
  const practice = lab === undefined ? undefined : labById(lab, language);
  if (context.locals.lessonText)
    route.head.push(
      ...learningResource({
        data: route.entry.data,
        language,
        minutes: practice?.manifest.minutes ?? route.entry.data.minutes,
        hasLab: practice !== undefined,
        url: context.site && new URL(context.url.pathname, context.site).href,
      }),
    );
  if (practice === undefined) return;
  context.locals.lab = practice;
  route.head.unshift({ ...COME_AGAIN, attrs: {} });
  // Text and terminal need the whole width; the course menu moves into the page's head.
  route.hasSidebar = false;
  route.toc = undefined;
});
