// Which steps of a lab are passed in this machine now? Speaks with the one checker that lives in the machine, and brings it back when it dies.
import type { Pipe } from '../machines/shell.ts';
import { readReply, requestLines } from './agent-wire.ts';
import { CHECK_SECONDS } from './checker-command.ts';
import { readVerdict, type Verdict } from './read-verdict.ts';
import { type ObservedCommand, rawLines, simpleLines } from './simple-commands.ts';

export interface CheckInput {
  /** Commands seen in the machine's terminals, oldest first. */
  commands: readonly ObservedCommand[];
  /** The short answer, for a step that asks one. */
  answer?: string;
  /** What a check may know of the seat, as variables of its shell: capital letters, digits and `_`. */
  facts?: Readonly<Record<string, string>>;
}

export interface CheckerOptions {
  /** Opens `checkerCommand()` in the machine. May reject: the next check tries again. */
  openPipe: () => Promise<Pipe>;
  /** Step id → text of its check. */
  scripts: Readonly<Record<string, string>>;
  /** Milliseconds; for tests. */
  now?: () => number;
}

/** A request on its way: each step's verdict as it comes. */
interface Pending {
  verdicts: Map<string, Verdict>;
  finish: (reason?: string) => void;
}

/** Milliseconds to wait before opening again after the n-th failure in a row. */
const BACKOFF_MS = [0, 500, 2_000, 5_000, 15_000];

const GONE = 'the checker of this machine is gone: expected an answer, found the end of its stream';

/** What French people put around a word that they quote is no part of their answer: « trainee » is trainee. */
const unquoted = (answer: string): string => answer.replace(/^[\s«“„]+|[\s»”]+$/gu, '');

/** The checker of one machine. Requests are served one after the other; nothing here throws: what cannot be checked is `broken`. */
export class Checker {
  readonly #openPipe: () => Promise<Pipe>;
  readonly #now: () => number;
  #scripts: Readonly<Record<string, string>>;
  #pipe: Pipe | undefined;
  /** Text last sent per verb, so that nothing is sent twice to the same agent. */
  #sent = new Map<string, string>();
  /** Command lines already taken apart. */
  readonly #lines = new Map<string, string[]>();
  #requests = 0;
  #pending = new Map<number, Pending>();
  #queue: Promise<unknown> = Promise.resolve();
  #failures = 0;
  #retryAt = 0;
  #closed = false;

  constructor(options: CheckerOptions) {
    this.#openPipe = options.openPipe;
    this.#scripts = options.scripts;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Runs the check of one step. */
  async check(step: string, input: CheckInput): Promise<Verdict> {
    const verdicts = await this.checkAll([step], input);
    return verdicts.get(step) ?? { broken: GONE };
  }

  /** Runs the checks of several steps in one exchange (much cheaper than one by one); every step has its verdict in the answer. */
  checkAll(steps: readonly string[], input: CheckInput): Promise<Map<string, Verdict>> {
    const { answer } = input;
    const plain = answer === undefined ? input : { ...input, answer: unquoted(answer) };
    const turn = this.#queue.then(() => this.#ask(steps, plain));
    this.#queue = turn;
    return turn;
  }

  /** Other scripts from now on (an author saved a check). */
  replaceScripts(scripts: Readonly<Record<string, string>>): void {
    this.#scripts = scripts;
  }

  /** Lets go of the machine; checks under way end as broken. */
  close(): void {
    this.#closed = true;
    this.#drop('the checker was closed');
  }

  async #ask(steps: readonly string[], input: CheckInput): Promise<Map<string, Verdict>> {
    const known = steps.filter((step) => Object.hasOwn(this.#scripts, step));
    const verdicts = new Map<string, Verdict>(
      steps.map((step) => [step, { broken: `no check for step "${step}"` }]),
    );
    const pipe = known.length === 0 ? undefined : await this.#open();
    if (pipe === undefined) {
      const broken = this.#closed
        ? 'the checker was closed'
        : 'the checker of this machine could not be started';
      for (const step of known) verdicts.set(step, { broken });
      return verdicts;
    }
    for (const step of known) verdicts.set(step, { broken: GONE });
    await this.#exchange(pipe, known, input, verdicts);
    return verdicts;
  }

  /** Sends what changed, then the request, and waits for its end or for the time in which every check must have been killed. */
  #exchange(
    pipe: Pipe,
    steps: readonly string[],
    input: CheckInput,
    verdicts: Map<string, Verdict>,
  ): Promise<void> {
    this.#requests += 1;
    const request = this.#requests;
    return new Promise((resolve) => {
      const limit = (CHECK_SECONDS * steps.length + 5) * 1000;
      const timer = setTimeout(() => this.#drop('the checker of this machine does not answer'), limit);
      timer.unref();
      const finish = (reason?: string): void => {
        clearTimeout(timer);
        this.#pending.delete(request);
        if (reason !== undefined)
          for (const [step, verdict] of verdicts)
            if ('broken' in verdict && verdict.broken === GONE) verdicts.set(step, { broken: reason });
        resolve();
      };
      this.#pending.set(request, { verdicts, finish });
      for (const step of steps) this.#send(pipe, 'script', step, this.#scripts[step] ?? '');
      this.#send(pipe, 'raw', '-', rawLines(input.commands));
      this.#send(pipe, 'commands', '-', simpleLines(input.commands, this.#lines));
      this.#send(pipe, 'answer', '-', input.answer ?? '');
      for (const [name, text] of Object.entries(input.facts ?? {})) this.#send(pipe, 'fact', name, text);
      for (const line of requestLines('check', String(request), steps.join(' '))) pipe.writeLine(line);
    });
  }

  #send(pipe: Pipe, verb: string, name: string, text: string): void {
    const key = `${verb} ${name}`;
    if (this.#sent.get(key) === text) return;
    this.#sent.set(key, text);
    for (const line of requestLines(verb, name, text)) pipe.writeLine(line);
  }

  async #open(): Promise<Pipe | undefined> {
    if (this.#pipe !== undefined) return this.#pipe;
    if (this.#closed || this.#now() < this.#retryAt) return undefined;
    // Counted as a failure until the agent has answered once: an agent that dies at each start must not be restarted at full speed.
    this.#failures += 1;
    this.#retryAt = this.#now() + (BACKOFF_MS[Math.min(this.#failures, BACKOFF_MS.length) - 1] ?? 0);
    let pipe: Pipe;
    try {
      pipe = await this.#openPipe();
    } catch {
      return undefined;
    }
    if (this.#closed) {
      pipe.release();
      return undefined;
    }
    this.#pipe = pipe;
    this.#sent.clear();
    pipe.onLine((line) => this.#onLine(line));
    pipe.onEnd(() => {
      if (this.#pipe === pipe) this.#drop(GONE);
    });
    return pipe;
  }

  #onLine(line: string): void {
    const reply = readReply(line);
    const pending = reply === undefined ? undefined : this.#pending.get(reply.request);
    if (reply === undefined || pending === undefined) return;
    this.#failures = 0;
    this.#retryAt = 0;
    if (reply.type === 'end') pending.finish();
    else if (pending.verdicts.has(reply.step))
      pending.verdicts.set(reply.step, readVerdict(reply.exit, reply.lastLine));
  }

  #drop(reason: string): void {
    const pipe = this.#pipe;
    this.#pipe = undefined;
    pipe?.release();
    for (const pending of [...this.#pending.values()]) pending.finish(reason);
  }
}
