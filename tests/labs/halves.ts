// How are the labs' proofs shared out between two files, that run side by side? Heaviest first, each to the lighter half.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundationsOf } from '../../runner/labs/foundations.ts';
import { type Lab, loadLabs } from '../../runner/labs/load-labs.ts';
import { openProofHouse, type ProofHouse } from '../../runner/proof/proof-engine.ts';
import { type LabProofOutcome, proveLab } from '../../runner/proof/prove-lab.ts';

const LABS = join(import.meta.dirname, '../../labs');
/** What each lab that comes before adds, in the minutes that a trainee needs: its solution is played twice. */
const PER_FOUNDATION = 15;

/** Shares the labs out. */
export function halves(all: ReadonlyMap<string, Lab>): [Lab[], Lab[]] {
  const weigh = (lab: Lab) => lab.manifest.minutes + PER_FOUNDATION * foundationsOf(lab, all).length;
  const parts: [Lab[], Lab[]] = [[], []];
  const weights: [number, number] = [0, 0];
  for (const lab of [...all.values()].sort((a, b) => weigh(b) - weigh(a))) {
    const lighter = weights[0] <= weights[1] ? 0 : 1;
    parts[lighter].push(lab);
    weights[lighter] += weigh(lab);
  }
  return parts;
}

/** Proves one half of the labs in French, one test each. Gives all labs, and a way to prove one more. */
export async function proveHalf(half: 0 | 1): Promise<{
  all: ReadonlyMap<string, Lab>;
  prove: (lab: Lab) => Promise<LabProofOutcome>;
}> {
  const all = await loadLabs(LABS);
  const labs = halves(all)[half];
  let house: ProofHouse;
  beforeAll(async () => {
    house = await openProofHouse({ labs: all });
  }, 900_000);
  afterAll(() => house?.close());
  const prove = (lab: Lab) =>
    proveLab({
      lab,
      language: 'fr',
      startMachine: (name) => house.startMachine(lab, name, 'fr'),
      // One by one, as a person would, but faster than any: nobody watches.
      keyDelayMs: 1,
    });

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
  return { all, prove };
}
