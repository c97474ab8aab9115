// How does a whole class go to rest? Every machine of a workshop stops, rented servers and desktops before the servers that they ask; files stay where they are.
import type { Engine, MachineFacts } from '../machines/engine.ts';
import { ROLE_LABEL, WORKSHOP_LABEL } from '../machines/labels.ts';
import { stopDesktop } from './stop-desktop.ts';

/** Stopped at once: each takes the engine about a tenth of a second of a core. */
const TOGETHER = 8;
/** What a server has to end in, milliseconds. */
const GRACE_MS = 10_000;
/** A machine may have been in the making: looked for again so many times. */
const ROUNDS = 5;
const isDesktop = ({ labels }: MachineFacts): boolean => labels[ROLE_LABEL] === 'desktop';

export interface RestParts {
  engine: Engine;
  workshopId: string;
  /** True for the servers that the whole class shares: they go last. */
  isShared: (labels: Record<string, string>) => boolean;
  failed: (what: string, error: unknown) => void;
}

/** Stops every machine of a workshop that runs. Resolves when none does, or when those that remain would not stop (told to `failed`). */
export async function putToRest(parts: RestParts): Promise<void> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const running = (await parts.engine.listMachines()).filter(
      ({ labels, state }) => labels[WORKSHOP_LABEL] === parts.workshopId && state === 'running',
    );
    if (running.length === 0) return;
    await stopAll(
      parts,
      running.filter(({ labels }) => !parts.isShared(labels)),
    );
    await stopAll(
      parts,
      running.filter(({ labels }) => parts.isShared(labels)),
    );
  }
}

async function stopAll({ engine, failed }: RestParts, machines: readonly MachineFacts[]): Promise<void> {
  const queue = [...machines];
  const work = async () => {
    for (let machine = queue.shift(); machine; machine = queue.shift())
      await stopOne(engine, machine).catch((error: unknown) => failed('put to rest', error));
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
}

async function stopOne(engine: Engine, machine: MachineFacts): Promise<void> {
  if (isDesktop(machine)) await stopDesktop(engine, machine.id);
  else await engine.stopMachine(machine.id, GRACE_MS);
}
