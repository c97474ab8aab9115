// Where is each page in each language? Lessons keep one path; these pages have a name of their own per language.
import type { Language } from '#protocol/api.ts';

export const PAGES = {
  front: { fr: '/', en: '/en/' },
  join: { fr: '/rejoindre/', en: '/en/join/' },
  trainer: { fr: '/formateur/', en: '/en/trainer/' },
  projection: { fr: '/formateur/projection/', en: '/en/trainer/projection/' },
  helping: { fr: '/formateur/aider/', en: '/en/trainer/help/' },
  watch: { fr: '/regarder/', en: '/en/watch/' },
  notes: { fr: '/formateur/notes/', en: '/en/trainer/notes/' },
  programme: { fr: '/programme/', en: '/en/programme/' },
  glossary: { fr: '/glossaire/', en: '/en/glossary/' },
  credits: { fr: '/credits/', en: '/en/credits/' },
  origins: { fr: '/dou-vient-ce-cours/', en: '/en/where-this-course-comes-from/' },
  privacy: { fr: '/donnees-personnelles/', en: '/en/personal-data/' },
  accessibility: { fr: '/accessibilite/', en: '/en/accessibility/' },
  legal: { fr: '/mentions/', en: '/en/legal/' },
} as const satisfies Record<string, Record<Language, string>>;

/** A page's path as the table has it; `base` is the folder of its host that the site is built for (`/`, `/cours/`). */
const withoutBase = (pathname: string, base: string): string => {
  const folder = base.replace(/\/$/, '');
  return folder !== '' && pathname.startsWith(`${folder}/`) ? pathname.slice(folder.length) : pathname;
};

/**
 * The same page in another language: `/x/` ↔ `/en/x/`, or by the table for pages whose names differ.
 * @param hasNotes are there notes of this name (`fr/module/lesson`)? A part of the course may have them in one language only; their list stands in then
 */
export function samePageIn(
  language: Language,
  address: string,
  base = '/',
  hasNotes: (id: string) => boolean = () => true,
): string {
  const pathname = withoutBase(address, base);
  for (const page of Object.values(PAGES))
    if (Object.values<string>(page).includes(pathname)) return page[language];
  // A lesson's notes keep the lesson's name under their own.
  for (const start of Object.values<string>(PAGES.notes))
    if (pathname.startsWith(start)) {
      const name = pathname.slice(start.length);
      return PAGES.notes[language] + (hasNotes(`${language}/${name.replace(/\/$/, '')}`) ? name : '');
    }
  const bare = pathname.replace(/^\/en(?=\/)/, '');
  // What is nowhere is nowhere in another language, too.
  if (bare.startsWith('/404')) return PAGES.front[language];
  return language === 'fr' ? bare : `/${language}${bare}`;
}
