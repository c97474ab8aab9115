// How does a Docker Engine (20.10 to 29) do what `engine.ts` promises? Puts the parts of docker-engine-*.ts together.
import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { createBody } from './docker-create-body.ts';
import { type DockerCalls, dockerCalls, LIMITS, orMissing, within } from './docker-engine-calls.ts';
import { watchMachines } from './docker-engine-events.ts';
import { openPipe, openShell, run } from './docker-engine-exec.ts';
import { createNetwork, listNetworks, removeNetwork, usedSubnets } from './docker-engine-networks.ts';
import { DETACH_KEYS, shellFrom } from './docker-engine-shell.ts';
import { machineStopper } from './docker-engine-stop.ts';
import { isAlreadySo, isConflict } from './docker-errors.ts';
import { type Engine, EngineError, type EngineFacts, type MachineFacts } from './engine.ts';
import { belongsTo, ofInstance } from './labels.ts';

export interface DockerEngineOptions {
  /** Opaque id of this installation (a-z, 0-9): everything made carries it, nothing else is touched. */
  instance: string;
  /** Engine's socket; without it, DOCKER_HOST and the usual sockets. */
  socketPath?: string;
}

/** Makes an `Engine`; nothing is asked of Docker before the first call. */
export function createDockerEngine(options: DockerEngineOptions): Engine {
  const calls = dockerCalls(options.instance, options.socketPath);
  let version: Promise<Docker.DockerVersion> | undefined;
  const apiVersion = async () => {
    version ??= calls.insist(LIMITS.question, () => calls.docker.version());
    try {
      return (await version).ApiVersion;
    } catch (error) {
      version = undefined;
      throw error;
    }
  };
  const listMachines = machineLister(calls);

  return {
    describe: () => describe(calls),
    createNetwork: createNetwork(calls, apiVersion),
    removeNetwork: removeNetwork(calls),
    listNetworks: listNetworks(calls),
    usedSubnets: usedSubnets(calls),
    createMachine: machineMaker(calls),
    startMachine: machineStarter(calls),
    stopMachine: async (id, graceMs, first) => {
      // The answer of a machine that stops meanwhile is lost: that is what was wanted.
      if (first) await run(calls)(id, first).catch(() => undefined);
      await machineStopper(calls)(id, graceMs);
    },
    removeMachine: machineRemover(calls),
    inspectMachine: machineInspector(calls),
    listMachines,
    memoryOf: memoryReader(calls),
    attach: attacher(calls),
    openShell: openShell(calls),
    openPipe: openPipe(calls),
    run: run(calls),
    watch: (listener) => watchMachines(calls, listMachines, listener),
    imageExists: async (tag) =>
      (await orMissing(calls.insist(LIMITS.question, () => calls.docker.getImage(tag).inspect()))) !==
      undefined,
  };
}

async function describe(calls: DockerCalls): Promise<EngineFacts> {
  const [version, info] = await Promise.all([
    calls.insist(LIMITS.question, () => calls.docker.version()),
    calls.insist(LIMITS.question, () => calls.docker.info()),
  ]);
  // Some other program listens there, and says 200 to everything.
  if (typeof version.Version !== 'string') throw new EngineError('refused', 'GET /version ≠ Docker');
  const security: string[] = info.SecurityOptions ?? [];
  const has = (name: string) => security.some((option) => option.split(',').includes(`name=${name}`));
  return {
    version: version.Version,
    apiVersion: version.ApiVersion,
    runcVersion: version.Components?.find((part) => part.Name === 'runc')?.Version ?? '',
    cgroupVersion: info.CgroupVersion === '2' ? 2 : 1,
    storageDriver: info.Driver,
    rootless: has('rootless'),
    seccomp: has('seccomp'),
    apparmor: has('apparmor'),
    swapLimit: info.SwapLimit === true,
    cpus: info.NCPU,
    memoryBytes: info.MemTotal,
    rootDir: isLocal(calls.docker) ? info.DockerRootDir : undefined,
  };
}

/** Whether the engine is reached by a socket of this host; dockerode's types leave the field out. */
function isLocal(docker: Docker): boolean {
  const modem: object = docker.modem;
  return 'socketPath' in modem && modem.socketPath !== undefined;
}

function machineMaker(calls: DockerCalls): Engine['createMachine'] {
  return async (spec) => {
    const create = () =>
      calls.call(LIMITS.create, (abortSignal) =>
        calls.docker.createContainer({ name: spec.name, ...createBody(spec, calls.instance), abortSignal }),
      );
    const container = await create().catch(async (error: unknown) => {
      // A call that timed out may have succeeded: its leftover, never started, gives way (F-05).
      if (!(error instanceof EngineError) || error.kind !== 'conflict') throw error;
      const old = await orMissing(
        calls.call(LIMITS.question, (abortSignal) =>
          calls.docker.getContainer(spec.name).inspect({ abortSignal }),
        ),
      );
      if (
        old !== undefined &&
        (!belongsTo(calls.instance, old.Config.Labels) || old.State.Status !== 'created')
      )
        throw error;
      if (old !== undefined) await machineRemover(calls)(old.Id);
      return create();
    });
    calls.remember(container.id);
    if (spec.door !== undefined) await openDoor(calls, container.id, spec.door.networkId);
    return container.id;
  };
}

