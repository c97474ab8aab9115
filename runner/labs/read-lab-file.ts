// What does a file of a lab say? Its text, if it is a file that a lab may have: small, plain, UTF-8, and not a link to somewhere else.
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabProblem } from './lab-problem.ts';

/** Largest file of a lab, bytes. */
export const MAX_LAB_FILE_BYTES = 1024 * 1024;

/** Most files in one lab: a folder that is not a lab at all must not be read for ever. */
const MAX_FILES = 500;

/** Every file under a folder, as paths relative to it; links and oversized files are problems. */
export async function listLabFiles(
  folder: string,
  name: string,
): Promise<{ files: string[]; problems: LabProblem[] }> {
  const files: string[] = [];
  const problems: LabProblem[] = [];
  const waiting = [''];
  for (let next = waiting.shift(); next !== undefined && files.length <= MAX_FILES; next = waiting.shift()) {
    for (const entry of await readdir(join(folder, next), { withFileTypes: true })) {
      const path = next === '' ? entry.name : `${next}/${entry.name}`;
      const file = `${name}/${path}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isSymbolicLink())
        problems.push({
          file,
          message: 'this is a symbolic link; expected a file of the lab itself: copy it',
        });
      else if (!entry.isFile())
        problems.push({ file, message: 'this is neither a file nor a folder: remove it' });
      else files.push(path);
    }
  }
  if (files.length > MAX_FILES)
    problems.push({ file: name, message: `more than ${MAX_FILES} files; a lab is a small folder` });
  for (const path of files) {
    const { size } = await lstat(join(folder, path));
    if (size > MAX_LAB_FILE_BYTES)
      problems.push({
        file: `${name}/${path}`,
        message: `${size} bytes; expected ${MAX_LAB_FILE_BYTES} (1 MiB) at most: make it smaller`,
      });
  }
  return { files: files.toSorted(), problems };
}

/** Text of a file: UTF-8, its byte order mark and Windows line ends taken away. */
export async function readLabText(path: string): Promise<{ text: string } | { message: string }> {
  const bytes = await readFile(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { message: 'this is not UTF-8 text; save it as UTF-8 (found another encoding, Latin-1 perhaps)' };
  }
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return { message: `a NUL character on line ${text.slice(0, nul).split('\n').length}; expected text` };
  return { text: text.replaceAll('\r\n', '\n') };
}
