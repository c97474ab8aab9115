// What does the runner hold of one machine while it lives? Its terminals and what was observed in them; the container itself is the engine's.
import type { Engine } from '../machines/engine.ts';
import type { Shell } from '../machines/shell.ts';
import { MAX_TERMINALS_PER_MACHINE } from '../protocol/limits.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { ObservedCommand } from '../terminal/observed-commands.ts';
import { Terminal } from '../terminal/terminal.ts';

/** Size of a terminal that no page has shown yet. */
const FIRST_SIZE = { cols: 80, rows: 24 };

/** The machine's own terminal; the others are '2' to '4'. */
export const MAIN_TERMINAL = '1';

/** A further terminal is held inside the machine by a program that outlives the runner: the same command opens it or comes back to it. */
const holder = (terminal: string): readonly string[] => ['boite-terminal', terminal];
const endHolder = (terminal: string): readonly string[] => ['boite-terminal', '--end', terminal];

export interface MachineListener {
  /** A command began or ended in one of its terminals. */
  command(command: ObservedCommand): void;
  /** Something was typed or printed. */
  activity(): void;
  /** A further terminal is over (its shell ended). */
  terminalEnded(terminal: string): void;
  /** The machine's own terminal is over: the container does not run any more. */
  stopped(): void;
}

export class Machine {
  readonly containerId: string;
  readonly #engine: Engine;
  readonly #terminals = new Map<string, Promise<Terminal>>();
  readonly #live = new Map<string, Terminal>();
  #listener: MachineListener | undefined;
  #released = false;

  constructor(engine: Engine, containerId: string) {
    this.#engine = engine;
    this.containerId = containerId;
  }

  /** One listener: the seat that has the machine. */
  listen(listener: MachineListener): void {
    this.#listener = listener;
  }

  /** Takes hold of the machine's own terminal. With `replay`, of what it showed before, too (after a restart of the runner). */
  attach(replay: boolean): Promise<Terminal> {
    const known = this.#terminals.get(MAIN_TERMINAL);
    if (known) return known;
    return this.#hold(
      MAIN_TERMINAL,
      () => this.#engine.attach(this.containerId, { replay }),
      // What was kept ends with the last whole line: only a new size makes the shell show its prompt, or what was half typed, again.
      (shell) => replay && void shell.resize(FIRST_SIZE.cols, FIRST_SIZE.rows),
    );
  }

  /** The terminal of this id, opened if need be. @throws Refusal when it cannot be. */
  terminal(id: string): Promise<Terminal> {
    if (id === MAIN_TERMINAL) return this.#terminals.get(id) ?? this.attach(true);
    return (
      this.#terminals.get(id) ??
      this.#hold(id, () => this.#engine.openShell(this.containerId, holder(id), FIRST_SIZE))
    );
  }

  /** The lowest id that is free among `taken`. @throws Refusal `too-many-terminals`. */
  static freeTerminal(taken: readonly string[]): string {
    for (let n = 2; n <= MAX_TERMINALS_PER_MACHINE; n++) if (!taken.includes(String(n))) return String(n);
    throw new Refusal('too-many-terminals');
  }

  /** Ends a further terminal with everything that runs in it. */
  async closeTerminal(id: string): Promise<void> {
    await this.#engine.run(this.containerId, endHolder(id));
    this.#forget(id);
  }

  /** What was observed in its terminals, oldest first within each. */
  get commands(): readonly ObservedCommand[] {
    return [...this.#live.values()].flatMap((terminal) => terminal.commands);
  }

  /** Lets go of every stream; the container is not touched. */
  release(): void {
    this.#released = true;
    for (const terminal of this.#live.values()) terminal.end();
    this.#live.clear();
    this.#terminals.clear();
  }

  #hold(
    id: string,
    open: () => Promise<Shell>,
    listening: (shell: Shell) => void = () => {},
  ): Promise<Terminal> {
    const opening = open().then((shell) => {
      const terminal = new Terminal({ shell, ...FIRST_SIZE });
      terminal.onCommand((command) => this.#listener?.command(command));
      terminal.onActivity(() => this.#listener?.activity());
      terminal.onEnd(() => void this.#streamEnded(id, terminal));
      this.#live.set(id, terminal);
      listening(shell);
      return terminal;
    });
    this.#terminals.set(id, opening);
    opening.catch(() => this.#terminals.delete(id));
    return opening;
  }

  #forget(id: string): void {
    this.#live.get(id)?.end();
    this.#terminals.delete(id);
    this.#live.delete(id);
  }

  /** A stream is over: either what it showed has ended, or the engine dropped us and the machine goes on. */
  async #streamEnded(id: string, terminal: Terminal): Promise<void> {
    if (this.#released || this.#live.get(id) !== terminal) return;
    if (id === MAIN_TERMINAL && (await this.#stillRuns())) {
      const shell = await this.#engine.attach(this.containerId, { replay: true }).catch(() => undefined);
      if (shell) return terminal.replaceShell(shell, { replays: true });
    }
    if (this.#released) return;
    this.#forget(id);
    if (id === MAIN_TERMINAL) this.#listener?.stopped();
    else this.#listener?.terminalEnded(id);
  }

  async #stillRuns(): Promise<boolean> {
    const facts = await this.#engine.inspectMachine(this.containerId).catch(() => undefined);
    return facts?.state === 'running';
  }
}
