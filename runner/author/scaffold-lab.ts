// What is a new lab made of? The sample lab, every file of it, under another name: it works from its first minute.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Language } from '../protocol/api.ts';

export interface NewLab {
  /** Folder name. */
  id: string;
  title: Record<Language, string>;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A file of the sample, as it stands in another lab. */
function fileText(path: string, text: string, lab: NewLab): string {
  const language = /^words\.([a-z]+)\.ts$/.exec(path)?.[1];
  if (language === 'fr' || language === 'en')
    return text
      .replace(
        /^\/\/.*$/m,
        `// What does the lab "${lab.id}" say${language === 'fr' ? ' in French' : ' in English'}?`,
      )
      .replace(/^ {2}title: .*$/m, () => `  title: ${quoted(lab.title[language])},`);
  if (path === 'lab.ts')
    return text.replace(
      /^\/\/.*$/m,
      `// What does one do in the lab "${lab.id}"? To be replaced, step by step.`,
    );
  return text;
}

/** Writes the lab under `root`; gives the paths of its files. Throws when the folder exists. */
export async function scaffoldLab(root: string, lab: NewLab): Promise<string[]> {
  const sample = join(root, 'labs', 'sample');
  const target = join('labs', lab.id);
  if (existsSync(join(root, target))) throw new Error(`${target} exists already`);
  const entries = await readdir(sample, { recursive: true, withFileTypes: true });
  const written: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).slice(sample.length + 1);
    const text = await readFile(join(sample, path), 'utf8');
    await mkdir(dirname(join(root, target, path)), { recursive: true });
    await writeFile(join(root, target, path), fileText(path, text, lab));
    written.push(join(target, path));
  }
  return written;
}
