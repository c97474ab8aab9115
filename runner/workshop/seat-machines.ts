// What machines does one seat own, and how do they come, stop, come back and go? The labs that use them hear of every change.
import type { LabMachine } from '../../labs/define-lab.ts';
import { type Engine, EngineError } from '../machines/engine.ts';
import type { MachineView } from '../protocol/live-frames.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Store } from '../store/store.ts';
import type { ObservedCommand, Terminal } from '../terminal/terminal.ts';
import { MAIN_TERMINAL, Machine } from './machine.ts';
import type { MachineRoom } from './machine-room.ts';
import { containerOf, machineView, type SeatMachineState } from './seat-machine.ts';
import { stopDesktop } from './stop-desktop.ts';

export interface SeatMachinesParts {
  seatId: string;
  engine: Engine;
  room: MachineRoom;
  store: Store;
  /** The view of this machine changed. */
  changed: (name: string) => void;
  /** This machine is ready: look at what happens in it. */
  arrived: (name: string, machine: Machine) => void;
  /** This machine is gone or off: stop looking. */
  left: (name: string) => void;
  /** A command began or ended in it. */
  command: (name: string, command: ObservedCommand) => void;
  activity: (name: string) => void;
  failed: (what: string, error: unknown) => void;
}

interface Held {
  state: SeatMachineState;
  /** Ids of its further terminals. */
  extra: string[];
}

export class SeatMachines {
  readonly #parts: SeatMachinesParts;
  readonly #held = new Map<string, Held>();
  /** Counts orders and removals per machine: what was ordered before a removal must not settle after it. */
  readonly #orders = new Map<string, number>();
  /** Machines that start again as soon as they are off. */
  readonly #again = new Set<string>();
  /** Containers that are being stopped because they fill the disk. */
  readonly #overflowing = new Set<string>();
  #ended = false;

  constructor(parts: SeatMachinesParts) {
    this.#parts = parts;
  }

  view(name: string): MachineView {
    const held = this.#held.get(name);
    return machineView(name, held?.state ?? { is: 'absent' }, held?.extra ?? []);
  }

