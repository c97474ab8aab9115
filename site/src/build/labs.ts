// Which labs exist, and what do they say in each language? Read from their folders when the site is built.

import { type LabManifest, type LabWords, labSchema, labWordsSchema } from '#labs/define-lab.ts';
import type { Language } from '#protocol/api.ts';

type Module = { default: unknown };

const manifests = import.meta.glob<Module>('../../../labs/*/lab.ts', { eager: true });
const words = import.meta.glob<Module>('../../../labs/*/words.*.ts', { eager: true });

const folderOf = (path: string): string => path.split('/').at(-2) ?? '';

/** Folder names of all labs. */
export const labIds = (): string[] => Object.keys(manifests).map(folderOf).toSorted();

export interface Lab {
  id: string;
  manifest: LabManifest;
  words: LabWords;
}

/** A lab with its words. Throws naming the file when the manifest or the words are missing or wrong. */
export function labById(id: string, language: Language): Lab {
  const manifestPath = Object.keys(manifests).find((path) => folderOf(path) === id);
  const wordsPath = Object.keys(words).find((path) => path.endsWith(`/${id}/words.${language}.ts`));
  if (!manifestPath) throw new Error(`labs/${id}/lab.ts is missing; labs are: ${labIds().join(', ')}`);
  if (!wordsPath)
    throw new Error(`labs/${id}/words.${language}.ts is missing; copy words.fr.ts and translate it.`);
  const manifest = labSchema.safeParse(manifests[manifestPath]?.default);
  if (!manifest.success) throw new Error(`labs/${id}/lab.ts: ${manifest.error.message}`);
  const said = labWordsSchema.safeParse(words[wordsPath]?.default);
  if (!said.success) throw new Error(`labs/${id}/words.${language}.ts: ${said.error.message}`);
  return { id, manifest: manifest.data, words: said.data };
}

/** Titles of the labs that this one continues, by id, those under them included. @throws Error for a lab that does not exist */
export function foundationTitles(manifest: LabManifest, language: Language): Record<string, string> {
  const titles: Record<string, string> = {};
  const visit = ({ after = [] }: LabManifest) => {
    for (const id of after) {
      if (id in titles) continue;
      const base = labById(id, language);
      titles[id] = base.words.title;
      visit(base.manifest);
    }
  };
  visit(manifest);
  return titles;
}
