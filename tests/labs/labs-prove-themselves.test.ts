// Does every lab keep its word on real containers? Once, in French; `npm run prove` does it twice in every language. The first half of them.
import { expect, test } from 'vitest';
import type { Lab } from '../../runner/labs/load-labs.ts';
import { halves, proveHalf } from './halves.ts';

const { all, prove } = await proveHalf(0);

test('both halves are all labs, each once', () => {
  const proved = halves(all).flat();
  expect(proved.map(({ id }) => id).sort()).toEqual([...all.keys()].sort());
});

// A proof that cannot fail proves nothing. Once, on a lab that needs no small Internet.
test('the proof notices a check that passes too early and one that never passes', async () => {
  const lab = [...all.values()].find(
    ({ manifest }) => manifest.counters === undefined && manifest.steps.length > 1,
  );
  const [first, second] = lab?.manifest.steps ?? [];
  if (lab === undefined || first === undefined || second === undefined)
    throw new Error('expected a lab of two steps at least, without counters');
  const steps = [{ ...first, solution: [{ run: 'true' }] }, second];
  const hint = `hint ${second.hints[0]}`;
  const wrong: Lab = {
    ...lab,
    manifest: { ...lab.manifest, steps },
    checks: { ...lab.checks, [first.id]: 'exit 0', [second.id]: hint },
    proof: {},
  };
  const { results, recording } = await prove(wrong);
  const broken = results.filter((result) => !result.passed).map(({ name }) => name);
  expect(broken).toEqual([
    `${first.id}: not passed on a fresh machine`,
    `${second.id}: passed after its own step`,
  ]);
  expect(recording).toBeUndefined();
});
