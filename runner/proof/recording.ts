// What does a reader without a machine see? A recording of the proof's own terminal: asciicast version 2, one JSON value per line.
// Format: docs.asciinema.org/manual/asciicast/v2 (header, then [seconds, "o" | "m", text]).
import { StringDecoder } from 'node:string_decoder';

/** Longest silence kept, seconds: a reader does not wait for a machine that thinks. */
const LONGEST_GAP = 0.6;
/** Pause before a step begins, seconds: time to read what the last one showed. */
const STEP_PAUSE = 1.5;

/** Collects a terminal's output with step markers. */
export class Recording {
  readonly #title: string;
  readonly #size: { cols: number; rows: number };
  readonly #now: () => number;
  readonly #decoder = new StringDecoder('utf8');
  readonly #events: string[] = [];
  #time = 0;
  #lastAt: number;
  #pause = 0;
  readonly #day: string;
  #began: number;
  #took = 0;

  /**
   * @param now seconds; of a clock that never goes back
   * @param day on which it is made, as in 2026-11-22
   */
  constructor(title: string, size: { cols: number; rows: number }, now: () => number, day: string) {
    this.#title = title;
    this.#size = size;
    this.#now = now;
    this.#lastAt = now();
    this.#began = this.#lastAt;
    this.#day = day;
  }

  output(bytes: Uint8Array): void {
    const text = this.#decoder.write(Buffer.from(bytes));
    if (text !== '') this.#add('o', text);
  }

  /** Marks the place where a step begins; its label is the step's id. */
  step(id: string): void {
    this.#pause = this.#events.length === 0 ? 0 : STEP_PAUSE;
    this.#add('m', id);
    this.#began = this.#now();
  }

  /** The step that began last was seen to be done: the time since then, waiting included, is what it takes at least. */
  done(): void {
    this.#took += this.#now() - this.#began;
  }

  /** The whole file. */
  toString(): string {
    const { cols, rows } = this.#size;
    const header = {
      version: 2,
      width: cols,
      height: rows,
      title: this.#title,
      env: { TERM: 'xterm-256color' },
      // Ours: real seconds of all steps, typed without thinking; what is played has its silences cut.
      measured: { seconds: Math.round(this.#took), day: this.#day },
    };
    return `${[JSON.stringify(header), ...this.#events].join('\n')}\n`;
  }

  #add(kind: 'o' | 'm', text: string): void {
    const at = this.#now();
    this.#time += Math.min(Math.max(0, at - this.#lastAt), LONGEST_GAP) + this.#pause;
    this.#pause = 0;
    this.#lastAt = at;
    this.#events.push(JSON.stringify([Math.round(this.#time * 1000) / 1000, kind, text]));
  }
}
