// How do the servers of one small Internet come up, stay up and go? Containers found again by their labels after a restart of the runner, started again when they die.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ContainerSpec } from '../machines/container-spec.ts';
import type { Engine } from '../machines/engine.ts';
import { ROLE_LABEL, WORKSHOP_LABEL } from '../machines/labels.ts';
import { isInternetServer, roleOf, SERVERS, type Server } from './server-specs.ts';

export type ServerState = 'waiting' | 'starting' | 'ready' | 'failed';

export interface ServerRoomParts {
  engine: Engine;
  workshop: string;
  /** Those that this small Internet has. */
  servers: readonly Server[];
  specOf: (server: Server) => Promise<ContainerSpec>;
  /** Resolves when the server does its work. */
  ready: (server: Server, id: string) => Promise<void>;
  /** A server that had died does its work again. */
  mended: (server: Server) => void;
  failed: (what: string, error: unknown) => void;
}

export interface ServerRoom {
  /** Makes and starts what is missing, keeps what runs. @throws the first server's error; what is up stays */
  up(): Promise<void>;
  state(server: Server): ServerState;
  onChange(listener: () => void): void;
  /** Its container; undefined before it was made. */
  idOf(server: Server): string | undefined;
  /** Runs a program in a server. @throws Error with its output when it fails */
  run(
    server: Server,
    command: readonly string[],
    options?: { stdin?: string; timeoutMs?: number },
  ): Promise<string>;
  /** Follows the servers no longer; they go on. */
  release(): void;
  /** Removes every server. */
  remove(): Promise<void>;
}

/** A server that died is started again this often in a row, after a wait that grows by so many milliseconds. */
const MENDS = 6;
const MEND_MS = 500;
/** For one program in a server: an old laptop that starts a whole class is slow. */
const RUN_MS = 45_000;

interface Found {
  id: string;
  running: boolean;
}

export function createServerRoom(parts: ServerRoomParts): ServerRoom {
  const { engine, failed } = parts;
  const ids = new Map<Server, string>();
  const states = new Map<Server, ServerState>();
  const listeners: (() => void)[] = [];
  let stopWatching: (() => void) | undefined;
  let released = false;

  const state = (server: Server): ServerState => states.get(server) ?? 'waiting';
  const enter = (server: Server, next: ServerState): void => {
    states.set(server, next);
    for (const listener of listeners) listener();
  };

  async function bring(server: Server, known: Found | undefined): Promise<void> {
    enter(server, 'starting');
    try {
      const id = known?.id ?? (await engine.createMachine(await parts.specOf(server)));
      ids.set(server, id);
      if (!known?.running) await engine.startMachine(id);
      await parts.ready(server, id);
      enter(server, 'ready');
    } catch (error) {
      enter(server, 'failed');
      throw error;
    }
  }

  /** Its address and its place stay the same; what it held in memory is gone. */
  async function mend(server: Server): Promise<void> {
    for (let attempt = 1; attempt <= MENDS; attempt += 1) {
      await sleep(MEND_MS * attempt, undefined, { ref: false });
      if (released) return;
      try {
        await bring(server, (await found(parts)).get(server));
        return parts.mended(server);
      } catch (error) {
        failed(`mending ${server}`, error);
      }
    }
  }

  function watch(): void {
    stopWatching ??= engine.watch((event) => {
      if (released || (event.type !== 'died' && event.type !== 'removed')) return;
      const server = SERVERS.find((each) => ids.get(each) === event.id);
      // One that is being brought up is looked after already.
      if (server === undefined || state(server) !== 'ready') return;
      enter(server, 'failed');
      mend(server).catch((error: unknown) => failed(`mending ${server}`, error));
    });
  }

  const release = (): void => {
    released = true;
    stopWatching?.();
  };

  return {
    state,
    onChange: (listener) => void listeners.push(listener),
    idOf: (server) => ids.get(server),
    async up() {
      const known = await found(parts);
      const missing = parts.servers.filter((server) => state(server) !== 'ready');
      const brought = await Promise.allSettled(missing.map((server) => bring(server, known.get(server))));
      const refused = brought.find((outcome) => outcome.status === 'rejected');
      if (refused) throw refused.reason;
      watch();
    },
    async run(server, command, { stdin = '', timeoutMs = RUN_MS } = {}) {
      const id = ids.get(server);
      if (id === undefined) throw new Error(`${server} is not there`);
      const { exitCode, output } = await engine.run(id, command, { timeoutMs, stdin });
      if (exitCode !== 0)
        throw new Error(`${server}: ${command[0]} failed (exit code ${exitCode}): ${output.slice(-400)}`);
      return output;
    },
    release,
    async remove() {
      release();
      await Promise.all([...(await found(parts)).values()].map(({ id }) => engine.removeMachine(id)));
    },
  };
}

/** The servers of this workshop that the engine has now. */
async function found({ engine, workshop }: ServerRoomParts): Promise<Map<Server, Found>> {
  const machines = (await engine.listMachines()).filter(
    ({ labels }) => isInternetServer(labels) && labels[WORKSHOP_LABEL] === workshop,
  );
  const servers = new Map<Server, Found>();
  for (const { id, labels, state } of machines) {
    const server = SERVERS.find((each) => roleOf(each) === labels[ROLE_LABEL]);
    if (server !== undefined) servers.set(server, { id, running: state === 'running' });
  }
  return servers;
}
