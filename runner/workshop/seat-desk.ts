// What may one seat do? Opens labs on its machines, has steps checked, asks for hints and solutions, starts again.
import type { Lab } from '../labs/load-labs.ts';
import type { Engine } from '../machines/engine.ts';
import type { Pipe } from '../machines/shell.ts';
import type { LabView } from '../protocol/live-frames.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Store } from '../store/store.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { createKeyCarrier, type KeyCarrier } from './carry-keys.ts';
import type { CheckEnd } from './desk.ts';
import { lossesOf } from './losses.ts';
import type { MachineRoom } from './machine-room.ts';
import type { Checked, OpenLab } from './open-lab.ts';
import { type Clock, patientTimer } from './patient-timer.ts';
import type { SeatInternet } from './seat-internet.ts';
import { desktopsOf, SeatLabs } from './seat-labs.ts';
import { SeatMachines } from './seat-machines.ts';
import { ignoreRefusal, SeatSolver } from './seat-solver.ts';

/** Further shells end so long after nobody looks any more (F-01), milliseconds. */
const EXTRAS_GRACE_MS = 10 * 60_000;

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
  readonly #labs: SeatLabs;
  readonly #solver: SeatSolver;
  readonly #keys: KeyCarrier;
  #ended = false;
  #cancelGrace = () => {};

  constructor(parts: SeatDeskParts) {
    this.#parts = parts;
    this.#keys = createKeyCarrier(parts.engine, parts.failed);
    const tell = (labId: string) => this.#tell(labId);
    this.#labs = new SeatLabs({ ...parts, ready: () => this.machines.ready(), tell });
    this.machines = new SeatMachines({
      ...parts,
      changed: (name) => this.#tellMachine(name),
      arrived: (name, machine) => {
        this.#keys.give(name, machine.containerId);
        this.#labs.arrived(name, machine);
      },
      left: (name) => this.#labs.left(name),
      command: (name, { exitCode }) => this.#labs.deed(name, exitCode !== undefined),
      activity: (name) => this.#labs.deed(name, false),
    });
    this.#solver = new SeatSolver({ ...parts, labs: this.#labs, machines: this.machines, tell });
  }

  // ── Labs. ──

  /** Makes sure that the lab's machines exist or are on their way. @throws Refusal `house-full` */
  open(lab: Lab): LabView {
    this.remember(lab);
    for (const [name, spec] of Object.entries(lab.manifest.machines))
      if (spec.kind !== 'server') this.machines.ensure(name, spec);
    // What was done elsewhere ticks by itself.
    for (const base of this.#parts.foundationsOf(lab)) this.remember(base);
    return this.view(lab.id);
  }

  /** The open lab; opened if it was not, without touching any machine. */
  remember(lab: Lab): OpenLab {
    return this.#labs.remember(lab);
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
    return this.#labs.all().map(({ lab }) => this.view(lab.id));
  }

  /** New check scripts of a lab (an author saved). */
  replaceLab(lab: Lab): void {
    this.#labs.get(lab.id)?.replaceScripts(lab.checks);
  }

  // ── Steps. ──

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

  /** Types the solution in terminal 1, with those of earlier steps that are not passed. @throws Refusal `terminal-busy` */
  async solve(lab: Lab, stepId: string): Promise<LabView> {
    await this.#solver.solve(lab, stepId);
    return this.view(lab.id);
  }

  /** Types the solutions of the labs that this one continues, as far as they are not done. @throws Refusal `terminal-busy` */
  async buildUp(lab: Lab): Promise<LabView> {
    this.open(lab);
    await this.#solver.buildUp(lab);
    return this.view(lab.id);
  }

  // ── Starting again. ──

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

  /**
   * Fresh machines, then the solutions of the steps before this one, typed as soon as there is a prompt; names and servers stay.
   * @throws Refusal `step-unknown`
   */
  async resetTo(lab: Lab, stepId: string): Promise<void> {
    const open = this.remember(lab);
    const before = lab.manifest.steps[lab.manifest.steps.indexOf(open.step(stepId)) - 1];
    await this.#startAgain(lab);
    if (before) this.#solver.solveWhenReady(lab, before.id);
  }

  startMachine(lab: Lab, name: string): LabView {
    this.remember(lab);
    this.machines.start(name);
    return this.view(lab.id);
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

  // ── The seat itself. ──

  /** Something of the seat changed that no terminal shows: a name, a record, a server. */
  stir(): void {
    this.#labs.stir();
  }

  /** Somebody looks at this seat's page, or nobody does any more. */
  setPresence(present: boolean): void {
    this.#labs.setPresent(present);
    this.#cancelGrace();
    if (!present)
      this.#cancelGrace = patientTimer(this.#parts.clock, EXTRAS_GRACE_MS, () => this.machines.endExtras());
  }

  /** Console of a rented server of this host name; undefined when the seat has none. @throws Refusal */
  console(host: string, terminal: string): Promise<Terminal> | undefined {
    return this.#parts.internet.console(host, terminal);
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

  #letGo(): void {
    this.#ended = true;
    this.#cancelGrace();
    this.#solver.end();
    this.#labs.close();
  }

  // ── What pages hear. ──

  #lossesView(lab: Lab): Pick<LabView, 'losses'> {
    const { internet, foundationsOf } = this.#parts;
    const bases = foundationsOf(lab).map(({ manifest }) => manifest);
    const losses = lossesOf(lab.manifest, bases, { names: internet.names(), hosts: internet.hosts() });
    return losses ? { losses } : {};
  }

  #missingView(lab: Lab): Pick<LabView, 'missing' | 'buildUp'> {
    const missing = this.#parts.foundationsOf(lab).filter(({ id, manifest }) => {
      const passed = this.#parts.store.passedSteps(this.#parts.seatId, id).length;
      return passed < manifest.steps.length;
    });
    if (missing.length === 0) return {};
    const { buildingUp } = this.#solver;
    return { missing: missing.map(({ id }) => id), ...(buildingUp && { buildUp: buildingUp }) };
  }

  #tell(labId: string): void {
    if (!this.#ended) this.#parts.changed(this.view(labId));
  }

  #tellMachine(name: string): void {
    for (const { lab } of this.#labs.all()) if (name in lab.manifest.machines) this.#tell(lab.id);
  }
}
