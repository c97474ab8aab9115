// How does one work on a lab in one's own terminal? The machine's terminal is shown as it is; Ctrl-] opens a line of commands; steps tick themselves.
import type { LabStep } from '../../labs/define-lab.ts';
import type { Verdict } from '../checks/read-verdict.ts';
import type { Lab } from '../labs/load-labs.ts';
import { playActions } from '../labs/play.ts';
import type { ProofMachine } from '../proof/proof-machine.ts';
import type { Language } from '../protocol/api.ts';
import { authorWordsOf } from '../words/author.ts';

/** The terminal of the person who sits there. */
export interface OwnTerminal {
  write(text: string | Uint8Array): void;
  onInput(listener: (bytes: Buffer) => void): void;
  size(): { cols: number; rows: number };
}

/** Ctrl-]: what telnet and other programs that show another machine's terminal use. */
const MENU_KEY = 0x1d;
const CTRL_C = 0x03;
const ENTER = 0x0d;
const BACKSPACE = 0x7f;
/** Time between two looks at the step that is being done, ms. */
const LOOK_MS = 2_000;
const AFTER_COMMAND_MS = 150;
const KEY_DELAY_MS = 20;

const PROMPT_MARK = '\x1b]133;A\x07';
const GREEN = '\x1b[32m';
const DIM = '\x1b[2m';
const PLAIN = '\x1b[0m';

export class LabSession {
  readonly #lab: Lab;
  readonly #language: Language;
  readonly #machine: ProofMachine;
  readonly #own: OwnTerminal;
  readonly #passed = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  /** What was shown since the last prompt began: shown again after a word of ours. */
  #prompt = '';
  #answer: string | undefined;
  /** `menu`: the next key is a command of ours; `answer`: an answer is being typed. */
  #mode: 'machine' | 'menu' | 'answer' = 'machine';
  #typed = '';
  #hintLevel = new Map<string, number>();
  #looking = false;
  #end: () => void = () => undefined;
  /** Resolves when the person leaves, or the machine ends. */
  readonly over: Promise<void>;

  constructor(lab: Lab, language: Language, machine: ProofMachine, own: OwnTerminal) {
    this.#lab = lab;
    this.#language = language;
    this.#machine = machine;
    this.#own = own;
    this.over = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#show();
    own.onInput((bytes) => this.#input(bytes));
    machine.terminal.onEnd(() => this.leave());
    machine.terminal.onCommand(({ exitCode }) => {
      // The next prompt comes right after: a word of ours stands better behind it.
      if (exitCode !== undefined) setTimeout(() => void this.#look(), AFTER_COMMAND_MS);
    });
    this.#timer = setInterval(() => void this.#look(), LOOK_MS);
    this.#say(this.#words['lab.menu'], DIM);
    this.#task();
  }

  get #words() {
    return authorWordsOf(this.#language);
  }

  /** The step to do now; undefined when all are done. */
  get #step(): LabStep | undefined {
    return this.#lab.manifest.steps.find(({ id }) => !this.#passed.has(id));
  }

  leave(): void {
    clearInterval(this.#timer);
    this.#end();
  }

  /** Types the solution of each step up to this one (all, without it). */
  async solve(until?: string): Promise<void> {
    for (let step = this.#step; step; step = this.#step) {
      await this.#solveOne(step);
      if (step.id === until) return;
    }
  }

  async #solveOne(step: LabStep): Promise<void> {
    const keyboard = this.#machine.keyboard((text) => {
      this.#answer = text;
    });
    await playActions(step.solution, keyboard, { keyDelayMs: KEY_DELAY_MS });
    for (let tries = 0; tries < 20 && !this.#passed.has(step.id); tries++) {
      await this.#look();
      if (!this.#passed.has(step.id)) await new Promise((resolve) => setTimeout(resolve, 200));
    }
    if (this.#passed.has(step.id)) return;
    this.#say(this.#words['lab.not-solved'](step.id));
    throw new Error(this.#words['lab.not-solved'](step.id));
  }

  #show(): void {
    const { terminal } = this.#machine;
    const me = terminal.join({
      send: (bytes) => {
        const text = Buffer.from(bytes).toString('utf8');
        const at = text.lastIndexOf(PROMPT_MARK);
        this.#prompt = at >= 0 ? text.slice(at) : this.#prompt + text;
        this.#own.write(bytes);
        queueMicrotask(() => me.ack(bytes.length));
      },
      control: () => undefined,
      bufferedAmount: () => 0,
      readonly: false,
    });
    const { cols, rows } = this.#own.size();
    me.resize(cols, rows);
  }

  #input(bytes: Buffer): void {
    if (this.#mode === 'menu') void this.#menu(bytes);
    else if (this.#mode === 'answer') this.#answering(bytes);
    else this.#typeIntoMachine(bytes);
  }

  #typeIntoMachine(bytes: Buffer): void {
    const at = bytes.indexOf(MENU_KEY);
    const mine = at < 0 ? bytes : bytes.subarray(0, at);
    if (mine.length > 0) this.#machine.terminal.type(mine);
    if (at < 0) return;
    this.#mode = 'menu';
    this.#own.write(`\r\n${this.#words['lab.keys']} `);
  }

  async #menu(bytes: Buffer): Promise<void> {
    this.#mode = 'machine';
    const key = bytes.toString('utf8').slice(0, 1).toLowerCase();
    const step = this.#step;
    if (key === 'q' || bytes[0] === CTRL_C) return this.leave();
    if (key === 'r' && step?.asksAnswer) {
      this.#mode = 'answer';
      this.#typed = '';
      this.#own.write(`\r\n${this.#words['lab.answer']} `);
    } else if (key === 's' && step) {
      this.#again();
      await this.#solveOne(step).catch(() => undefined);
    } else if (key === 'i' && step) await this.#hint(step);
    else if (key === 'e') this.#task();
    else this.#again();
  }

