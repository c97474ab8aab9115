// Does an author's save reach the runner, and does a mistake come back as a sentence?
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Lab } from '../../../../runner/labs/load-labs.ts';
import { watchLabs } from '../../../../runner/labs/watch-labs.ts';

const LABS = fileURLToPath(new URL('../../../../labs', import.meta.url));
const WAIT = { timeout: 5_000, interval: 20 };

let dir: string;
let stop: () => void;
const changed: Lab[] = [];
const wrong: string[] = [];

beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'boite-labs-')), 'labs');
  await cp(join(LABS, 'first-steps'), join(dir, 'first-steps'), { recursive: true });
  await cp(join(LABS, 'define-lab.ts'), join(dir, 'define-lab.ts'));
  changed.splice(0);
  wrong.splice(0);
  stop = watchLabs(dir, { changed: (lab) => changed.push(lab), wrong: (text) => wrong.push(text) });
});
afterEach(async () => {
  stop();
  await rm(join(dir, '..'), { recursive: true, force: true });
});

test('a saved check is told with its new text', async () => {
  const check = join(dir, 'first-steps/checks/list.sh');
  await writeFile(check, `${await readFile(check, 'utf8')}\n# saved by the author\n`);
  await vi.waitFor(() => expect(changed.at(-1)?.checks.list).toContain('# saved by the author'), WAIT);
  expect(wrong).toEqual([]);
});

test('a mistake is told with its file, and nothing changes', async () => {
  const manifest = join(dir, 'first-steps/lab.ts');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('minutes: 20', 'minuts: 20'));
  await vi.waitFor(() => expect(wrong.at(-1)).toMatch(/first-steps\/lab\.ts.*minuts/), WAIT);
  expect(changed).toEqual([]);
});
