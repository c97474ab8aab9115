// Is a folder removed only when it is ours? A wrong --data must not cost somebody's documents.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isNoRight, looksOurs, removeFolder } from '../../../../runner/purge/data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boite-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder with our files only is ours, and so is one that does not exist', async () => {
  for (const name of ['state.db', 'state.db-wal', 'state.lock', 'log']) writeFileSync(join(folder, name), '');
  expect(await looksOurs(folder)).toBe(true);
  expect(await looksOurs(join(folder, 'absent'))).toBe(true);
});

test('one foreign file, and it is somebody’s', async () => {
  for (const name of ['state.db', 'these.odt']) writeFileSync(join(folder, name), '');
  expect(await looksOurs(folder)).toBe(false);
});

test('a file is nobody’s data folder', async () => {
  const file = join(folder, 'state.db');
  writeFileSync(file, '');
  expect(await looksOurs(file)).toBe(false);
});

/** Root may look everywhere: it lays its rights down meanwhile (65534 is nobody). */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

test('a folder that may not be looked into is not taken for an absent one', async () => {
  chmodSync(folder, 0);
  const problem = await withoutRights(() => looksOurs(join(folder, 'data')).catch((error: unknown) => error));
  chmodSync(folder, 0o700);
  expect(isNoRight(problem)).toBe(true);
});

test('the folder of an engine that still runs stays, the rest goes', async () => {
  mkdirSync(join(folder, 'engine'));
  writeFileSync(join(folder, 'state.db'), '');
  await removeFolder(folder, 'engine');
  expect(existsSync(join(folder, 'engine'))).toBe(true);
  expect(existsSync(join(folder, 'state.db'))).toBe(false);
  await removeFolder(folder);
  expect(existsSync(folder)).toBe(false);
});
