// Does the course hold together? Outline, languages and what a lesson's text may contain; every mistake names its file.
import { nearest, type Outline } from '#course/course-schema.ts';
import { LANGUAGES } from '#protocol/api.ts';

const FORBIDDEN: [RegExp, string][] = [
  [/^(import|export)\s/m, 'lessons have no import or export lines: the tags are there already'],
  [/<script/i, 'lessons run no scripts'],
  [/<(iframe|object|embed|link|style)\b/i, 'lessons embed nothing: use the tags of course/README.md'],
  [/\son[a-z]+\s*=/i, 'lessons have no event handlers (on…=)'],
  [/javascript:/i, 'a link of a lesson never starts with "javascript:"'],
  [/!\[[^\]]*\]\((https?:)?\/\//i, 'pictures live in course/pictures/, never on another site'],
  [/<img\b/i, 'write pictures in Markdown: ![description](../../pictures/name.png)'],
  [/^# /m, 'the title of the page is in the front matter; headings start at ##'],
];

/** The text with its examples of code blanked. */
export const withoutCode = (text: string): string =>
  text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

/** Throws when a lesson's text contains what lessons do not contain. `text`: the whole file. */
export function checkLessonText(file: string, text: string): void {
  const prose = withoutCode(text.replace(/^---[\s\S]*?\n---/, ''));
  for (const [pattern, why] of FORBIDDEN) {
    const found = pattern.exec(prose);
    if (found) throw new Error(`${file}: found "${found[0].trim()}": ${why}.`);
  }
}

/** Throws when the outline and the French lessons differ, or a folder is no language. `files`: paths under course/. */
export function checkOutline(files: readonly string[], outline: Outline): void {
  for (const file of files)
    if (!LANGUAGES.some((language) => file.startsWith(`${language}/`)))
      throw new Error(`course/${file}: expected a folder per language (${LANGUAGES.join(', ')}).`);
  const listed = outline.flatMap(({ module, lessons }) => lessons.map((lesson) => `${module}/${lesson}`));
  const existing = files
    .filter((file) => file.startsWith('fr/'))
    .map((file) => file.slice(3).replace(/\.mdx$/, ''));
  for (const [index, path] of listed.entries()) {
    if (listed.indexOf(path) !== index) throw new Error(`course/outline.ts lists "${path}" twice.`);
    if (!existing.includes(path))
      throw new Error(
        `course/outline.ts lists "${path}", but course/fr/${path}.mdx does not exist; the nearest is "${nearest(path, existing) ?? 'none'}".`,
      );
  }
  for (const path of existing)
    if (!listed.includes(path))
      throw new Error(`course/fr/${path}.mdx is not in course/outline.ts: add it where it is read.`);
}
