// What may a trainer decide of a workshop's machines? Opens, warms, puts to rest, wakes and erases; the HTTP side asks, the house does.
import type { Classroom } from './classroom/classroom.ts';
import type { TrainerHouse } from './http/parts.ts';
import type { Engine } from './machines/engine.ts';
import { WORKSHOP_LABEL } from './machines/labels.ts';
import { Refusal } from './protocol/refusals.ts';
import type { Workshop } from './store/store.ts';
import type { House } from './workshop/house.ts';

export interface TrainerHouseParts {
  engine: Engine;
  house: House;
  classroom: Classroom;
  /** Brings up what a new workshop needs. */
  open: (workshop: Workshop) => Promise<void>;
  /** Starts everything of a workshop again that was put to rest. */
  wake: (workshop: Workshop) => Promise<void>;
  /** Resolves when the machines of a workshop that ended are gone. */
  closed: (workshopId: string) => Promise<void>;
  erasing: TrainerHouse['erasing'];
  preflight: TrainerHouse['preflight'];
  failed: (what: string, error: unknown) => void;
}

export function createTrainerHouse(parts: TrainerHouseParts): TrainerHouse {
  const { engine, house, classroom, failed } = parts;
  /** Boards hear of it when it is over, however it went. */
  const begin = (what: string, workshopId: string, work: Promise<unknown>) =>
    void work.catch((error: unknown) => failed(what, error)).finally(() => classroom.refresh(workshopId));
  return {
    open: (workshop) => begin('open workshop', workshop.id, parts.open(workshop)),
    warm: (workshopId, machines) => house.warm(workshopId, machines),
    sleep(workshopId) {
      const state = house.state(workshopId);
      if (state !== 'open' && state !== 'failed')
        throw new Refusal(state === 'opening' ? 'house-opening' : 'engine-down', { retryAfter: 5 });
      begin('put to rest', workshopId, house.sleep(workshopId));
    },
    wake: (workshop) => begin('wake', workshop.id, parts.wake(workshop)),
    warmth(workshopId) {
      const state = house.state(workshopId);
      const warmth = house.warmth(workshopId);
      return state && warmth && { ...warmth, house: state };
    },
    erasing: parts.erasing,
    async erase(workshopId) {
      // What is on its way out first; then nothing must be left.
      await parts.closed(workshopId);
      return eraseAll(engine, workshopId);
    },
    preflight: parts.preflight,
  };
}

/** Removes all that carries a workshop's label; gives what is left. */
async function eraseAll(engine: Engine, workshopId: string): Promise<{ machines: number; networks: number }> {
  const ofIt = <T extends { labels: Record<string, string> }>(all: T[]) =>
    all.filter(({ labels }) => labels[WORKSHOP_LABEL] === workshopId);
  for (const { id } of ofIt(await engine.listMachines())) await engine.removeMachine(id);
  for (const { id } of ofIt(await engine.listNetworks())) await engine.removeNetwork(id);
  return {
    machines: ofIt(await engine.listMachines()).length,
    networks: ofIt(await engine.listNetworks()).length,
  };
}
