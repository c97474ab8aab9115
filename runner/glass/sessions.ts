// Whose glass browser is this? One-use tickets from the course's page, then a key in a cookie, of which only the hash is kept; in memory only.
import { createHash, randomBytes } from 'node:crypto';
import { createJar, type Jar } from './jar.ts';
import type { GlassLanguage } from './teach-page.ts';
import { createVisits, type Visits } from './visits.ts';

const TICKET_MS = 30_000;
/** Browsers and tabs of one seat at a time; the oldest key goes first. */
const MAX_KEYS = 8;
const MAX_TICKETS = 16;
/** More values than one name can have honestly: a page may have put others in our way, on other paths. */
const MAX_VALUES = 40;

/** The glass browser of one seat: what its pages share. */
export interface SeatGlass {
  readonly seatId: string;
  readonly workshopId: string;
  /** Opaque part of its origin, and of its cookie's name. */
  readonly id: string;
  readonly jar: Jar;
  readonly visits: Visits;
  /** Requests under way. */
  busy: number;
}

/** One browser's access to it. */
export interface Session {
  readonly seat: SeatGlass;
  readonly language: GlassLanguage;
  /** Origin of the course's page around it: the only one that may frame it. */
  readonly course: string;
}

export interface Sessions {
  /** The glass browser of a seat, made when it is first asked for. */
  of(seatId: string, workshopId: string): SeatGlass;
  known(seatId: string): SeatGlass | undefined;
  byId(id: string): SeatGlass | undefined;
  ticket(session: Session): string;
  /** Uses a ticket up; gives the key for the cookie. */
  redeem(ticket: string, id: string): string | undefined;
  /** The session of a Cookie header; only for the seat whose origin this is. */
  find(cookieHeader: string | undefined, id: string): Session | undefined;
  endSeat(seatId: string): void;
}

/** The name of the seat's own cookie. */
export const cookieName = (id: string): string => `boite_glass_${id}`;

/** Value of its Set-Cookie header. A framed page of another site needs `None`, which needs `Secure`; loopback names count as such. */
export function keyCookie(id: string, key: string, secure: boolean): string {
  const rest = secure ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax';
  return `${cookieName(id)}=${key}; Path=/; HttpOnly; Max-Age=86400; ${rest}`;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
const secret = (): string => randomBytes(32).toString('base64url');

export function createSessions(now: () => number): Sessions {
  const seats = new Map<string, SeatGlass>();
  const ids = new Map<string, SeatGlass>();
  const tickets = new Map<string, { session: Session; until: number }>();
  const keys = new Map<string, Session>();

  /** Removes the oldest of a seat's entries beyond a number. */
  function trim<T>(
    entries: Map<string, T>,
    seatOf: (entry: T) => SeatGlass,
    seat: SeatGlass,
    most: number,
  ): void {
    const mine = [...entries].filter(([, entry]) => seatOf(entry) === seat);
    for (const [hash] of mine.slice(0, Math.max(0, mine.length - most))) entries.delete(hash);
  }

  return {
    of(seatId, workshopId) {
      const known = seats.get(seatId);
      if (known) return known;
      const id = randomBytes(10).toString('hex');
      const made = { seatId, workshopId, id, jar: createJar(), visits: createVisits(now), busy: 0 };
      seats.set(seatId, made);
      ids.set(id, made);
      return made;
    },
    known: (seatId) => seats.get(seatId),
    byId: (id) => ids.get(id),
    ticket(session) {
      const ticket = secret();
      tickets.set(digest(ticket), { session, until: now() + TICKET_MS });
      trim(tickets, (entry) => entry.session.seat, session.seat, MAX_TICKETS);
      return ticket;
    },
    redeem(ticket, id) {
      const entry = tickets.get(digest(ticket));
      tickets.delete(digest(ticket));
      if (entry === undefined || entry.until < now() || entry.session.seat.id !== id) return undefined;
      const key = secret();
      keys.set(digest(key), entry.session);
      trim(keys, (session) => session.seat, entry.session.seat, MAX_KEYS);
      return key;
    },
    find(cookieHeader, id) {
      const start = `${cookieName(id)}=`;
      const values = (cookieHeader ?? '').split(/;\s*/).filter((pair) => pair.startsWith(start));
      for (const pair of values.slice(0, MAX_VALUES)) {
        const session = keys.get(digest(pair.slice(start.length)));
        if (session?.seat.id === id) return session;
      }
      return undefined;
    },
    endSeat(seatId) {
      const seat = seats.get(seatId);
      if (!seat) return;
      seats.delete(seatId);
      ids.delete(seat.id);
      trim(tickets, (entry) => entry.session.seat, seat, 0);
      trim(keys, (session) => session.seat, seat, 0);
    },
  };
}
