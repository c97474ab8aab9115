// Where does a proof register names and rent servers? In a small Internet that one machine of a proof has for itself, and hands on as if nothing had ever been in it.
import { createInternets, type Internets } from '../internet/internets.ts';
import { roleOf, type Server } from '../internet/server-specs.ts';
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
  kernelHasIpv6: boolean;
  recipe: () => Promise<VpsRecipe>;
}

export interface ProofInternet {
  network: { id: string; subnet: string };
  seat: SeatInternet;
  /** Makes a desktop known to the box. */
  introduce(containerId: string): Promise<void>;
  /** The machine is gone: names and servers are taken back, and the next machine finds none. */
  leave(): Promise<void>;
}

interface Box {
  network: ProofInternet['network'];
  language: string;
  workshop: string;
  internets: Internets;
}

/** Small Internets of one proof house: as many as machines that need one at a time. */
export interface ProofInternets {
  /** @throws what the engine says */
  take(language: string): Promise<ProofInternet>;
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
export function recipeOnce(parts: Omit<ProofInternetParts, 'recipe'>): () => Promise<VpsRecipe> {
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

const PSEUDONYM = 'Camille';
/** Servers that remember answers for others; Unbound, their first process, forgets them all when it reads its settings again. */
const REMEMBER: readonly Server[] = ['resolver', 'aurore', 'boreal'];
const FORGET = ['/bin/sh', '-c', 'kill -HUP 1'];

/** Nothing is made before it is needed. */
export function createProofInternets(parts: ProofInternetParts): ProofInternets {
  const boxes = new Set<Box>();
  const free: Box[] = [];
  let machines = 0;

  async function forget(workshop: string): Promise<void> {
    const roles = REMEMBER.map(roleOf);
    const { engine } = parts;
    for (const { id, labels } of await engine.listMachines())
      if (labels[WORKSHOP_LABEL] === workshop && roles.includes(labels[ROLE_LABEL] ?? ''))
        await engine.run(id, FORGET);
  }

  async function leave(box: Box, seatId: string): Promise<void> {
    const { internets, workshop } = box;
    const names = Object.values(internets.of(workshop)?.internet.names.state().names ?? {});
    const hosts = internets.belongings(workshop, seatId).hosts;
    const mine = names.filter(({ seat }) => seat === seatId).map(({ name }) => name);
    await internets.withdraw(workshop, seatId, { names: mine, hosts });
    await internets.endSeat(workshop, seatId);
    await forget(workshop);
    free.push(box);
  }

  async function close(box: Box): Promise<void> {
    boxes.delete(box);
    await box.internets.close(box.workshop).catch(untidy);
    await parts.engine.removeNetwork(box.network.id).catch(untidy);
  }

  /** One that is free and speaks this language; one that speaks another makes room: there are sixteen subnets in all. */
  async function freeOrNew(language: string): Promise<Box> {
    const found = free.findIndex((box) => box.language === language);
    const [box] = free.splice(Math.max(found, 0), 1);
    if (found >= 0 && box) return box;
    if (box) await close(box);
    const made = await openBox(parts, language);
    boxes.add(made);
    return made;
  }

  return {
    async take(language) {
      const box = await freeOrNew(language);
      machines += 1;
      const who = { seatId: `seat${machines}`, pseudonym: PSEUDONYM };
      return {
        network: box.network,
        seat: seatInternet(box.internets, box.workshop, who),
        introduce: (containerId) => box.internets.introduce(box.workshop, containerId),
        // A box that could not be tidied is nobody's any more.
        leave: () => leave(box, who.seatId).catch(untidy),
      };
    },
    async remove() {
      free.length = 0;
      for (const box of boxes) await close(box);
    },
  };
}

async function openBox(parts: ProofInternetParts, language: string): Promise<Box> {
  const { engine, instance } = parts;
  const workshop = { id: freshId(), language };
  const pick = async (used: readonly string[]) => pickSubnet(BLOCK, [...used, ...(await hostRoutes())]);
  const labels = { [WORKSHOP_LABEL]: workshop.id, [ROLE_LABEL]: 'workshop' };
  const { made: id, subnet } = await onFreeSubnet(engine, pick, (free) =>
    engine.createNetwork({ name: objectName(instance, workshop.id), subnet: free, labels }),
  );
  const network = { id, subnet };
  const internets: Internets = createInternets(() => boxOf(parts, workshop, network, pick));
  internets.open(workshop, network, () => undefined);
  await internets.ready(workshop.id);
  return { network, language, workshop: workshop.id, internets };
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
