// Does a saved Dockerfile become an image, is a failure told, and is nothing built twice at once?
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { imageTags } from '../../../../runner/machines/images.ts';
import { watchImages } from '../../../../runner/start/watch-images.ts';

const WAIT = { timeout: 10_000, interval: 20 };

let folder: string;
let stop: () => void;
let told: string[];
/** Ends the build that runs. */
let finish: (error?: Error) => void;
let builds: number;

const save = (machine: string, text: string) => writeFile(join(folder, machine, 'Dockerfile'), text);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boite-machines-'));
  for (const machine of ['desktop', 'shared']) {
    await mkdir(join(folder, machine));
    await save(machine, 'FROM scratch\n');
  }
  await cp(join(folder, 'desktop'), join(folder, 'other'), { recursive: true });
  told = [];
  builds = 0;
  stop = watchImages(await imageTags(folder), {
    folder,
    wanted: () => imageTags(folder),
    build: () => {
      builds += 1;
      return new Promise((resolve, reject) => {
        finish = (error) => (error ? reject(error) : resolve({}));
      });
    },
    building: (names) => told.push(`building ${names}`),
    built: (names) => told.push(`built ${names}`),
    failed: (names, why) => told.push(`failed ${names}: ${String(why)}`),
  });
});
afterEach(async () => {
  stop();
  await rm(folder, { recursive: true, force: true });
});

const tells = (...what: string[]) => vi.waitFor(() => expect(told).toEqual(what), WAIT);

test('a machine that was saved is built, and only that one is told', async () => {
  await save('desktop', 'FROM scratch\nENV A=1\n');
  await tells('building desktop');
  finish();
  await tells('building desktop', 'built desktop');
});

test('what is saved during a build is built after it', async () => {
  await save('desktop', 'FROM scratch\nENV A=1\n');
  await tells('building desktop');
  await save('other', 'FROM scratch\nENV B=1\n');
  await save('desktop', 'FROM scratch\nENV A=2\n');
  // The second save settles while the first build goes on.
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(builds).toBe(1);
  finish();
  await tells('building desktop', 'built desktop', 'building desktop,other');
});

test('a build that fails is told, and the next save mends it', async () => {
  await save('desktop', 'FROM scratch\nFRM\n');
  await tells('building desktop');
  finish(new Error('unknown instruction: FRM'));
  await tells('building desktop', 'failed desktop: Error: unknown instruction: FRM');
  await save('desktop', 'FROM scratch\n');
  await tells('building desktop', 'failed desktop: Error: unknown instruction: FRM', 'built desktop');
  expect(builds).toBe(1);
});
