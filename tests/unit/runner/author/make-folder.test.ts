// A folder to write in: made with those above it, or refused in the system's own word, never waited for.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from '../../../../runner/author/make-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'make-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('is made with those above it, and found when it is there', () => {
  const folder = join(root, 'un', 'dossier neuf', 'été');
  expect(makeFolder(folder)).toBeUndefined();
  expect(existsSync(folder)).toBe(true);
  expect(makeFolder(folder)).toBeUndefined();
});

test('under a file, and where the system makes none, is refused at once', () => {
  writeFileSync(join(root, 'file'), '');
  expect(makeFolder(join(root, 'file', 'x'))).toBe('ENOTDIR');
  expect(makeFolder('/proc/x/y')).toBe('ENOENT');
  expect(makeFolder(join(root, 'n'.repeat(300)))).toBe('ENAMETOOLONG');
});
