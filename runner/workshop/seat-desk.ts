// What does one seat hold? Its machines, the labs it has opened on them, and whether somebody looks.
import type { Lab } from '../labs/load-labs.ts';
import { PlayError, playActions } from '../labs/play.ts';
import { terminalKeyboard } from '../labs/terminal-keyboard.ts';
import type { Engine } from '../machines/engine.ts';
import type { Pipe } from '../machines/shell.ts';
import type { LabView } from '../protocol/live-frames.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Store } from '../store/store.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { LabProgress } from './lab-progress.ts';
import { MAIN_TERMINAL, Machine } from './machine.ts';
import type { MachineRoom } from './machine-room.ts';
import { OpenLab } from './open-lab.ts';
import { type Clock, patientTimer } from './patient-timer.ts';
import { machineView, type SeatMachineState } from './seat-machine.ts';

/** Further shells end so long after nobody looks any more (F-01), milliseconds. */
const EXTRAS_GRACE_MS = 10 * 60_000;

/** « Faire à ma place » types like somebody quick, so that it can be followed; milliseconds per key. */
const KEY_DELAY_MS = 35;

const CTRL_E_CTRL_U = Buffer.from([0x05, 0x15]);

export interface SeatDeskParts {
  seatId: string;
  engine: Engine;
  room: MachineRoom;
  store: Store;
  clock: Clock;
  openChecker: (machine: Machine) => Promise<Pipe>;
  changed: (view: LabView) => void;
  failed: (what: string, error: unknown) => void;
}

interface Held {
  state: SeatMachineState;
  extra: string[];
}

export class SeatDesk {
  readonly #parts: SeatDeskParts;
  readonly #machines = new Map<string, Held>();
  readonly #labs = new Map<string, OpenLab>();
  #present = false;
  #ended = false;
  #cancelGrace = () => {};

  constructor(parts: SeatDeskParts) {
    this.#parts = parts;
  }

