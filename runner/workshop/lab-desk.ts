// Who stands behind the desk? Finds the seat and the lab that a request names, and hands over; after a restart, gives everybody their machines back.

import type { Internets } from '../internet/internets.ts';
import { foundationsOf } from '../labs/foundations.ts';
import type { Lab } from '../labs/load-labs.ts';
import type { Engine, MachineFacts } from '../machines/engine.ts';
import type { Pipe } from '../machines/shell.ts';
import type { LabView } from '../protocol/live-frames.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Store, StoredMachine } from '../store/store.ts';
import type { CheckEnd, Desk } from './desk.ts';
import { Machine } from './machine.ts';
import type { MachineRoom } from './machine-room.ts';
import type { Checked } from './open-lab.ts';
import type { Clock } from './patient-timer.ts';
import { SeatDesk } from './seat-desk.ts';
import { seatInternet } from './seat-internet.ts';

export interface LabDeskParts {
  engine: Engine;
  store: Store;
  /** The machine room of a workshop. @throws Refusal `workshop-ended`. */
  roomOf: (workshopId: string) => MachineRoom;
  labs: () => ReadonlyMap<string, Lab>;
  clock: Clock;
  openChecker: (machine: Checked, kind: 'desktop' | 'server') => Promise<Pipe>;
  /** Absent where there is no small Internet. */
  internets?: Internets | undefined;
  failed: (what: string, error: unknown) => void;
}

export interface LabDesk extends Desk {
  /** Matches the store's `rows` with the engine after a start: machines that live are taken back, rows of machines that are gone are dropped. */
  adopt(rows: readonly StoredMachine[], machines: readonly MachineFacts[]): void;
  /** A class that was put to rest goes on: its machines start again, first of those whose page is open. */
  wake(workshopId: string): void;
  /** A machine is about to be stopped because it fills the disk: whoever has it reads why. */
  overflows(containerId: string): void;
  /** An author saved a lab. */
  replaceLab(lab: Lab): void;
  /** Lets go of everything without touching a machine. */
  release(): void;
}