/** Plugs the machine into its second network; without it the machine is of no use. */
async function openDoor(calls: DockerCalls, id: string, networkId: string): Promise<void> {
  try {
    await calls.call(LIMITS.question, (abortSignal) =>
      calls.docker.getNetwork(networkId).connect(within({ Container: id }, abortSignal)),
    );
  } catch (error) {
    await machineRemover(calls)(id);
    throw error;
  }
}

function machineStarter(calls: DockerCalls): Engine['startMachine'] {
  return async (id) => {
    const container = await calls.ours(id);
    await calls.insist(LIMITS.start, async (abortSignal) => {
      try {
        await container.start({ abortSignal });
      } catch (error) {
        if (!isAlreadySo(error)) throw error;
      }
    });
  };
}

function machineRemover(calls: DockerCalls): Engine['removeMachine'] {
  return async (id) => {
    const container = await orMissing(calls.ours(id));
    if (container === undefined) return;
    calls.forget(id);
    await orMissing(
      calls.insist(LIMITS.remove, async (abortSignal) => {
        try {
          await container.remove({ force: true, v: true, abortSignal });
        } catch (error) {
          if (!isConflict(error)) throw error;
          await untilGone(container, abortSignal);
        }
      }),
    );
  };
}

/** Somebody else's removal is under way (409): waits for its end; throws Docker's 404 when it is over. */
async function untilGone(container: Docker.Container, abortSignal: AbortSignal): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await container.inspect({ abortSignal });
    await sleep(100);
  }
}

const STATES: Record<string, MachineFacts['state']> = {
  created: 'created',
  running: 'running',
  paused: 'running',
  restarting: 'running',
  removing: 'dead',
  exited: 'exited',
  dead: 'dead',
};

function machineInspector(calls: DockerCalls): Engine['inspectMachine'] {
  return async (id) => {
    const facts = await orMissing(
      calls.insist(LIMITS.question, (abortSignal) => calls.docker.getContainer(id).inspect({ abortSignal })),
    );
    if (facts === undefined || !belongsTo(calls.instance, facts.Config.Labels)) return undefined;
    return {
      id: facts.Id,
      labels: facts.Config.Labels,
      state: STATES[facts.State.Status] ?? 'dead',
      createdAt: Date.parse(facts.Created),
      addresses: addressesOf(facts.NetworkSettings.Networks),
      ...doorOf(Object.values(facts.NetworkSettings.Ports ?? {}).flat()),
    };
  };
}

/** Where the engine put the one port that a machine of ours may publish. */
function doorOf(bindings: readonly ({ HostPort: string } | null | undefined)[]): { doorPort?: number } {
  const port = Number(bindings.find((binding) => binding)?.HostPort);
  return port > 0 ? { doorPort: port } : {};
}

function machineLister(calls: DockerCalls): Engine['listMachines'] {
  return async () => {
    const containers = await calls.insist(LIMITS.question, (abortSignal) =>
      calls.docker.listContainers({
        all: true,
        filters: { label: [ofInstance(calls.instance)] },
        abortSignal,
      }),
    );
    return containers.map((container) => {
      calls.remember(container.Id);
      return {
        id: container.Id,
        labels: container.Labels,
        state: STATES[container.State] ?? 'dead',
        createdAt: container.Created * 1000,
        addresses: addressesOf(container.NetworkSettings?.Networks ?? {}),
      };
    });
  };
}

function addressesOf(
  networks: Record<string, { NetworkID: string; IPAddress: string }>,
): Record<string, string> {
  const addresses: Record<string, string> = {};
  for (const network of Object.values(networks))
    if (network.IPAddress !== '') addresses[network.NetworkID] = network.IPAddress;
  return addresses;
}

function memoryReader(calls: DockerCalls): Engine['memoryOf'] {
  return async (id) => {
    const container = await orMissing(calls.ours(id));
    if (container === undefined) return undefined;
    const stats = await orMissing(
      // One-shot: without it the engine waits a second to compute a CPU figure that nobody asked for.
      calls.call(LIMITS.question, (abortSignal) =>
        container.stats(within({ stream: false as const, 'one-shot': true }, abortSignal)),
      ),
    );
    const usage = stats?.memory_stats.usage;
    if (stats === undefined || usage === undefined) return undefined;
    const cache = stats.memory_stats.stats as
      | { total_inactive_file?: number; inactive_file?: number }
      | undefined;
    return Math.max(0, usage - (cache?.total_inactive_file ?? cache?.inactive_file ?? 0));
  };
}

function attacher(calls: DockerCalls): Engine['attach'] {
  return async (id, { replay }) => {
    const container = await calls.ours(id);
    const query = {
      stream: true,
      stdin: true,
      stdout: true,
      stderr: true,
      logs: replay,
      detachKeys: DETACH_KEYS,
    };
    const socket = await calls.open((abortSignal) =>
      // In the address only: a body could be taken for typing. `stdin` stays out of dockerode's own options, so that the request is ended.
      container.attach({
        hijack: true,
        _query: query,
        _body: {},
        abortSignal,
      } as Docker.ContainerAttachOptions),
    );
    return shellFrom(calls, socket, (size) => container.resize(size), replay);
  };
}
