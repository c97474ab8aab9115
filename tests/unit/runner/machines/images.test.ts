// Is an image built exactly when what goes into it changed?
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mirrorsFrom } from '../../../../runner/machines/base-image.ts';
import type { ImageStore } from '../../../../runner/machines/docker-engine-images.ts';
import { EngineError } from '../../../../runner/machines/engine.ts';
import {
  type BuildProgress,
  buildImages,
  buildPercent,
  imageTags,
  missingImages,
} from '../../../../runner/machines/images.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boite-images-'));
  await mkdir(join(folder, 'desktop/etc'), { recursive: true });
  await writeFile(join(folder, 'desktop/Dockerfile'), 'ARG BASE\nFROM $BASE\n');
  await writeFile(join(folder, 'desktop/etc/x'), '1');
});
afterEach(() => rm(folder, { recursive: true }));

/** A store in memory that has the public image at hand. */
class MemoryStore implements ImageStore {
  readonly tags = new Set<string>(['debian:12-slim']);
  readonly built: string[] = [];
  failing = false;
  imageExists = async (tag: string) => this.tags.has(tag);
  imageBytes = async () => undefined;
  pull = async () => {};
  importRoot = async () => {};
  build: ImageStore['build'] = async (context, { tag }, onLine) => {
    context.resume();
    onLine('Step 1/2 : ARG BASE');
    if (this.failing) throw new EngineError('refused', 'E: no such package');
    this.built.push(tag);
    this.tags.add(tag);
  };
}

test('the second start builds nothing; a changed file builds its machine and not the base', async () => {
  const store = new MemoryStore();
  const first = await buildImages(store, { folder });
  expect(store.built).toHaveLength(2);
  expect(await buildImages(store, { folder })).toEqual(first);
  expect(store.built).toHaveLength(2);
  await writeFile(join(folder, 'desktop/etc/x'), '2');
  expect(await missingImages(store, folder)).toEqual(['desktop']);
  const second = await buildImages(store, { folder });
  expect(store.built).toHaveLength(3);
  expect(second.desktop).not.toBe(first.desktop);
});

test('the tag follows content, name and executable bit; not dates nor umask', async () => {
  const tag = async () => (await imageTags(folder)).desktop;
  const before = await tag();
  await writeFile(join(folder, 'desktop/etc/x'), '1');
  await chmod(join(folder, 'desktop/etc/x'), 0o600);
  expect(await tag()).toBe(before);
  await chmod(join(folder, 'desktop/etc/x'), 0o755);
  expect(await tag()).not.toBe(before);
  await chmod(join(folder, 'desktop/etc/x'), 0o644);
  await writeFile(join(folder, 'desktop/etc/y'), '');
  expect(await tag()).not.toBe(before);
});

test('a failed build says why, and the next start tries again', async () => {
  const store = new MemoryStore();
  store.failing = true;
  await expect(buildImages(store, { folder })).rejects.toThrow(/no such package/);
  store.failing = false;
  await buildImages(store, { folder });
  expect(await missingImages(store, folder)).toEqual([]);
});

test('progress never goes back and ends at 100', async () => {
  const seen: BuildProgress[] = [];
  await buildImages(new MemoryStore(), { folder, onProgress: (progress) => seen.push(progress) });
  for (const image of ['base', 'desktop']) {
    const percents = seen.filter((p) => p.image === image).map((p) => p.percent);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents.at(-1)).toBe(100);
  }
});

test('a build’s log moves the bar while packages arrive', () => {
  const percent = buildPercent();
  expect(percent('Step 3/5 : RUN apt-get')).toBeLessThan(50);
  percent('0 upgraded, 10 newly installed, 0 to remove');
  let last = 0;
  for (let i = 0; i < 30; i += 1) {
    const now = percent(`Unpacking p${i}`);
    expect(now).toBeGreaterThanOrEqual(last);
    last = now;
  }
  expect(last).toBeGreaterThan(80);
  expect(last).toBeLessThan(100);
});

test('the host’s mirrors serve the base: main, updates and security, whatever release the host runs', () => {
  const uri = 'http://mirror.exemple.fr/debian/';
  const lines = [
    `${uri} Debian trixie main`,
    `${uri} Debian trixie contrib`,
    `${uri} Debian trixie-updates main`,
    'http://secu.exemple.fr/ Debian trixie-security main',
    'http://autre.exemple.fr/ Autre trixie main',
  ];
  expect(mirrorsFrom(lines.join('\n'))).toEqual([
    { uri: 'http://mirror.exemple.fr/debian', suite: 'bookworm' },
    { uri: 'http://mirror.exemple.fr/debian', suite: 'bookworm-updates' },
    { uri: 'http://secu.exemple.fr', suite: 'bookworm-security' },
  ]);
  expect(mirrorsFrom('')).toEqual([]);
});
