// How does a workshop's small Internet come up, stay up and go? Real servers in containers of ours, found again by their labels after a restart of the runner.
import { createHash } from 'node:crypto';
import type { Engine } from '../machines/engine.ts';
import { ROLE_LABEL, WORKSHOP_LABEL } from '../machines/labels.ts';
import { serverAddresses } from './addresses.ts';
import { boxPlace } from './box-place.ts';
import type { Keep } from './counters/ports.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { ZoneTexts } from './published-zones.ts';
import { DEFAULT_RULES, type Rules } from './registry/rules.ts';
import { createRegistryDesk, type RegistryDesk } from './registry-desk.ts';
import { openRegistryLine, type RegistryLine } from './registry-line.ts';
import {
  isInternetServer,
  roleOf,
  SERVERS,
  type Server,
  serverSpec,
  ZONES_OF,
  type ZoneServer,
} from './server-specs.ts';

export interface InternetParts {
  engine: Engine;
  /** This installation, as in `names.ts`. */
  instance: string;
  /** Tag of the image `internet`. */
  image: string;
  /** Opaque id of the workshop. */
  workshop: string;
  network: { id: string; subnet: string };
  /** Where the registry, its zones and its clock are kept. */
  keep: Keep;
  rules?: Rules;
  /** Real time, milliseconds since the epoch. */
  realNow?: () => number;
  kernelHasIpv6?: boolean;
  /** For the log: English, never shown. */
  failed: (what: string, error: unknown) => void;
}

export type ServerState = 'waiting' | 'starting' | 'ready' | 'failed';
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
  /**
   * Makes and starts what is missing, keeps what runs (after a restart of the runner), and brings the zones. `onStep` hears of each change.
   * @throws EngineError when a server does not come up; what is up stays, and `up` may be called again
   */
  up(onStep?: (steps: readonly ServerStep[]) => void): Promise<void>;
  /** What is ready, and what is not. */
  steps(): readonly ServerStep[];
  /** Brings the zones as they are now; resolves when the name servers answer from them, or when it is known that they cannot: that is tried again. Never rejects. */
  publish(): Promise<void>;
  /** Asks the engine: seldom. */
  health(): Promise<ServerHealth[]>;
  /** What a machine of the box must trust, PEM: the authority's root and two servers' own certificates. */
  caRoots(): Promise<string>;
  /** Calls back when `caRoots()` has changed: the authority or the registry's server was started anew. */
  onRootsChanged(listener: () => void): void;
  /** Removes every server. The network stays: its owner removes it afterwards. */
  down(): Promise<void>;
  /** Lets go of everything without removing anything: the runner stops, the servers go on. */
  release(): void;
}

/** Milliseconds between two looks at the clock: expiries, transfers that go through. */
const TICK_MS = 30_000;
/** A server that died is started again this often in a row, waiting a little longer each time. */
const MENDS = 6;
const MEND_MS = 500;
/** Roots read once are kept: certificates do not change while a server runs. */
const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n?/g;

