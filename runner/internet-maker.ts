// With what is a workshop's small Internet made on a real engine? Images, recipe, store and lines, joined once for every workshop.
import { SERVER_KIND } from './internet/internets.ts';
import { createWorkshopInternet, type InternetImages } from './internet/workshop-internet.ts';
import type { Log } from './log.ts';
import { createDockerServers } from './machines/docker-engine-servers.ts';
import type { Engine } from './machines/engine.ts';
import { hostRoutes } from './machines/host-routes.ts';
import { pickSubnet } from './machines/subnets.ts';
import { chooseRecipe, type RecipeChoice } from './machines/vps-probe.ts';
import type { VpsRecipe } from './machines/vps-recipe.ts';
import type { RunnerParts } from './runner.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';
import { availableMemoryNow, RESERVE_BYTES, SERVER_BYTES } from './workshop/capacity.ts';
import { createStartQueue } from './workshop/start-queue.ts';

/** Servers started at once: systemd's start is four times a desktop's. */
const SERVERS_TOGETHER = 3;
/** Servers that are up before they are ordered, once somebody looks at the offers; none where fewer than so many more would fit. */
const WAITING = { wanted: 2, room: 8 } as const;
/** Names that labs give their machines. */
const RESERVED: ReadonlySet<string> = new Set(['desktop', 'server', 'poste', 'localhost']);

export interface InternetMakerParts {
  engine: Engine;
  instance: string;
  /** Tags by name; those of a class. */
  images: Record<string, string>;
  settings: Pick<Settings, 'dockerSocket' | 'subnetBlock'>;
  store: Store;
  log: Log;
  kernelHasIpv6: boolean;
  /** False while the disk has no room for one more server. */
  diskIsRoomy: () => boolean;
}

function fitServers(count: number): boolean {
  const available = availableMemoryNow();
  return available === undefined || available - RESERVE_BYTES > count * SERVER_BYTES;
}

const tagOf = (images: Record<string, string>, name: string): string => {
  const tag = images[name];
  if (tag === undefined) throw new Error(`The image ${name} is not built.`);
  return tag;
};

/** @throws Error when an image is missing */
export function internetMaker(parts: InternetMakerParts): NonNullable<RunnerParts['internet']> {
  const { engine, instance, settings, store, log, kernelHasIpv6 } = parts;
  const socketPath = settings.dockerSocket;
  const servers = createDockerServers({ instance, ...(socketPath !== undefined && { socketPath }) });
  // Asked each time: an author may have rebuilt one.
  const images: InternetImages = {
    internet: tagOf(parts.images, 'internet'),
    mirror: tagOf(parts.images, 'mirror'),
    helper: tagOf(parts.images, 'helper'),
    get vps() {
      return tagOf(parts.images, 'vps');
    },
    get 'vps-wordpress'() {
      return tagOf(parts.images, 'vps-wordpress');
    },
  };
  let choice: Promise<RecipeChoice> | undefined;
  async function choose(): Promise<RecipeChoice> {
    const found = await chooseRecipe({ engine, servers, instance, images, kernelHasIpv6 });
    const { recipe: chosen = 'none', tried, bootMs = 0 } = found;
    log.info('vps-recipe', { recipe: chosen, failed: tried.length, bootMs });
    return found;
  }
  /** Tried once; a failure of the engine itself may pass. */
  async function recipe(): Promise<VpsRecipe> {
    choice ??= choose();
    const { recipe: chosen, tried } = await choice.catch((error: unknown) => {
      choice = undefined;
      throw error;
    });
    if (chosen === undefined) throw new Error(`No server can run on this engine: ${JSON.stringify(tried)}`);
    return chosen;
  }

  return (workshop, network, { serversChanged }) => {
    const { id } = workshop;
    const internet = createWorkshopInternet({
      engine,
      servers,
      instance,
      images,
      workshop,
      network,
      keep: (part) => ({
        load: () => store.internetState(id, part),
        save: (json) => store.keepInternetState(id, part, json),
      }),
      pickSubnet: async (used) => pickSubnet(settings.subnetBlock, [...used, ...(await hostRoutes())]),
      recipe,
      line: createStartQueue(SERVERS_TOGETHER),
      kernelHasIpv6,
      fits: () => fitServers(1) && parts.diskIsRoomy(),
      waiting: { wanted: WAITING.wanted, roomy: () => fitServers(WAITING.room) && parts.diskIsRoomy() },
      reserved: RESERVED,
      desktops: () =>
        store
          .allMachines()
          .filter((row) => row.workshopId === id && row.kind === 'desktop')
          .map((row) => row.containerId),
      remember: (containerId, host) =>
        store.addMachine({ containerId, workshopId: id, kind: SERVER_KIND, name: host }),
      assign: (containerId, seatId, host) => store.assignMachine(containerId, seatId, host),
      forget: (containerId) => store.dropMachine(containerId),
      known: () =>
        store
          .allMachines()
          .filter((row) => row.workshopId === id && row.kind === SERVER_KIND)
          .map((row) => row.containerId),
      serversChanged,
      failed: (what, error) => log.error('internet', error, { workshop: id, what }),
    });
    return internet;
  };
}
