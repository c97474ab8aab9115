// What does a word mean? The terms of course/glossary, and the lessons that use each.
import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { unknownId } from '#course/course-schema.ts';
import type { Language } from '#protocol/api.ts';
import { coursePath } from './course-path.ts';
import { withoutCode } from './course-rules.ts';

/** A term of the glossary; throws naming the lesson when there is none with this id. */
export async function termNamed(
  id: string,
  language: Language,
  lesson: string,
): Promise<CollectionEntry<'glossary'>> {
  const entry = await getEntry('glossary', `${language}/${id}`);
  if (entry) return entry;
  const known = (await getCollection('glossary'))
    .filter((one) => one.id.startsWith(`${language}/`))
    .map((one) => one.id.slice(3));
  throw new Error(unknownId(lesson, 'term', id, `course/glossary/${language}/`, known));
}

export interface TermUse {
  href: string;
  title: string;
}

/** Every term of a language in alphabetical order, with the lessons that use it. */
export async function glossaryIn(language: Language) {
  const terms = (await getCollection('glossary')).filter((one) => one.id.startsWith(`${language}/`));
  const lessons = (await getCollection('docs')).filter((one) => coursePath(one.id).language === language);
  const order = new Intl.Collator(language);
  return terms
    .map((entry) => {
      const id = entry.id.slice(language.length + 1);
      const used = lessons.filter(({ body = '' }) =>
        new RegExp(`<Def\\s+id=["']${id}["']`).test(withoutCode(body)),
      );
      return {
        id,
        entry,
        used: used.map((one): TermUse => ({ href: `/${one.id}/`, title: one.data.title })),
      };
    })
    .toSorted((a, b) => order.compare(a.entry.data.term, b.entry.data.term));
}

export type GlossaryTerm = Awaited<ReturnType<typeof glossaryIn>>[number];

/** The terms by first letter, accents put aside: `É` stands under `E`, what is no letter under `#`. */
export function byLetter(terms: readonly GlossaryTerm[]): [letter: string, terms: GlossaryTerm[]][] {
  const letters = new Map<string, GlossaryTerm[]>();
  for (const term of terms) {
    const [first = ''] = term.entry.data.term.normalize('NFD').toUpperCase();
    const letter = /[A-Z]/.test(first) ? first : '#';
    letters.set(letter, [...(letters.get(letter) ?? []), term]);
  }
  return [...letters];
}
