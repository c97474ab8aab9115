// Does a seat's progress tick once, keep its hints apposite, and start again when asked?
import { expect, test } from 'vitest';
import type { LabManifest } from '../../../../labs/define-lab.ts';
import { LabProgress } from '../../../../runner/workshop/lab-progress.ts';

const manifest: LabManifest = {
  minutes: 5,
  machines: { desktop: { kind: 'desktop' } },
  steps: [
    { id: 'look', machine: 'desktop', hints: ['not-yet', 'elsewhere'], solution: [{ run: 'ls' }] },
    { id: 'make', machine: 'desktop', hints: ['no-folder'], solution: [{ run: 'mkdir a' }] },
  ],
};

function progress(passedBefore: { step: string; by: 'trainee' | 'solution' }[] = []) {
  const kept: string[] = [];
  const it = new LabProgress(manifest, {
    passed: () => passedBefore,
    pass: (step, by) => void kept.push(`${step} ${by}`),
    forget: () => void kept.splice(0),
  });
  return { it, kept };
}

test('a step passes once, and who passed it is kept', () => {
  const { it, kept } = progress();
  it.pass('look', 'trainee');
  it.pass('look', 'solution');
  expect(kept).toEqual(['look trainee']);
  expect(it.views()[0]).toEqual({ id: 'look', passed: true, by: 'trainee' });
  expect(it.toDo).toEqual(['make']);
});

test('what was passed before a restart is still passed', () => {
  const { it } = progress([{ step: 'make', by: 'solution' }]);
  expect(it.views()[1]).toEqual({ id: 'make', passed: true, by: 'solution' });
});

test('a hint fits what was last seen, and follows when the situation changes', () => {
  const { it } = progress();
  it.observe('look', 'elsewhere');
  expect(it.views()[0]?.hint).toBeUndefined();
  it.show('look', 2);
  expect(it.views()[0]?.hint).toEqual({ key: 'elsewhere', level: 2 });
  expect(it.observe('look', 'elsewhere')).toBe(false);
  expect(it.observe('look', 'not-yet')).toBe(true);
  expect(it.views()[0]?.hint).toEqual({ key: 'not-yet', level: 1 });
});

test('a hint asked before anything was seen is the first of the manifest; a passed step shows none', () => {
  const { it } = progress();
  it.show('make', 1);
  expect(it.views()[1]?.hint).toEqual({ key: 'no-folder', level: 1 });
  it.pass('make', 'trainee');
  expect(it.views()[1]?.hint).toBeUndefined();
});

test('starting again forgets everything', () => {
  const { it, kept } = progress([{ step: 'look', by: 'trainee' }]);
  it.show('make', 1);
  it.startAgain();
  expect(kept).toEqual([]);
  expect(it.views()).toEqual([
    { id: 'look', passed: false },
    { id: 'make', passed: false },
  ]);
});
