// Is a folder removed only when it is ours? A wrong --data must not cost somebody's documents.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { looksOurs, removeFolder } from '../../../../runner/purge/data-folder.ts';

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

test('the folder of an engine that still runs stays, the rest goes', async () => {
  mkdirSync(join(folder, 'engine'));
  writeFileSync(join(folder, 'state.db'), '');
  await removeFolder(folder, 'engine');
  expect(existsSync(join(folder, 'engine'))).toBe(true);
  expect(existsSync(join(folder, 'state.db'))).toBe(false);
  await removeFolder(folder);
  expect(existsSync(folder)).toBe(false);
});
