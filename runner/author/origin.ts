// Where does a copy come from, and in which state was it taken? Kept in course/origin.json, for credits and for comparing later.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

export const ORIGIN_FILE = 'course/origin.json';

const originSchema = z.strictObject({
  title: z.string(),
  licence: z.string(),
  /** Commit that the copy was taken from, when it was in a repository. */
  commit: z.string().optional(),
  day: z.string(),
  modules: z.array(z.string()),
  languages: z.array(z.string()),
  credits: z.array(
    z.strictObject({
      path: z.string(),
      title: z.string(),
      authors: z.array(z.string()),
      licence: z.string(),
    }),
  ),
  /** Path → SHA-256 of its content when it was taken. */
  files: z.record(z.string(), z.string()),
});
export type Origin = z.infer<typeof originSchema>;

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The origin of the copy below `root`; undefined when it is none that `npm run export` made. */
export async function readOrigin(root: string): Promise<Origin | undefined> {
  const text = await readFile(join(root, ORIGIN_FILE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : originSchema.parse(JSON.parse(text));
}

export const writeOrigin = (root: string, origin: Origin): Promise<void> =>
  writeFile(join(root, ORIGIN_FILE), `${JSON.stringify(origin, null, 2)}\n`);
