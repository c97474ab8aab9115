// What must a page be sent so that it shows this terminal as it is? The kept bytes, from a place where drawing can start, in the modes of that place.
import { SCROLLBACK_BYTES } from '../protocol/limits.ts';
import { EscapeScanner } from './escape-scanner.ts';
import { Ring } from './ring.ts';
import { ScreenModes } from './screen-modes.ts';

/** Modes are remembered at this distance in the stream, so that any kept place's modes are found by reading little. */
const CHECKPOINT_EVERY_BYTES = 32 * 1024;
/** How far to look for the beginning of a line. */
const LINE_SEARCH_BYTES = 4 * 1024;

interface Checkpoint {
  offset: number;
  scanner: EscapeScanner;
  modes: ScreenModes;
}

/** The past of one terminal, bounded. */
export class History {
  readonly #ring = new Ring(SCROLLBACK_BYTES);
  readonly #onMark: (payload: string) => void;
  #modes = new ScreenModes();
  #scanner: EscapeScanner;
  #checkpoints: Checkpoint[] = [];

  /** @param onMark hears each OSC 133 mark as it passes. */
  constructor(onMark: (payload: string) => void) {
    this.#onMark = onMark;
    this.#scanner = this.#newScanner();
  }

  get start(): number {
    return this.#ring.start;
  }

  get end(): number {
    return this.#ring.end;
  }

  /** Bytes of memory held for the past. */
  get retainedBytes(): number {
    return this.#ring.capacity;
  }

  /** True while a full-screen program owns the screen. */
  get alternateScreen(): boolean {
    return this.#modes.alternate;
  }

  append(chunk: Buffer): void {
    const last = this.#checkpoints.at(-1)?.offset ?? 0;
    if (this.#ring.end - last >= CHECKPOINT_EVERY_BYTES) this.#remember();
    this.#ring.append(chunk);
    this.#scanner.push(chunk);
  }

  copy(from: number, to: number): Buffer {
    return this.#ring.copy(from, to);
  }

  /** At most about `maxBytes` of past that a new screen can draw, ending now. */
  replay(maxBytes: number): Buffer {
    const wanted = Math.max(this.#ring.start, this.#ring.end - maxBytes);
    if (wanted === 0) return this.#ring.copy(0, this.#ring.end);
    const known = this.#checkpointFor(wanted);
    const from = this.#saneStart(Math.max(wanted, known.offset));
    const modes = new ScreenModes(known.modes);
    const skipped = this.#ring.copy(known.offset, from);
    known.scanner.fork(sinkFor(modes, () => undefined)).push(skipped);
    return Buffer.concat([Buffer.from(modes.restore(), 'latin1'), this.#ring.copy(from, this.#ring.end)]);
  }

  /** Forgets everything; offsets go on. */
  clear(): void {
    this.#ring.clear();
    this.#modes = new ScreenModes();
    this.#scanner = this.#newScanner();
    this.#checkpoints = [];
    if (this.#ring.end > 0) this.#remember();
  }

  #newScanner(): EscapeScanner {
    return new EscapeScanner(sinkFor(this.#modes, this.#onMark));
  }

  #remember(): void {
    const modes = new ScreenModes(this.#modes);
    const scanner = this.#scanner.fork(sinkFor(modes, () => undefined));
    this.#checkpoints = this.#checkpoints.filter(({ offset }) => offset >= this.#ring.start);
    this.#checkpoints.push({ offset: this.#ring.end, scanner, modes });
  }

  #checkpointFor(wanted: number): Checkpoint {
    const kept = this.#checkpoints.filter(({ offset }) => offset >= this.#ring.start);
    const before = kept.findLast(({ offset }) => offset <= wanted);
    return before ?? kept[0] ?? { offset: this.#ring.end, scanner: this.#scanner, modes: this.#modes };
  }

  // A screen drawn from the middle of a line, a sequence or a letter would begin with rubbish.
  #saneStart(from: number): number {
    if (from === 0) return 0;
    const near = this.#ring.copy(from, from + LINE_SEARCH_BYTES);
    const newline = near.indexOf(0x0a);
    if (newline !== -1) return from + newline + 1;
    const sequence = near.indexOf(0x1b);
    if (sequence !== -1) return from + sequence;
    const letter = near.findIndex((byte) => (byte & 0xc0) !== 0x80);
    return letter === -1 ? from : from + letter;
  }
}

function sinkFor(modes: ScreenModes, mark: (payload: string) => void) {
  return {
    modes: (numbers: readonly number[], on: boolean) => modes.modes(numbers, on),
    keypad: (on: boolean) => modes.keypad(on),
    reset: () => modes.reset(),
    mark,
  };
}
