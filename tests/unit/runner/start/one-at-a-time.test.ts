// Do two starts at once build the site one after the other?
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oneAtATime } from '../../../../runner/start/one-at-a-time.ts';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boite-lock-'));
  lock = join(folder, 'deep', 'work.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the lock is held during the work and gone after it, even after a failure', async () => {
  expect(await oneAtATime(lock, async () => existsSync(lock))).toBe(true);
  expect(existsSync(lock)).toBe(false);
  await expect(oneAtATime(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(lock)).toBe(false);
});

test('a process that was killed holds nothing', async () => {
  await oneAtATime(lock, async () => undefined);
  // Larger than any process number of Linux (2^22).
  writeFileSync(lock, '4194999');
  expect(await oneAtATime(lock, async () => 'done')).toBe('done');
});

test('while another process works, we wait', async () => {
  await oneAtATime(lock, async () => undefined);
  writeFileSync(lock, '1');
  let done = false;
  const waiting = oneAtATime(lock, async () => {
    done = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(done).toBe(false);
  rmSync(lock);
  await waiting;
  expect(done).toBe(true);
});

test('two in one process wait for each other', async () => {
  const order: string[] = [];
  const work = (name: string) =>
    oneAtATime(lock, async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(`${name} ends`);
    });
  await Promise.all([work('one'), work('two')]);
  expect(order).toHaveLength(4);
  expect(order[0]?.split(' ')[0]).toBe(order[1]?.split(' ')[0]);
});
