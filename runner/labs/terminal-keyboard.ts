// How does a program sit down at a live terminal? A keyboard for `playActions`, over what the terminal tells of itself.
import { type Keyboard, PlayError } from './play.ts';

/** What is needed of a `Terminal`. */
export interface PlayableTerminal {
  readonly atPrompt: boolean;
  readonly prompts: number;
  type(bytes: Uint8Array): void;
  onActivity(listener: () => void): () => void;
  onCommand(listener: () => void): () => void;
  join(viewer: {
    send(bytes: Uint8Array): void;
    control(frame: { type: string; replayBytes?: number }): void;
    bufferedAmount(): number;
    readonly: boolean;
  }): { ack(bytes: number): boolean; leave(): void };
}

const ENTER = 0x0d;
/** An empty line runs no command: a prompt that follows it, and this silence, ms, are all that tells. */
const QUIET_MS = 300;
/** Output kept since the last line was sent, characters: a flood must not fill the memory. */
const KEPT = 32_768;

// CSI and OSC sequences, then the other escapes (ECMA-48): what a program draws with.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject.
const SEQUENCES = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]/g;

class TerminalKeyboard implements Keyboard {
  readonly #terminal: PlayableTerminal;
  readonly #answer: (text: string) => Promise<unknown> | unknown;
  #awaitsCommand = false;
  /** Prompts that had been shown when the last line was sent. A computer that is busy is silent, too: silence alone tells nothing. */
  #promptsBefore = 0;
  /** Output since the last line was sent. */
  #shown = '';
  #stop: (() => void) | undefined;

  constructor(terminal: PlayableTerminal, answer: (text: string) => Promise<unknown> | unknown) {
    this.#terminal = terminal;
    this.#answer = answer;
  }

  type(bytes: Uint8Array): void {
    if (bytes.includes(ENTER) && this.#terminal.atPrompt) this.#leavePrompt();
    this.#terminal.type(bytes);
  }

  async untilPrompt(timeoutMs: number): Promise<void> {
    await this.#until(
      () => this.#terminal.atPrompt && !this.#awaitsCommand,
      timeoutMs,
      () => `expected the shell's prompt within ${timeoutMs} ms, found: ${this.#lastWords()}`,
      () => {
        // Nothing ran: an empty line, or a line that the shell could not read.
        if (this.#terminal.atPrompt && this.#terminal.prompts !== this.#promptsBefore)
          this.#awaitsCommand = false;
      },
    );
    this.#stop?.();
  }

  untilStarted(timeoutMs: number): Promise<void> {
    return this.#until(
      () => !this.#awaitsCommand,
      timeoutMs,
      () => `expected the command to begin within ${timeoutMs} ms, found: ${this.#lastWords()}`,
    );
  }

  untilSeen(text: string, timeoutMs: number): Promise<void> {
    return this.#until(
      () => this.#text().includes(text),
      timeoutMs,
      () => `expected to see "${text}" within ${timeoutMs} ms, found: ${this.#lastWords()}`,
    );
  }

  async answer(text: string): Promise<void> {
    await this.#answer(text);
  }

  /** A line is sent: from now on, what is shown is its answer. */
  #leavePrompt(): void {
    this.#stop?.();
    this.#awaitsCommand = true;
    this.#promptsBefore = this.#terminal.prompts;
    this.#shown = '';
    const decoder = new TextDecoder();
    let past = 0;
    const watching = this.#terminal.join({
      send: (bytes) => {
        const news = bytes.subarray(Math.min(past, bytes.length));
        past -= bytes.length - news.length;
        this.#shown = (this.#shown + decoder.decode(news, { stream: true })).slice(-KEPT);
        queueMicrotask(() => watching.ack(bytes.length));
      },
      control: (frame) => {
        past = frame.replayBytes ?? 0;
      },
      bufferedAmount: () => 0,
      readonly: true,
    });
    const stopListening = this.#terminal.onCommand(() => {
      this.#awaitsCommand = false;
    });
    this.#stop = () => {
      watching.leave();
      stopListening();
      this.#stop = undefined;
    };
  }

  #text(): string {
    return this.#shown.replace(SEQUENCES, '');
  }

  #lastWords(): string {
    return JSON.stringify(this.#text().trimEnd().slice(-200));
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
