// What happens while a seat works on one lab? Checks follow the deeds in its machine, steps tick, hints follow, and the solution can be played.
import { type LabStep, NO_SERVER } from '../../labs/define-lab.ts';
import { type CheckLoop, createCheckLoop } from '../checks/check-loop.ts';
import { Checker } from '../checks/checker.ts';
import type { Verdict } from '../checks/read-verdict.ts';
import type { Lab } from '../labs/load-labs.ts';
import type { Pipe } from '../machines/shell.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { ObservedCommand } from '../terminal/observed-commands.ts';
import type { CheckEnd } from './desk.ts';
import type { LabProgress } from './lab-progress.ts';

export interface OpenLabParts {
  lab: Lab;
  progress: LabProgress;
  /** Opens the checker's program in a machine: as root in a server, as the trainee in a desktop. */
  openChecker: (machine: Checked, kind: 'desktop' | 'server') => Promise<Pipe>;
  /** What checks may know of the seat. */
  facts: () => Readonly<Record<string, string>>;
  changed: () => void;
  /** A check ended after a deed, or because it was asked for. */
  checked: (end: Omit<CheckEnd, 'lab'>) => void;
  /** A check that is itself broken: for the log, never for the trainee. */
  broken: (step: string, why: string) => void;
}

/** What a check looks at. */
export interface Checked {
  readonly containerId: string;
  /** What was observed in its terminals, oldest first. */
  readonly commands: readonly ObservedCommand[];
}

interface Watched {
  machine: Checked;
  checker: Checker;
  loop: CheckLoop;
}

export class OpenLab {
  readonly lab: Lab;
  readonly progress: LabProgress;
  readonly #parts: OpenLabParts;
  readonly #watched = new Map<string, Watched>();
  #present = false;
  /** Something was done since the last step passed: a check that does not pass says something of it. */
  #tried = false;

  constructor(parts: OpenLabParts) {
    this.lab = parts.lab;
    this.progress = parts.progress;
    this.#parts = parts;
  }

  /** From now on the steps of this machine are checked in this container. */
  watch(name: string, machine: Checked): void {
    this.unwatch(name);
    const kind = this.kindOf(name);
    const steps = this.lab.manifest.steps.filter((s) => s.machine === name && !this.progress.isPassed(s.id));
    const scripts = Object.fromEntries(steps.map((s) => [s.id, this.lab.checks[s.id] ?? '']));
    const checker = new Checker({ openPipe: () => this.#parts.openChecker(machine, kind), scripts });
    const loop = createCheckLoop({
      checker,
      steps,
      commands: () => machine.commands,
      facts: this.#parts.facts,
      onVerdict: (step, verdict) => this.#take(step, verdict),
    });
    this.#watched.set(name, { machine, checker, loop });
    loop.setPresent(this.#present);
    // What was done before this look (another tab, before a restart) counts too.
    loop.activity();
  }

  /** Forgets what was done: every step is looked at again, also on machines that stay. */
  startAgain(): void {
    this.progress.startAgain();
    for (const [name, { machine }] of [...this.#watched]) this.watch(name, machine);
  }

  /** Container of the machine that is looked at under this name. */
  watched(name: string): string | undefined {
    return this.#watched.get(name)?.machine.containerId;
  }

  kindOf(name: string): 'desktop' | 'server' {
    return this.lab.manifest.machines[name]?.kind ?? 'desktop';
  }

  /** Something changed that no terminal shows: everything is looked at again. */
  stir(): void {
    this.#tried = true;
    for (const { loop } of this.#watched.values()) loop.activity();
  }

  unwatch(name: string): void {
    const watched = this.#watched.get(name);
    this.#watched.delete(name);
    watched?.loop.stop();
    watched?.checker.close();
  }

  /** Other check scripts from now on (an author saved one). */
  replaceScripts(scripts: Readonly<Record<string, string>>): void {
    for (const { checker, loop } of this.#watched.values()) {
      checker.replaceScripts(scripts);
      loop.activity();
    }
  }

  setPresent(present: boolean): void {
    this.#present = present;
    for (const { loop } of this.#watched.values()) loop.setPresent(present);
  }

  commandEnded(name: string): void {
    this.#tried = true;
    this.#watched.get(name)?.loop.commandEnded();
  }

  activity(name: string): void {
    this.#watched.get(name)?.loop.activity();
  }

  /** @throws Refusal `step-unknown`. */
  step(id: string): LabStep {
    const step = this.lab.manifest.steps.find((s) => s.id === id);
    if (!step) throw new Refusal('step-unknown');
    return step;
  }

  /** Runs one check now. @throws Refusal `step-unknown`, `machine-not-ready`. */
  async checkNow(id: string, answer?: string): Promise<void> {
    const step = this.step(id);
    if (this.progress.isPassed(id)) return;
    this.#tried = true;
    const watched = this.#watched.get(step.machine);
    if (!watched && this.kindOf(step.machine) === 'server')
      return this.#take(id, { passed: false, hint: NO_SERVER });
    if (!watched) throw new Refusal('machine-not-ready');
    const verdict = await watched.loop.checkNow(id, answer);
    if ('broken' in verdict) throw new Refusal('check-broken');
  }

  close(): void {
    for (const name of [...this.#watched.keys()]) this.unwatch(name);
  }

  #take(step: string, verdict: Verdict): void {
    if ('broken' in verdict) this.#parts.broken(step, verdict.broken);
    else if (verdict.passed) {
      this.progress.pass(step, this.progress.playing ? 'solution' : 'trainee');
      this.#tried = false;
      this.#parts.checked({ step, passed: true });
      this.#parts.changed();
    } else this.#missed(step, verdict.hint);
  }

  #missed(step: string, hint: string): void {
    // Later steps are looked at, too; what is not begun is not missed.
    if (this.#tried && step === this.progress.toDo[0]) this.#parts.checked({ step, passed: false, hint });
    if (this.progress.observe(step, hint)) this.#parts.changed();
  }
}
