// May this WebSocket be opened, and by whom? One-use tickets of 256 bits, fetched over the authenticated API just before the upgrade.
import { createHash, randomBytes } from 'node:crypto';
import { TICKET_SECONDS } from '../protocol/limits.ts';

/** More unused tickets than any honest set of pages asks for; the oldest go first. */
const MAX_UNUSED_PER_SEAT = 32;

/** What a ticket lets its bearer do. */
export type Grant =
  | { for: 'live'; seatId: string }
  | {
      for: 'terminal';
      seatId: string;
      machine: string;
      terminal: string;
      readonly?: boolean;
      /** Who bears it, when it is not the seat itself: somebody who helps, or who looks on. */
      holder?: string;
      /** The consent that it stands on. */
      help?: string;
    }
  | { for: 'trainer'; holder: string; workshopId: string };

/** Whose sockets it counts among, and whose cookie must come with it. */
export const holderOf = (grant: Grant): string =>
  grant.for === 'trainer'
    ? grant.holder
    : grant.for === 'terminal'
      ? (grant.holder ?? grant.seatId)
      : grant.seatId;

/** The tickets that are out. In memory: a ticket need not survive a restart. */
export class Tickets {
  readonly #now: () => number;
  readonly #unused = new Map<string, { grant: Grant; expiresAt: number }>();

  /** @param options `now`: milliseconds, any origin. */
  constructor(options: { now: () => number } = { now: Date.now }) {
    this.#now = options.now;
  }

  /** @returns a ticket for one use within `TICKET_SECONDS`. */
  issue(grant: Grant): string {
    this.#sweep(holderOf(grant));
    const ticket = randomBytes(32).toString('base64url');
    this.#unused.set(digest(ticket), { grant, expiresAt: this.#now() + TICKET_SECONDS * 1000 });
    return ticket;
  }

  /** Uses the ticket up. @returns what it grants, or undefined when it is unknown, used or too old. */
  redeem(ticket: string): Grant | undefined {
    const key = digest(ticket);
    const entry = this.#unused.get(key);
    this.#unused.delete(key);
    return entry && entry.expiresAt > this.#now() ? entry.grant : undefined;
  }

  /** Makes every unused ticket of a seat void, and those of others for its terminals. */
  revoke(seatId: string): void {
    for (const [key, { grant }] of this.#unused)
      if (grant.for !== 'trainer' && grant.seatId === seatId) this.#unused.delete(key);
  }

  #sweep(holder: string): void {
    const now = this.#now();
    const mine: string[] = [];
    for (const [key, { grant, expiresAt }] of this.#unused) {
      if (expiresAt <= now) this.#unused.delete(key);
      else if (holderOf(grant) === holder) mine.push(key);
    }
    for (const key of mine.slice(0, Math.max(0, mine.length - MAX_UNUSED_PER_SEAT + 1)))
      this.#unused.delete(key);
  }
}

// Looked up by hash, so that how long a lookup takes says nothing about a ticket.
function digest(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64');
}
