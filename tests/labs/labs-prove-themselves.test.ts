// Does every lab keep its word on real containers? Once, in French; `npm run prove` does it twice in every language.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Lab, loadLabs } from '../../runner/labs/load-labs.ts';
import { openProofHouse, type ProofHouse } from '../../runner/proof/proof-engine.ts';
import { proveLab } from '../../runner/proof/prove-lab.ts';

const ROOT = join(import.meta.dirname, '../..');
const all = await loadLabs(join(ROOT, 'labs'));
const labs = [...all.values()];

let house: ProofHouse;
beforeAll(async () => {
  house = await openProofHouse({ labs: all });
}, 900_000);
afterAll(() => house?.close());

const prove = (lab: Lab) =>
  proveLab({ lab, language: 'fr', startMachine: (name) => house.startMachine(lab, name, 'fr') });

describe.each(labs)('labs/$id', (lab) => {
  test('checks fail first, pass with the solution and with other right ways, and refuse near misses', async () => {
    const { results, recording } = await prove(lab);
    const broken = results.filter((result) => !result.passed).map(({ name, why }) => `${name}: ${why}`);
    expect(broken).toEqual([]);
    expect(recording).toContain(`"m","${lab.manifest.steps.at(-1)?.id}"`);
    // Each step: fresh, solved, two other ways and a near miss at least.
    expect(results.length).toBeGreaterThanOrEqual(lab.manifest.steps.length * 5);
  });
});

// A proof that cannot fail proves nothing. Once, on a lab that needs no small Internet.
test('the proof notices a check that passes too early and one that never passes', async () => {
  const lab = labs.find(({ manifest }) => manifest.counters === undefined && manifest.steps.length > 1);
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
