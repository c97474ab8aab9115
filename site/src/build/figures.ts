// Which drawings does the course have, and what do they say in each language? Read from course/figures when the site is built.
import { parseFigureWords, unknownId } from '#course/course-schema.ts';
import type { Language } from '#protocol/api.ts';
import { drawFigure, drawnWidth } from './draw-figure.ts';

const drawings = import.meta.glob<string>('../../../course/figures/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const words = import.meta.glob<unknown>('../../../course/figures/*.json', { eager: true, import: 'default' });

const fileName = (path: string): string => path.split('/').at(-1) ?? '';

/** A drawing with its words; throws naming the lesson or the figure's file when something is missing or wrong. */
export function figureNamed(name: string, language: Language, lesson: string) {
  const names = Object.keys(drawings).map((path) => fileName(path).replace(/\.svg$/, ''));
  const svg = Object.entries(drawings).find(([path]) => fileName(path) === `${name}.svg`)?.[1];
  if (svg === undefined) throw new Error(unknownId(lesson, 'figure', name, 'course/figures/', names));
  const file = `course/figures/${name}.${language}.json`;
  const said = Object.entries(words).find(([path]) => fileName(path) === `${name}.${language}.json`)?.[1];
  if (said === undefined) throw new Error(`${file} is missing: copy ${name}.fr.json and translate it.`);
  const parsed = parseFigureWords(file, said);
  return { svg: drawFigure(name, svg, parsed, file), words: parsed, width: drawnWidth(svg) };
}
