// Does the line serve people fairly, at most so many at once, and tell everybody where they stand?
import { describe, expect, test } from 'vitest';
import { createStartQueue } from '../../../../runner/workshop/start-queue.ts';

/** A job that ends when the test says so. */
function job() {
  let done = () => {};
  let fail = (_: Error) => {};
  const finished = new Promise<void>((resolve, reject) => {
    done = resolve;
    fail = reject;
  });
  return { run: () => finished, done: () => done(), fail: (e: Error) => fail(e) };
}
const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('start queue', () => {
  test('runs at most as many at once as it was told, and the next when one ends', async () => {
    const queue = createStartQueue(2);
    const jobs = [job(), job(), job()];
    const started: number[] = [];
    for (const [i, j] of jobs.entries())
      void queue.enqueue(
        `seat-${i}`,
        () => {
          started.push(i);
          return j.run();
        },
        () => {},
      );
    expect(started).toEqual([0, 1]);
    expect(queue.waiting).toBe(1);
    jobs[0]?.done();
    await tick();
    expect(started).toEqual([0, 1, 2]);
  });

  test('a person with three wishes does not pass before a newcomer', async () => {
    const queue = createStartQueue(1);
    const order: string[] = [];
    const first = job();
    void queue.enqueue('greedy', first.run, () => {});
    for (const wish of ['greedy', 'greedy', 'newcomer'])
      void queue.enqueue(
        wish,
        async () => void order.push(wish),
        () => {},
      );
    first.done();
    await tick();
    await tick();
    expect(order).toEqual(['newcomer', 'greedy', 'greedy']);
  });

  test('tells each its position, which only goes down for equals', async () => {
    const queue = createStartQueue(1);
    const first = job();
    const heard: Record<string, number[]> = { b: [], c: [] };
    void queue.enqueue('a', first.run, () => {});
    const second = job();
    void queue.enqueue('b', second.run, (p) => heard.b?.push(p));
    void queue.enqueue(
      'c',
      async () => {},
      (p) => heard.c?.push(p),
    );
    first.done();
    await tick();
    expect(heard.b?.at(-1)).toBe(1);
    expect(heard.c?.at(0)).toBe(2);
    expect(heard.c?.at(-1)).toBe(1);
    second.done();
  });

  test('a failed start is told to who asked and does not stop the line', async () => {
    const queue = createStartQueue(1);
    const bad = queue.enqueue(
      'a',
      () => Promise.reject(new Error('no room')),
      () => {},
    );
    const good = queue.enqueue(
      'b',
      async () => {},
      () => {},
    );
    await expect(bad).rejects.toThrow('no room');
    await expect(good).resolves.toBe(true);
  });

  test('who leaves is taken out without running', async () => {
    const queue = createStartQueue(1);
    const first = job();
    void queue.enqueue('a', first.run, () => {});
    let ran = false;
    const left = queue.enqueue(
      'b',
      async () => {
        ran = true;
      },
      () => {},
    );
    queue.abandon('b');
    await expect(left).resolves.toBe(false);
    first.done();
    await tick();
    expect(ran).toBe(false);
  });
});
