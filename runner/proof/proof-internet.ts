// Where does a proof register names and rent servers? In a small Internet of its own, made for one machine of the proof and removed with it.
import { createInternets, type Internets } from '../internet/internets.ts';
import { createWorkshopInternet } from '../internet/workshop-internet.ts';
import type { Lab } from '../labs/load-labs.ts';
import type { Engine } from '../machines/engine.ts';
import { onFreeSubnet } from '../machines/free-network.ts';
import { hostRoutes } from '../machines/host-routes.ts';
import { ROLE_LABEL, WORKSHOP_LABEL } from '../machines/labels.ts';
import { freshId, objectName } from '../machines/names.ts';
import type { Servers } from '../machines/servers.ts';
import { pickSubnet } from '../machines/subnets.ts';
import { chooseRecipe } from '../machines/vps-probe.ts';
import type { VpsRecipe } from '../machines/vps-recipe.ts';
import { type SeatInternet, seatInternet } from '../workshop/seat-internet.ts';
import { createStartQueue } from '../workshop/start-queue.ts';

/** Addresses of proofs: half of the block that workshops take theirs from by default, so that both may run. */
const BLOCK = '198.19.0.0/16';

export interface ProofInternetParts {
  engine: Engine;
  servers: Servers;
  instance: string;
  /** Tags by name. */
  images: Record<string, string>;
  language: string;
  kernelHasIpv6: boolean;
  recipe: () => Promise<VpsRecipe>;
}

export interface ProofInternet {
  network: { id: string; subnet: string };
  seat: SeatInternet;
  /** Makes a desktop known to the box. */
  introduce(containerId: string): Promise<void>;
  remove(): Promise<void>;
}

/** Whether a lab plays in the small Internet. */
export const needsInternet = ({ manifest }: Lab): boolean =>
  manifest.counters !== undefined ||
  manifest.after !== undefined ||
  Object.values(manifest.machines).some(({ kind }) => kind === 'server');

/**
 * What could not be tidied up is told and breaks no promise of a lab: Engine 20.10 sometimes counts an endpoint on a network that holds no machine,
 * and keeps that network until it is restarted (F-11).
 */
export const untidy = (error: unknown): void => console.error(`  (tidying up: ${String(error)})`);

/** The recipe for servers, tried once. @throws Error when no server can run on this engine */
export function recipeOnce(parts: Omit<ProofInternetParts, 'recipe' | 'language'>): () => Promise<VpsRecipe> {
  let chosen: Promise<VpsRecipe> | undefined;
  const choose = async () => {
    const { images } = parts;
    const tags = { vps: images.vps ?? '', helper: images.helper ?? '' };
    const { recipe, tried } = await chooseRecipe({ ...parts, images: tags });
    if (recipe === undefined) throw new Error(`no server can run on this engine: ${JSON.stringify(tried)}`);
    return recipe;
  };
  return () => {
    chosen ??= choose();
    return chosen;
  };
}

/** Brings a small Internet up for one seat. @throws what the engine says */
export async function openProofInternet(parts: ProofInternetParts): Promise<ProofInternet> {
  const { engine, instance } = parts;
  const workshop = { id: freshId(), language: parts.language };
  const pick = async (used: readonly string[]) => pickSubnet(BLOCK, [...used, ...(await hostRoutes())]);
  const labels = { [WORKSHOP_LABEL]: workshop.id, [ROLE_LABEL]: 'workshop' };
  const { made: id, subnet } = await onFreeSubnet(engine, pick, (free) =>
    engine.createNetwork({ name: objectName(instance, workshop.id), subnet: free, labels }),
  );
  const network = { id, subnet };
  const internets: Internets = createInternets(() => boxOf(parts, workshop, network, pick));
  const problems: unknown[] = [];
  internets.open(workshop, network, () => undefined);
  await internets.ready(workshop.id).catch((error: unknown) => problems.push(error));
  if (problems.length > 0) throw problems[0];
  const who = { seatId: 'camille', pseudonym: 'Camille' };
  return {
    network,
    seat: seatInternet(internets, workshop.id, who),
    introduce: (containerId) => internets.introduce(workshop.id, containerId),
    async remove() {
      await internets.endSeat(workshop.id, who.seatId);
      await internets.close(workshop.id);
      await engine.removeNetwork(network.id).catch(untidy);
    },
  };
}

function boxOf(
  parts: ProofInternetParts,
  workshop: { id: string; language: string },
  network: { id: string; subnet: string },
  pickSubnetOf: (used: readonly string[]) => Promise<string>,
) {
  const kept = new Map<string, string>();
  const tag = (name: string) => parts.images[name] ?? '';
  return createWorkshopInternet({
    ...parts,
    images: {
      internet: tag('internet'),
      mirror: tag('mirror'),
      helper: tag('helper'),
      vps: tag('vps'),
      'vps-wordpress': tag('vps-wordpress'),
    },
    workshop,
    network,
    keep: (part) => ({ load: () => kept.get(part), save: (json) => void kept.set(part, json) }),
    pickSubnet: pickSubnetOf,
    line: createStartQueue(2),
    fits: () => true,
    sameAddresses: true,
    reserved: new Set(),
    desktops: () => [],
    remember: () => {},
    assign: () => {},
    forget: () => {},
    serversChanged: () => {},
    failed: (what, error) => console.error(`  (${what}: ${String(error)})`),
  });
}
