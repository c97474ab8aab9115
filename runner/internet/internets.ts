// Which small Internet belongs to which séance? One per open workshop: what the pages, the labs and the engine's events ask is handed to the right one.
import type { MachineEvent } from '../machines/engine.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Counters } from './counters/desk.ts';
import type { ServerStep } from './internet.ts';
import type { WorkshopInternet } from './workshop-internet.ts';

/** Kind of a rented server's row in the store: the hosting desk adopts it, nobody else. */
export const SERVER_KIND = 'server';

/** What a lab's checks, solutions and texts know of a seat's place in the small Internet. */
export interface SeatBelongings {
  /** Names that it holds, oldest first; those that it gave up are not. */
  names: string[];
  /** Host names of its servers, those that are off included, in the order in which they were rented. */
  hosts: string[];
  /** Its servers that run, in the order in which they were rented. */
  servers: { host: string; address: string; containerId: string; password: string }[];
}

export interface Internets extends Counters {
  /** Makes the small Internet of a workshop that opened and brings it up meanwhile; `running` says what the engine had at the start of the runner. */
  open(
    workshop: { id: string; language: string },
    network: { id: string; subnet: string },
    running: (containerId: string) => boolean | undefined,
  ): void;
  /** The class is put to rest: nothing is followed or mended any more, nothing is removed. Resolves when nothing more comes up; `open` brings everything up again. */
  rest(workshopId: string): Promise<void>;
  /** Knows the small Internet of a class at rest (its names, for the pages) without bringing anything up. */
  openAtRest(workshop: { id: string; language: string }, network: { id: string; subnet: string }): void;
  /** Undefined, too, while the class is at rest. */
  of(workshopId: string): WorkshopInternet | undefined;
  /** Resolves when the workshop's small Internet is up (or never will be); `onStep` hears of its servers meanwhile. */
  ready(workshopId: string, onStep?: (steps: readonly ServerStep[]) => void): Promise<void>;
  /** Removes the shared servers of a workshop. */
  close(workshopId: string): Promise<void>;
  /** Makes a desktop of a workshop known to its box. */
  introduce(workshopId: string, containerId: string): Promise<void>;
  belongings(workshopId: string, seatId: string): SeatBelongings;
  /** A rented server's console; undefined when the seat rents no server of that name. @throws Refusal */
  console(workshopId: string, seatId: string, host: string, terminal: string): Promise<Terminal> | undefined;
  /** Takes back names and servers of a seat as if they had never been. @throws Refusal while the small Internet is not up */
  withdraw(
    workshopId: string,
    seatId: string,
    what: { names: readonly string[]; hosts: readonly string[] },
  ): Promise<void>;
  endSeat(workshopId: string, seatId: string): Promise<void>;
  happened(event: MachineEvent): void;
  /** A rented server is about to be stopped: it fills the disk. */
  overflows(containerId: string): void;
  release(): void;
}

interface Open {
  internet: WorkshopInternet;
  /** The class is put to rest: its machines are off. */
  atRest: boolean;
  up: Promise<void>;
  onStep: Set<(steps: readonly ServerStep[]) => void>;
}

/** `make` gives the small Internet of one workshop; nothing runs before `up`. */
export function createInternets(
  make: (
    workshop: { id: string; language: string },
    network: { id: string; subnet: string },
  ) => WorkshopInternet,
): Internets {
  const opened = new Map<string, Open>();

  /** @throws Refusal */
  function upOf(workshopId: string): WorkshopInternet {
    const found = opened.get(workshopId);
    if (!found) throw new Refusal('workshop-ended');
    if (found.atRest) throw new Refusal('workshop-paused');
    if (found.internet.state() === 'opening') throw new Refusal('house-opening', { retryAfter: 3 });
    if (found.internet.state() !== 'up')
      throw new Refusal('engine-down', { retryAfter: 3, detail: 'small-internet' });
    return found.internet;
  }

  return {
    registrar: (workshopId) => upOf(workshopId).registrar,
    hosts: (workshopId) => upOf(workshopId).hosting,
    health(workshopId) {
      const found = opened.get(workshopId)?.internet;
      if (!found) return { state: 'none', servers: [] };
      if (opened.get(workshopId)?.atRest) return { state: 'asleep', servers: [] };
      const state = found.state();
      return {
        state,
        ...(state === 'up' && { now: found.internet.names.now() }),
        servers: [...found.internet.steps()],
      };
    },
    open(workshop, network, running) {
      if (opened.get(workshop.id)?.atRest === false) return;
      const internet = make(workshop, network);
      const onStep: Open['onStep'] = new Set();
      internet.hosting.adopt(running);
      const up = internet.up((steps) => {
        for (const listener of onStep) listener(steps);
      });
      opened.set(workshop.id, { internet, up, onStep, atRest: false });
    },
    async rest(workshopId) {
      const found = opened.get(workshopId);
      if (!found) return;
      found.atRest = true;
      found.internet.release();
      // What was on its way up when the class went to rest must not come after everything else has stopped.
      await found.up.catch(() => undefined);
    },
    openAtRest(workshop, network) {
      const internet = make(workshop, network);
      opened.set(workshop.id, { internet, up: Promise.resolve(), onStep: new Set(), atRest: true });
    },
    of(workshopId) {
      const found = opened.get(workshopId);
      return found?.atRest ? undefined : found?.internet;
    },
    async ready(workshopId, onStep) {
      const found = opened.get(workshopId);
      if (!found) return;
      if (onStep) {
        found.onStep.add(onStep);
        onStep(found.internet.internet.steps());
      }
      await found.up;
    },
    async close(workshopId) {
      const found = opened.get(workshopId);
      opened.delete(workshopId);
      await found?.internet.down();
    },
    async introduce(workshopId, containerId) {
      const found = opened.get(workshopId);
      if (found && !found.atRest) await found.internet.introduce(containerId);
    },
    belongings(workshopId, seatId) {
      const found = opened.get(workshopId)?.internet;
      const atRest = opened.get(workshopId)?.atRest;
      if (!found) return { names: [], hosts: [], servers: [] };
      const held = Object.values(found.internet.names.state().names).filter(
        ({ seat, deletedAt }) => seat === seatId && deletedAt === null,
      );
      held.sort((a, b) => a.createdAt - b.createdAt);
      return {
        names: held.map(({ name }) => name),
        hosts: found.hosting.hostsOf(seatId),
        servers: atRest ? [] : found.hosting.runningOf(seatId),
      };
    },
    console(workshopId, seatId, host, terminal) {
      const found = opened.get(workshopId);
      const hosting = found?.internet.hosting;
      if (!hosting?.owns(seatId, host)) return undefined;
      if (found?.atRest) throw new Refusal('workshop-paused');
      return hosting.terminal(seatId, host, terminal);
    },
    withdraw: async (workshopId, seatId, what) => upOf(workshopId).withdraw(seatId, what),
    endSeat: async (workshopId, seatId) => opened.get(workshopId)?.internet.hosting.endSeat(seatId),
    overflows(containerId) {
      for (const { internet } of opened.values()) internet.hosting.overflows(containerId);
    },
    happened(event) {
      if (event.type !== 'died' && event.type !== 'removed') return;
      // What stops because the class is at rest was not powered off by its owner.
      for (const { internet, atRest } of opened.values())
        if (!atRest) internet.hosting.stopped(event.id, event.type === 'removed');
    },
    release() {
      for (const { internet } of opened.values()) internet.release();
    },
  };
}
