// Where do the proof's machines come from? The real engine, real images, under an installation id of the proof's own, so that it removes what it made and nothing else.
import { existsSync } from 'node:fs';
import type { Lab } from '../labs/load-labs.ts';
import { createDockerEngine } from '../machines/docker-engine.ts';
import { createDockerImages } from '../machines/docker-engine-images.ts';
import { createDockerServers } from '../machines/docker-engine-servers.ts';
import { containerSpec } from '../machines/hardening.ts';
import { buildImages, CLASS_IMAGES } from '../machines/images.ts';
import { freshId, objectName } from '../machines/names.ts';
import { resolverAddress } from '../machines/subnets.ts';
import type { Language } from '../protocol/api.ts';
import { buildUp } from './build-up.ts';
import { createProofInternets, needsInternet, recipeOnce, untidy } from './proof-internet.ts';
import { ProofMachine } from './proof-machine.ts';

export interface ProofHouse {
  /** Makes a fresh machine of a lab. */
  startMachine(lab: Lab, name: string, language: Language): Promise<ProofMachine>;
  /** Removes the small Internets, and whatever a broken proof left behind. */
  close(): Promise<void>;
}

/** Builds the images if need be. `labs`: those that other labs continue are found there. Rejects with `EngineError`. */
export async function openProofHouse(
  options: { socketPath?: string; labs?: ReadonlyMap<string, Lab> } = {},
): Promise<ProofHouse> {
  const instance = `proof${freshId()}`;
  const engine = createDockerEngine({ instance, ...options });
  const images = await buildImages(createDockerImages(options), { only: CLASS_IMAGES });
  const kernelHasIpv6 = existsSync('/proc/sys/net/ipv6');
  const servers = createDockerServers({ instance, ...options });
  const box = { engine, servers, instance, images, kernelHasIpv6 };
  const internets = createProofInternets({ ...box, recipe: recipeOnce(box) });
  return {
    async startMachine(lab, name, language) {
      const machine = lab.manifest.machines[name];
      const image = machine === undefined ? undefined : images[machine.kind];
      if (machine === undefined || image === undefined)
        throw new Error(`labs/${lab.id} has no machine "${name}".`);
      const internet = needsInternet(lab) ? await internets.take(language) : undefined;
      const spec = containerSpec({
        machine,
        image,
        name: objectName(instance, freshId()),
        workshop: 'proof',
        language,
        network: internet ? { id: internet.network.id, address: undefined } : 'none',
        dns: [internet ? resolverAddress(internet.network.subnet) : '127.0.0.1'],
        kernelHasIpv6,
      });
      try {
        const made = await ProofMachine.start(engine, spec, lab, internet);
        await buildUp(made, lab, options.labs ?? new Map());
        return made;
      } catch (error) {
        await internet?.leave();
        throw error;
      }
    },
    async close() {
      await internets.remove();
      for (const { id } of await engine.listMachines()) await engine.removeMachine(id);
      for (const { id } of await engine.listNetworks()) await engine.removeNetwork(id).catch(untidy);
    },
  };
}
