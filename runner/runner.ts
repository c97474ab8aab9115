// How do the parts of the runner hang together? Makes them, joins their events, and takes them down again; knows no Docker, no argv, no screen.
import type { LabMachine } from '../labs/define-lab.ts';
import { checkerCommand } from './checks/checker-command.ts';
import { Classroom } from './classroom/classroom.ts';
import { forgetOldWorkshops } from './classroom/forget-old.ts';
import { createGlass, type Glass } from './glass/glass.ts';
import { createPutFile } from './glass/put-file.ts';
import { rememberRoots } from './glass/roots.ts';
import { rememberDesktops } from './glass/whose-visit.ts';
import { createLive } from './http/live.ts';
import type { TrainerHouse } from './http/parts.ts';
import { createServer, type RunnerServer } from './http/server.ts';
import { createInternets, type Internets, SERVER_KIND } from './internet/internets.ts';
import { isInternetServer } from './internet/server-specs.ts';
import type { WorkshopInternet } from './internet/workshop-internet.ts';
import type { Lab } from './labs/load-labs.ts';
import type { Log } from './log.ts';
import type { Engine } from './machines/engine.ts';
import { Refusal } from './protocol/refusals.ts';
import type { Settings } from './settings.ts';
import type { Store, StoredMachine, Workshop } from './store/store.ts';
import { Tickets } from './terminal/tickets.ts';
import { createTrainerHouse } from './trainer-house.ts';
import { availableMemoryNow, seatsThatFit } from './workshop/capacity.ts';
import { carryHome } from './workshop/carry-home.ts';
import { createFailureLimiter } from './workshop/failure-limiter.ts';
import { createHouse, type House } from './workshop/house.ts';
import { createLabDesk, type LabDesk } from './workshop/lab-desk.ts';
import { createOutOfMemory } from './workshop/out-of-memory.ts';
import { systemClock } from './workshop/patient-timer.ts';
import { putToRest } from './workshop/rest.ts';
import type { WorkshopNetwork } from './workshop/workshop-network.ts';
import { createWorkshops, type Workshops } from './workshop/workshops.ts';

export interface RunnerParts {
  settings: Settings;
  store: Store;
  engine: Engine;
  log: Log;
  labs: Map<string, Lab>;
  siteDir: string;
  addresses: () => string[];
  engineState: () => 'up' | 'down' | 'none';
  /** Machines that wait in the warm pool. */
  warm: number;
  network: (workshopId: string) => Promise<WorkshopNetwork>;
  create: (workshop: Workshop, network: WorkshopNetwork, machine: LabMachine) => Promise<string>;
  probe: (containerId: string, network: WorkshopNetwork) => Promise<string[]>;
  /** Makes the small Internet of a workshop; absent where there is none (author mode without Docker). */
  internet?: (
    workshop: { id: string; language: string },
    network: WorkshopNetwork,
    hooks: { serversChanged: (seatId: string) => void },
  ) => WorkshopInternet;
  /** Key of this run, for other commands of this installation. */
  controlKey?: string;
  /** What could go wrong before a class sits down; nothing to say where there is no engine. */
  preflight?: TrainerHouse['preflight'];
  /** Watches the disk that machines write to; absent where there is none of theirs. `overflows` hears of each that is about to be stopped. */
  disk?: { roomy: () => boolean; watch: (overflows: (containerId: string) => void) => () => void };
  /** Removes containers and networks of ours that nobody knows (left by a crash); before anything is made. */
  sweep: () => Promise<void>;
}

export interface Runner {
  readonly workshops: Workshops;
  readonly house: House;
  readonly desk: LabDesk;
  /** Absent where there is no small Internet. */
  readonly internets: Internets | undefined;
  readonly server: RunnerServer;
  /** Takes back what outlived the last runner and brings up every open workshop. Resolves when people can work. */
  open(): Promise<void>;
  /** An author saved a lab. */
  replaceLab(lab: Lab): void;
  /** An author changed these machines: open pages hear how far their images are; once built, nobody is given an old one any more. */
  imagesAre(state: 'building' | 'built' | 'failed', names: readonly string[]): void;
  /** Tells the pages, lets go of the machines (they stay), closes the doors. */
  close(): Promise<void>;
}

/** How often séances that were kept long enough are looked for, milliseconds. */
const FORGET_EVERY_MS = 3_600_000;

/** True when this computer has memory for one more seat; what cannot be read is no reason to refuse. */
function fitsOneMore(): boolean {
  const available = availableMemoryNow();
  return available === undefined || seatsThatFit(available) > 0;
}

