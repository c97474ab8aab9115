// What is ours in the engine and belongs to nothing any more? Removed by label and instance id only, and never while young: it may be in the making (F-05, F-06).
import type { Engine } from './engine.ts';

/** Milliseconds an unknown object is left alone. */
const MIN_AGE_MS = 120_000;
/** Removals at a time: the end of a class is forty of them. */
const AT_ONCE = 8;

export interface Swept {
  machines: number;
  networks: number;
  /** Ids that would not go; the next sweep tries again. */
  left: string[];
}

/**
 * Removes our machines that nobody knows, then our networks that nobody knows and on which no machine of ours stands.
 * @param known ids of machines (and networks) that belong to something
 * @throws EngineError when the engine cannot even be listed
 */
export async function sweep(
  engine: Engine,
  known: ReadonlySet<string>,
  options: { minAgeMs?: number; now?: () => number } = {},
): Promise<Swept> {
  const minAgeMs = options.minAgeMs ?? MIN_AGE_MS;
  const now = (options.now ?? Date.now)();
  const stray = (object: { id: string; createdAt: number }) =>
    !known.has(object.id) && now - object.createdAt >= minAgeMs;
  const swept: Swept = { machines: 0, networks: 0, left: [] };

  const machines = await engine.listMachines();
  swept.machines = await removeAll(machines.filter(stray), engine.removeMachine, swept.left);

  const stay = await engine.listMachines();
  const inUse = new Set(stay.flatMap((machine) => Object.keys(machine.addresses)));
  const networks = (await engine.listNetworks()).filter(
    (network) => stray(network) && !inUse.has(network.id),
  );
  swept.networks = await removeAll(networks, engine.removeNetwork, swept.left);
  return swept;
}

async function removeAll(
  objects: readonly { id: string }[],
  remove: (id: string) => Promise<void>,
  left: string[],
): Promise<number> {
  const queue = [...objects];
  let removed = 0;
  const work = async () => {
    for (let object = queue.shift(); object !== undefined; object = queue.shift()) {
      try {
        await remove(object.id);
        removed += 1;
      } catch {
        left.push(object.id);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return removed;
}
