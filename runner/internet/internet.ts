// What is a workshop's small Internet as a whole? Its registry, its servers, the zones between them, and the runner's way in.
import type { ContainerSpec } from '../machines/container-spec.ts';
import type { Engine } from '../machines/engine.ts';
import { objectName } from '../machines/names.ts';
import { mirrorSpec } from '../machines/vps-mirror.ts';
import { type ServerName, serverAddresses } from './addresses.ts';
import { boxPlace } from './box-place.ts';
import type { Keep } from './counters/ports.ts';
import { createDialler, type Dialler } from './dial.ts';
import { type Door, doorOf, ensureDoor, gatewaySpec, isDoorOf } from './gateway.ts';
import { DEFAULT_RULES, type Rules } from './registry/rules.ts';
import { createRegistryDesk, type RegistryDesk } from './registry-desk.ts';
import { openRegistryLine, type RegistryLine } from './registry-line.ts';
import { createServerRoom, type ServerRoom, type ServerState } from './server-room.ts';
import { isZoneServer, roleOf, SERVERS, type Server, serverSpec } from './server-specs.ts';
import { createZoneLoader } from './zone-loader.ts';

export interface InternetParts {
  engine: Engine;
  /** This installation, as in `names.ts`. */
  instance: string;
  /** Tag of the image `internet`. */
  image: string;
  /** Tag of the image `mirror`; without it there are no packages, and no server of that name. */
  mirrorImage?: string;
  /** Opaque id of the workshop. */
  workshop: string;
  network: { id: string; subnet: string };
  /** Where the registry, its zones and its clock are kept. */
  keep: Keep;
  /** Picks a free subnet for the gateway's second network. @throws when the block is exhausted */
  pickSubnet: (used: readonly string[]) => Promise<string>;
  rules?: Rules;
  /** Real time, milliseconds since the epoch. */
  realNow?: () => number;
  kernelHasIpv6?: boolean;
  /** For the log: English, never shown. */
  failed: (what: string, error: unknown) => void;
}

/** One line of the list that a trainer sees while a workshop opens. */
export interface ServerStep {
  server: Server;
  address: string;
  state: ServerState;
}

export interface ServerHealth extends ServerStep {
  /** Bytes in use; undefined when it does not run. */
  memory: number | undefined;
}

export interface Internet {
  /** The registry with its zones and its clock. */
  readonly names: RegistryDesk;
  /** The way from the runner to the machines of the workshop. */
  readonly dialler: Dialler;
  readonly addresses: Record<ServerName, string>;
  /**
   * Makes and starts what is missing, keeps what runs (after a restart of the runner too), and brings the zones. `onStep` hears of each change.
   * @throws EngineError or Error when a server does not come up; what is up stays, and `up` may be called again
   */
  up(onStep?: (steps: readonly ServerStep[]) => void): Promise<void>;
  /** What is ready, and what is not. */
  steps(): readonly ServerStep[];
  /** Asks the engine: seldom. */
  health(): Promise<ServerHealth[]>;
  /** What a machine of the box must trust, PEM: the authority's root and two servers' own certificates. */
  caRoots(): Promise<string>;
  /** Calls back when `caRoots()` has changed: the authority or the registry's server was started anew. */
  onRootsChanged(listener: () => void): void;
  /** Removes every server and the gateway's second network. The workshop's network stays: its owner removes it afterwards. */
  down(): Promise<void>;
  /** Lets go without removing anything: the runner stops, the servers go on. */
  release(): void;
}

/** Milliseconds between two looks at the clock: expiries, transfers that go through. */
const TICK_MS = 30_000;
const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** The mirror has no program of ours: it is ready when something answers on its port. */
const MIRROR_READY =
  'for i in $(seq 100); do (exec 3<>/dev/tcp/127.0.0.1/80) 2>/dev/null && exit 0; sleep 0.05; done; exit 1';
/** Ports on which a server is ready; name servers are when they have their zones, the gateway when it says so. */
const PORTS = {
  resolver: ['53'],
  registry: ['43', '80', '443'],
  ca: ['443', '15000'],
  aurore: ['53', '3128'],
  boreal: ['53', '3128'],
  sites: ['80'],
} as const;

