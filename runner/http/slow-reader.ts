// How long may somebody take over a long answer, and how many may they have? A client that reads nothing must not hold a machine's work for ever.
import type { ServerResponse } from 'node:http';

export interface Patience {
  /** Time in which something of an answer must be taken, milliseconds. */
  idleMs: number;
  /** Longest time in all, milliseconds. */
  totalMs: number;
}

/** A room where forty people take their work home over one access point is slow; a minute and a half without a byte is an end. */
export const PATIENCE: Patience = { idleMs: 90_000, totalMs: 30 * 60_000 };

/** Answers of one reader at a time: who asks again does not wait for the first any more. */
const MOST = 2;

/** So often is looked, within the time in which something must be taken, whether anything was. */
const LOOKS = 4;

export class LongAnswers {
  readonly #open = new Map<string, Set<ServerResponse>>();
  readonly #patience: Patience;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /** From now on this answer is cut off when its reader is too slow, or asks for too many; whatever feeds it sees it close. */
  begin(reader: string, response: ServerResponse): void {
    const mine = this.#open.get(reader) ?? new Set();
    this.#open.set(reader, mine.add(response));
    const { idleMs, totalMs } = this.#patience;
    const cut = () => response.destroy();
    const total = setTimeout(cut, totalMs).unref();
    // Not the socket's own timeout: whoever writes to us now and then would keep that from ending.
    let [sent, looks] = [-1, 0];
    const idle = setInterval(() => {
      const { bytesWritten = 0 } = response.socket ?? {};
      looks = bytesWritten === sent ? looks + 1 : 0;
      sent = bytesWritten;
      if (looks === LOOKS) cut();
    }, idleMs / LOOKS).unref();
    response.once('close', () => {
      clearTimeout(total);
      clearInterval(idle);
      mine.delete(response);
      if (mine.size === 0) this.#open.delete(reader);
    });
    const [oldest] = mine;
    if (mine.size > MOST) oldest?.destroy();
  }
}
