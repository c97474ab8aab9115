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
    /** File names of its lessons, without `.mdx`, in order; the same in every language. */
    lessons: z.array(folderName).min(1),
  }),
);
export type Outline = z.infer<typeof outlineSchema>;

/** Front matter of a lesson. */
export const frontMatterSchema = z.strictObject({
  title: z.string().min(1).max(90),
  /** One or two sentences: shown by search and link previews. */
  description: z.string().min(1).max(300),
  /** Folder name in `labs/`: the lesson then has a terminal beside it. */
  lab: z.string().optional(),
  /** Expected reading time, for a lesson without a lab (a lab says its own). */
  minutes: z.int().min(1).max(240).optional(),
  /** Where the facts come from. */
  sources: z
    .array(z.strictObject({ title: z.string().min(1), url: z.url({ protocol: /^https?$/ }).optional() }))
    .optional(),
  /** Not published. */
  draft: z.boolean().optional(),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

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
export function parseFrontMatter(file: string, data: unknown): FrontMatter {
  const result = frontMatterSchema.safeParse(data);
  if (result.success) return result.data;
  const known = Object.keys(frontMatterSchema.shape);
  const mistakes = result.error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys
        .map(
          (key) =>
            `"${key}" is not a field of a lesson; the nearest is "${nearest(key, known)}" (fields: ${known.join(', ')})`,
        )
        .join('\n  ');
    return `${issue.path.join('.') || 'front matter'}: ${issue.message}`;
  });
  throw new Error(`${file}: the front matter has a mistake.\n  ${mistakes.join('\n  ')}`);
}

/** Checks that a lesson names an existing lab. Throws naming the file, the id and the nearest id. */
export function requireKnownLab(file: string, lab: string, labs: readonly string[]): void {
  if (labs.includes(lab)) return;
  const close = nearest(lab, labs);
  throw new Error(
    `${file}: there is no lab "${lab}" in labs/.${close ? ` Did you mean "${close}"?` : ''} A lab is a folder of labs/ with a lab.ts in it; write its folder name.`,
  );
}
