// Are images built after those they are made of, and anew when those change?
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { argumentOf, inBuildOrder, parentsIn } from '../../../../runner/machines/image-order.ts';
import { imageTags } from '../../../../runner/machines/images.ts';

test('a Dockerfile names the machines it is made of in its first lines', () => {
  const dockerfile = [
    'ARG BASE',
    'ARG MIRROR',
    'FROM ubuntu AS mirror',
    'FROM debian',
    'ARG VPS',
    'RUN true',
  ].join('\n');
  expect(parentsIn(dockerfile, ['mirror', 'vps', 'desktop'])).toEqual(['mirror']);
  expect(argumentOf('vps-wordpress')).toBe('VPS_WORDPRESS');
});

test('what others are made of comes first, whatever the alphabet says', () => {
  const parents = new Map([
    ['a', ['z']],
    ['b', []],
    ['z', ['b']],
  ]);
  expect(inBuildOrder(parents)).toEqual(['b', 'z', 'a']);
});

test('two images that need each other are refused with their names', () => {
  const parents = new Map([
    ['a', ['b']],
    ['b', ['a']],
  ]);
  expect(() => inBuildOrder(parents)).toThrow(/a → b → a/);
});

test('a change in one image gives new tags to those made of it, and to no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'boite-order-'));
  try {
    const files = { desktop: 'ARG BASE\n', vps: 'ARG BASE\nARG MIRROR\n', mirror: 'ARG BASE\n' };
    for (const [name, head] of Object.entries(files)) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'Dockerfile'), `${head}FROM \${BASE}\n`);
    }
    const before = await imageTags(folder);
    await writeFile(join(folder, 'mirror', 'packages.txt'), 'nginx\n');
    const after = await imageTags(folder);
    expect(after.desktop).toBe(before.desktop);
    expect(after.mirror).not.toBe(before.mirror);
    expect(after.vps).not.toBe(before.vps);
    expect(Object.keys(after).indexOf('mirror')).toBeLessThan(Object.keys(after).indexOf('vps'));
  } finally {
    await rm(folder, { recursive: true });
  }
});
