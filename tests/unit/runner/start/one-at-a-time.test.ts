// Do two starts at once build the site one after the other?
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { oneAtATime } from '../../../../runner/start/one-at-a-time.ts';
import { StartError } from '../../../../runner/start/start-error.ts';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boite-lock-'));
  lock = join(folder, 'deep', 'work.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the lock is held during the work and gone after it, even after a failure', async () => {
  expect(await oneAtATime(lock, 'fr', async () => existsSync(lock))).toBe(true);
  expect(existsSync(lock)).toBe(false);
  await expect(oneAtATime(lock, 'fr', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(lock)).toBe(false);
});

test('a process that was killed holds nothing', async () => {
  await oneAtATime(lock, 'fr', async () => undefined);
  // Larger than any process number of Linux (2^22).
  writeFileSync(lock, '4194999');
  expect(await oneAtATime(lock, 'fr', async () => 'done')).toBe('done');
});

test.each(['', 'not a number'])('a lock that says %j is left over once it is not fresh', async (text) => {
  await oneAtATime(lock, 'fr', async () => undefined);
  writeFileSync(lock, text);
  let done = false;
  const waiting = oneAtATime(lock, 'fr', async () => {
    done = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(done).toBe(false);
  utimesSync(lock, new Date(), new Date(Date.now() - 60_000));
  await waiting;
  expect(done).toBe(true);
});

test('a lock that is held too long is said in the person’s language, with what to do', async () => {
  await oneAtATime(lock, 'fr', async () => undefined);
  writeFileSync(lock, '1');
  const started = Date.now();
  const clock = vi
    .spyOn(Date, 'now')
    .mockReturnValueOnce(started)
    .mockReturnValue(started + 3_600_000);
  try {
    const refused = oneAtATime(lock, 'en', async () => undefined);
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(`remove ${lock}`);
  } finally {
    clock.mockRestore();
  }
});

test('while another process works, we wait', async () => {
  await oneAtATime(lock, 'fr', async () => undefined);
  writeFileSync(lock, '1');
  let done = false;
  const waiting = oneAtATime(lock, 'fr', async () => {
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
    oneAtATime(lock, 'fr', async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(`${name} ends`);
    });
  await Promise.all([work('one'), work('two')]);
  expect(order).toHaveLength(4);
  expect(order[0]?.split(' ')[0]).toBe(order[1]?.split(' ')[0]);
});
