// Is a burst of changes published in two goes, the second of which has them all?
import { expect, test } from 'vitest';
import { oneAtATime } from '../../../../runner/internet/one-at-a-time.ts';

test('calls during a run share one more run that begins after all of them; runs never overlap', async () => {
  let state = 0;
  let running = 0;
  const seen: number[] = [];
  const publish = oneAtATime(async () => {
    running += 1;
    expect(running).toBe(1);
    const now = state;
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(now);
    running -= 1;
  });
  const first = publish();
  const others = [1, 2, 3].map((number) => {
    state = number;
    return publish();
  });
  await Promise.all([first, ...others]);
  expect(seen).toEqual([0, 3]);
  state = 4;
  await publish();
  expect(seen).toEqual([0, 3, 4]);
});

test('a run that fails is known to those who asked for it, and does not stop the next', async () => {
  let fails = true;
  const publish = oneAtATime(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    if (fails) throw new Error('no');
  });
  const first = publish();
  const second = publish();
  await expect(first).rejects.toThrow('no');
  fails = false;
  await second;
});
