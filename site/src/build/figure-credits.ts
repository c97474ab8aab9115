// Who drew what? From the words of each drawing.
import type { Language } from '#protocol/api.ts';

interface Said {
  alt: string;
  caption: string;
  credit?: string;
  authors?: string[];
  licence?: string;
  changes?: string;
}
const words = import.meta.glob<Said>('../../../course/figures/*.json', { eager: true, import: 'default' });

export interface FigureCredit {
  title: string;
  authors: string[];
  licence: string | undefined;
  changes?: string;
}

/** Drawings with their captions as titles. */
export const figuresCredits = (language: Language): FigureCredit[] =>
  Object.entries(words)
    .filter(([path]) => path.endsWith(`.${language}.json`))
    .map(([, { caption, credit, authors, licence, changes }]) => ({
      title: caption,
      authors: authors ?? (credit === undefined ? [] : [credit]),
      licence,
      ...(changes === undefined ? {} : { changes }),
    }));
