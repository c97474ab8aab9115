// With what are machines made here: Docker, or the author's own shell? Everything that differs between the two, as parts for `createRunner`.
import { existsSync } from 'node:fs';
import { availableParallelism, networkInterfaces, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskGuard } from './disk-guard-maker.ts';
import { preflight } from './doctor/preflight.ts';
import { ownOrigins } from './http/addresses.ts';
import { isInternetServer } from './internet/server-specs.ts';
import { internetMaker } from './internet-maker.ts';
import type { Log } from './log.ts';
import { createDockerEngine } from './machines/docker-engine.ts';
import { createDockerImages } from './machines/docker-engine-images.ts';
import { createDockerServers } from './machines/docker-engine-servers.ts';
import type { Engine } from './machines/engine.ts';
import { containerSpec } from './machines/hardening.ts';
import { hostRoutes } from './machines/host-routes.ts';
import { probeIsolation } from './machines/isolation-probe.ts';
import { belongsTo, INSTANCE_LABEL, ROLE_LABEL, WORKSHOP_LABEL } from './machines/labels.ts';
import { clearLocalMachines, createLocalEngine } from './machines/local-engine.ts';
import { freshId, objectName } from './machines/names.ts';
import { pickSubnet, resolverAddress } from './machines/subnets.ts';
import { sweep } from './machines/sweep.ts';
import type { RunnerParts } from './runner.ts';
import type { Settings } from './settings.ts';
import { prepareImages } from './start/prepare-images.ts';
import type { Store } from './store/store.ts';
import { wordsOf } from './words/index.ts';
import { machinesToKeep } from './workshop/machines-to-keep.ts';
import { ensureWorkshopNetwork } from './workshop/workshop-network.ts';

/** Desktops that wait with a prompt: a class that arrives finds ten ready, the next ones are made four at a time. */
const WARM = 10;

const BASHRC = fileURLToPath(new URL('../labs/machines/desktop/etc/shell.bash', import.meta.url));

type MachineParts = Pick<
  RunnerParts,
  | 'engine'
  | 'engineState'
  | 'warm'
  | 'network'
  | 'create'
  | 'probe'
  | 'sweep'
  | 'internet'
  | 'preflight'
  | 'disk'
> & {
  /** Builds the images that are missing for the present Dockerfiles, and makes machines of them from then on. Absent without Docker. */
  rebuild?: () => Promise<Record<string, string>>;
};

/** Real machines. Builds missing images first, with a bar per image. @throws StartError */
export async function dockerHouse(settings: Settings, store: Store, log: Log): Promise<MachineParts> {
  const instance = store.instanceId();
  const socketPath = settings.dockerSocket;
  const engine = createDockerEngine({ instance, ...(socketPath !== undefined && { socketPath }) });
  const facts = await engine.describe();
  const build = () =>
    prepareImages(createDockerImages({ socketPath }), {
      language: settings.language,
      rootDir: facts.rootDir,
      ...(settings.internet ? {} : { only: ['desktop'] }),
    });
  const images = await build();
  const kernelHasIpv6 = existsSync('/proc/sys/net/ipv6');
  const servers = createDockerServers({ instance, ...(socketPath !== undefined && { socketPath }) });
  const disk = diskGuard({ engine, servers, log, rootDir: facts.rootDir });
  return {
    engine,
    engineState: healthOf(engine),
    disk,
    rebuild: async () => Object.assign(images, await build()),
    preflight: (language, seats) =>
      preflight(
        {
          engine,
          images: createDockerImages({ socketPath }),
          disk: existsSync(facts.rootDir ?? '') ? (facts.rootDir ?? '/') : '/',
          addresses: () => ownOrigins(settings, settings.port, networkInterfaces()),
          now: Date.now,
        },
        language,
        seats,
      ),
    warm: WARM,
    network: (workshopId) =>
      ensureWorkshopNetwork(
        {
          engine,
          naming: (id) => ({
            name: objectName(instance, id),
            labels: { [INSTANCE_LABEL]: instance, [WORKSHOP_LABEL]: id, [ROLE_LABEL]: 'workshop' },
          }),
          // The gateway's second network carries the workshop's label, too.
          belongs: (labels, id) =>
            belongsTo(instance, labels) && labels[WORKSHOP_LABEL] === id && labels[ROLE_LABEL] === 'workshop',
          pickSubnet: async (used) => pickSubnet(settings.subnetBlock, [...used, ...(await hostRoutes())]),
        },
        workshopId,
      ),
    create: (workshop, network, machine) =>
      engine.createMachine(
        containerSpec({
          machine,
          image: images[machine.kind] ?? '',
          name: objectName(instance, freshId()),
          workshop: workshop.id,
          language: workshop.language,
          network: { id: network.id, address: undefined },
          dns: [resolverAddress(network.subnet)],
          kernelHasIpv6,
        }),
      ),
    probe: (containerId, network) => probeIsolation(engine, containerId, network),
    ...(settings.internet && {
      internet: internetMaker({
        ...{ engine, instance, images, settings, store, log, kernelHasIpv6 },
        diskIsRoomy: disk.roomy,
      }),
    }),
    async sweep() {
      const open = new Set(store.openWorkshops().map((workshop) => workshop.id));
      const known = machinesToKeep(store);
      for (const { id, labels } of await engine.listNetworks())
        if (open.has(labels[WORKSHOP_LABEL] ?? '')) known.add(id);
      for (const { id, labels } of await engine.listMachines())
        if (isInternetServer(labels) && open.has(labels[WORKSHOP_LABEL] ?? '')) known.add(id);
      // Nothing can be in the making: this runner, the only one of this installation, has not made anything yet.
      const { machines, networks, left } = await sweep(engine, known, { minAgeMs: 0 });
      if (machines + networks + left.length > 0) log.info('swept', { machines, networks, left: left.length });
    },
  };
}

/** Shells of this very computer (`--local-shell`), behind a loud warning; settings refuse anything but loopback. */
export async function localHouse(settings: Settings): Promise<MachineParts> {
  console.warn(`\n  ⚠  ${wordsOf(settings.language)['settings.local-shell-warning']}\n`);
  const dir = join(settings.dataDir, 'local');
  await clearLocalMachines(dir);
  const engine = createLocalEngine({
    dir,
    bashrc: BASHRC,
    facts: { cpus: availableParallelism(), memoryBytes: totalmem() },
  });
  const network = { id: 'local', subnet: settings.subnetBlock };
  return {
    engine,
    engineState: () => 'none',
    warm: 1,
    network: async () => network,
    create: (workshop, _network, machine) =>
      engine.createMachine(
        containerSpec({
          machine,
          image: 'local',
          name: objectName('local', freshId()),
          workshop: workshop.id,
          language: workshop.language,
          network: 'none',
          dns: ['127.0.0.1'],
        }),
      ),
    probe: async () => [],
    sweep: async () => {},
  };
}

/** How often the engine is asked whether it lives, milliseconds. */
const HEALTH_MS = 15_000;

/** Follows whether the engine answers; the page says so when it does not (F-09). */
function healthOf(engine: Engine): () => 'up' | 'down' {
  let state: 'up' | 'down' = 'up';
  const ask = () =>
    engine.describe().then(
      () => {
        state = 'up';
      },
      () => {
        state = 'down';
      },
    );
  setInterval(() => void ask(), HEALTH_MS).unref();
  return () => state;
}