  #answering(bytes: Buffer): void {
    for (const char of bytes.toString('utf8')) {
      const code = char.charCodeAt(0);
      if (code === ENTER) {
        this.#answered();
        return;
      }
      if (code === BACKSPACE && this.#typed !== '') {
        this.#typed = this.#typed.slice(0, -1);
        this.#own.write('\b \b');
      } else if (code >= 0x20 && code !== BACKSPACE) {
        this.#typed += char;
        this.#own.write(char);
      }
    }
  }

  #answered(): void {
    this.#mode = 'machine';
    this.#answer = this.#typed;
    this.#own.write('\r\n');
    this.#again();
    void this.#look();
  }

  /** Checks the step of now; goes on to the next as long as they pass. */
  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      for (let step = this.#step; step; step = this.#step) {
        const verdict = await this.#machine.check(step, this.#answer);
        if (!('passed' in verdict) || !verdict.passed) return;
        this.#passed.add(step.id);
        this.#answer = undefined;
        this.#say(`✓ ${step.id} : ${this.#said(step).done}`, GREEN);
        this.#task();
      }
    } finally {
      this.#looking = false;
    }
  }

  async #hint(step: LabStep): Promise<void> {
    const verdict: Verdict = await this.#machine.check(step, this.#answer);
    if ('broken' in verdict) return this.#say(`${step.id}: ${verdict.broken}`);
    if (verdict.passed) return void this.#look();
    const place = `${step.id}/${verdict.hint}`;
    const level = this.#hintLevel.get(place) ?? 0;
    this.#hintLevel.set(place, Math.min(1, level + 1));
    this.#say(`[${verdict.hint}] ${this.#said(step).hints[verdict.hint]?.[level === 0 ? 0 : 1] ?? ''}`);
  }

  #said(step: LabStep) {
    const words = this.#lab.words[this.#language].steps[step.id];
    if (!words) throw new Error(`labs/${this.#lab.id}: no words for the step "${step.id}"`);
    return words;
  }

  #task(): void {
    const step = this.#step;
    const { steps } = this.#lab.manifest;
    if (!step) this.#say(this.#words['lab.all'], GREEN);
    else
      this.#say(
        `${steps.indexOf(step) + 1}/${steps.length} ${step.id} : ${this.#said(step).title}`,
        '\x1b[1m',
      );
  }

  /** A word of ours, between two prompts of the machine. */
  #say(sentence: string, style = ''): void {
    this.#own.write(`\r\n${style}${sentence}${PLAIN}\r\n`);
    this.#again();
  }

  /** The machine's prompt once more, where a word of ours stood in its place. */
  #again(): void {
    if (this.#machine.terminal.atPrompt) this.#own.write(`\r${this.#prompt}`);
  }
}
