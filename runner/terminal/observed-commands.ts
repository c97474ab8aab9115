// Which commands did the shell run, and how did they end? Read from its OSC 133 marks; kept in memory only, never stored, never logged.

const MAX_COMMANDS = 200;
const MAX_LINE_CHARS = 4096;
const LINE_KEY = 'cmdline_url=';

/** One command line as the shell announced it. It may hold newlines. */
export interface ObservedCommand {
  readonly line: string;
  /** Undefined while it runs. */
  readonly exitCode: number | undefined;
}

/** Follows the marks of one shell: `A` prompt starts, `B` prompt ends, `C;cmdline_url=…` command starts, `D;n` command ended. */
export class ObservedCommands {
  #list: ObservedCommand[] = [];
  #running = false;
  #atPrompt = false;
  #prompts = 0;

  /** The last 200, oldest first. */
  get list(): readonly ObservedCommand[] {
    return this.#list;
  }

  /** True from the end of a prompt until a command starts. */
  get atPrompt(): boolean {
    return this.#atPrompt;
  }

  /** How many prompts were shown so far; one that is drawn again counts again. */
  get prompts(): number {
    return this.#prompts;
  }

  /** Takes one mark (OSC 133 without its number). @returns the command that just started or ended. */
  mark(payload: string): ObservedCommand | undefined {
    const [kind = '', ...fields] = payload.split(';');
    if (kind === 'B') {
      this.#atPrompt = true;
      this.#prompts += 1;
    }
    if (kind === 'C') return this.#start(fields);
    if (kind === 'D') return this.#end(fields[0]);
    return undefined;
  }

  #start(fields: readonly string[]): ObservedCommand {
    const field = fields.find((one) => one.startsWith(LINE_KEY)) ?? LINE_KEY;
    const command = { line: decodeLine(field.slice(LINE_KEY.length)), exitCode: undefined };
    this.#list = [...this.#list.slice(1 - MAX_COMMANDS), command];
    this.#running = true;
    this.#atPrompt = false;
    return command;
  }

  #end(code: string | undefined): ObservedCommand | undefined {
    this.#atPrompt = false;
    const started = this.#list.at(-1);
    if (!this.#running || started === undefined) return undefined;
    const command = { line: started.line, exitCode: /^\d{1,3}$/.test(code ?? '') ? Number(code) : 0 };
    this.#list = [...this.#list.slice(0, -1), command];
    this.#running = false;
    return command;
  }
}

// The shell encodes bytes, and the mark may have been cut inside an escape: decodeURIComponent would throw on both.
function decodeLine(encoded: string): string {
  const bytes = encoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8').slice(0, MAX_LINE_CHARS);
}