/** The glass browser's way to the sites of each workshop. */
function glassOf(
  internets: Internets,
  { settings, log, engine }: RunnerParts,
  containerOf: (seatId: string) => string | undefined,
  visited: (seatId: string) => void,
): Glass {
  const desktopOf = rememberDesktops(async (seatId) => {
    const id = containerOf(seatId);
    const facts = id === undefined ? undefined : await engine.inspectMachine(id);
    // A desktop has one network.
    return Object.values(facts?.addresses ?? {})[0];
  }, Date.now);
  const roots = new WeakMap<WorkshopInternet, (fresh: boolean) => Promise<string>>();
  return createGlass({
    settings,
    log,
    now: Date.now,
    visited,
    internetOf(workshopId) {
      const found = internets.of(workshopId);
      if (found?.state() !== 'up') return undefined;
      const { internet } = found;
      const caRoots = roots.get(found) ?? rememberRoots(() => internet.caRoots(), Date.now);
      roots.set(found, caRoots);
      return { dialler: internet.dialler, addresses: internet.addresses, caRoots, desktopOf };
    },
  });
}

export async function createRunner(parts: RunnerParts): Promise<Runner> {
  const { settings, store, engine, log, labs } = parts;
  const failed = (what: string, error: unknown) => log.error('workshop', error, { what });
  const workshops = createWorkshops({ store, now: Date.now });
  const tickets = new Tickets();

  const { internet: makeInternet } = parts;
  const internets = makeInternet
    ? createInternets((workshop, network) =>
        makeInternet(workshop, network, { serversChanged: (seatId) => desk.stir(seatId) }),
      )
    : undefined;
  /** What the engine had when this runner began. */
  const alive = new Map<string, boolean>();
  const house = createHouse({
    ...parts,
    fits: () => fitsOneMore() && parts.disk?.roomy() !== false,
    introduce: async (workshopId, containerId) => internets?.introduce(workshopId, containerId),
    opened(workshop, network, asleep) {
      if (asleep) internets?.openAtRest(workshop, network);
      else internets?.open(workshop, network, (id) => alive.get(id));
    },
    async rest(workshopId) {
      await internets?.rest(workshopId);
      await putToRest({ engine, workshopId, isShared: isInternetServer, failed }).catch((error: unknown) =>
        failed('put to rest', error),
      );
    },
    closing: async (workshopId) => internets?.close(workshopId),
    failed,
  });
  const desk = createLabDesk({
    engine,
    store,
    roomOf: (id) => house.roomOf(id),
    labs: () => labs,
    clock: systemClock,
    openChecker: (machine, kind) =>
      engine.openPipe(machine.containerId, checkerCommand(), kind === 'server' ? { user: 'root' } : {}),
    internets,
    failed,
  });
  const labSteps = () =>
    new Map([...labs].map(([id, lab]) => [id, lab.manifest.steps.map((step) => step.id)]));
  const live = createLive({ store, desk, now: Date.now, classroom: () => classroom });
  const classroom: Classroom = new Classroom({
    store,
    desk,
    presence: live,
    now: Date.now,
    labSteps,
    keepDays: settings.keepDays,
  });
  classroom.onSeat((seatId) => live.publish(seatId, { type: 'class', view: classroom.view(seatId) }));

  const closing = new Map<string, Promise<void>>();
  const erasing = new Map<string, 'now' | 'failed'>();
  workshops.onEnded((workshop, seats) => {
    erasing.set(workshop.id, 'now');
    const closed = Promise.all(seats.map((seat) => desk.endSeat(seat.id)))
      .then(() => house.close(workshop.id))
      .then(
        () => void erasing.delete(workshop.id),
        (error: unknown) => {
          erasing.set(workshop.id, 'failed');
          failed('end workshop', error);
        },
      )
      .finally(() => classroom.refresh(workshop.id));
    closing.set(workshop.id, closed);
  });
  workshops.onSeatRemoved((seat) => {
    desk.endSeat(seat.id).catch((error: unknown) => failed('remove seat', error));
  });
  const forgetOld = () => {
    for (const id of forgetOldWorkshops(store, classroom, Date.now()))
      log.info('workshop-forgotten', { workshop: id });
  };
  forgetOld();
  const forgetting = setInterval(forgetOld, FORGET_EVERY_MS);
  forgetting.unref();
  /** Pages that came back before their machines did. */
  const openShown = (workshop: Workshop) => {
    for (const seat of store.seatsOf(workshop.id))
      for (const lab of live.shown(seat.id))
        if (labs.has(lab))
          desk.open(seat.id, lab).catch((error: unknown) => {
            if (!(error instanceof Refusal)) failed('open shown lab', error);
          });
  };
  async function open(workshop: Workshop): Promise<void> {
    await house.open(workshop);
    openShown(workshop);
  }
  async function wake(workshop: Workshop): Promise<void> {
    for (const { id, state } of await engine.listMachines()) alive.set(id, state === 'running');
    // Ended while the engine was asked: nothing is to be woken.
    if (!store.openWorkshops().some(({ id }) => id === workshop.id)) return;
    await house.open(workshop);
    desk.wake(workshop.id);
    openShown(workshop);
  }
  const trainerHouse = createTrainerHouse({
    engine,
    house,
    classroom,
    open,
    wake,
    closed: async (workshopId) => closing.get(workshopId),
    erasing: (workshopId) => erasing.get(workshopId),
    preflight: parts.preflight ?? (async () => ({ findings: [] })),
    failed,
  });

  const unwatchDisk = parts.disk?.watch((containerId) => {
    internets?.overflows(containerId);
    desk.overflows(containerId);
  });
  const outOfMemory = createOutOfMemory({
    machines: () => store.allMachines(),
    serverKind: SERVER_KIND,
    publish: live.publish,
    now: () => performance.now(),
  });
  const stopWatching = engine.watch((event) => {
    if (event.type === 'oom') return outOfMemory(event.id);
    if (event.type === 'died' || event.type === 'removed') house.stopped(event.id);
    internets?.happened(event);
  });

  const desktopOf = (seatId: string) =>
    store.machinesOf(seatId).find(({ kind }) => kind === 'desktop')?.containerId;
  const putFile = createPutFile({ engine, desktopOf });
  const server = await createServer({
    settings,
    store,
    workshops,
    limiter: createFailureLimiter({ now: () => performance.now() }),
    desk,
    ...(internets && {
      counters: internets,
      glass: glassOf(internets, parts, desktopOf, (seatId) => desk.stir(seatId)),
      putFile,
    }),
    classroom,
    ...(parts.controlKey !== undefined && { controlKey: parts.controlKey }),
    house: trainerHouse,
    async carryHome(seatId, files, names) {
      const running: StoredMachine[] = [];
      for (const machine of store.machinesOf(seatId))
        if ((await engine.inspectMachine(machine.containerId))?.state === 'running') running.push(machine);
      const servers = running.filter(({ kind }) => kind === SERVER_KIND);
      const own = {
        desktop: running.find(({ kind }) => kind !== SERVER_KIND)?.containerId,
        servers: servers.map(({ name, containerId }) => ({ host: name, containerId })),
      };
      return carryHome(engine, own, files, names);
    },
    labSteps,
    tickets,
    live,
    log,
    siteDir: parts.siteDir,
    engineState: parts.engineState,
    addresses: parts.addresses,
  });

  return {
    workshops,
    house,
    desk,
    internets,
    server,
    async open() {
      await parts.sweep();
      const machines = await engine.listMachines();
      for (const { id, state } of machines) alive.set(id, state === 'running');
      // Rows of now: the machines that opening makes are nobody's to adopt.
      const rows = store.allMachines();
      await Promise.all(
        store.openWorkshops().map(async (workshop) => {
          if (classroom.state(workshop.id).asleep) {
            await house.stayAsleep(workshop);
            desk.adopt(
              rows.filter((row) => row.workshopId === workshop.id && row.kind !== SERVER_KIND),
              await engine.listMachines(),
            );
            return;
          }
          // In one go with the opening: a page that comes back in between would be given a new machine.
          if ((await house.open(workshop)) === 'open')
            desk.adopt(
              rows.filter((row) => row.workshopId === workshop.id && row.kind !== SERVER_KIND),
              machines,
            );
        }),
      );
      for (const workshop of store.openWorkshops()) openShown(workshop);
    },
    replaceLab(lab) {
      labs.set(lab.id, lab);
      desk.replaceLab(lab);
    },
    imagesAre(state, names) {
      live.publishAll({ type: 'notice', code: `images-${state}`, about: names.join(', ') });
      if (state === 'built') house.renew();
    },
    async close() {
      stopWatching();
      unwatchDisk?.();
      clearInterval(forgetting);
      await server.close();
      desk.release();
      internets?.release();
    },
  };
}
