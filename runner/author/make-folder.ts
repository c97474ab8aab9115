// Where a command is to write: is there such a folder, and may one write in it?
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with those above it, one by one: Node's own `recursive` never ends where the system denies that a folder is missing (/proc).
 * @param folder absolute
 * @returns the system's word for why it cannot be (`EACCES`, `ENOTDIR`…); undefined when it is there and one may write in it
 */
export function makeFolder(folder: string): string | undefined {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path); path = dirname(path)) missing.unshift(path);
  try {
    for (const path of missing) mkdirSync(path);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
  return undefined;
}
