// What may the outline and a lesson's front matter say? The shapes, and one sentence per mistake that names the file and the remedy.
import * as z from 'zod';

const folderName = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'lower-case words without accents, joined by hyphens, e.g. "premiers-pas"',
  );

const inEachLanguage = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });

/** The course's order: modules, and in each its lessons by file name. The only place where order is written. */
export const outlineSchema = z.array(
  z.strictObject({
    /** Folder of the module in `course/fr/` and `course/en/`. */
    module: folderName,
    title: inEachLanguage,
    /** What one is able to do afterwards, in a sentence. */
    aim: inEachLanguage.optional(),
    /** How many sittings of two and a half hours it takes in a class. */
    sittings: z.int().min(1).max(4).optional(),
    /** Folders of the modules to have followed before. */
    needs: z.array(folderName).optional(),
    /** File names of its lessons, without `.mdx`, in order; the same in every language. */
    lessons: z.array(folderName).min(1),
  }),
);
export type Outline = z.infer<typeof outlineSchema>;

const identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, e.g. "arcep-2024"');

/** Where a work stands on the Web. */
const webAddress = z.url({ protocol: /^https?$/, error: 'an address like https://exemple.org/page' });

/** A day, `2026-11-22`. YAML reads it as a date when it is not quoted. */
const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as 2026-11-22')
    .refine(
      (text) => new Date(`${text}T00:00Z`).toJSON()?.startsWith(text),
      'write a day that exists, as 2026-11-22',
    ),
);

/** A date as its source gives it: a year, a month, a day, « novembre 2017 ». */
const dateAsGiven = z.preprocess(
  (value) =>
    value instanceof Date
      ? value.toISOString().slice(0, 10)
      : typeof value === 'number'
        ? String(value)
        : value,
  z.string().min(1),
);

/** One thing that a claim rests on; `<Source id="…" />` in the text makes a numbered note of it. */
export const sourceSchema = z.strictObject({
  id: identifier,
  title: z.string().min(1),
  publisher: z.string().min(1).optional(),
  date: dateAsGiven.optional(),
  url: webAddress.optional(),
});
export type LessonSource = z.infer<typeof sourceSchema>;

const sourceList = z
  .array(sourceSchema)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'two sources have the same id');