  /** Takes back a machine that outlived the runner, or notes that it is off. */
  adopt(name: string, containerId: string, running: boolean, extra: readonly string[]): void {
    const state: SeatMachineState = running
      ? { is: 'ready', machine: new Machine(this.#parts.engine, containerId) }
      : { is: 'off', containerId };
    this.#machines.set(name, { state, extra: running ? [...extra] : [] });
    if (state.is === 'ready') this.#settle(name, state.machine);
  }

  /** Makes sure that the lab's machines exist or are on their way. */
  open(lab: Lab): LabView {
    const open = this.#openLab(lab);
    for (const name of Object.keys(lab.manifest.machines)) {
      const is = this.#machines.get(name)?.state.is ?? 'absent';
      if (is === 'absent' || is === 'lost') void this.#bring(name, lab);
      else if (is === 'off') void this.#restart(name);
    }
    return this.view(open.lab.id);
  }

  /** Notes that this lab was opened before (a restart forgot it), so that its progress can be seen. */
  remember(lab: Lab): void {
    this.#openLab(lab);
  }

  view(labId: string): LabView {
    const open = this.#labs.get(labId);
    if (!open) throw new Refusal('lab-unknown');
    const machines = Object.keys(open.lab.manifest.machines).map((name) => {
      const held = this.#machines.get(name);
      return machineView(name, held?.state ?? { is: 'absent' }, held?.extra ?? []);
    });
    const playing = open.progress.playing;
    return { lab: labId, machines, steps: open.progress.views(), ...(playing && { playing }) };
  }

  views(): LabView[] {
    return [...this.#labs.keys()].map((id) => this.view(id));
  }

  /** Fresh machines, progress forgotten. */
  async reset(lab: Lab): Promise<LabView> {
    const open = this.#openLab(lab);
    this.#parts.room.queue.abandon(this.#parts.seatId);
    for (const name of Object.keys(lab.manifest.machines)) await this.#remove(name);
    open.progress.startAgain();
    return this.open(lab);
  }

  startMachine(lab: Lab, name: string): LabView {
    this.#openLab(lab);
    const is = this.#machines.get(name)?.state.is;
    if (is === undefined) throw new Refusal('not-found');
    if (is === 'off') void this.#restart(name);
    return this.view(lab.id);
  }

  async check(lab: Lab, step: string, answer?: string): Promise<LabView> {
    await this.#openLab(lab).checkNow(step, answer);
    return this.view(lab.id);
  }

  async hint(lab: Lab, step: string, level: 1 | 2): Promise<LabView> {
    const open = this.#openLab(lab);
    // A step that asks an answer is looked at when an answer comes, not when a hint is asked.
    if (!open.step(step).asksAnswer) await open.checkNow(step).catch(ignoreUnready);
    open.progress.show(step, level);
    this.#tell(lab.id);
    return this.view(lab.id);
  }

  /** Types the solution in terminal 1, and those of earlier steps that are not passed: later steps stand on earlier ones. */
  async solve(lab: Lab, stepId: string): Promise<LabView> {
    const open = this.#openLab(lab);
    const last = lab.manifest.steps.indexOf(open.step(stepId));
    if (open.progress.playing) throw new Refusal('terminal-busy');
    const steps = lab.manifest.steps.slice(0, last + 1).filter((s) => !open.progress.isPassed(s.id));
    const terminals = new Map<string, Terminal>();
    for (const { machine } of steps) {
      const terminal = await this.#ready(machine).terminal(MAIN_TERMINAL);
      if (!terminal.atPrompt) throw new Refusal('terminal-busy');
      terminals.set(machine, terminal);
    }
    void this.#play(open, steps, terminals);
    return this.view(lab.id);
  }

  async openTerminal(name: string): Promise<string> {
    const machine = this.#ready(name);
    const held = this.#machines.get(name);
    if (!held) throw new Refusal('machine-not-ready');
    const id = Machine.freeTerminal(held.extra);
    held.extra = [...held.extra, id].sort();
    this.#parts.store.setTerminals(machine.containerId, held.extra);
    await machine.terminal(id);
    this.#tellMachine(name);
    return id;
  }

  async closeTerminal(name: string, id: string): Promise<void> {
    const machine = this.#ready(name);
    if (id === MAIN_TERMINAL || !this.#machines.get(name)?.extra.includes(id)) throw new Refusal('not-found');
    this.#dropTerminal(name, id);
    await machine.closeTerminal(id);
  }

  async terminal(name: string, id: string): Promise<Terminal> {
    const machine = this.#ready(name);
    if (id !== MAIN_TERMINAL && !this.#machines.get(name)?.extra.includes(id)) throw new Refusal('not-found');
    return machine.terminal(id);
  }

  setPresence(present: boolean): void {
    this.#present = present;
    for (const lab of this.#labs.values()) lab.setPresent(present);
    this.#cancelGrace();
    if (!present)
      this.#cancelGrace = patientTimer(this.#parts.clock, EXTRAS_GRACE_MS, () => this.#endExtras());
  }

  /** The engine says that a container of ours stopped or is gone. */
  stopped(containerId: string, gone: boolean): void {
    for (const [name, held] of this.#machines) {
      if (containerOf(held.state) !== containerId || (held.state.is === 'off' && !gone)) continue;
      if (held.state.is === 'ready') held.state.machine.release();
      held.state = gone ? { is: 'lost' } : { is: 'off', containerId };
      held.extra = [];
      if (gone) this.#parts.store.dropMachine(containerId);
      else this.#parts.store.setTerminals(containerId, []);
      for (const lab of this.#labs.values()) lab.unwatch(name);
      this.#tellMachine(name);
    }
  }

  /** New check scripts or words of a lab (an author saved). */
  replaceLab(lab: Lab): void {
    this.#labs.get(lab.id)?.replaceScripts(lab.checks);
  }

  async end(): Promise<void> {
    this.#ended = true;
    this.#cancelGrace();
    this.#parts.room.queue.abandon(this.#parts.seatId);
    for (const lab of this.#labs.values()) lab.close();
    await Promise.all([...this.#machines.keys()].map((name) => this.#remove(name)));
  }

  /** Lets go of everything without touching any machine (the runner stops). */
  release(): void {
    this.#ended = true;
    this.#cancelGrace();
    for (const lab of this.#labs.values()) lab.close();
    for (const { state } of this.#machines.values()) if (state.is === 'ready') state.machine.release();
  }

  #openLab(lab: Lab): OpenLab {
    const known = this.#labs.get(lab.id);
    if (known) return known;
    const { seatId, store } = this.#parts;
    const progress = new LabProgress(lab.manifest, {
      passed: () => store.passedSteps(seatId, lab.id),
      pass: (step, by) => store.passStep(seatId, lab.id, step, by),
      forget: () => store.forgetProgress(seatId, lab.id),
    });
    const open = new OpenLab({
      lab,
      progress,
      openChecker: this.#parts.openChecker,
      changed: () => this.#tell(lab.id),
      broken: (step, why) => this.#parts.failed(`check ${lab.id}/${step}`, why),
    });
    store.rememberOpenedLab(seatId, lab.id);
    this.#labs.set(lab.id, open);
    open.setPresent(this.#present);
    for (const [name, { state }] of this.#machines) if (state.is === 'ready') open.watch(name, state.machine);
    return open;
  }

  #ready(name: string): Machine {
    const state = this.#machines.get(name)?.state;
    if (state?.is !== 'ready') throw new Refusal('machine-not-ready');
    return state.machine;
  }

  #set(name: string, state: SeatMachineState): void {
    this.#machines.set(name, {
      state,
      extra: state.is === 'ready' ? (this.#machines.get(name)?.extra ?? []) : [],
    });
    this.#tellMachine(name);
  }

  async #bring(name: string, lab: Lab): Promise<void> {
    const spec = lab.manifest.machines[name];
    if (!spec) return;
    const { room, seatId, store, failed } = this.#parts;
    this.#machines.set(name, { state: { is: 'starting' }, extra: [] });
    try {
      const machine = await room.acquire(seatId, spec, (position) =>
        this.#set(name, position > 0 ? { is: 'queued', position } : { is: 'starting' }),
      );
      if (!machine) return;
      if (this.#ended) return await room.discard(machine.containerId);
      store.assignMachine(machine.containerId, seatId, name);
      this.#settle(name, machine);
      this.#set(name, { is: 'ready', machine });
    } catch (error) {
      if (!(error instanceof Refusal)) failed('bring', error);
      this.#set(name, { is: 'lost' });
    }
  }

  async #restart(name: string): Promise<void> {
    const held = this.#machines.get(name);
    if (held?.state.is !== 'off') return;
    const { containerId } = held.state;
    this.#set(name, { is: 'starting' });
    try {
      const machine = await this.#parts.room.restart(containerId);
      this.#settle(name, machine);
      this.#set(name, { is: 'ready', machine });
    } catch (error) {
      this.#parts.failed('restart', error);
      this.#set(name, { is: 'lost' });
    }
  }

  /** Listens to a machine that is now this seat's. */
  #settle(name: string, machine: Machine): void {
    machine.listen({
      command: (command) => {
        for (const lab of this.#labs.values())
          if (command.exitCode === undefined) lab.activity(name);
          else lab.commandEnded(name);
      },
      activity: () => {
        for (const lab of this.#labs.values()) lab.activity(name);
      },
      terminalEnded: (terminal) => this.#dropTerminal(name, terminal),
      stopped: () => this.stopped(machine.containerId, false),
    });
    for (const lab of this.#labs.values()) lab.watch(name, machine);
  }

  async #play(
    open: OpenLab,
    steps: readonly Lab['manifest']['steps'][number][],
    terminals: ReadonlyMap<string, Terminal>,
  ): Promise<void> {
    try {
      for (const step of steps) {
        const terminal = terminals.get(step.machine);
        if (!terminal || this.#ended) return;
        open.progress.playing = step.id;
        this.#tell(open.lab.id);
        // Whatever was half typed goes away first.
        terminal.type(CTRL_E_CTRL_U);
        const keyboard = terminalKeyboard(terminal, (text) => open.checkNow(step.id, text));
        await playActions(step.solution, keyboard, { keyDelayMs: KEY_DELAY_MS });
        if (!step.asksAnswer) await open.checkNow(step.id);
      }
    } catch (error) {
      if (!(error instanceof PlayError) && !(error instanceof Refusal)) this.#parts.failed('solve', error);
    } finally {
      open.progress.playing = undefined;
      this.#tell(open.lab.id);
    }
  }

  #dropTerminal(name: string, id: string): void {
    const held = this.#machines.get(name);
    if (!held?.extra.includes(id)) return;
    held.extra = held.extra.filter((one) => one !== id);
    if (held.state.is === 'ready') this.#parts.store.setTerminals(held.state.machine.containerId, held.extra);
    this.#tellMachine(name);
  }

  #endExtras(): void {
    for (const [name, held] of this.#machines)
      for (const id of held.extra)
        void this.closeTerminal(name, id).catch((error: unknown) =>
          this.#parts.failed('close terminal', error),
        );
  }

  async #remove(name: string): Promise<void> {
    const state = this.#machines.get(name)?.state;
    for (const lab of this.#labs.values()) lab.unwatch(name);
    this.#machines.set(name, { state: { is: 'absent' }, extra: [] });
    if (state?.is === 'ready') {
      state.machine.release();
      await this.#parts.room.discard(state.machine.containerId);
    } else if (state?.is === 'off') await this.#parts.room.discard(state.containerId);
  }

  #tell(labId: string): void {
    if (!this.#ended) this.#parts.changed(this.view(labId));
  }

  #tellMachine(name: string): void {
    for (const [id, open] of this.#labs) if (name in open.lab.manifest.machines) this.#tell(id);
  }
}

function containerOf(state: SeatMachineState): string | undefined {
  if (state.is === 'ready') return state.machine.containerId;
  return state.is === 'off' ? state.containerId : undefined;
}

function ignoreUnready(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
