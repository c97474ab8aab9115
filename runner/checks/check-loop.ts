// When does a machine's checker run? After a deed at once, after activity soon, never more than once a second, never while nobody looks.
import type { Checker, CheckInput } from './checker.ts';
import type { Verdict } from './read-verdict.ts';
import type { ObservedCommand } from './simple-commands.ts';

/** Milliseconds between the starts of two automatic runs in one machine: forty machines must not eat the trainer's computer. */
export const MIN_INTERVAL_MS = 1_000;

/** A machine is checked for at most a twentieth of the time: where checks are slow, the computer is busy, and runs become rarer… */
const SHARE = 20;
/** …but never rarer than this, in milliseconds: a deed is answered within two seconds. */
const MAX_INTERVAL_MS = 1_800;

/** Milliseconds that output may settle before a run: a screen comes in many pieces. */
export const SETTLE_MS = 250;

/** Looks again after a run in which a check was broken, in a row; a check that is wrong in itself stays so. */
export const BROKEN_RUNS = 4;

/** Milliseconds before such a look: the checker needs its time to come back. */
export const AFTER_BROKEN_MS = 2_500;

/** What the loop needs of time; `systemClock` or a test's. */
export interface LoopClock {
  now(): number;
  /** Calls back once after so many milliseconds; the returned function cancels. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: LoopClock = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export interface CheckLoopOptions {
  checker: Pick<Checker, 'checkAll'>;
  /** Steps of this machine in the lab's order, without those already passed. `asksAnswer` steps run only when an answer comes. */
  steps: readonly { id: string; asksAnswer?: boolean | undefined }[];
  /** The commands seen so far in this machine's terminals, oldest first; asked at each run. */
  commands: () => readonly ObservedCommand[];
  /** What checks may know of the seat; asked at each run. */
  facts?: () => Readonly<Record<string, string>>;
  /** Called after each check, whatever asked for it; a passed step is called once and never checked again. */
  onVerdict: (step: string, verdict: Verdict) => void;
  clock?: LoopClock;
}

/** The checks of one machine for one lab. */
export interface CheckLoop {
  /** A command ended: the moment when most deeds are done. */
  commandEnded(): void;
  /** Output came, or a command began. */
  activity(): void;
  /** Somebody looks, or nobody does: runs wait for the next look. Starts as absent. */
  setPresent(present: boolean): void;
  /** Runs one step's check now, beside the rhythm; with its answer when it asks one. A passed step answers `passed` without running. */
  checkNow(step: string, answer?: string): Promise<Verdict>;
  /** Counts a step as passed without a check (« faire à ma place » of another machine, progress read from the store). */
  markPassed(step: string): void;
  /** Key of the hint that the last check of this step ended with. */
  lastHint(step: string): string | undefined;
  stop(): void;
}

class Loop implements CheckLoop {
  readonly #options: CheckLoopOptions;
  readonly #clock: LoopClock;
  readonly #open: Map<string, boolean>;
  readonly #hints = new Map<string, string>();
  #present = false;
  /** Something happened that no run has seen yet. */
  #changed = false;
  #running = false;
  /** Runs in a row in which a check was broken. */
  #brokenRuns = 0;
  #lastStart = Number.NEGATIVE_INFINITY;
  #interval = MIN_INTERVAL_MS;
  #cancel: (() => void) | undefined;
  #dueAt = 0;
  #stopped = false;

  constructor(options: CheckLoopOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#open = new Map(options.steps.map((step) => [step.id, step.asksAnswer === true]));
  }

  commandEnded(): void {
    this.#wake(0);
  }

  activity(): void {
    this.#wake(SETTLE_MS);
  }

  setPresent(present: boolean): void {
    this.#present = present;
    if (!present) this.#cancelRun();
    else if (this.#changed) this.#wake(0);
  }

  async checkNow(step: string, answer?: string): Promise<Verdict> {
    if (!this.#open.has(step)) return { passed: true };
    const verdicts = await this.#options.checker.checkAll(
      [step],
      answer === undefined ? this.#input() : { ...this.#input(), answer },
    );
    const verdict = verdicts.get(step) ?? { broken: `the checker gave no verdict for step "${step}"` };
    this.#take(step, verdict);
    return verdict;
  }

  markPassed(step: string): void {
    this.#open.delete(step);
    this.#hints.delete(step);
  }

  lastHint(step: string): string | undefined {
    return this.#hints.get(step);
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelRun();
  }

  /** Plans a run in `settle` ms, or as soon as the rhythm allows; an earlier plan stays. */
  #wake(settle: number): void {
    this.#changed = true;
    if (this.#stopped || !this.#present || this.#running || this.#automatic().length === 0) return;
    const now = this.#clock.now();
    const due = Math.max(now + settle, this.#lastStart + this.#interval);
    if (this.#cancel !== undefined && this.#dueAt <= due) return;
    this.#cancelRun();
    this.#dueAt = due;
    this.#cancel = this.#clock.after(Math.max(0, due - now), () => {
      this.#cancel = undefined;
      void this.#run();
    });
  }

  #input(): CheckInput {
    const { commands, facts } = this.#options;
    return { commands: commands(), ...(facts && { facts: facts() }) };
  }

  #automatic(): string[] {
    return [...this.#open].filter(([, asksAnswer]) => !asksAnswer).map(([step]) => step);
  }

  async #run(): Promise<void> {
    this.#changed = false;
    this.#running = true;
    this.#lastStart = this.#clock.now();
    const verdicts = await this.#options.checker.checkAll(this.#automatic(), this.#input());
    this.#running = false;
    const took = this.#clock.now() - this.#lastStart;
    this.#interval = Math.min(Math.max(MIN_INTERVAL_MS, took * SHARE), MAX_INTERVAL_MS);
    for (const [step, verdict] of verdicts) this.#take(step, verdict);
    if (this.#changed) this.#wake(0);
    else this.#lookAgainIfBroken([...verdicts.values()]);
  }

  /** A checker that died in mid-run (the trainee may kill it) saw nothing of the last deed: looks again, a few times. */
  #lookAgainIfBroken(verdicts: readonly Verdict[]): void {
    this.#brokenRuns = verdicts.some((verdict) => 'broken' in verdict) ? this.#brokenRuns + 1 : 0;
    if (this.#brokenRuns > 0 && this.#brokenRuns <= BROKEN_RUNS) this.#wake(AFTER_BROKEN_MS);
  }

  #take(step: string, verdict: Verdict): void {
    if (this.#stopped || !this.#open.has(step)) return;
    if ('passed' in verdict && verdict.passed) this.markPassed(step);
    else if ('hint' in verdict) this.#hints.set(step, verdict.hint);
    this.#options.onVerdict(step, verdict);
  }

  #cancelRun(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}

/** Makes the loop of one machine; it does nothing before `setPresent(true)` and the first event. */
export const createCheckLoop = (options: CheckLoopOptions): CheckLoop => new Loop(options);
