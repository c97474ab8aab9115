// How are rented servers made on a real engine? Every call of the hosting desk, by the recipe and the specification of `machines/vps-*.ts`.
import type { Engine } from '../../machines/engine.ts';
import { freshId, objectName } from '../../machines/names.ts';
import type { Servers } from '../../machines/servers.ts';
import { bootVps } from '../../machines/vps-boot.ts';
import { whyStopped } from '../../machines/vps-marks.ts';
import { fulfilOrder } from '../../machines/vps-order.ts';
import type { VpsRecipe } from '../../machines/vps-recipe.ts';
import { vpsSpec } from '../../machines/vps-spec.ts';
import type { ServerMaker } from './ports.ts';
import { pickServerAddress } from './server-addresses.ts';

export interface VpsMakerParts {
  engine: Engine;
  servers: Servers;
  recipe: VpsRecipe;
  /** Tags of the images `vps` and `helper`. */
  images: { vps: string; helper: string };
  instance: string;
  workshop: { id: string; language: string };
  network: { id: string; subnet: string };
  /** Resolvers of the workshop. */
  dns: readonly string[];
  kernelHasIpv6: boolean;
  fits: () => boolean;
  /** The store's side: known before it runs, given to a seat, forgotten. */
  remember: (containerId: string, host: string) => void;
  assign: (containerId: string, seatId: string, host: string) => void;
  forget: (containerId: string) => void;
}

/** Milliseconds that a server has to shut down: what runs on it is told, and ends. */
const GRACE_MS = 10_000;

/** Makes a server keep its data centre's time; a zone that its image does not have changes nothing. */
const SET_ZONE = `test -e "/usr/share/zoneinfo/$1" && ln -sf "/usr/share/zoneinfo/$1" /etc/localtime && printf '%s\\n' "$1" > /etc/timezone`;

export function createVpsMaker(parts: VpsMakerParts): ServerMaker {
  const { engine, servers, workshop, network } = parts;
  return {
    canTake: parts.fits,
    pickAddress: (taken) => pickServerAddress(network.subnet, taken),
    async create({ host, memoryMiB, cpus, address }) {
      const spec = vpsSpec({
        image: parts.images.vps,
        name: objectName(parts.instance, 'vps', freshId()),
        hostname: host,
        workshop: workshop.id,
        language: workshop.language,
        network: { id: network.id, address },
        dns: parts.dns,
        recipe: parts.recipe,
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
        recipe: parts.recipe,
        helperImage: parts.images.helper,
      });
    },
    async fulfil(containerId, { rootPassword, sshKey, timeZone }) {
      const order = {
        language: workshop.language,
        rootPassword,
        ...(sshKey === undefined ? {} : { sshKey }),
      };
      const fingerprint = await fulfilOrder(engine, containerId, order);
      await engine.run(containerId, ['sh', '-c', SET_ZONE, 'sh', timeZone], { user: 'root' });
      return fingerprint;
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
