// Where is each page in each language? Lessons keep one path; these pages have a name of their own per language.
import type { Language } from '#protocol/api.ts';

export const PAGES = {
  front: { fr: '/', en: '/en/' },
  join: { fr: '/rejoindre/', en: '/en/join/' },
  trainer: { fr: '/formateur/', en: '/en/trainer/' },
  privacy: { fr: '/donnees-personnelles/', en: '/en/personal-data/' },
  accessibility: { fr: '/accessibilite/', en: '/en/accessibility/' },
  legal: { fr: '/mentions/', en: '/en/legal/' },
} as const satisfies Record<string, Record<Language, string>>;

/** The same page in another language: `/x/` ↔ `/en/x/`, or by the table for pages whose names differ. */
export function samePageIn(language: Language, pathname: string): string {
  for (const page of Object.values(PAGES))
    if (Object.values<string>(page).includes(pathname)) return page[language];
  const bare = pathname.replace(/^\/en(?=\/)/, '');
  return language === 'fr' ? bare : `/${language}${bare}`;
}
