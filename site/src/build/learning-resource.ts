// What does a lesson say of itself to machines? schema.org LearningResource, and the licence as a link.
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Language } from '#protocol/api.ts';
import { wordsFor } from '../words/index.ts';
import { COURSE_LICENCE, licenceHref } from './credits.ts';

type Head = StarlightRouteData['head'];

interface Facts {
  data: StarlightRouteData['entry']['data'];
  language: Language;
  minutes: number | undefined;
  hasLab: boolean;
  /** Whole address, when the site knows its own. */
  url: string | undefined;
}

/** Tags for a page's head. The block of data is no script for the page's policy. */
export function learningResource({ data, language, minutes, hasLab, url }: Facts): Head {
  const licence = licenceHref(data.licence ?? COURSE_LICENCE, language);
  const site = wordsFor(language).page.site.title;
  const resource = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: data.title,
    description: data.description,
    inLanguage: language,
    isAccessibleForFree: true,
    learningResourceType: hasLab ? ['lesson', 'hands-on exercise'] : 'lesson',
    isPartOf: { '@type': 'Course', name: site },
    author: data.authors?.map((name: string) => ({ '@type': 'Person', name })) ?? {
      '@type': 'Organization',
      name: site,
    },
    ...(licence === undefined ? {} : { license: licence }),
    ...(url === undefined ? {} : { url }),
    ...(data.updated === undefined ? {} : { dateModified: data.updated }),
    ...(data.objectives === undefined ? {} : { teaches: data.objectives }),
    ...(minutes === undefined ? {} : { timeRequired: `PT${minutes}M` }),
    ...(data.from === undefined ? {} : { isBasedOn: data.from.url ?? data.from.title }),
  };
  const head: Head = [
    {
      tag: 'script',
      attrs: { type: 'application/ld+json' },
      content: JSON.stringify(resource).replaceAll('<', '\\u003c'),
    },
  ];
  if (licence !== undefined) head.push({ tag: 'link', attrs: { rel: 'license', href: licence } });
  return head;
}
