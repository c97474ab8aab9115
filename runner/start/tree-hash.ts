// Did anything in these folders change? One hash over names and contents.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', '.astro', 'dist', '.git']);

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = await Promise.all(
    entries
      .filter((entry) => !SKIPPED.has(entry.name))
      .map((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return listFiles(path);
        return entry.isFile() ? [path] : [];
      }),
  );
  return nested.flat();
}

/**
 * SHA-256 over every file under these paths (folders or single files), in a stable order. What does not exist counts as empty.
 * @param root folder that the paths are relative to
 */
export async function treeHash(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    const full = join(root, path);
    const found = await listFiles(full);
    const files = found.length > 0 ? found.sort() : [full];
    const contents = await Promise.all(files.map((file) => readFile(file).catch(() => undefined)));
    for (const [index, content] of contents.entries()) {
      if (content === undefined) continue;
      hash.update(`${files[index]?.slice(root.length)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