/** The small Internet of one workshop; nothing is asked of the engine before `up`. */
export function createInternet(parts: InternetParts): Internet {
  const { engine, workshop, network, failed } = parts;
  const rules = parts.rules ?? DEFAULT_RULES;
  const addresses = serverAddresses(network.subnet);
  const rootsListeners: (() => void)[] = [];
  const servers = SERVERS.filter((server) => server !== 'mirror' || parts.mirrorImage !== undefined);
  let line: RegistryLine | undefined;
  let door: Door | undefined;
  let ticking: NodeJS.Timeout | undefined;

  const room: ServerRoom = createServerRoom({
    engine,
    workshop,
    failed,
    servers,
    specOf,
    ready,
    mended(server) {
      // What was published while it was away.
      loader.publish().catch((error: unknown) => failed('publish', error));
      if (server === 'ca' || server === 'registry') for (const listener of rootsListeners) listener();
    },
  });
  const names = createRegistryDesk({
    keep: parts.keep,
    rules,
    place: boxPlace(network.subnet, rules),
    realNow: parts.realNow ?? Date.now,
    publish: () => loader.publish(),
  });
  const loader = createZoneLoader({ room, zones: names.zones, failed });

  async function specOf(server: Server): Promise<ContainerSpec> {
    if (server === 'gateway')
      return gatewaySpec({ ...parts, door: await ensureDoor(engine, parts, parts.pickSubnet) });
    if (server !== 'mirror') return serverSpec({ ...parts, rules, server });
    return mirrorSpec({
      image: parts.mirrorImage ?? '',
      name: objectName(parts.instance, workshop, roleOf('mirror')),
      workshop,
      network: { id: network.id, address: addresses.mirror },
      dns: [addresses.resolver],
      ...(parts.kernelHasIpv6 === undefined ? {} : { kernelHasIpv6: parts.kernelHasIpv6 }),
    });
  }

  async function ready(server: Server, id: string): Promise<void> {
    if (isZoneServer(server)) return loader.fill(server);
    if (server === 'gateway') {
      door = await doorOf(engine, id);
      return;
    }
    if (server === 'mirror') return void (await room.run(server, ['bash', '-c', MIRROR_READY]));
    await room.run(server, ['/usr/lib/boite/boite-ready', ...PORTS[server]]);
    if (server === 'registry')
      line ??= await openRegistryLine(engine, () => room.idOf('registry') ?? '', names, failed);
  }

  const steps = (): ServerStep[] =>
    servers.map((server) => ({ server, address: addresses[server], state: room.state(server) }));
  const release = (): void => {
    clearInterval(ticking);
    line?.close();
    loader.close();
    room.release();
  };

  return {
    names,
    addresses,
    steps,
    release,
    dialler: createDialler({
      subnet: network.subnet,
      resolver: addresses.resolver,
      door: () => (room.state('gateway') === 'ready' ? door : undefined),
    }),
    async up(onStep) {
      if (onStep) room.onChange(() => onStep(steps()));
      await room.up();
      // What changed while they were starting.
      await loader.publish();
      ticking ??= setInterval(() => {
        names.tick().catch((error: unknown) => failed('tick', error));
      }, TICK_MS).unref();
    },
    health: () =>
      Promise.all(steps().map(async (step) => ({ ...step, memory: await memoryOf(step.server) }))),
    async caRoots() {
      const outputs = await Promise.all(
        (['ca', 'registry'] as const).map((server) => room.run(server, ['/usr/lib/boite/boite-roots'])),
      );
      return (outputs.join('\n').match(PEM) ?? []).map((pem) => `${pem}\n`).join('');
    },
    onRootsChanged: (listener) => void rootsListeners.push(listener),
    async down() {
      release();
      await room.remove();
      const doors = (await engine.listNetworks()).filter(({ labels }) => isDoorOf(labels, workshop));
      await Promise.all(doors.map(({ id }) => engine.removeNetwork(id)));
    },
  };

  function memoryOf(server: Server): Promise<number | undefined> {
    const id = room.idOf(server);
    return id === undefined ? Promise.resolve(undefined) : engine.memoryOf(id);
  }
}
