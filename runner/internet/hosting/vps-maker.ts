// How are rented servers made on a real engine? Every call of the hosting desk, by the recipe and the specification of `machines/vps-*.ts`.
import type { Engine } from '../../machines/engine.ts';
import { freshId, objectName } from '../../machines/names.ts';
import type { Servers } from '../../machines/servers.ts';
import { bootVps } from '../../machines/vps-boot.ts';
import { whyStopped } from '../../machines/vps-marks.ts';
import { fulfilOrder, trustAuthorities } from '../../machines/vps-order.ts';
import type { VpsRecipe } from '../../machines/vps-recipe.ts';
import { vpsSpec } from '../../machines/vps-spec.ts';
import type { ServerMaker } from './ports.ts';
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
  /** What a server must trust, PEM; waits until the box is up. */
  roots: () => Promise<string>;
  kernelHasIpv6: boolean;
  fits: () => boolean;
  /** The store's side: known before it runs, given to a seat, forgotten. */
  remember: (containerId: string, host: string) => void;
  assign: (containerId: string, seatId: string, host: string) => void;
  forget: (containerId: string) => void;
}

/** Milliseconds that a server has to shut down: what runs on it is told, and ends. */
const GRACE_MS = 10_000;

/** Milliseconds for every certificate of a server. */
const RECERTIFY_MS = 120_000;

/** Asks anew for the certificates of a server that its authority no longer vouches for; nothing happens to others. */
export async function recertify(engine: Engine, containerId: string): Promise<void> {
  await engine.run(containerId, ['/usr/lib/boite/recertify'], { user: 'root', timeoutMs: RECERTIFY_MS });
}

export function createVpsMaker(parts: VpsMakerParts): ServerMaker {
  const { engine, servers, workshop, network } = parts;
  return {
    canTake: parts.fits,
    pickAddress: (taken) => pickServerAddress(network.subnet, taken),
    async create({ host, system, memoryMiB, cpus, address }) {
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
    },
    assign: parts.assign,
    async boot(containerId) {
      await bootVps(engine, servers, containerId, {
        recipe: await parts.recipe(),
        helperImage: parts.images.helper,
      });
      // At each start: the class's authority may have started anew while the server was off.
      await trustAuthorities(engine, containerId, await parts.roots());
      // Meanwhile its owner may log in; a server that is new has no certificate.
      recertify(engine, containerId).catch(() => {});
    },
    async fulfil(containerId, { rootPassword, sshKey, timeZone }) {
      const order = {
        language: workshop.language,
        rootPassword,
        timeZone,
        mirror: parts.mirror,
        acmeDirectory: parts.acmeDirectory,
        ...(sshKey === undefined ? {} : { sshKey }),
      };
      return fulfilOrder(engine, containerId, order);
    },
    stop: (containerId) => servers.stop(containerId, GRACE_MS),
    whyStopped: async (containerId) => whyStopped(await servers.consoleTail(containerId)),
    async remove(containerId) {
      await engine.removeMachine(containerId);
      parts.forget(containerId);
    },
    isRunning: async (containerId) => (await engine.inspectMachine(containerId))?.state === 'running',
    attach: (containerId) => engine.attach(containerId, { replay: true }),
  };
}
