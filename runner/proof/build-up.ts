// What does a lab that continues others find? What their solutions made: played here, fast, before the proof begins.
import type { Lab } from '../labs/load-labs.ts';
import { playActions } from '../labs/play.ts';
import type { ProofMachine } from './proof-machine.ts';

/** Every lab that this one stands on, those that others stand on first. @throws Error when one does not exist, or they go in a circle */
export function foundationsOf(lab: Lab, labs: ReadonlyMap<string, Lab>): Lab[] {
  const found: Lab[] = [];
  const visit = (one: Lab, path: readonly string[]) => {
    for (const id of one.manifest.after ?? []) {
      const base = labs.get(id);
      if (!base) throw new Error(`labs/${one.id}: after: there is no lab "${id}".`);
      if (path.includes(id)) throw new Error(`labs that wait for each other: ${[...path, id].join(' → ')}`);
      if (found.includes(base)) continue;
      visit(base, [...path, id]);
      found.push(base);
    }
  };
  visit(lab, [lab.id]);
  return found;
}

/** Plays the solutions of the labs that this one continues. @throws PlayError when one does not work any more */
export async function buildUp(
  machine: ProofMachine,
  lab: Lab,
  labs: ReadonlyMap<string, Lab>,
): Promise<void> {
  const bases = foundationsOf(lab, labs);
  for (const base of bases)
    for (const step of base.manifest.steps)
      await playActions(
        step.solution,
        machine.keyboard(() => undefined),
      );
  if (bases.length > 0) machine.beginHere();
}
