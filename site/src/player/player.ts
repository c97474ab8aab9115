// Where is a recording, and what comes next? Play, pause, go to a moment or a step, at any speed; drawing is somebody else's.
import type { Cast } from './cast.ts';

/** What a recording is shown on. */
export interface PlayerScreen {
  write(text: string): void;
  /** As new: nothing written. */
  reset(): void;
}

export interface PlayerState {
  playing: boolean;
  /** Seconds from the beginning. */
  at: number;
  /** Index of the step being shown; -1 before the first. */
  step: number;
}

export interface PlayerClock {
  /** Milliseconds; never goes back. */
  now(): number;
  later(does: () => void, ms: number): () => void;
}

/** How often the position is told while nothing is printed, ms. */
const TOLD_EVERY_MS = 200;

export class Player {
  readonly cast: Cast;
  readonly #screen: PlayerScreen;
  readonly #tell: (state: PlayerState) => void;
  readonly #clock: PlayerClock;
  #at = 0;
  /** Number of events that are on the screen. */
  #written = 0;
  #speed = 1;
  #stopAt = Number.POSITIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(cast: Cast, screen: PlayerScreen, tell: (state: PlayerState) => void, clock: PlayerClock) {
    this.cast = cast;
    this.#screen = screen;
    this.#tell = tell;
    this.#clock = clock;
  }

  get state(): PlayerState {
    return { playing: this.#cancel !== undefined, at: this.#at, step: this.stepAt(this.#at) };
  }

  /** The step shown at a moment; -1 before the first. */
  stepAt(seconds: number): number {
    return this.cast.marks.findLastIndex((mark) => mark.at <= seconds);
  }

  /** Plays on (from the beginning when it had ended); `oneStep` stops where the next step begins. */
  play(oneStep = false): void {
    if (this.#at >= this.cast.seconds) this.seek(0);
    const next = this.cast.marks[this.stepAt(this.#at) + 1]?.at;
    // A little before the mark: the screen still shows the end of this step.
    this.#stopAt = oneStep && next !== undefined ? next - 0.001 : Number.POSITIVE_INFINITY;
    this.#cancel?.();
    this.#run();
  }

  pause(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#tell(this.state);
  }

  /** Shows the machine as it was at this moment. */
  seek(seconds: number): void {
    const at = Math.min(Math.max(0, seconds), this.cast.seconds);
    const { playing } = this.state;
    this.#cancel?.();
    if (at < this.#at) {
      this.#screen.reset();
      this.#written = 0;
    }
    this.#at = at;
    this.#writeUntilNow();
    this.#cancel = undefined;
    if (playing) this.#run();
    else this.#tell(this.state);
  }

  /** Goes to the beginning of a step, by index; before the first is the beginning of the recording. */
  toStep(index: number): void {
    const mark = this.cast.marks[Math.min(index, this.cast.marks.length - 1)];
    this.#stopAt = Number.POSITIVE_INFINITY;
    this.seek(index < 0 ? 0 : (mark?.at ?? 0));
  }

  setSpeed(speed: number): void {
    const { playing } = this.state;
    this.#speed = speed;
    if (!playing) return;
    this.#cancel?.();
    this.#run();
  }

  #run(): void {
    const from = { at: this.#at, now: this.#clock.now() };
    const go = (): void => {
      const limit = Math.min(this.#stopAt, this.cast.seconds);
      this.#at = Math.min(limit, from.at + ((this.#clock.now() - from.now) / 1000) * this.#speed);
      this.#writeUntilNow();
      if (this.#at >= limit) {
        this.pause();
        return;
      }
      const next = this.cast.events[this.#written]?.at ?? this.cast.seconds;
      const wait = Math.max(4, ((next - this.#at) * 1000) / this.#speed);
      this.#cancel = this.#clock.later(go, Math.min(wait, TOLD_EVERY_MS));
      this.#tell(this.state);
    };
    go();
  }

  #writeUntilNow(): void {
    const { events } = this.cast;
    let end = this.#written;
    while (end < events.length && (events[end]?.at ?? 0) <= this.#at) end += 1;
    if (end === this.#written) return;
    const news = events.slice(this.#written, end).map((event) => event.text);
    this.#written = end;
    this.#screen.write(news.join(''));
  }
}
