// Do checks run when something was done, at most once a second, and only while somebody looks?
import { beforeEach, describe, expect, test } from 'vitest';
import { type CheckLoop, createCheckLoop } from '../../../../runner/checks/check-loop.ts';
import type { Verdict } from '../../../../runner/checks/read-verdict.ts';
import { FakeLoopClock } from '../../../doubles/fake-loop-clock.ts';

let clock: FakeLoopClock;
let runs: { at: number; steps: string[]; answer?: string }[];
let state: Record<string, Verdict>;
let seen: [string, Verdict][];
let loop: CheckLoop;
/** Milliseconds that a run of checks takes. */
let duration: number;

beforeEach(() => {
  clock = new FakeLoopClock();
  runs = [];
  duration = 0;
  seen = [];
  state = {};
  loop = createCheckLoop({
    clock,
    steps: [{ id: 'one' }, { id: 'two' }, { id: 'asked', asksAnswer: true }],
    commands: () => [],
    onVerdict: (step, verdict) => seen.push([step, verdict]),
    checker: {
      checkAll: async (steps, input) => {
        runs.push({ at: clock.now(), steps: [...steps], ...(input.answer && { answer: input.answer }) });
        if (duration > 0) await new Promise<void>((resolve) => clock.after(duration, resolve));
        return new Map(steps.map((step) => [step, state[step] ?? { passed: false, hint: 'not-yet' }]));
      },
    },
  });
});

describe('when it runs', () => {
  test('at once after a command', async () => {
    loop.setPresent(true);
    loop.commandEnded();
    await clock.pass(0);
    expect(runs).toEqual([{ at: 0, steps: ['one', 'two'] }]);
  });

  test('soon after output, once for many pieces', async () => {
    loop.setPresent(true);
    for (let i = 0; i < 10; i += 1) loop.activity();
    await clock.pass(5_000);
    expect(runs).toHaveLength(1);
    expect(runs[0]?.at).toBeGreaterThan(0);
    expect(runs[0]?.at).toBeLessThan(1_000);
  });

  test('at most once a second under a flood of commands and output, and once more at its end', async () => {
    loop.setPresent(true);
    for (let i = 0; i < 100; i += 1) {
      loop.commandEnded();
      loop.activity();
      await clock.pass(50);
    }
    await clock.pass(2_000);
    const times = runs.map((run) => run.at);
    const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
    // The last deed (4 950 ms) was looked at after it was done.
    expect(times.at(-1)).toBeGreaterThanOrEqual(4_950);
  });

  test('again by itself after a checker died in mid-run, and not for ever when a check is wrong in itself', async () => {
    loop.setPresent(true);
    state = { one: { broken: 'the checker is gone' } };
    loop.commandEnded();
    await clock.pass(3_000);
    expect(runs).toHaveLength(2);
    state = { one: { passed: true } };
    await clock.pass(3_000);
    expect(seen).toContainEqual(['one', { passed: true }]);
    state = { two: { broken: 'no such program' } };
    loop.commandEnded();
    await clock.pass(60_000);
    expect(runs.length).toBeLessThan(10);
  });

  test('a deed is looked at within two seconds, even right after a run', async () => {
    loop.setPresent(true);
    loop.commandEnded();
    await clock.pass(10);
    loop.commandEnded();
    await clock.pass(2_000);
    expect(runs.map((run) => run.at)).toEqual([0, 1_000]);
  });

  test('less often where checks are slow, so that a busy computer is not kept busy by them', async () => {
    duration = 90;
    loop.setPresent(true);
    for (let i = 0; i < 100; i += 1) {
      loop.commandEnded();
      await clock.pass(100);
    }
    const gaps = runs.slice(1).map((run, i) => run.at - (runs[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_800);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2_000);
  });

  test('never when nothing happens', async () => {
    loop.setPresent(true);
    await clock.pass(60_000);
    expect(runs).toEqual([]);
  });

  test('never while nobody looks; what was done meanwhile is looked at on return', async () => {
    loop.commandEnded();
    await clock.pass(60_000);
    expect(runs).toEqual([]);
    loop.setPresent(true);
    await clock.pass(0);
    expect(runs).toHaveLength(1);
    loop.setPresent(false);
    loop.activity();
    await clock.pass(60_000);
    expect(runs).toHaveLength(1);
  });

  test('never after stop', async () => {
    loop.setPresent(true);
    loop.activity();
    loop.stop();
    loop.commandEnded();
    await clock.pass(5_000);
    expect(runs).toEqual([]);
  });
});

describe('what it checks', () => {
  test('a passed step is told once and never checked again; when all are passed it rests', async () => {
    loop.setPresent(true);
    state.two = { passed: true };
    loop.commandEnded();
    await clock.pass(0);
    loop.commandEnded();
    await clock.pass(2_000);
    expect(runs.map((run) => run.steps)).toEqual([['one', 'two'], ['one']]);
    expect(seen.filter(([step]) => step === 'two')).toEqual([['two', { passed: true }]]);
    loop.markPassed('one');
    loop.commandEnded();
    await clock.pass(5_000);
    expect(runs).toHaveLength(2);
  });

  test('a step that asks an answer runs only with one', async () => {
    loop.setPresent(true);
    loop.commandEnded();
    await clock.pass(5_000);
    expect(runs.flatMap((run) => run.steps)).not.toContain('asked');
    expect(await loop.checkNow('asked', 'trainee')).toEqual({ passed: false, hint: 'not-yet' });
    expect(runs.at(-1)).toMatchObject({ steps: ['asked'], answer: 'trainee' });
  });

  test('the last hint of a step is remembered until it passes', async () => {
    state.one = { passed: false, hint: 'wrong-case' };
    await loop.checkNow('one');
    expect(loop.lastHint('one')).toBe('wrong-case');
    state.one = { broken: 'the machine is gone' };
    await loop.checkNow('one');
    expect(loop.lastHint('one')).toBe('wrong-case');
    state.one = { passed: true };
    await loop.checkNow('one');
    expect(loop.lastHint('one')).toBeUndefined();
    expect(await loop.checkNow('one')).toEqual({ passed: true });
  });
});
