// On what is a lab proved? On a real machine with a real terminal and its real checker; it can go back to the state before the last attempt.
import { type LabStep, NO_SERVER } from '../../labs/define-lab.ts';
import { Checker } from '../checks/checker.ts';
import { checkerCommand } from '../checks/checker-command.ts';
import type { Verdict } from '../checks/read-verdict.ts';
import type { Lab } from '../labs/load-labs.ts';
import type { Keyboard } from '../labs/play.ts';
import { terminalKeyboard } from '../labs/terminal-keyboard.ts';
import type { ContainerSpec } from '../machines/container-spec.ts';
import type { Engine } from '../machines/engine.ts';
import { type ObservedCommand, Terminal } from '../terminal/terminal.ts';
import { factsOf, seatCounters } from '../workshop/seat-internet.ts';
import { HOME_KEEPER, HomeKeeper } from './home-keeper.ts';
import type { ProofInternet } from './proof-internet.ts';

/** Size of the proof's terminal and of its recording, cells. */
export const PROOF_SIZE = { cols: 80, rows: 24 };

const FIRST_PROMPT_MS = 20_000;
const QUIET_MS = 120;
const QUIET_AT_MOST_MS = 800;

export class ProofMachine {
  readonly id: string;
  readonly terminal: Terminal;
  readonly #lab: Lab;
  readonly #internet: ProofInternet | undefined;
  /** By lab and container: those of the labs that this one continues stand beside its own. */
  readonly #checkers = new Map<string, Checker>();
  readonly #engine: Engine;
  readonly #home: HomeKeeper;
  /** What was observed up to `keep`. */
  #base: readonly ObservedCommand[] = [];
  #commands: ObservedCommand[] = [];
  #folder = '~';

  private constructor(
    engine: Engine,
    id: string,
    terminal: Terminal,
    lab: Lab,
    internet: ProofInternet | undefined,
  ) {
    this.#engine = engine;
    this.id = id;
    this.#home = new HomeKeeper(() => engine.openPipe(id, HOME_KEEPER, { user: 'trainee' }));
    this.terminal = terminal;
    this.#lab = lab;
    this.#internet = internet;
    terminal.onCommand((command) => this.#note(command));
  }

  /** Makes and starts a machine; resolves at its first prompt. Rejects with `EngineError`, or when no prompt comes. */
  static async start(
    engine: Engine,
    spec: ContainerSpec,
    lab: Lab,
    internet?: ProofInternet,
  ): Promise<ProofMachine> {
    const id = await engine.createMachine(spec);
    try {
      const shell = await engine.attach(id, { replay: false });
      const terminal = new Terminal({ shell, ...PROOF_SIZE });
      const machine = new ProofMachine(engine, id, terminal, lab, internet);
      await engine.startMachine(id);
      await shell.resize(PROOF_SIZE.cols, PROOF_SIZE.rows);
      await machine.keyboard(() => undefined).untilPrompt(FIRST_PROMPT_MS);
      await internet?.introduce(id);
      return machine;
    } catch (error) {
      await engine.removeMachine(id);
      throw error;
    }
  }

  /** Somebody's hands on the terminal; `answer` is what giving a short answer does. */
  keyboard(answer: (text: string) => void): Keyboard {
    const keyboard = terminalKeyboard(this.terminal, answer);
    return this.#internet ? Object.assign(keyboard, seatCounters(this.#internet.seat)) : keyboard;
  }

  /** Checks one step of the lab, or of one that it continues, now and where it is to be checked. */
  check(
    step: Pick<LabStep, 'id' | 'machine'>,
    answer?: string,
    lab: Lab = this.#lab,
  ): Promise<Verdict> | Verdict {
    const input = {
      commands: this.commands,
      ...(answer === undefined ? {} : { answer }),
      ...(this.#internet ? { facts: factsOf(this.#internet.seat) } : {}),
    };
    if (lab.manifest.machines[step.machine]?.kind !== 'server')
      return this.#checkerIn(this.id, 'trainee', lab).check(step.id, input);
    const names = Object.entries(lab.manifest.machines).filter(([, { kind }]) => kind === 'server');
    const index = names.findIndex(([name]) => name === step.machine);
    const containerId = this.#internet?.seat.servers()[index]?.containerId;
    if (containerId === undefined) return { passed: false, hint: NO_SERVER };
    return this.#checkerIn(containerId, 'root', lab).check(step.id, { ...input, commands: [] });
  }

  #checkerIn(containerId: string, user: string, lab: Lab): Checker {
    const key = `${lab.id} ${containerId}`;
    const known = this.#checkers.get(key);
    if (known) return known;
    const checker = new Checker({
      openPipe: () => this.#engine.openPipe(containerId, checkerCommand(), { user }),
      scripts: lab.checks,
    });
    this.#checkers.set(key, checker);
    return checker;
  }

  /** What was observed until now is nobody's deed: the lab begins here. */
  beginHere(): void {
    this.#base = [];
    this.#commands = [];
  }

  /** What was observed since the machine began, without the attempts that were taken back. */
  get commands(): readonly ObservedCommand[] {
    return [...this.#base, ...this.#commands];
  }

  /** The state of now is the one that `goBack` comes back to. */
  async keep(): Promise<void> {
    await this.#home.do('keep');
    this.#base = this.commands;
    this.#commands = [];
    this.#folder = await this.#home.do('folder');
  }

  /** Takes back everything since `keep`: files, programs, place in the folders, observed commands. */
  async goBack(): Promise<void> {
    await this.#home.do('go_back');
    const keyboard = this.keyboard(() => undefined);
    await keyboard.untilPrompt(FIRST_PROMPT_MS);
    // Whatever is half typed goes; then back to the folder, without a trace in what checks see.
    this.terminal.type(Buffer.from('\x05\x15'));
    keyboard.type(Buffer.from(`cd ${this.#folder}; dirs -c; kill -KILL $(jobs -p) 2>/dev/null; clear\r`));
    await keyboard.untilPrompt(FIRST_PROMPT_MS);
    this.#commands = [];
  }

  /** Waits until the terminal has said nothing for a moment (or has gone on for a while: a flood). */
  settle(): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        stop();
        clearTimeout(quiet);
        clearTimeout(limit);
        resolve();
      };
      const stop = this.terminal.onActivity(() => quiet.refresh());
      const quiet = setTimeout(end, QUIET_MS);
      const limit = setTimeout(end, QUIET_AT_MOST_MS);
    });
  }

  async remove(): Promise<void> {
    for (const checker of this.#checkers.values()) checker.close();
    this.#home.close();
    this.terminal.end();
    await this.#engine.removeMachine(this.id);
    await this.#internet?.leave();
  }

  /** A command is told twice: when it starts and when it ended. */
  #note(command: ObservedCommand): void {
    if (command.exitCode === undefined) this.#commands.push(command);
    else if (this.#commands.length > 0) this.#commands[this.#commands.length - 1] = command;
  }
}
