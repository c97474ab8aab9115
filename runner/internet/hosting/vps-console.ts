// What stands behind the console in the page? One terminal for the whole life of a server: a reboot or a lost line brings the same one back.
import type { Shell } from '../../machines/shell.ts';
import { Terminal } from '../../terminal/terminal.ts';

/** Size of a console that no page has shown yet. */
const FIRST_SIZE = { cols: 80, rows: 24 };

export class VpsConsole {
  readonly #attach: () => Promise<Shell>;
  readonly #isRunning: () => Promise<boolean>;
  #terminal: Promise<Terminal> | undefined;
  /** Its stream is over: the server went off, or the engine dropped us. */
  #stale = false;

  /** @param attach the server's console, with what it showed before */
  constructor(attach: () => Promise<Shell>, isRunning: () => Promise<boolean>) {
    this.#attach = attach;
    this.#isRunning = isRunning;
  }

  /** The terminal, connected. Rejects when the engine gives no stream. */
  async terminal(): Promise<Terminal> {
    const known = this.#terminal;
    if (known === undefined) return this.#open();
    const terminal = await known;
    if (this.#stale) await this.#connect(terminal);
    return terminal;
  }

  /** The server runs again: those who watch see it come up. */
  async comeBack(): Promise<void> {
    if (this.#terminal !== undefined) await this.#connect(await this.#terminal);
  }

  /** The server is gone: those who watch are told. */
  async end(): Promise<void> {
    (await this.#terminal)?.end();
  }

  #open(): Promise<Terminal> {
    const opening = this.#attach().then((shell) => {
      const terminal = new Terminal({ shell, ...FIRST_SIZE });
      terminal.onEnd(() => void this.#lost(terminal));
      return terminal;
    });
    this.#terminal = opening;
    opening.catch(() => {
      this.#terminal = undefined;
    });
    return opening;
  }

  /** The server went off, or the engine dropped us and the server goes on. */
  async #lost(terminal: Terminal): Promise<void> {
    this.#stale = true;
    if (await this.#isRunning().catch(() => false)) await this.#connect(terminal).catch(() => {});
  }

  async #connect(terminal: Terminal): Promise<void> {
    const shell = await this.#attach();
    this.#stale = false;
    terminal.replaceShell(shell, { replays: true });
  }
}