export function createInternet(parts: InternetParts): Internet {
  const { engine, workshop, network, failed } = parts;
  const rules = parts.rules ?? DEFAULT_RULES;
  const addresses = serverAddresses(network.subnet);
  const ids = new Map<Server, string>();
  const states = new Map<Server, ServerState>(SERVERS.map((server) => [server, 'waiting']));
  /** What each name server was given last. */
  const loaded = new Map<Server, string>();
  const rootsListeners: (() => void)[] = [];
  let tell: (steps: readonly ServerStep[]) => void = () => {};
  let line: RegistryLine | undefined;
  let stopWatching: (() => void) | undefined;
  let ticking: NodeJS.Timeout | undefined;
  let going = false;

  const publishing = oneAtATime(publishNow);
  const names = createRegistryDesk({
    keep: parts.keep,
    rules,
    place: boxPlace(network.subnet, rules),
    realNow: parts.realNow ?? Date.now,
    publish: () => publishing(),
  });

  const steps = (): ServerStep[] =>
    SERVERS.map((server) => ({
      server,
      address: addresses[server],
      state: states.get(server) ?? 'waiting',
    }));

  function enter(server: Server, state: ServerState): void {
    states.set(server, state);
    tell(steps());
  }

  async function found(): Promise<Map<string, { id: string; running: boolean }>> {
    const machines = (await engine.listMachines()).filter(
      ({ labels }) => isInternetServer(labels) && labels[WORKSHOP_LABEL] === workshop,
    );
    return new Map(
      machines.map(({ id, labels, state }) => [
        labels[ROLE_LABEL] ?? '',
        { id, running: state === 'running' },
      ]),
    );
  }

  async function bring(server: Server, known: { id: string; running: boolean } | undefined): Promise<void> {
    enter(server, 'starting');
    try {
      const id = known?.id ?? (await engine.createMachine(serverSpec({ ...parts, rules, server })));
      ids.set(server, id);
      if (!known?.running) await engine.startMachine(id);
      await ready(server, id);
      enter(server, 'ready');
    } catch (error) {
      enter(server, 'failed');
      throw error;
    }
  }

  async function ready(server: Server, id: string): Promise<void> {
    if (server in ZONES_OF) return load(server as ZoneServer);
    const ports = { resolver: ['53'], registry: ['43', '80', '443'], ca: ['443', '15000'] }[
      server as Exclude<Server, ZoneServer>
    ];
    await must(id, ['/usr/lib/boite/boite-ready', ...ports], 15_000);
    if (server === 'registry')
      line ??= await openRegistryLine(engine, () => ids.get('registry') ?? '', names, failed);
  }

  /** Gives a name server its zones, unless it has exactly these. */
  async function load(server: ZoneServer): Promise<void> {
    const id = ids.get(server);
    if (id === undefined) return;
    const text = zoneList(names.zones()[ZONES_OF[server]]);
    const print = createHash('sha256').update(text).digest('base64');
    if (loaded.get(server) === print) return;
    loaded.delete(server);
    await must(id, ['/usr/lib/boite/boite-zones'], 30_000, text);
    loaded.set(server, print);
  }

  async function publishNow(): Promise<void> {
    const servers = Object.keys(ZONES_OF) as ZoneServer[];
    // One that is being started is given its zones by `bring`; both ways lead to the same zones.
    await Promise.all(
      servers.map((server) => load(server).catch((error: unknown) => failed(`zones of ${server}`, error))),
    );
  }

  async function must(id: string, command: string[], timeoutMs: number, stdin = ''): Promise<string> {
    const { exitCode, output } = await engine.run(id, command, { timeoutMs, stdin });
    if (exitCode !== 0)
      throw new Error(`${command[0]} failed (exit code ${exitCode}): ${output.slice(-400)}`);
    return output;
  }

  /** A server that stopped is started again; its addresses and its place stay the same. */
  async function mend(server: Server): Promise<void> {
    for (let attempt = 1; attempt <= MENDS && !going; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, MEND_MS * attempt).unref());
      if (going) return;
      try {
        loaded.delete(server);
        const known = (await found()).get(roleOf(server));
        await bring(server, known);
        if (server === 'ca' || server === 'registry') for (const listener of rootsListeners) listener();
        return;
      } catch (error) {
        failed(`mending ${server}`, error);
      }
    }
  }

  function watch(): void {
    stopWatching ??= engine.watch((event) => {
      if (event.type !== 'died' && event.type !== 'removed') return;
      // A server that is being brought up is looked after already.
      for (const [server, id] of ids)
        if (id === event.id && states.get(server) === 'ready' && !going) {
          enter(server, 'failed');
          void mend(server);
        }
    });
    ticking ??= setInterval(() => {
      names.tick().catch((error: unknown) => failed('tick', error));
    }, TICK_MS);
    ticking.unref();
  }

  function release(): void {
    going = true;
    stopWatching?.();
    clearInterval(ticking);
    line?.close();
  }

  return {
    names,
    steps,
    publish: () => publishing(),
    async up(onStep) {
      tell = onStep ?? tell;
      const known = await found();
      const brought = await Promise.allSettled(
        SERVERS.filter((server) => states.get(server) !== 'ready').map((server) =>
          bring(server, known.get(roleOf(server))),
        ),
      );
      const refused = brought.find((outcome) => outcome.status === 'rejected');
      if (refused) throw refused.reason;
      watch();
      // What changed while they were starting.
      await publishing();
    },
    async health() {
      return Promise.all(
        steps().map(async (step) => {
          const id = ids.get(step.server);
          return { ...step, memory: id === undefined ? undefined : await engine.memoryOf(id) };
        }),
      );
    },
    async caRoots() {
      const outputs = await Promise.all(
        (['ca', 'registry'] as const).map((server) =>
          must(ids.get(server) ?? '', ['/usr/lib/boite/boite-roots'], 10_000),
        ),
      );
      return (outputs.join('\n').match(PEM) ?? []).map((pem) => `${pem.trim()}\n`).join('');
    },
    onRootsChanged: (listener) => void rootsListeners.push(listener),
    async down() {
      release();
      await Promise.all([...(await found()).values()].map(({ id }) => engine.removeMachine(id)));
    },
    release,
  };
}

/** The standard input of `boite-zones`. */
function zoneList(zones: ZoneTexts): string {
  const parts = Object.entries(zones).map(([origin, text]) => `@zone ${origin}\n${text}`);
  return `${parts.join('')}@end\n`;
}
