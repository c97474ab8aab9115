// How are rented servers made on a real engine? Every call of the hosting desk, by the recipe and the specification of `machines/vps-*.ts`.
import type { Engine } from '../../machines/engine.ts';
import { freshId, objectName } from '../../machines/names.ts';
import type { Servers } from '../../machines/servers.ts';
import { bootVps } from '../../machines/vps-boot.ts';
import { whyStopped } from '../../machines/vps-marks.ts';
import { callServer, fulfilOrder, trustAuthorities } from '../../machines/vps-order.ts';
import type { VpsRecipe } from '../../machines/vps-recipe.ts';
import { vpsLimits, vpsSpec } from '../../machines/vps-spec.ts';
import type { ServerMaker, ServerPlan } from './ports.ts';
import { pickServerAddress } from './server-addresses.ts';

export interface VpsMakerParts {
  engine: Engine;
  servers: Servers;
  /** @throws Error when no server can run on this engine */
  recipe: () => Promise<VpsRecipe>;
  /** Tags of the images. */
  images: { vps: string; 'vps-wordpress': string; helper: string };
  instance: string;
  workshop: { id: string; language: string };
  network: { id: string; subnet: string };
  /** Resolvers of the workshop. */
  dns: readonly string[];
  /** Directory of the class's certificate authority (RFC 8555). */
  acmeDirectory: string;
  /** Name of the package mirror. */
  mirror: string;
  /** Addresses of the box's machines that ask in somebody's name, and say so. */
  relays: readonly string[];
  /** What a server must trust, PEM; waits until the box is up. */
  roots: () => Promise<string>;
  kernelHasIpv6: boolean;
  fits: () => boolean;
  /** Whether there is memory enough to let servers wait. */
  roomy: () => boolean;
  /** Containers of the servers that the store knows. */
  known: () => string[];
  /** The store's side: known before it runs, given to a seat, forgotten. */
  remember: (containerId: string, host: string) => void;
  assign: (containerId: string, seatId: string, host: string) => void;
  forget: (containerId: string) => void;
}

/** Milliseconds that a server has to shut down: what runs on it is told, and ends. */
const GRACE_MS = 10_000;

/** Name and limits of a server that waits; the limits are those of most offers. */
const WAITING = { host: 'waiting', system: 'debian', memoryMiB: 384, cpus: 1 } as const;

/** Milliseconds for every certificate of a server. */
const RECERTIFY_MS = 120_000;

/** Asks anew for the certificates of a server that its authority no longer vouches for; nothing happens to others. */
export async function recertify(engine: Engine, containerId: string): Promise<void> {
  await engine.run(containerId, ['/usr/lib/boite/recertify'], { user: 'root', timeoutMs: RECERTIFY_MS });
}

export function createVpsMaker(parts: VpsMakerParts): ServerMaker {
  const { engine, servers, workshop, network } = parts;

  async function create(plan: Omit<ServerPlan, 'timeZone'>): Promise<string> {
    const { host, system, memoryMiB, cpus, address } = plan;
    const spec = vpsSpec({
      image: parts.images[system === 'wordpress' ? 'vps-wordpress' : 'vps'],
      name: objectName(parts.instance, 'vps', freshId()),
      hostname: host,
      workshop: workshop.id,
      language: workshop.language,
      network: { id: network.id, address },
      dns: parts.dns,
      recipe: await parts.recipe(),
      memoryMiB,
      cpus,
      kernelHasIpv6: parts.kernelHasIpv6,
    });
    const containerId = await engine.createMachine(spec);
    parts.remember(containerId, host);
    return containerId;
  }

  async function boot(containerId: string, called?: string): Promise<void> {
    await bootVps(engine, servers, containerId, {
      recipe: await parts.recipe(),
      helperImage: parts.images.helper,
      ...(called === undefined ? {} : { called }),
    });
    // At each start: the engine has written its own name into the server's files.
    if (called !== undefined) await callServer(engine, containerId, WAITING.host, called);
    // At each start: the class's authority may have started anew while the server was off.
    await trustAuthorities(engine, containerId, await parts.roots());
    // Meanwhile its owner may log in; a server that is new has no certificate.
    recertify(engine, containerId).catch(() => {});
  }

  async function remove(containerId: string): Promise<void> {
    await engine.removeMachine(containerId);
    parts.forget(containerId);
  }

  return {
    canTake: parts.fits,
    pickAddress: (taken) => pickServerAddress(network.subnet, taken),
    create,
    assign: parts.assign,
    boot,
    async prepare(address) {
      // Remapped users: the engine refuses the helper that gives a name.
      if ((await parts.recipe()) === 'R2') return undefined;
      const containerId = await create({ ...WAITING, address });
      try {
        await boot(containerId);
      } catch (error) {
        await remove(containerId);
        throw error;
      }
      return containerId;
    },
    async settle(containerId, { host, memoryMiB, cpus }) {
      if (memoryMiB !== WAITING.memoryMiB || cpus !== WAITING.cpus)
        await servers.limit(containerId, vpsLimits({ memoryMiB, cpus }));
      await servers.openCgroup(containerId, parts.images.helper, host);
      await callServer(engine, containerId, WAITING.host, host);
    },
    roomy: parts.roomy,
    known: parts.known,
    async fulfil(containerId, { rootPassword, sshKey, timeZone }) {
      const order = {
        language: workshop.language,
        rootPassword,
        timeZone,
        mirror: parts.mirror,
        relays: parts.relays,
        acmeDirectory: parts.acmeDirectory,
        ...(sshKey === undefined ? {} : { sshKey }),
      };
      return fulfilOrder(engine, containerId, order);
    },
    stop: (containerId) => servers.stop(containerId, GRACE_MS),
    whyStopped: async (containerId) => whyStopped(await servers.consoleTail(containerId)),
    remove,
    isRunning: async (containerId) => (await engine.inspectMachine(containerId))?.state === 'running',
    attach: (containerId) => engine.attach(containerId, { replay: true }),
  };
}
