// What must the trainer's scripts know of the course? Titles of labs, steps, hints and lessons, gathered when the site is built.
import type { Language } from '#protocol/api.ts';
import { PAGES } from '../furniture/page-paths.ts';
import type { LabTitles, TrainerData } from '../trainer/trainer-data.ts';
import { wordsFor } from '../words/index.ts';
import { trainerWordsFor } from '../words/trainer.ts';
import { labById, labIds } from './labs.ts';
import { modulesOf } from './modules.ts';

function labTitles(id: string, language: Language): LabTitles {
  const { manifest, words } = labById(id, language);
  const steps = manifest.steps.map(({ id: step }) => {
    const said = words.steps[step];
    const hints = Object.entries(said?.hints ?? {}).map(([key, [first]]) => [key, first] as const);
    return [step, { title: said?.title ?? step, hints: Object.fromEntries(hints) }] as const;
  });
  return { title: words.title, steps: Object.fromEntries(steps) };
}

/** The JSON block of a trainer's page. */
export async function trainerData(language: Language): Promise<TrainerData> {
  const { refusals, noAnswer, retryIn, trainer } = wordsFor(language).client;
  const lessons = (await modulesOf(language)).flatMap(({ title: module, lessons: of }) =>
    of.map((lesson) => ({ ...lesson, module })),
  );
  return {
    words: { refusals, noAnswer, retryIn, trainer },
    room: trainerWordsFor(language).client,
    language,
    labs: Object.fromEntries(labIds().map((id) => [id, labTitles(id, language)])),
    lessons: Object.fromEntries(
      lessons.map(({ path, title, minutes, module }) => [path, { title, minutes, module }]),
    ),
    paths: {
      help: PAGES.helping[language],
      projection: PAGES.projection[language],
      firstLesson: lessons.find(({ lab }) => lab)?.href ?? PAGES.front[language],
    },
  };
}
