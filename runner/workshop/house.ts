// What does an open workshop own? A network of its own, proved closed, and a room where its machines are made; all of it goes when the workshop ends.
import type { LabMachine } from '../../labs/define-lab.ts';
import type { Engine } from '../machines/engine.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Store, Workshop } from '../store/store.ts';
import type { Machine } from './machine.ts';
import { createMachineRoom, type MachineRoom } from './machine-room.ts';
import type { WorkshopNetwork } from './workshop-network.ts';

export interface HouseParts {
  engine: Engine;
  store: Store;
  /** The workshop's network, made if it does not exist. */
  network: (workshopId: string) => Promise<WorkshopNetwork>;
  /** Creates (does not start) one container on that network; gives its id. */
  create: (workshop: Workshop, network: WorkshopNetwork, machine: LabMachine) => Promise<string>;
  /** Tries to leave the network from a machine on it; gives what it found open, as sentences for the log. */
  probe: (containerId: string, network: WorkshopNetwork) => Promise<string[]>;
  /** Machines that should wait in the pool. */
  warm: number;
  fits: () => boolean;
  /** A machine has its first prompt: what it must know of the place where it stands is told to it. */
  introduce: (workshopId: string, containerId: string) => Promise<void>;
  /** The workshop's network is there: what shares it may come, or, while the class is put to rest, be known without running. */
  opened: (workshop: Workshop, network: WorkshopNetwork, asleep: boolean) => void;
  /** Stops every machine of a workshop that is put to rest. Never rejects. */
  rest: (workshopId: string) => Promise<void>;
  /** The workshop ends: what shares its network must go before the network can. */
  closing: (workshopId: string) => Promise<void>;
  failed: (what: string, error: unknown) => void;
}

/**
 * `unsafe`: the probe found a way out of the network; no machine is given to anybody. `stopping`, `asleep`: the class is put to rest, its machines
 * are about to be off, or are.
 */
export type HouseState = 'opening' | 'open' | 'stopping' | 'asleep' | 'unsafe' | 'failed';

export interface House {
  /** Brings up what a workshop needs; resolves when it is open or known not to be. Never rejects: see `state`. */
  open(workshop: Workshop): Promise<HouseState>;
  /** A start of the runner while a class is put to rest: knows its machines, starts none. Never rejects. */
  stayAsleep(workshop: Workshop): Promise<void>;
  /**
   * Puts a class to rest: from now on nothing is started; resolves when every machine is off.
   * @throws Refusal at once, `engine-down`, while the house opens or when it is not safe
   */
  sleep(workshopId: string): Promise<void>;
  state(workshopId: string): HouseState | undefined;
  /** Also of a class that is put to rest. @throws Refusal `house-opening`, `engine-down` when the workshop's house is not open, `workshop-ended` when it has none. */
  roomOf(workshopId: string): MachineRoom;
  /** So many machines should wait in the pool of a workshop, as far as seats are left. */
  warm(workshopId: string, machines: number): void;
  /** Machines that wait, of those wanted. */
  warmth(workshopId: string): { ready: number; wanted: number } | undefined;
  /** Removes every machine and the network of a workshop. */
  close(workshopId: string): Promise<void>;
  /** A container stopped: if it waited in a pool, it is replaced. */
  stopped(containerId: string): void;
  /** Images changed: machines that wait are made anew; those that somebody has stay as they are. */
  renew(): void;
}

interface Rooms {
  state: HouseState;
  room: MachineRoom;
  network: WorkshopNetwork | undefined;
  /** The last putting to rest: what wakes a class waits for its end. */
  resting?: Promise<void>;
  /** The last opening: what closes the house waits for its end, for it may just be making a machine. */
  opening?: Promise<HouseState>;
}

const isAsleep = (state: HouseState | undefined): boolean => state === 'stopping' || state === 'asleep';

/** Removed at once when a workshop ends (F-40). */
const REMOVALS_TOGETHER = 8;

