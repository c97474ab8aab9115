// How does a program sit down at a live terminal? A keyboard for `playActions`, over what the terminal tells of itself.
import { type Keyboard, PlayError } from './play.ts';

/** What is needed of a `Terminal`. */
export interface PlayableTerminal {
  readonly atPrompt: boolean;
  type(bytes: Uint8Array): void;
  /** The end of its output as plain text. */
  screenTail(): string;
  onActivity(listener: () => void): () => void;
  onCommand(listener: () => void): () => void;
}

const ENTER = 0x0d;
/** An empty line runs no command: the prompt that follows is taken for new after this silence, ms. */
const QUIET_MS = 300;
/** Length of what is remembered of the screen when a line is sent, characters: enough to be found again. */
const LANDMARK = 200;

class TerminalKeyboard implements Keyboard {
  readonly #terminal: PlayableTerminal;
  readonly #answer: (text: string) => Promise<unknown> | unknown;
  /** End of the screen's text when the last line was sent. */
  #landmark = '';
  #stopListening: (() => void) | undefined;
  #awaitsCommand = false;

  constructor(terminal: PlayableTerminal, answer: (text: string) => Promise<unknown> | unknown) {
    this.#terminal = terminal;
    this.#answer = answer;
  }

  type(bytes: Uint8Array): void {
    if (bytes.includes(ENTER) && this.#terminal.atPrompt) this.#leavePrompt();
    this.#terminal.type(bytes);
  }

  untilPrompt(timeoutMs: number): Promise<void> {
    return this.#until(
      () => this.#terminal.atPrompt && !this.#awaitsCommand,
      timeoutMs,
      () => `expected the shell's prompt within ${timeoutMs} ms, found: ${this.#lastLines()}`,
      () => {
        // Nothing ran: an empty line, or a line that the shell could not read.
        if (this.#terminal.atPrompt) this.#awaitsCommand = false;
      },
    );
  }

  untilSeen(text: string, timeoutMs: number): Promise<void> {
    return this.#until(
      () => this.#shownSince().includes(text),
      timeoutMs,
      () => `expected to see "${text}" within ${timeoutMs} ms, found: ${this.#lastLines()}`,
    );
  }

  async answer(text: string): Promise<void> {
    await this.#answer(text);
  }

  #leavePrompt(): void {
    this.#awaitsCommand = true;
    this.#landmark = this.#terminal.screenTail().trimEnd().slice(-LANDMARK);
    this.#stopListening?.();
    this.#stopListening = this.#terminal.onCommand(() => {
      this.#awaitsCommand = false;
      this.#stopListening?.();
      this.#stopListening = undefined;
    });
  }

  #shownSince(): string {
    const tail = this.#terminal.screenTail();
    const at = this.#landmark === '' ? -1 : tail.lastIndexOf(this.#landmark);
    return at < 0 ? tail : tail.slice(at + this.#landmark.length);
  }

  #lastLines(): string {
    return JSON.stringify(this.#terminal.screenTail().trimEnd().split('\n').slice(-3).join('\n'));
  }

  /** Waits for activity until the condition holds; `whenQuiet` may change it after a silence. */
  #until(
    holds: () => boolean,
    timeoutMs: number,
    complaint: () => string,
    whenQuiet?: () => void,
  ): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const end = (): void => {
        stop();
        clearTimeout(timer);
        clearTimeout(quiet);
      };
      const look = (): void => {
        if (!holds()) return void quiet.refresh();
        end();
        resolve();
      };
      const stop = this.#terminal.onActivity(look);
      const quiet = setTimeout(() => {
        whenQuiet?.();
        look();
      }, QUIET_MS);
      const timer = setTimeout(() => {
        end();
        reject(new PlayError(complaint()));
      }, timeoutMs);
    });
  }
}

/** A keyboard on this terminal; `answer` is what giving a short answer does. */
export const terminalKeyboard = (
  terminal: PlayableTerminal,
  answer: (text: string) => Promise<unknown> | unknown,
): Keyboard => new TerminalKeyboard(terminal, answer);
