// May this page get more, and must the shell wait? The page's acknowledgements decide (design: performance.md, variant 3); no I/O here.
import { ACK_EVERY_BYTES, WINDOW_HIGH_BYTES, WINDOW_LOW_BYTES } from '../protocol/limits.ts';

/** What one page has been sent and has not drawn yet. */
export class FlowWindow {
  #inFlight = 0;
  #open = true;
  #strained = false;

  /** True while the page may be sent more. */
  get open(): boolean {
    return this.#open;
  }

  /** True from the moment the page could not follow until it has nearly caught up; in between, ^C would wait behind a queue. */
  get strained(): boolean {
    return this.#strained;
  }

  /** Bytes sent and not acknowledged. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** Bytes that may still be sent before the window closes. */
  get room(): number {
    return this.#open ? Math.max(0, WINDOW_HIGH_BYTES - this.#inFlight) : 0;
  }

  /** @param buffered bytes that still wait in our own socket: a page that acknowledges what it never read cannot make us queue without end. */
  sent(bytes: number, buffered: number): void {
    this.#inFlight += bytes;
    if (Math.max(this.#inFlight, buffered) >= WINDOW_HIGH_BYTES) {
      this.#open = false;
      this.#strained = true;
    }
  }

  /** @returns false when the page claims more than it was sent; nothing is counted then. */
  acked(bytes: number, buffered: number): boolean {
    if (bytes > this.#inFlight) return false;
    this.#inFlight -= bytes;
    const level = Math.max(this.#inFlight, buffered);
    if (level <= WINDOW_LOW_BYTES) this.#open = true;
    if (level < ACK_EVERY_BYTES) this.#strained = false;
    return true;
  }
}

/** What pacing needs to know of one viewer. */
export interface Paced {
  flow: { readonly open: boolean };
  /** Its backlog was thrown away by ^C: it must not slow the shell. */
  held: boolean;
  /** It only watches: it sets the pace when nobody else is there. */
  readonly: boolean;
}

/** True when the shell must wait: somebody is there, and even the fastest page is full. Nobody there: never (the past is bounded, the program must not hang). */
export function shellMustWait(viewers: Iterable<Paced>): boolean {
  const all = [...viewers];
  const typing = all.filter((viewer) => !viewer.readonly);
  const pacing = typing.length > 0 ? typing : all;
  return pacing.length > 0 && pacing.every((viewer) => !viewer.held && !viewer.flow.open);
}
