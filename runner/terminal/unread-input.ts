// How much may be typed into a program that reads nothing? A little waits for it; after a while the rest is refused, so that ^C and the acks still get through.
import { KEY_BYTES, MAX_FRAME_BYTES, MAX_UNREAD_INPUT_BYTES } from '../protocol/limits.ts';

/** How long a page waits for a program that has stopped reading before its paste is refused. */
const PATIENCE_MS = 2000;
/** How soon to look again whether the program reads. */
const LOOK_AGAIN_MS = 50;

/** The bound on what one page makes the runner hold for its program (clock given, no timers). */
export class UnreadInput {
  readonly #now: () => number;
  readonly #patienceMs: number;
  #lowest = 0;
  #stuckSince: number | undefined;

  /** @param now milliseconds that never go back. */
  constructor(now: () => number, patienceMs = PATIENCE_MS) {
    this.#now = now;
    this.#patienceMs = patienceMs;
  }

  /** May these bytes be typed while `unread` wait? A key always may, nearly: ^C must reach the program's queue. */
  takes(bytes: number, unread: number): boolean {
    const limit = MAX_UNREAD_INPUT_BYTES + (bytes <= KEY_BYTES ? MAX_FRAME_BYTES : 0);
    return unread + bytes <= limit;
  }

  /** @returns milliseconds before the page's next frame should be read; 0: now, there is room or no hope. */
  wait(unread: number): number {
    if (unread + MAX_FRAME_BYTES <= MAX_UNREAD_INPUT_BYTES) {
      this.#stuckSince = undefined;
      return 0;
    }
    if (this.#stuckSince === undefined || unread < this.#lowest) this.#stuckSince = this.#now();
    this.#lowest = unread;
    return this.#now() - this.#stuckSince < this.#patienceMs ? LOOK_AGAIN_MS : 0;
  }
}
