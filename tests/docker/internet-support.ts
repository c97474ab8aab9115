// What does a test of the small Internet start from? A workshop's network with its servers up, a desktop on it, and everything removed afterwards.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { createInternet, type Internet } from '../../runner/internet/internet.ts';
import { fictionalHolder } from '../../runner/internet/registry/holder.ts';
import { hostRoutes } from '../../runner/machines/host-routes.ts';
import { ROLE_LABEL, WORKSHOP_LABEL } from '../../runner/machines/labels.ts';
import { objectName } from '../../runner/machines/names.ts';
import { pickSubnet, resolverAddress } from '../../runner/machines/subnets.ts';
import { withEngine } from './support.ts';

export interface WorkshopUnderTest {
  internet: Internet;
  network: { id: string; subnet: string };
  /** What was kept, as the store would. */
  kept: () => string | undefined;
  /** Another runner's view of the same workshop, as after a restart. */
  again: () => Internet;
  /** Problems that were logged. */
  failures: string[];
}

/** Small Internets on the real engine; everything is removed after the file's last test. */
export function withInternet() {
  const under = withEngine();
  const { engine, instance } = under;
  const made: Internet[] = [];
  // Before the containers are removed: servers that are looked after would be made again.
  afterAll(() => {
    for (const internet of made) internet.release();
  });
  const pick = async (used: readonly string[]) =>
    pickSubnet('198.18.0.0/15', [...used, ...(await engine.usedSubnets()), ...(await hostRoutes())]);

  /** A workshop whose small Internet is described but not up. */
  async function workshop(id: string): Promise<WorkshopUnderTest> {
    const { made: networkId, subnet } = await under.onFreeSubnet((free) =>
      engine.createNetwork({
        name: objectName(instance, id),
        subnet: free,
        labels: { [WORKSHOP_LABEL]: id, [ROLE_LABEL]: 'workshop' },
      }),
    );
    const network = { id: networkId, subnet };
    const { internet: image = '', mirror: mirrorImage = '' } = await under.images();
    let kept: string | undefined;
    const failures: string[] = [];
    const again = () => {
      const internet = createInternet({
        engine,
        instance,
        image,
        mirrorImage,
        workshop: id,
        network,
        keep: {
          load: () => kept,
          save: (json) => {
            kept = json;
          },
        },
        pickSubnet: pick,
        failed: (what, error) => failures.push(`${what}: ${String(error)}`),
      });
      made.push(internet);
      return internet;
    };
    return { internet: again(), network, kept: () => kept, again, failures };
  }

  return {
    ...under,
    workshop,
    /** A desktop on a workshop's network; gives a function that runs a line in it. */
    async desktopOn({ network }: WorkshopUnderTest) {
      const id = await under.desktop({
        network: { id: network.id, address: undefined },
        dns: [resolverAddress(network.subnet)],
      });
      const sh = async (line: string): Promise<string> =>
        (await engine.run(id, ['bash', '-c', line], { timeoutMs: 20_000 })).output.trim();
      return { id, sh };
    },
  };
}

/** Registers a name for a seat; fails with the refusal when it is refused. */
export async function register(internet: Internet, name: string, seat = 'camille'): Promise<void> {
  const outcome = await internet.names.apply({
    type: 'register',
    seat,
    name,
    years: 1,
    holder: fictionalHolder('Camille Exemple'),
  });
  if (!outcome.ok) throw new Error(`${name}: ${outcome.refused.code}`);
}

/** Waits until `look` gives what is wanted; fails with what was there last. */
export async function soon<T>(
  look: () => Promise<T>,
  wanted: (seen: T) => boolean,
  withinMs = 10_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (wanted(seen)) return seen;
    if (performance.now() > deadline)
      throw new Error(`not within ${withinMs} ms; last: ${JSON.stringify(seen)}`);
    await sleep(50);
  }
}
