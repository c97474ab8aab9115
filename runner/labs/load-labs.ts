// Which labs are there? Reads and checks every folder of `labs/` that has a `lab.ts`; what is wrong is told by file and line.
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type * as z from 'zod';
import {
  idSchema,
  type LabManifest,
  type LabProof,
  type LabWords,
  labProofSchema,
  labSchema,
  labWordsSchema,
} from '../../labs/define-lab.ts';
import { LANGUAGES, type Language } from '../protocol/api.ts';
import { compareParts } from './compare-parts.ts';
import { readDataFile } from './data-file.ts';
import { describeIssue } from './describe-issue.ts';
import { type LabProblem, LabsError } from './lab-problem.ts';
import { type LiteralLines, readLiteralLines } from './literal-lines.ts';
import { listLabFiles, readLabText } from './read-lab-file.ts';

export { LabsError } from './lab-problem.ts';

/** A lab, checked as a whole. */
export interface Lab {
  /** Its folder's name. */
  id: string;
  manifest: LabManifest;
  words: Record<Language, LabWords>;
  /** Step id → text of its check. */
  checks: Record<string, string>;
  proof: LabProof;
}

/** A data file that was read: what it says, and where it says it. */
export interface LabPart<T> {
  file: string;
  data: T;
  lines: LiteralLines;
}

/**
 * Reads every lab of a folder, by id, in alphabetical order. Folders without `lab.ts` are no labs and are left alone.
 * Throws `LabsError` with every mistake found.
 */
export async function loadLabs(dir: string): Promise<Map<string, Lab>> {
  const root = resolve(dir);
  const problems: LabProblem[] = [];
  const labs = new Map<string, Lab>();
  let entries: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean }[];
  try {
    entries = await readdir(root, { withFileTypes: true });
  } catch {
    throw new LabsError([{ file: dir, message: 'no such folder; expected the folder of the labs' }]);
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = `${basename(root)}/${entry.name}`;
    if (entry.isSymbolicLink())
      problems.push({
        file: name,
        message: 'this is a symbolic link; expected the folder of a lab: copy it',
      });
    if (!entry.isDirectory()) continue;
    const lab = await loadLab(join(root, entry.name), entry.name, name, problems);
    if (lab !== undefined) labs.set(lab.id, lab);
  }
  if (problems.length > 0) throw new LabsError(problems);
  return labs;
}

async function loadLab(
  folder: string,
  id: string,
  name: string,
  problems: LabProblem[],
): Promise<Lab | undefined> {
  const { files, problems: found } = await listLabFiles(folder, name);
  if (!files.includes('lab.ts') && !found.some((problem) => problem.file === `${name}/lab.ts`))
    return undefined;
  const mine = [...found];
  const idIssue = idSchema.safeParse(id).error?.issues[0];
  if (idIssue !== undefined)
    mine.push({ file: name, message: `"${id}" cannot name a lab: expected ${idIssue.message}` });
  const reader = new PartReader(folder, name, files, mine);
  const manifest = await reader.part('lab.ts', labSchema);
  const proof = await reader.part('proof.ts', labProofSchema);
  const words = new Map<Language, LabPart<LabWords>>();
  for (const language of LANGUAGES) {
    const part = await reader.part(`words.${language}.ts`, labWordsSchema);
    if (part !== undefined) words.set(language, part);
  }
  const checks = new Map<string, string>();
  for (const file of files.filter((one) => /^checks\/[^/]+\.sh$/.test(one))) {
    const text = await reader.text(file);
    if (text !== undefined) checks.set(file.slice('checks/'.length, -'.sh'.length), text);
  }
  if (manifest !== undefined) mine.push(...compareParts({ name, files, manifest, proof, words, checks }));
  problems.push(...mine);
  const [fr, en] = [words.get('fr'), words.get('en')];
  if (mine.length > 0 || !manifest || !proof || !fr || !en) return undefined;
  return {
    id,
    manifest: manifest.data,
    words: { fr: fr.data, en: en.data },
    checks: Object.fromEntries(checks),
    proof: proof.data,
  };
}

/** Reads the files of one lab, noting what is wrong with each. */
class PartReader {
  readonly #folder: string;
  readonly #name: string;
  readonly #files: readonly string[];
  readonly #problems: LabProblem[];

  constructor(folder: string, name: string, files: readonly string[], problems: LabProblem[]) {
    this.#folder = folder;
    this.#name = name;
    this.#files = files;
    this.#problems = problems;
  }

  async text(path: string): Promise<string | undefined> {
    const file = `${this.#name}/${path}`;
    if (this.#problems.some((problem) => problem.file === file)) return undefined;
    const read = await readLabText(join(this.#folder, path));
    if ('text' in read) return read.text;
    this.#problems.push({ file, message: read.message });
    return undefined;
  }

  async part<T>(path: string, schema: z.ZodType<T>): Promise<LabPart<T> | undefined> {
    const file = `${this.#name}/${path}`;
    if (!this.#files.includes(path)) {
      this.#problems.push({ file, message: `this file is missing; every lab has one${remedy(path)}` });
      return undefined;
    }
    const text = await this.text(path);
    if (text === undefined) return undefined;
    const read = readDataFile(text, file);
    if ('message' in read) {
      this.#problems.push({ file, line: read.line, message: read.message });
      return undefined;
    }
    const lines = readLiteralLines(text);
    for (const { key, line } of lines.duplicates)
      this.#problems.push({ file, line, message: `the key "${key}" is written twice; keep one` });
    const parsed = schema.safeParse(read.data);
    if (parsed.success) return { file, data: parsed.data, lines };
    for (const issue of parsed.error.issues)
      for (const { path: where, message } of describeIssue(issue, read.data))
        this.#problems.push({ file, line: lines.lineOf(where), message });
    return undefined;
  }
}

const remedy = (path: string): string =>
  path.startsWith('words.') && path !== 'words.fr.ts' ? ': copy words.fr.ts and translate it' : '';