  /** Machines to work in now. */
  *ready(): Iterable<[string, Machine]> {
    for (const [name, { state }] of this.#held) if (state.is === 'ready') yield [name, state.machine];
  }

  /** @throws Refusal `machine-not-ready` */
  machine(name: string): Machine {
    const state = this.#held.get(name)?.state;
    if (state?.is !== 'ready') throw new Refusal('machine-not-ready');
    return state.machine;
  }

  /** Takes back a machine that outlived the runner, or notes that it is off. */
  adopt(name: string, containerId: string, running: boolean, extra: readonly string[]): void {
    if (!running) {
      this.#held.set(name, { state: { is: 'off', containerId }, extra: [] });
      return;
    }
    const machine = new Machine(this.#parts.engine, containerId);
    this.#held.set(name, { state: { is: 'ready', machine }, extra: [...extra] });
    this.#settle(name, machine);
  }

  /**
   * Makes sure that the machine exists or is on its way; a machine that is off is started.
   * @throws Refusal `house-full`; `workshop-paused` when there is no machine and the class is put to rest
   */
  ensure(name: string, spec: LabMachine): void {
    const is = this.#held.get(name)?.state.is ?? 'absent';
    const resting = this.#parts.room.asleep;
    if (resting && is === 'off') return;
    if (is === 'off') this.start(name);
    if (is !== 'absent' && is !== 'lost') return;
    if (resting) throw new Refusal('workshop-paused');
    if (!this.#parts.room.canTake(spec)) throw new Refusal('house-full', { retryAfter: 60 });
    this.#held.set(name, { state: { is: 'starting' }, extra: [] });
    const order = this.#newOrder(name);
    void this.#arrive(name, () => this.#acquire(name, spec, order));
  }

  /** Starts a machine that is off; nothing happens in any other state. @throws Refusal `not-found`, `workshop-paused` */
  start(name: string): void {
    const state = this.#held.get(name)?.state;
    if (state === undefined) throw new Refusal('not-found');
    if (state.is !== 'off') return;
    const { room, seatId } = this.#parts;
    if (room.asleep) throw new Refusal('workshop-paused');
    this.#set(name, { is: 'starting' });
    void this.#arrive(name, () => room.restart(seatId, state.containerId), state);
  }

  /** The class goes on: every machine that is off starts again. */
  async wake(): Promise<void> {
    // One that was just arriving when the class went to rest stopped before anybody listened to it.
    for (const [, machine] of [...this.ready()]) {
      const facts = await this.#parts.engine.inspectMachine(machine.containerId);
      if (facts?.state !== 'running') this.stopped(machine.containerId, facts === undefined);
    }
    for (const [name, { state }] of this.#held) if (state.is === 'off') this.start(name);
  }

  /** Stops a machine with everything that runs in it, and starts it again; its files stay. @throws Refusal `machine-not-ready` */
  async restart(name: string): Promise<void> {
    if (this.#held.get(name)?.state.is === 'off') {
      this.start(name);
      return;
    }
    const { containerId } = this.machine(name);
    this.#again.add(name);
    await stopDesktop(this.#parts.engine, containerId).catch((error: unknown) => {
      this.#again.delete(name);
      throw error;
    });
  }

  /** One more terminal; gives its id. @throws Refusal */
  async openTerminal(name: string): Promise<string> {
    const machine = this.machine(name);
    const extra = this.#held.get(name)?.extra ?? [];
    const id = Machine.freeTerminal(extra);
    this.#keepTerminals(name, [...extra, id].sort());
    await machine.terminal(id);
    this.#parts.changed(name);
    return id;
  }

  /** @throws Refusal `not-found`, also for the machine's own terminal, which ends with it */
  async closeTerminal(name: string, id: string): Promise<void> {
    const machine = this.machine(name);
    if (!this.#held.get(name)?.extra.includes(id)) throw new Refusal('not-found');
    this.#dropTerminal(name, id);
    await machine.closeTerminal(id);
  }

  /** @throws Refusal */
  async terminal(name: string, id: string): Promise<Terminal> {
    const machine = this.machine(name);
    if (id !== MAIN_TERMINAL && !this.#held.get(name)?.extra.includes(id)) throw new Refusal('not-found');
    return machine.terminal(id);
  }

  /** Ends every further terminal with what runs in it. */
  endExtras(): void {
    for (const [name, { extra }] of this.#held)
      for (const id of extra)
        void this.closeTerminal(name, id).catch((error: unknown) =>
          this.#parts.failed('close terminal', error),
        );
  }

  /** This container is about to be stopped: it has written more than this computer can give it. */
  overflows(containerId: string): void {
    if ([...this.#held.values()].some(({ state }) => containerOf(state) === containerId))
      this.#overflowing.add(containerId);
  }

  /** The engine says that a container stopped or is gone. */
  stopped(containerId: string, gone: boolean): void {
    for (const [name, { state }] of this.#held) {
      if (containerOf(state) !== containerId || (state.is === 'off' && !gone)) continue;
      if (state.is === 'ready') state.machine.release();
      this.#parts.left(name);
      if (gone) this.#parts.store.dropMachine(containerId);
      else this.#parts.store.setTerminals(containerId, []);
      const full = this.#overflowing.delete(containerId);
      this.#set(name, gone ? { is: 'lost' } : { is: 'off', containerId, ...(full && { full }) });
      if (this.#again.delete(name) && !gone && !this.#parts.room.asleep) this.start(name);
    }
  }

  /** Removes this machine for good. */
  async remove(name: string): Promise<void> {
    const state = this.#held.get(name)?.state;
    this.#held.delete(name);
    this.#newOrder(name);
    this.#parts.left(name);
    if (state?.is === 'ready') state.machine.release();
    const containerId = state && containerOf(state);
    if (containerId !== undefined) await this.#parts.room.discard(containerId);
  }

  /** Leaves the line, too. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#parts.room.queue.abandon(this.#parts.seatId);
    await Promise.all([...this.#held.keys()].map((name) => this.remove(name)));
  }

  /** Lets go of every stream without touching a machine. */
  release(): void {
    this.#ended = true;
    for (const { state } of this.#held.values()) if (state.is === 'ready') state.machine.release();
  }

  #set(name: string, state: SeatMachineState): void {
    const extra = state.is === 'ready' ? (this.#held.get(name)?.extra ?? []) : [];
    this.#held.set(name, { state, extra });
    if (!this.#ended) this.#parts.changed(name);
  }

  #newOrder(name: string): number {
    const order = (this.#orders.get(name) ?? 0) + 1;
    this.#orders.set(name, order);
    return order;
  }

  async #acquire(name: string, spec: LabMachine, order: number): Promise<Machine | undefined> {
    const { room, seatId, store } = this.#parts;
    const current = () => this.#orders.get(name) === order;
    const machine = await room.acquire(seatId, spec, (position) => {
      if (current()) this.#set(name, position > 0 ? { is: 'queued', position } : { is: 'starting' });
    });
    // The seat ended, or asked for a fresh machine, while this one was on its way.
    if (machine && (this.#ended || !current())) {
      await room.discard(machine.containerId);
      return undefined;
    }
    if (machine) store.assignMachine(machine.containerId, seatId, name);
    return machine;
  }

  /** `otherwise`: what the machine is when it does not come and is not gone. */
  async #arrive(
    name: string,
    bring: () => Promise<Machine | undefined>,
    otherwise: SeatMachineState = { is: 'lost' },
  ): Promise<void> {
    try {
      const machine = await bring();
      if (!machine || this.#ended) return;
      this.#settle(name, machine);
      this.#set(name, { is: 'ready', machine });
    } catch (error) {
      if (!(error instanceof Refusal)) this.#parts.failed('machine', error);
      const gone = error instanceof EngineError && error.kind === 'missing';
      // A class that went to rest meanwhile: what never was is not lost.
      const never = otherwise.is === 'lost' && error instanceof Refusal && error.code === 'workshop-paused';
      this.#set(name, gone ? { is: 'lost' } : never ? { is: 'absent' } : otherwise);
    }
  }

  /** Listens to a machine that is now this seat's. */
  #settle(name: string, machine: Machine): void {
    machine.listen({
      command: (command) => this.#parts.command(name, command),
      activity: () => this.#parts.activity(name),
      terminalEnded: (terminal) => this.#dropTerminal(name, terminal),
      stopped: () => this.stopped(machine.containerId, false),
    });
    this.#parts.arrived(name, machine);
  }

  #keepTerminals(name: string, extra: string[]): void {
    const held = this.#held.get(name);
    if (!held) return;
    held.extra = extra;
    const containerId = containerOf(held.state);
    if (containerId !== undefined) this.#parts.store.setTerminals(containerId, extra);
  }

  #dropTerminal(name: string, id: string): void {
    const extra = this.#held.get(name)?.extra ?? [];
    if (!extra.includes(id)) return;
    this.#keepTerminals(
      name,
      extra.filter((one) => one !== id),
    );
    this.#parts.changed(name);
  }
}
