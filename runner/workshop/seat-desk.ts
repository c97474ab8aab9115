// What may one seat do? Opens labs on its machines, has steps checked, asks for hints and solutions, starts again.
import type { LabStep } from '../../labs/define-lab.ts';
import type { Lab } from '../labs/load-labs.ts';
import type { Engine } from '../machines/engine.ts';
import type { Pipe } from '../machines/shell.ts';
import type { LabView } from '../protocol/live-frames.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Store } from '../store/store.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { createKeyCarrier, type KeyCarrier } from './carry-keys.ts';
import type { CheckEnd } from './desk.ts';
import { LabProgress } from './lab-progress.ts';
import { lossesOf } from './losses.ts';
import { MAIN_TERMINAL } from './machine.ts';
import type { MachineRoom } from './machine-room.ts';
import { type Checked, OpenLab } from './open-lab.ts';
import { type Clock, patientTimer } from './patient-timer.ts';
import { playSolution } from './play-solution.ts';
import { factsOf, type SeatInternet, seatCounters } from './seat-internet.ts';
import { SeatMachines } from './seat-machines.ts';

/** Milliseconds after a change at a counter when it is looked at again. */
const STIRS_MS = [1_500, 5_000] as const;

/** Further shells end so long after nobody looks any more (F-01), milliseconds. */
const EXTRAS_GRACE_MS = 10 * 60_000;

/** A fresh machine is looked at this often for its prompt, and so many times, milliseconds. */
const PROMPT_EVERY_MS = 500;
const PROMPT_TRIES = 120;

export interface SeatDeskParts {
  seatId: string;
  engine: Engine;
  room: MachineRoom;
  store: Store;
  clock: Clock;
  openChecker: (machine: Checked, kind: 'desktop' | 'server') => Promise<Pipe>;
  /** The seat's place in the small Internet. */
  internet: SeatInternet;
  /** Labs that a lab continues, the lowest first. */
  foundationsOf: (lab: Lab) => Lab[];
  /** Labs that continue it, however far. */
  continuedBy: (lab: Lab) => Lab[];
  changed: (view: LabView) => void;
  checked: (end: CheckEnd) => void;
  failed: (what: string, error: unknown) => void;
}

export class SeatDesk {
  readonly machines: SeatMachines;
  readonly #parts: SeatDeskParts;
  readonly #labs = new Map<string, OpenLab>();
  readonly #keys: KeyCarrier;
  #present = false;
  #ended = false;
  #cancelGrace = () => {};
  #cancelStirs: (() => void)[] = [];
  /** Lab whose solution is being played for one that continues it. */
  #buildUp: string | undefined;

  constructor(parts: SeatDeskParts) {
    this.#parts = parts;
    this.#keys = createKeyCarrier(parts.engine, parts.failed);
    const each = (act: (lab: OpenLab) => void) => this.#labs.forEach(act);
    this.machines = new SeatMachines({
      ...parts,
      changed: (name) => this.#tellMachine(name),
      arrived: (name, machine) => {
        this.#keys.give(name, machine.containerId);
        each((lab) => lab.watch(name, machine));
      },
      left: (name) => each((lab) => lab.unwatch(name)),
      command: (name, { exitCode }) =>
        each((lab) => {
          if (exitCode === undefined) lab.activity(name);
          else lab.commandEnded(name);
          this.#serversToo(lab);
        }),
      activity: (name) =>
        each((lab) => {
          lab.activity(name);
          this.#serversToo(lab);
        }),
    });
  }

