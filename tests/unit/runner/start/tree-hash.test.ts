// Is the site rebuilt when a source changed, and only then?
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { treeHash } from '../../../../runner/start/tree-hash.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'boite-tree-'));
  mkdirSync(join(root, 'course/fr'), { recursive: true });
  writeFileSync(join(root, 'course/fr/a.mdx'), 'bonjour');
  writeFileSync(join(root, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));
const hash = () => treeHash(root, ['course', 'package-lock.json', 'absent']);

test('a new date alone changes nothing (git sets it at each checkout)', async () => {
  const before = await hash();
  utimesSync(join(root, 'course/fr/a.mdx'), 0, 0);
  expect(await hash()).toBe(before);
});

test.each([
  ['a changed word', () => writeFileSync(join(root, 'course/fr/a.mdx'), 'bonsoir')],
  ['a new file', () => writeFileSync(join(root, 'course/fr/b.mdx'), '')],
  ['a new lockfile', () => writeFileSync(join(root, 'package-lock.json'), '{ }')],
  [
    'words that moved from one file to the next',
    () => {
      writeFileSync(join(root, 'course/fr/a.mdx'), 'bon');
      writeFileSync(join(root, 'course/fr/b.mdx'), 'jour');
    },
  ],
])('%s changes it', async (_what, change) => {
  const before = await hash();
  change();
  expect(await hash()).not.toBe(before);
});

test('tools’ own folders do not count', async () => {
  const before = await hash();
  mkdirSync(join(root, 'course/node_modules'), { recursive: true });
  writeFileSync(join(root, 'course/node_modules/x'), 'x');
  expect(await hash()).toBe(before);
});
