// Which Chromium opens the pages? Debian's, the smallest one first: without windows of its own it costs a fifth less.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** As `runner/bootstrap/test.mjs` looks for them. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of the program. @throws Error when there is none */
export function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun);
  if (found === undefined) throw new Error('no Chromium here: apt-get install chromium-headless-shell');
  return found;
}
