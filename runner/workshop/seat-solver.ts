// Who does a step in a trainee's place? Solutions are typed in the seat's own terminal: of one step, of the labs that a lab continues, or up to a known state.
import type { LabStep } from '../../labs/define-lab.ts';
import type { Lab } from '../labs/load-labs.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { MAIN_TERMINAL } from './machine.ts';
import type { OpenLab } from './open-lab.ts';
import type { Clock } from './patient-timer.ts';
import { playSolution } from './play-solution.ts';
import { type SeatInternet, seatCounters } from './seat-internet.ts';
import { desktopsOf, type SeatLabs } from './seat-labs.ts';
import type { SeatMachines } from './seat-machines.ts';

/** A fresh machine is looked at this often for its prompt, and so many times, milliseconds. */
const PROMPT_EVERY_MS = 500;
const PROMPT_TRIES = 120;

export interface SeatSolverParts {
  labs: SeatLabs;
  machines: SeatMachines;
  internet: SeatInternet;
  clock: Clock;
  /** Labs that a lab continues, the lowest first. */
  foundationsOf: (lab: Lab) => Lab[];
  /** The view of this lab changed. */
  tell: (labId: string) => void;
  failed: (what: string, error: unknown) => void;
}

export class SeatSolver {
  readonly #parts: SeatSolverParts;
  #buildUp: string | undefined;
  #ended = false;

  constructor(parts: SeatSolverParts) {
    this.#parts = parts;
  }

  /** Lab whose solution is being played for one that continues it. */
  get buildingUp(): string | undefined {
    return this.#buildUp;
  }

  /** Types nothing any more. */
  end(): void {
    this.#ended = true;
  }

  /**
   * Types the solution in terminal 1, and those of earlier steps that are not passed: later steps stand on earlier ones. Resolves once it begins.
   * @throws Refusal `terminal-busy` when a program runs there, or a solution is being played
   */
  async solve(lab: Lab, stepId: string): Promise<void> {
    const open = this.#parts.labs.remember(lab);
    const last = lab.manifest.steps.indexOf(open.step(stepId));
    if (open.progress.playing) throw new Refusal('terminal-busy');
    const steps = lab.manifest.steps.slice(0, last + 1).filter((s) => !open.progress.isPassed(s.id));
    await this.#untouched(lab);
    this.#play(open, steps).catch((error: unknown) => this.#parts.failed('solve', error));
  }

  /**
   * Types the solutions of the labs that this one continues, one lab after the other, as far as they are not done. Resolves once it begins.
   * @throws Refusal `terminal-busy` when a program runs in terminal 1, or a solution is being played
   */
  async buildUp(lab: Lab): Promise<void> {
    const { labs, foundationsOf, tell, failed } = this.#parts;
    if (this.#buildUp || labs.all().some((one) => one.progress.playing)) throw new Refusal('terminal-busy');
    const bases = foundationsOf(lab).map((base) => labs.remember(base));
    await this.#untouched(lab);
    const build = async () => {
      for (const base of bases) {
        this.#buildUp = base.lab.id;
        tell(lab.id);
        await this.#play(base, stepsToDo(base));
        // Later labs stand on it: what could not be done ends here, and the page says what is missing.
        if (stepsToDo(base).length > 0) return;
      }
    };
    build()
      .catch((error: unknown) => failed('build up', error))
      .finally(() => {
        this.#buildUp = undefined;
        tell(lab.id);
      });
  }

  /** Types the solutions up to this step as soon as a fresh machine shows its prompt. */
  solveWhenReady(lab: Lab, stepId: string, tries = PROMPT_TRIES): void {
    if (this.#ended || tries === 0) return;
    this.#parts.clock.after(PROMPT_EVERY_MS, () => {
      this.#solveRest(lab, stepId).catch((error: unknown) => {
        if (error instanceof Refusal) this.solveWhenReady(lab, stepId, tries - 1);
        else this.#parts.failed('reset to a step', error);
      });
    });
  }

  /** What names and servers show to be done is not done again. */
  async #solveRest(lab: Lab, stepId: string): Promise<void> {
    const open = this.#parts.labs.remember(lab);
    await this.#untouched(lab);
    for (const { id, asksAnswer } of lab.manifest.steps) {
      if (!asksAnswer) await open.checkNow(id).catch(ignoreRefusal);
      if (id === stepId) break;
    }
    return this.solve(lab, stepId);
  }

  /** @throws Refusal `terminal-busy` when a program runs in terminal 1 of a desktop of this lab */
  async #untouched(lab: Lab): Promise<void> {
    for (const name of desktopsOf(lab))
      if (!(await this.#parts.machines.terminal(name, MAIN_TERMINAL)).atPrompt)
        throw new Refusal('terminal-busy');
  }

  /** Plays steps of a lab; what is checked on a server is typed on the desktop. */
  async #play(open: OpenLab, steps: readonly LabStep[]): Promise<void> {
    const { machines, tell, internet } = this.#parts;
    const typedOn = (machine: string) =>
      open.kindOf(machine) === 'server' ? (desktopsOf(open.lab)[0] ?? machine) : machine;
    const terminals = new Map<string, Terminal>();
    for (const machine of new Set(steps.map((step) => typedOn(step.machine))))
      terminals.set(machine, await machines.terminal(machine, MAIN_TERMINAL));
    await playSolution(
      open,
      steps,
      (machine) => (this.#ended ? undefined : terminals.get(typedOn(machine))),
      () => tell(open.lab.id),
      seatCounters(internet),
    );
  }
}

const stepsToDo = ({ lab, progress }: OpenLab): LabStep[] =>
  lab.manifest.steps.filter(({ id }) => !progress.isPassed(id));

/** A step that cannot be looked at now is one that is not passed. */
export function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