  /** Makes sure that the lab's machines exist or are on their way. @throws Refusal `house-full` */
  open(lab: Lab): LabView {
    this.remember(lab);
    for (const [name, spec] of Object.entries(lab.manifest.machines))
      if (spec.kind !== 'server') this.machines.ensure(name, spec);
    // What was done elsewhere ticks by itself.
    for (const base of this.#parts.foundationsOf(lab)) this.remember(base);
    return this.view(lab.id);
  }

  view(labId: string): LabView {
    const open = this.#labs.get(labId);
    if (!open) throw new Refusal('lab-unknown');
    const { playing } = open.progress;
    return {
      lab: labId,
      machines: desktopsOf(open.lab).map((name) => this.machines.view(name)),
      steps: open.progress.views(),
      ...(playing && { playing }),
      own: this.#parts.internet.own(),
      ...this.#lossesView(open.lab),
      ...this.#missingView(open.lab),
    };
  }

  views(): LabView[] {
    return [...this.#labs.keys()].map((id) => this.view(id));
  }

  /**
   * Fresh machines, progress forgotten. What the lab had the seat take goes back, and what was built on it is to be done again; with `keep`, names and
   * servers stay.
   */
  async reset(lab: Lab, keep = false): Promise<LabView> {
    const losses = keep ? undefined : this.#lossesView(lab).losses;
    if (losses) {
      await this.#parts.internet.withdraw(losses);
      for (const other of this.#parts.continuedBy(lab)) this.#forget(other);
    }
    return this.#startAgain(lab);
  }

  async #startAgain(lab: Lab): Promise<LabView> {
    const open = this.remember(lab);
    this.#parts.room.queue.abandon(this.#parts.seatId);
    for (const name of desktopsOf(lab)) {
      const replaced = [...this.machines.ready()].find(([one]) => one === name)?.[1];
      // Servers that stay let in whoever has the keys of this desktop.
      if (replaced && this.#parts.internet.hosts().length > 0)
        await this.#keys.take(name, replaced.containerId);
      await this.machines.remove(name);
    }
    open.startAgain();
    return this.open(lab);
  }

  #forget(lab: Lab): void {
    const open = this.#labs.get(lab.id);
    if (open) {
      open.startAgain();
      this.#tell(lab.id);
    } else this.#parts.store.forgetProgress(this.#parts.seatId, lab.id);
  }

  #lossesView(lab: Lab): Pick<LabView, 'losses'> {
    const { internet, foundationsOf } = this.#parts;
    const bases = foundationsOf(lab).map(({ manifest }) => manifest);
    const losses = lossesOf(lab.manifest, bases, { names: internet.names(), hosts: internet.hosts() });
    return losses ? { losses } : {};
  }

  /**
   * Fresh machines, then the solutions of the steps before this one, typed as soon as there is a prompt; names and servers stay.
   * @throws Refusal `step-unknown`
   */
  async resetTo(lab: Lab, stepId: string): Promise<void> {
    const open = this.remember(lab);
    const before = lab.manifest.steps[lab.manifest.steps.indexOf(open.step(stepId)) - 1];
    await this.#startAgain(lab);
    if (before) this.#solveWhenReady(lab, before.id, PROMPT_TRIES);
  }

  #solveWhenReady(lab: Lab, stepId: string, tries: number): void {
    if (this.#ended || tries === 0) return;
    this.#parts.clock.after(PROMPT_EVERY_MS, () => {
      this.#solveRest(lab, stepId).catch((error: unknown) => {
        if (error instanceof Refusal) this.#solveWhenReady(lab, stepId, tries - 1);
        else this.#parts.failed('reset to a step', error);
      });
    });
  }

  /** What names and servers show to be done is not done again. */
  async #solveRest(lab: Lab, stepId: string): Promise<LabView> {
    const open = this.remember(lab);
    await this.#untouched(lab);
    for (const { id, asksAnswer } of lab.manifest.steps) {
      if (!asksAnswer) await open.checkNow(id).catch(ignoreRefusal);
      if (id === stepId) break;
    }
    return this.solve(lab, stepId);
  }

  startMachine(lab: Lab, name: string): LabView {
    this.remember(lab);
    this.machines.start(name);
    return this.view(lab.id);
  }

  async check(lab: Lab, step: string, answer?: string): Promise<LabView> {
    await this.remember(lab).checkNow(step, answer);
    return this.view(lab.id);
  }

  /** Shows the hint for what is observed now. */
  async hint(lab: Lab, step: string, level: 1 | 2): Promise<LabView> {
    const open = this.remember(lab);
    // A step that asks an answer is looked at when an answer comes, not when a hint is asked.
    if (!open.step(step).asksAnswer) await open.checkNow(step).catch(ignoreRefusal);
    open.progress.show(step, level);
    this.#tell(lab.id);
    return this.view(lab.id);
  }

  /**
   * Types the solution in terminal 1, and those of earlier steps that are not passed: later steps stand on earlier ones.
   * @throws Refusal `terminal-busy` when a program runs there, or a solution is being played
   */
  async solve(lab: Lab, stepId: string): Promise<LabView> {
    const open = this.remember(lab);
    const last = lab.manifest.steps.indexOf(open.step(stepId));
    if (open.progress.playing) throw new Refusal('terminal-busy');
    const steps = lab.manifest.steps.slice(0, last + 1).filter((s) => !open.progress.isPassed(s.id));
    await this.#untouched(lab);
    this.#play(open, steps).catch((error: unknown) => this.#parts.failed('solve', error));
    return this.view(lab.id);
  }

  /**
   * Types the solutions of the labs that this one continues, one lab after the other, as far as they are not done.
   * @throws Refusal `terminal-busy` when a program runs in terminal 1, or a solution is being played
   */
  async buildUp(lab: Lab): Promise<LabView> {
    this.open(lab);
    if (this.#buildUp || [...this.#labs.values()].some((one) => one.progress.playing))
      throw new Refusal('terminal-busy');
    const bases = this.#parts.foundationsOf(lab).map((base) => this.remember(base));
    await this.#untouched(lab);
    const build = async () => {
      for (const base of bases) {
        this.#buildUp = base.lab.id;
        this.#tell(lab.id);
        await this.#play(base, stepsToDo(base));
        // Later labs stand on it: what could not be done ends here, and the page says what is missing.
        if (stepsToDo(base).length > 0) return;
      }
    };
    build()
      .catch((error: unknown) => this.#parts.failed('build up', error))
      .finally(() => {
        this.#buildUp = undefined;
        this.#tell(lab.id);
      });
    return this.view(lab.id);
  }

  /** @throws Refusal `terminal-busy` when a program runs in terminal 1 of a desktop of this lab */
  async #untouched(lab: Lab): Promise<void> {
    for (const name of desktopsOf(lab))
      if (!(await this.machines.terminal(name, MAIN_TERMINAL)).atPrompt) throw new Refusal('terminal-busy');
  }

  #missingView(lab: Lab): Pick<LabView, 'missing' | 'buildUp'> {
    const missing = this.#parts.foundationsOf(lab).filter(({ id, manifest }) => {
      const passed = this.#parts.store.passedSteps(this.#parts.seatId, id).length;
      return passed < manifest.steps.length;
    });
    if (missing.length === 0) return {};
    return { missing: missing.map(({ id }) => id), ...(this.#buildUp && { buildUp: this.#buildUp }) };
  }

  /** Plays steps of a lab; what is checked on a server is typed on the desktop. */
  async #play(open: OpenLab, steps: readonly LabStep[]): Promise<void> {
    const typedOn = (machine: string) =>
      open.kindOf(machine) === 'server' ? (desktopsOf(open.lab)[0] ?? machine) : machine;
    const terminals = new Map<string, Terminal>();
    for (const machine of new Set(steps.map((step) => typedOn(step.machine))))
      terminals.set(machine, await this.machines.terminal(machine, MAIN_TERMINAL));
    await playSolution(
      open,
      steps,
      (machine) => (this.#ended ? undefined : terminals.get(typedOn(machine))),
      () => this.#tell(open.lab.id),
      seatCounters(this.#parts.internet),
    );
  }

  /**
   * Something of the seat changed that no terminal shows: a name, a record, a server. What the small Internet makes of it comes a moment later, so
   * that it is looked at three times.
   */
  stir(): void {
    for (const cancel of this.#cancelStirs) cancel();
    const look = () => {
      for (const lab of this.#labs.values()) {
        this.#followServers(lab);
        lab.stir();
      }
    };
    look();
    for (const id of this.#labs.keys()) this.#tell(id);
    this.#cancelStirs = STIRS_MS.map((ms) => patientTimer(this.#parts.clock, ms, look));
  }

  /** Somebody looks at this seat's page, or nobody does any more. */
  setPresence(present: boolean): void {
    this.#present = present;
    for (const lab of this.#labs.values()) lab.setPresent(present);
    this.#cancelGrace();
    if (!present)
      this.#cancelGrace = patientTimer(this.#parts.clock, EXTRAS_GRACE_MS, () => this.machines.endExtras());
  }

  /** Console of a rented server of this host name; undefined when the seat has none. @throws Refusal */
  console(host: string, terminal: string): Promise<Terminal> | undefined {
    return this.#parts.internet.console(host, terminal);
  }

  /** New check scripts of a lab (an author saved). */
  replaceLab(lab: Lab): void {
    this.#labs.get(lab.id)?.replaceScripts(lab.checks);
  }

  /** Removes everything of the seat. */
  async end(): Promise<void> {
    this.#letGo();
    await this.machines.end();
  }

  /** Lets go of everything without touching any machine (the runner stops). */
  release(): void {
    this.#letGo();
    this.machines.release();
  }

  /** The open lab; opened if it was not, with the progress that is kept, without touching any machine. */
  remember(lab: Lab): OpenLab {
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
      facts: () => factsOf(this.#parts.internet),
      changed: () => this.#tell(lab.id),
      checked: (end) => this.#parts.checked({ lab: lab.id, ...end }),
      broken: (step, why) => this.#parts.failed(`check ${lab.id}/${step}`, why),
    });
    store.rememberOpenedLab(seatId, lab.id);
    this.#labs.set(lab.id, open);
    open.setPresent(this.#present);
    for (const [name, machine] of this.machines.ready()) open.watch(name, machine);
    this.#followServers(open);
    return open;
  }

  /** A deed in a desktop's terminal may be one in a server, over ssh. */
  #serversToo(lab: OpenLab): void {
    for (const name of serversOf(lab.lab)) lab.activity(name);
  }

  /** The lab's servers are the seat's, in the order in which they were rented. */
  #followServers(open: OpenLab): void {
    const running = this.#parts.internet.servers();
    for (const [index, name] of serversOf(open.lab).entries()) {
      const containerId = running[index]?.containerId;
      if (open.watched(name) === containerId) continue;
      if (containerId === undefined) open.unwatch(name);
      else open.watch(name, { containerId, commands: [] });
    }
  }

  #letGo(): void {
    this.#ended = true;
    this.#cancelGrace();
    for (const cancel of this.#cancelStirs) cancel();
    for (const lab of this.#labs.values()) lab.close();
  }

  #tell(labId: string): void {
    if (!this.#ended) this.#parts.changed(this.view(labId));
  }

  #tellMachine(name: string): void {
    for (const [id, open] of this.#labs) if (name in open.lab.manifest.machines) this.#tell(id);
  }
}

const stepsToDo = ({ lab, progress }: OpenLab): LabStep[] =>
  lab.manifest.steps.filter(({ id }) => !progress.isPassed(id));

/** Machines of a lab that are made for it. */
const desktopsOf = (lab: Lab): string[] => namesOfKind(lab, 'desktop');
/** Those that are the seat's rented servers. */
const serversOf = (lab: Lab): string[] => namesOfKind(lab, 'server');

function namesOfKind(lab: Lab, kind: 'desktop' | 'server'): string[] {
  return Object.entries(lab.manifest.machines).flatMap(([name, spec]) => (spec.kind === kind ? [name] : []));
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
