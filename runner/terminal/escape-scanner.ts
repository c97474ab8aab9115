// Which of the few escape sequences that concern the runner passed in this output? Private modes, full resets and shell-integration marks, whatever the chunk boundaries.

const BEL = 0x07;
const ESC = 0x1b;
const MARK_PREFIX = '133;';
/** A private-mode list is a few numbers; anything longer is not one. */
const MAX_MODE_CHARS = 64;
/** Characters of a mark that are kept: a command line of 4 096 bytes, percent-encoded, fits. */
const MAX_MARK_CHARS = 16 * 1024;

export interface EscapeSink {
  /** DECSET (`on`) or DECRST of private modes, e.g. 1049 (xterm's ctlseqs). */
  modes(numbers: readonly number[], on: boolean): void;
  /** DECKPAM (`on`) or DECKPNM. */
  keypad(on: boolean): void;
  /** RIS or DECSTR: the terminal is back to its defaults. */
  reset(): void;
  /** OSC 133 without its number: `A`, `B`, `C;cmdline_url=…`, `D;0`. */
  mark(payload: string): void;
}

type State = 'text' | 'escape' | 'csi' | 'modes' | 'soft-reset' | 'osc' | 'osc-escape';

/** Reads output chunk by chunk; keeps at most one unfinished sequence. Between sequences it costs one `indexOf`. */
export class EscapeScanner {
  readonly #sink: EscapeSink;
  #state: State = 'text';
  #held = '';

  constructor(sink: EscapeSink) {
    this.#sink = sink;
  }

  /** A scanner in the same place of the stream that tells another sink. */
  fork(sink: EscapeSink): EscapeScanner {
    const twin = new EscapeScanner(sink);
    twin.#state = this.#state;
    twin.#held = this.#held;
    return twin;
  }

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#state === 'text') {
        at = chunk.indexOf(ESC, at);
        if (at === -1) return;
        this.#enter('escape');
      } else {
        this.#step(chunk[at] ?? 0);
      }
      at += 1;
    }
  }

  #enter(state: State): void {
    this.#state = state;
    this.#held = '';
  }

  #step(byte: number): void {
    if (byte === ESC) {
      const maybeEnd = this.#state === 'osc' && this.#held.startsWith(MARK_PREFIX);
      if (maybeEnd) this.#state = 'osc-escape';
      else this.#enter('escape');
      return;
    }
    const char = String.fromCharCode(byte);
    if (this.#state === 'escape') this.#escape(char);
    else if (this.#state === 'csi')
      this.#enter(char === '?' ? 'modes' : char === '!' ? 'soft-reset' : 'text');
    else if (this.#state === 'modes') this.#modes(char);
    else if (this.#state === 'osc') this.#osc(byte, char);
    else if (this.#state === 'soft-reset') {
      if (char === 'p') this.#sink.reset();
      this.#enter('text');
    } else if (char === '\\') this.#endMark();
    else this.#escape(char);
  }

  #escape(char: string): void {
    this.#enter(char === '[' ? 'csi' : char === ']' ? 'osc' : 'text');
    if (char === 'c') this.#sink.reset();
    if (char === '=' || char === '>') this.#sink.keypad(char === '=');
  }

  #modes(char: string): void {
    if ((char >= '0' && char <= '9') || char === ';') {
      this.#held += char;
      if (this.#held.length > MAX_MODE_CHARS) this.#enter('text');
      return;
    }
    const numbers = this.#held.split(';').map(Number);
    this.#enter('text');
    if (char === 'h' || char === 'l') this.#sink.modes(numbers, char === 'h');
  }

  #osc(byte: number, char: string): void {
    const ended = byte === BEL && this.#held.startsWith(MARK_PREFIX);
    if (ended) this.#endMark();
    if (ended || byte < 0x20) {
      this.#enter('text');
      return;
    }
    if (this.#held.length < MAX_MARK_CHARS) this.#held += char;
    // Any other OSC is plain text to us: its end needs no finding.
    const known = this.#held.startsWith(MARK_PREFIX) || MARK_PREFIX.startsWith(this.#held);
    if (!known) this.#enter('text');
  }

  #endMark(): void {
    const payload = this.#held.slice(MARK_PREFIX.length);
    this.#enter('text');
    this.#sink.mark(payload);
  }
}