export function createHouse(parts: HouseParts): House {
  const { engine, store, failed } = parts;
  const houses = new Map<string, Rooms>();
  const wanted = new Map<string, number>();
  const wantedFor = (workshop: Workshop): number =>
    Math.max(
      0,
      Math.min(wanted.get(workshop.id) ?? parts.warm, workshop.seats - store.countSeats(workshop.id)),
    );

  function roomFor(workshop: Workshop): MachineRoom {
    return createMachineRoom({
      engine,
      async create(machine) {
        const network = houses.get(workshop.id)?.network ?? (await parts.network(workshop.id));
        const containerId = await parts.create(workshop, network, machine);
        store.addMachine({ containerId, workshopId: workshop.id, kind: machine.kind, name: machine.kind });
        return containerId;
      },
      forget: (containerId) => store.dropMachine(containerId),
      introduce: (containerId) => parts.introduce(workshop.id, containerId),
      warm: () => (houses.get(workshop.id)?.state === 'open' ? wantedFor(workshop) : 0),
      fits: parts.fits,
      asleep: () => !houses.has(workshop.id) || isAsleep(houses.get(workshop.id)?.state),
      failed,
    });
  }

  /** Machines that wait for nobody in particular hold nothing to keep. */
  async function drainPool({ pool, discard }: MachineRoom): Promise<void> {
    for (const machine of await pool.drain()) {
      machine.release();
      await discard(machine.containerId).catch((error: unknown) => failed('pool at rest', error));
    }
  }

  const fresh = (workshop: Workshop): Rooms => ({
    state: 'opening',
    room: roomFor(workshop),
    network: undefined,
  });

  /** The first machine of a workshop tries to get out before anybody is let in. */
  async function prove(rooms: Rooms): Promise<HouseState> {
    const { room, network } = rooms;
    if (!network) return 'failed';
    const machine = await room.acquire('probe', { kind: 'desktop' }, () => {});
    if (!machine) return 'failed';
    const findings = await parts.probe(machine.containerId, network);
    for (const finding of findings) failed('isolation', finding);
    if (findings.length === 0) {
      room.pool.add(machine);
      return 'open';
    }
    await room.discard(machine.containerId);
    return 'unsafe';
  }

  async function bringUp(workshop: Workshop, rooms: Rooms): Promise<HouseState> {
    rooms.state = 'opening';
    try {
      rooms.network = await parts.network(workshop.id);
      parts.opened(workshop, rooms.network, false);
      rooms.state = await prove(rooms);
      rooms.room.pool.refill();
    } catch (error) {
      rooms.state = 'failed';
      // The séance ended meanwhile: that nothing more is made for it is as it should be.
      if (houses.has(workshop.id)) failed('open workshop', error);
    }
    return rooms.state;
  }

  function throwAway(room: MachineRoom, machine: Machine): void {
    machine.release();
    room.discard(machine.containerId).catch((error: unknown) => failed('discard', error));
  }

  return {
    async open(workshop) {
      // Seats that were put to rest go on with the room that they know.
      const rooms: Rooms = houses.get(workshop.id) ?? fresh(workshop);
      houses.set(workshop.id, rooms);
      await rooms.resting;
      if (houses.get(workshop.id) !== rooms) return 'failed';
      rooms.opening = bringUp(workshop, rooms);
      return rooms.opening;
    },
    async stayAsleep(workshop) {
      const rooms: Rooms = { ...fresh(workshop), state: 'stopping' };
      houses.set(workshop.id, rooms);
      try {
        rooms.network = await parts.network(workshop.id);
        parts.opened(workshop, rooms.network, true);
      } catch (error) {
        failed('workshop at rest', error);
      }
      rooms.resting = parts.rest(workshop.id);
      await rooms.resting;
      rooms.state = 'asleep';
    },
    async sleep(workshopId) {
      const rooms = houses.get(workshopId);
      if (!rooms || !['open', 'failed'].includes(rooms.state))
        throw new Refusal('engine-down', { retryAfter: 5, detail: rooms?.state ?? 'no house' });
      rooms.state = 'stopping';
      rooms.resting = drainPool(rooms.room).then(() => parts.rest(workshopId));
      await rooms.resting;
      rooms.state = 'asleep';
    },
    state: (workshopId) => houses.get(workshopId)?.state,
    warm(workshopId, machines) {
      wanted.set(workshopId, machines);
      houses.get(workshopId)?.room.pool.refill();
    },
    warmth(workshopId) {
      const rooms = houses.get(workshopId);
      const workshop = store.getWorkshop(workshopId);
      return rooms && workshop && { ready: rooms.room.pool.size, wanted: wantedFor(workshop) };
    },
    roomOf(workshopId) {
      const rooms = houses.get(workshopId);
      if (!rooms) throw new Refusal('workshop-ended');
      if (rooms.state === 'opening') throw new Refusal('house-opening', { retryAfter: 5 });
      if (rooms.state !== 'open' && !isAsleep(rooms.state))
        throw new Refusal('engine-down', { retryAfter: 5, detail: rooms.state });
      return rooms.room;
    },
    async close(workshopId) {
      const rooms = houses.get(workshopId);
      houses.delete(workshopId);
      wanted.delete(workshopId);
      await rooms?.opening;
      if (rooms) for (const machine of await rooms.room.pool.close()) machine.release();
      await parts.closing(workshopId);
      const ids = store.allMachines().filter((m) => m.workshopId === workshopId);
      for (let i = 0; i < ids.length; i += REMOVALS_TOGETHER)
        await Promise.all(
          ids.slice(i, i + REMOVALS_TOGETHER).map(async ({ containerId }) => {
            await engine.removeMachine(containerId);
            store.dropMachine(containerId);
          }),
        );
      if (rooms?.network) await engine.removeNetwork(rooms.network.id);
    },
    stopped(containerId) {
      for (const { room } of houses.values()) {
        const machine = room.pool.drop(containerId);
        if (!machine) continue;
        throwAway(room, machine);
        room.pool.refill();
      }
    },
    renew() {
      for (const { room } of houses.values()) room.pool.renew((machine) => throwAway(room, machine));
    },
  };
}
