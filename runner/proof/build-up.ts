// What does a lab that continues others find? What their solutions made: played here, fast, before the proof begins.
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabStep } from '../../labs/define-lab.ts';
import { foundationsOf } from '../labs/foundations.ts';
import type { Lab } from '../labs/load-labs.ts';
import { playActions } from '../labs/play.ts';
import type { ProofMachine } from './proof-machine.ts';

/** Looks at a step after its solution, and milliseconds between them. */
const LOOKS = 40;
const LOOK_MS = 150;

/** Plays a step's solution and waits until it is seen; gives why not, if not. */
async function made(machine: ProofMachine, lab: Lab, step: LabStep): Promise<string | undefined> {
  let answer: string | undefined;
  const keyboard = machine.keyboard((text) => {
    answer = text;
  });
  await playActions(step.solution, keyboard);
  let found = '';
  for (let look = 0; look < LOOKS; look += 1) {
    const verdict = await machine.check(step, answer, lab);
    if ('passed' in verdict && verdict.passed) return undefined;
    found = 'broken' in verdict ? verdict.broken : verdict.hint;
    await sleep(LOOK_MS);
  }
  return found;
}

/**
 * Plays the solutions of the labs that this one continues; once more what did not come about (a busy computer).
 * @throws PlayError when a terminal does not follow, Error when a solution does not work any more
 */
export async function buildUp(
  machine: ProofMachine,
  lab: Lab,
  labs: ReadonlyMap<string, Lab>,
): Promise<void> {
  const bases = foundationsOf(lab, labs);
  for (const base of bases)
    for (const step of base.manifest.steps) {
      const why = (await made(machine, base, step)) && (await made(machine, base, step));
      if (why)
        throw new Error(
          `labs/${base.id}, on which this one stands: expected "${step.id}" to pass, found "${why}"`,
        );
    }
  if (bases.length > 0) machine.beginHere();
}
