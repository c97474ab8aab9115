// What does a lab that continues others find? What their solutions made: played here, fast, before the proof begins.
import { foundationsOf } from '../labs/foundations.ts';
import type { Lab } from '../labs/load-labs.ts';
import { playActions } from '../labs/play.ts';
import type { ProofMachine } from './proof-machine.ts';

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
