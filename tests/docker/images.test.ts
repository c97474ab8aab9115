// Are the built images what the machines need, and is nothing built twice?

import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createDockerImages } from '../../runner/machines/docker-engine-images.ts';
import { type BuildProgress, buildImages, imageTags, missingImages } from '../../runner/machines/images.ts';

const store = createDockerImages();
const docker = async (...args: string[]) => (await promisify(execFile)('docker', args)).stdout.trim();
const made: string[] = [];
afterAll(async () => {
  for (const tag of made) await docker('rmi', tag).catch(() => undefined);
});

test('once built, nothing is missing, nothing is built again, and every image says it is ours', async () => {
  const tags = await buildImages(store, { only: ['desktop'] });
  const progress: BuildProgress[] = [];
  expect(await buildImages(store, { only: ['desktop'], onProgress: (one) => progress.push(one) })).toEqual(
    tags,
  );
  expect(progress).toEqual([]);
  expect(await missingImages(store, undefined, ['desktop'])).toEqual([]);
  const { desktop = '' } = tags;
  expect(
    await docker('inspect', '-f', '{{index .Config.Labels "boite.image"}} {{.Config.User}}', desktop),
  ).toBe('desktop trainee');
});

test('a Dockerfile that fails is refused with the end of its log, and leaves no tag', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'boite-images-'));
  try {
    await mkdir(join(folder, 'broken'));
    await writeFile(
      join(folder, 'broken/Dockerfile'),
      'ARG BASE\nFROM $BASE\nRUN echo presque && echo raté >&2 && exit 7\n',
    );
    await buildImages(store, { only: ['desktop'] });
    await expect(buildImages(store, { folder })).rejects.toMatchObject({
      name: 'EngineError',
      kind: 'refused',
      message: expect.stringMatching(/presque[\s\S]*raté[\s\S]*7/),
    });
    expect(await missingImages(store, folder)).toEqual(['broken']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a new machine is a folder: its files arrive with their executable bits', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'boite-images-'));
  try {
    await mkdir(join(folder, 'mini'));
    await writeFile(
      join(folder, 'mini/Dockerfile'),
      'ARG BASE\nFROM $BASE\nCOPY run plain /\nRUN /run && test ! -x /plain\n',
    );
    await writeFile(join(folder, 'mini/run'), '#!/bin/sh\necho ok\n', { mode: 0o700 });
    await writeFile(join(folder, 'mini/plain'), 'x', { mode: 0o600 });
    made.push((await imageTags(folder)).mini ?? '');
    const progress: BuildProgress[] = [];
    await buildImages(store, { folder, onProgress: (one) => progress.push(one) });
    expect(await missingImages(store, folder)).toEqual([]);
    expect(progress.at(-1)).toMatchObject({ image: 'mini', stage: 'done', percent: 100 });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an image travels as a file: saved, removed and loaded again, it is the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'boite-images-'));
  const tag = `boite/travels:${process.pid}`;
  made.push(tag);
  try {
    await writeFile(join(folder, 'file'), 'x');
    const root = execFileSync('tar', ['-c', '-C', folder, '.']);
    await store.importRoot(Readable.from([root]), tag, {});
    const before = await store.imageId(tag);
    const bytes = await buffer(await store.save([tag]));
    await docker('rmi', tag);
    expect(await store.imageId(tag)).toBeUndefined();
    await store.load(Readable.from([bytes]));
    expect(await store.imageId(tag)).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