/** Front matter of a lesson. */
export const frontMatterSchema = z.strictObject({
  title: z.string().min(1).max(90),
  /** One or two sentences: shown by search and link previews. */
  description: z.string().min(1).max(300),
  /** Folder name in `labs/`: the lesson then has a terminal beside it. */
  lab: z.string().optional(),
  /** Expected reading time, for a lesson without a lab (a lab says its own). */
  minutes: z.int().min(1).max(240).optional(),
  /** What one is able to do at the end, each beginning with a verb. */
  objectives: z.array(z.string().min(1)).max(6).optional(),
  /** Ids of the glossary's terms that this lesson introduces: seven at most, or nobody keeps them. */
  words: z.array(identifier).max(7, 'at most seven new words in a lesson').optional(),
  /** When the facts were last checked. */
  updated: day.optional(),
  /** Where the facts come from. */
  sources: sourceList.optional(),
  /** Who wrote it, when it is not the project as a whole. */
  authors: z.array(z.string().min(1)).optional(),
  /** What an adaptation changed, and from what: CC BY-SA asks for it. */
  changes: z.string().min(1).optional(),
  /** The work that this one adapts, when it is not a lesson of the project. */
  from: z
    .strictObject({
      title: z.string().min(1),
      authors: z.array(z.string().min(1)).optional(),
      url: webAddress.optional(),
    })
    .optional(),
  /** When it is not the course's own, CC BY-SA 4.0. */
  licence: z.string().min(1).optional(),
  /** Not published. */
  draft: z.boolean().optional(),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Front matter of a term of the glossary, `glossary/<language>/<id>.md`. */
export const termSchema = z.strictObject({
  term: z.string().min(1).max(80),
  /** Other names of the same thing. */
  also: z.array(z.string().min(1)).optional(),
  /** One or two sentences, shown on the spot. */
  short: z.string().min(1).max(320),
  /** Ids of neighbours. */
  see: z.array(identifier).optional(),
  sources: z.array(z.union([z.string().min(1), sourceSchema])).optional(),
});
export type Term = z.infer<typeof termSchema>;

/** Words of a figure, `figures/<name>.<language>.json`. */
export const figureWordsSchema = z.strictObject({
  /** What the drawing says, to who does not see it. */
  alt: z.string().min(1).max(400),
  caption: z.string().min(1),
  /** A longer description, paragraph by paragraph (blank lines between). */
  long: z.string().min(1).optional(),
  /** Text of each `{{key}}` of the drawing; a line break starts a new line. */
  labels: z.record(z.string(), z.string()),
  credit: z.string().min(1).optional(),
  /** Who drew it, when it is not the project as a whole; its licence, when it is not CC BY-SA 4.0; what was changed, and from what. */
  authors: z.array(z.string().min(1)).optional(),
  licence: z.string().min(1).optional(),
  changes: z.string().min(1).optional(),
});
export type FigureWords = z.infer<typeof figureWordsSchema>;

/** Edits between two short words (Levenshtein), to name what the author probably meant. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === b[j] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The candidate closest to what was written, or undefined when there is none. */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
  return candidates.toSorted((a, b) => editDistance(written, a) - editDistance(written, b))[0];
}

/** Reads front matter; throws one error that lists every mistake with the file's name. */
export const parseFrontMatter = (file: string, data: unknown): FrontMatter =>
  parseNaming(file, 'the front matter', 'a lesson', frontMatterSchema, data);

/** Reads a term's front matter; throws as `parseFrontMatter` does. */
export const parseTerm = (file: string, data: unknown): Term =>
  parseNaming(file, 'the front matter', 'a term', termSchema, data);

/** Reads a figure's words; throws as `parseFrontMatter` does. */
export const parseFigureWords = (file: string, data: unknown): FigureWords =>
  parseNaming(file, 'the file', 'a figure', figureWordsSchema, data);

function parseNaming<Shape extends z.ZodRawShape>(
  file: string,
  part: string,
  thing: string,
  schema: z.ZodObject<Shape>,
  data: unknown,
): z.infer<z.ZodObject<Shape>> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) => sentenceOf(issue, thing, Object.keys(schema.shape)));
  throw new Error(`${file}: ${part} has a mistake.\n  ${mistakes.join('\n  ')}`);
}

function sentenceOf(issue: z.core.$ZodIssue, thing: string, fields: readonly string[]): string {
  const where = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return `${where || 'front matter'}: ${issue.message}`;
  if (where !== '') return `${where}: ${issue.keys.join(', ')} is not known there`;
  return issue.keys
    .map(
      (key) =>
        `"${key}" is not a field of ${thing}; the nearest is "${nearest(key, fields)}" (fields: ${fields.join(', ')})`,
    )
    .join('\n  ');
}

/** One sentence for an id that nothing has: file, id, where it should stand, nearest id. */
export function unknownId(
  file: string,
  what: string,
  id: string,
  place: string,
  known: readonly string[],
): string {
  const close = nearest(id, known);
  return `${file}: there is no ${what} "${id}" in ${place}.${close ? ` Did you mean "${close}"?` : ''}`;
}

/** Checks that a lesson names an existing lab. Throws naming the file, the id and the nearest id. */
export function requireKnownLab(file: string, lab: string, labs: readonly string[]): void {
  if (labs.includes(lab)) return;
  const close = nearest(lab, labs);
  throw new Error(
    `${file}: there is no lab "${lab}" in labs/.${close ? ` Did you mean "${close}"?` : ''} A lab is a folder of labs/ with a lab.ts in it; write its folder name.`,
  );
}
