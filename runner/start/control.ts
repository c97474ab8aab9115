// How do other commands of this installation speak to a runner that runs? By its port and a key of one run, in a file that only its owner reads.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Control {
  port: number;
  key: string;
}

const fileIn = (dataDir: string): string => join(dataDir, 'control.json');

/** A new key: 256 bits. */
export const newControlKey = (): string => randomBytes(32).toString('base64url');

/** Writes the file (mode 0600). Gives the function that removes it. */
export function writeControl(dataDir: string, control: Control): () => void {
  const file = fileIn(dataDir);
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(control), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The runner of this folder; undefined when none has left its mark. */
export function readControl(dataDir: string): Control | undefined {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return undefined;
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof read !== 'object' || read === null || !('port' in read) || !('key' in read)) return undefined;
  return { port: Number(read.port), key: String(read.key) };
}
