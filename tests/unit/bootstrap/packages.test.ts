// Is `npm ci` run when it must be, and only then?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dependenciesAreInstalled } from '../../../runner/bootstrap/packages.mjs';

const NODE = `node_modules/node-linux-${process.arch}/bin/node`;
const one = { version: '1.0.0', integrity: 'sha512-a' };
let root: string;

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const lock = (packages: object) =>
  put('package-lock.json', JSON.stringify({ packages: { '': {}, ...packages } }));
const record = (packages: object) => put('node_modules/.package-lock.json', JSON.stringify({ packages }));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'boite-packages-'));
  lock({ 'node_modules/one': one });
  record({ 'node_modules/one': one });
  put(NODE, '');
});
afterEach(() => rmSync(root, { recursive: true }));

test('what npm recorded is what the lockfile asks: nothing to install', () => {
  expect(dependenciesAreInstalled(root)).toBe(true);
});

test('a fresh clone has nothing installed', () => {
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(dependenciesAreInstalled(root)).toBe(false);
});

test('an install that was cut leaves no record, or half a record', () => {
  rmSync(join(root, 'node_modules/.package-lock.json'));
  expect(dependenciesAreInstalled(root)).toBe(false);
  put('node_modules/.package-lock.json', '{"packages": {"node_mod');
  expect(dependenciesAreInstalled(root)).toBe(false);
});

test.each([
  ['another version', { 'node_modules/one': { ...one, version: '1.0.1' } }],
  ['the same version with other bytes', { 'node_modules/one': { ...one, integrity: 'sha512-b' } }],
  ['one package more', { 'node_modules/one': one, 'node_modules/two': one }],
])('a lockfile with %s is installed anew', (_what, packages) => {
  lock(packages);
  expect(dependenciesAreInstalled(root)).toBe(false);
});

test('an optional package may be absent: it is another system’s, or it did not compile', () => {
  lock({ 'node_modules/one': one, 'node_modules/node-pty': { ...one, optional: true } });
  expect(dependenciesAreInstalled(root)).toBe(true);
});

test('the binary of a tool for this very machine may not be absent: an npm on an old Node leaves it out without a word', () => {
  const binary = { ...one, optional: true, os: [process.platform], cpu: [process.arch] };
  lock({ 'node_modules/one': one, 'node_modules/@tool/here': binary });
  expect(dependenciesAreInstalled(root)).toBe(false);
  lock({ 'node_modules/one': one, 'node_modules/@tool/there': { ...binary, cpu: ['none'] } });
  expect(dependenciesAreInstalled(root)).toBe(true);
});

test.runIf(process.platform === 'linux')('the pinned Node is not optional where it exists', () => {
  rmSync(join(root, NODE));
  expect(dependenciesAreInstalled(root)).toBe(false);
});