export function createLabDesk(parts: LabDeskParts): LabDesk {
  const { engine, store, roomOf, labs, failed } = parts;
  const seats = new Map<string, SeatDesk>();
  /** Seats that somebody looks at, also before their desk exists (a page may come back before its machines do). */
  const present = new Set<string>();
  const listeners = new Set<(seatId: string, view: LabView) => void>();
  const checkListeners = new Set<(seatId: string, checked: CheckEnd) => void>();

  function seatDesk(seatId: string): SeatDesk {
    const known = seats.get(seatId);
    if (known) return known;
    const seat = store.getSeat(seatId);
    if (!seat) throw new Refusal('not-joined');
    const desk = new SeatDesk({
      ...parts,
      seatId,
      room: roomOf(seat.workshopId),
      foundationsOf: (one) => foundationsOf(one, labs()),
      continuedBy: (one) =>
        [...labs().values()].filter((other) => foundationsOf(other, labs()).includes(one)),
      internet: seatInternet(parts.internets, seat.workshopId, { seatId, pseudonym: seat.pseudonym }),
      changed: (view) => {
        for (const listener of listeners) listener(seatId, view);
      },
      checked: (end) => {
        for (const listener of checkListeners) listener(seatId, end);
      },
    });
    desk.setPresence(present.has(seatId));
    seats.set(seatId, desk);
    return desk;
  }

  function lab(id: string): Lab {
    const found = labs().get(id);
    if (!found) throw new Refusal('lab-unknown');
    return found;
  }

  function adoptOne(row: StoredMachine, facts: MachineFacts): void {
    if (row.seatId !== undefined) {
      seatDesk(row.seatId).machines.adopt(
        row.name,
        row.containerId,
        facts.state === 'running',
        row.terminals,
      );
    } else if (facts.state === 'running') {
      const machine = new Machine(engine, row.containerId);
      machine.attach(true).then(
        () => roomOf(row.workshopId).pool.add(machine),
        (error: unknown) => failed('adopt', error),
      );
    } else
      roomOf(row.workshopId)
        .discard(row.containerId)
        .catch((error: unknown) => failed('discard', error));
  }

  engine.watch((event) => {
    if (event.type !== 'died' && event.type !== 'removed') return;
    for (const desk of seats.values()) desk.machines.stopped(event.id, event.type === 'removed');
  });

  return {
    open: async (seatId, labId) => seatDesk(seatId).open(lab(labId)),
    view(seatId, labId) {
      const wanted = lab(labId);
      // Opened before a restart of the runner: looking at it brings it back.
      if (!store.openedLabs(seatId).includes(labId)) throw new Refusal('lab-unknown');
      return seatDesk(seatId).open(wanted);
    },
    buildUp: async (seatId, labId) => seatDesk(seatId).buildUp(lab(labId)),
    reset: async (seatId, labId, keep) => seatDesk(seatId).reset(lab(labId), keep),
    startMachine: async (seatId, labId, machine) => seatDesk(seatId).startMachine(lab(labId), machine),
    restartMachine: (seatId, machine) => seatDesk(seatId).machines.restart(machine),
    resetTo: (seatId, labId, step) => seatDesk(seatId).resetTo(lab(labId), step),
    check: (seatId, labId, step) => seatDesk(seatId).check(lab(labId), step),
    answer: (seatId, labId, step, answer) => seatDesk(seatId).check(lab(labId), step, answer),
    hint: (seatId, labId, step, level) => seatDesk(seatId).hint(lab(labId), step, level),
    solve: (seatId, labId, step) => seatDesk(seatId).solve(lab(labId), step),
    openTerminal: (seatId, machine) => seatDesk(seatId).machines.openTerminal(machine),
    closeTerminal: (seatId, machine, terminal) => seatDesk(seatId).machines.closeTerminal(machine, terminal),
    async terminal(seatId, machine, terminal) {
      const desk = seatDesk(seatId);
      // A rented server's console stands beside the lab's machines, under its host name.
      return desk.console(machine, terminal) ?? desk.machines.terminal(machine, terminal);
    },
    stir: (seatId) => seats.get(seatId)?.stir(),
    views: (seatId) => {
      const desk = seatDesk(seatId);
      for (const id of store.openedLabs(seatId)) if (labs().has(id)) desk.remember(lab(id));
      return desk.views();
    },
    onChange: (listener) => void listeners.add(listener),
    onChecked: (listener) => void checkListeners.add(listener),
    setPresence(seatId, here) {
      if (here) present.add(seatId);
      else present.delete(seatId);
      seats.get(seatId)?.setPresence(here);
    },
    async endSeat(seatId) {
      const desk = seats.get(seatId);
      seats.delete(seatId);
      // Asked first: a seat that is removed has no row a moment later.
      const workshopId = store.getSeat(seatId)?.workshopId;
      await desk?.end();
      if (workshopId !== undefined) await parts.internets?.endSeat(workshopId, seatId);
    },
    adopt(rows, machines) {
      const alive = new Map(machines.map((m) => [m.id, m]));
      for (const row of rows) {
        const facts = alive.get(row.containerId);
        if (facts && facts.state !== 'dead') adoptOne(row, facts);
        else store.dropMachine(row.containerId);
      }
    },
    wake(workshopId) {
      const ids = store.seatsOf(workshopId).map(({ id }) => id);
      const inOrder = [...ids.filter((id) => present.has(id)), ...ids.filter((id) => !present.has(id))];
      for (const id of inOrder)
        seats
          .get(id)
          ?.machines.wake()
          .catch((error: unknown) => failed('wake', error));
    },
    overflows(containerId) {
      for (const desk of seats.values()) desk.machines.overflows(containerId);
    },
    replaceLab(changed) {
      for (const desk of seats.values()) desk.replaceLab(changed);
    },
    release() {
      for (const desk of seats.values()) desk.release();
    },
  };
}
