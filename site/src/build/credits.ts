// Whose is each piece of the course, and under which licence? From the front matter of lessons, the manifests of labs and the words of drawings.
import { getCollection } from 'astro:content';
import type { Language } from '#protocol/api.ts';
import { coursePath } from './course-path.ts';
import { figuresCredits } from './figure-credits.ts';
import { labById, labIds } from './labs.ts';

/** What CC BY-SA asks for: title, author, source, licence, changes. */
export interface Credit {
  title: string;
  href?: string;
  /** Empty: the project as a whole. */
  authors: readonly string[];
  licence: string;
  changes?: string;
  from?: { title: string; authors?: readonly string[] | undefined; url?: string | undefined };
}

export const COURSE_LICENCE = 'CC BY-SA 4.0';

/** Address of a licence's text in a language; undefined for one that we do not know. */
export function licenceHref(licence: string, language: Language): string | undefined {
  const known = /^CC (BY(?:-NC|-ND|-SA)*) (\d\.\d)$/.exec(licence);
  if (known)
    return `https://creativecommons.org/licenses/${known[1]?.toLowerCase()}/${known[2]}/deed.${language}`;
  return licence === 'CC0 1.0'
    ? `https://creativecommons.org/publicdomain/zero/1.0/deed.${language}`
    : undefined;
}

/** The lessons of a language, in no order that matters. */
export async function lessonCredits(language: Language): Promise<Credit[]> {
  const lessons = await getCollection('docs');
  return lessons
    .filter(({ id }) => coursePath(id).language === language)
    .map(({ id, data }) => ({
      title: data.title,
      href: `/${id}/`,
      authors: data.authors ?? [],
      licence: data.licence ?? COURSE_LICENCE,
      ...(data.changes === undefined ? {} : { changes: data.changes }),
      ...(data.from === undefined ? {} : { from: data.from }),
    }));
}

export function labCredits(language: Language): Credit[] {
  return labIds().map((id) => {
    const { manifest, words } = labById(id, language);
    const { authors = [], licence = COURSE_LICENCE, changes } = manifest.credit ?? {};
    return { title: words.title, authors, licence, ...(changes === undefined ? {} : { changes }) };
  });
}

export const figureCredits = (language: Language): Credit[] =>
  figuresCredits(language).map((one) => ({ ...one, licence: one.licence ?? COURSE_LICENCE }));

interface PictureCredit {
  authors: string[];
  licence: string;
  source?: string;
  changes?: string;
}
const pictures = import.meta.glob<PictureCredit>('../../../course/pictures/**/*.credit.json', {
  eager: true,
  import: 'default',
});

/** Pictures that were made elsewhere, each with its own file of credits. */
export const pictureCredits = (): Credit[] =>
  Object.entries(pictures).map(([path, { authors, licence, source, changes }]) => {
    const title = path.split('/').at(-1)?.replace('.credit.json', '') ?? path;
    return {
      title,
      authors,
      licence,
      ...(changes === undefined ? {} : { changes }),
      ...(source === undefined ? {} : { from: { title: source, url: source } }),
    };
  });
