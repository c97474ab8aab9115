// Who may come into a séance, come back to it, lead it and end it? Séances and seats, on the store; machines are `lab-desk.ts`.
import type { Language } from '../protocol/api.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Seat, Store, Workshop } from '../store/store.ts';
import { byJoinCode, drawJoinCode } from './join-code.ts';
import { byPersonalCode, drawPersonalCode } from './personal-code.ts';
import { readPseudonym } from './pseudonym.ts';
import { hashToken, looksLikeToken, newId, newToken } from './tokens.ts';

/** How long a séance that is over keeps its rows (privacy rules, section 12), milliseconds. */
const KEPT_AFTER_END_MS = 30 * 24 * 3600 * 1000;

export interface NewWorkshop {
  title: string;
  language: Language;
  /** Most seats. */
  seats: number;
  /** Milliseconds since the epoch; shown, not enforced: the trainer ends a séance. */
  endsAt?: number;
}

/** A seat with the token that this browser keeps. */
export interface Entry {
  seat: Seat;
  token: string;
}

export interface Workshops {
  openWorkshop(wanted: NewWorkshop): Workshop;
  /** The séance that a start resumes, or a new one when none is open. Séances that ended over 30 days ago are forgotten here, with all their rows. */
  ensureDefault(wanted: NewWorkshop): Workshop;
  /** Throws `code-unknown`, `workshop-ended`, `workshop-full`, `pseudonym-taken`, `pseudonym-reserved`, `pseudonym-unreadable`. */
  join(code: string, pseudonym: string): Entry;
  /** One more token for the seat with this personal code (another tab, another device, a second person); throws `personal-code-unknown`. */
  returnBy(personalCode: string): Entry;
  /** Whose is this token? The workshop may have ended: the caller says so. */
  seatOfToken(token: string): { seat: Seat; workshop: Workshop } | undefined;
  /** This token is forgotten; the seat stays. */
  leave(token: string): void;
  /** A new one-time token for the trainer's link; earlier links that nobody used are void. */
  trainerLink(workshopId: string): string;
  /** Uses a link up; throws `not-a-trainer`. */
  enter(linkToken: string): { workshop: Workshop; token: string };
  workshopOfTrainer(token: string): Workshop | undefined;
  /** The séance is over: its codes open nothing more; listeners end machines and sockets. Ending twice is ending once. */
  end(workshopId: string): void;
  onEnded(listener: (workshop: Workshop, seats: Seat[]) => void): void;
}

/** Séances of one runner. `now`: milliseconds since the epoch. */
export function createWorkshops(parts: { store: Store; now: () => number }): Workshops {
  const { store, now } = parts;
  const ended: ((workshop: Workshop, seats: Seat[]) => void)[] = [];

  const openWorkshop = (wanted: NewWorkshop): Workshop => {
    const workshop: Workshop = {
      id: newId(),
      title: wanted.title,
      language: wanted.language,
      joinCode: drawJoinCode([...store.openWorkshops(), ...store.endedWorkshops()].map((w) => w.joinCode)),
      seats: wanted.seats,
      openedAt: now(),
      endsAt: wanted.endsAt,
      endedAt: undefined,
    };
    store.createWorkshop(workshop);
    return workshop;
  };

  return {
    openWorkshop,
    ensureDefault(wanted) {
      for (const old of store.endedWorkshops())
        if ((old.endedAt ?? 0) < now() - KEPT_AFTER_END_MS) store.removeWorkshop(old.id);
      return store.openWorkshops().at(-1) ?? openWorkshop(wanted);
    },
    join: (code, pseudonym) => join(store, now, code, pseudonym),
    returnBy(personalCode) {
      const seat = byPersonalCode(personalCode, openSeats(store));
      if (seat === undefined) throw new Refusal('personal-code-unknown');
      return enterSeat(store, now, seat);
    },
    seatOfToken(token) {
      if (!looksLikeToken(token)) return undefined;
      const seat = store.seatByToken(hashToken(token));
      const workshop = seat && store.getWorkshop(seat.workshopId);
      return seat && workshop && { seat, workshop };
    },
    leave(token) {
      if (looksLikeToken(token)) store.dropSeatToken(hashToken(token));
    },
    trainerLink(workshopId) {
      store.dropTrainerTokens(workshopId, 'link');
      const token = newToken();
      store.addTrainerToken(hashToken(token), workshopId, 'link', now());
      return token;
    },
    enter: (linkToken) => enterAsTrainer(store, now, linkToken),
    workshopOfTrainer: (token) =>
      looksLikeToken(token) ? store.workshopByTrainerToken(hashToken(token), 'session') : undefined,
    end(workshopId) {
      const workshop = store.getWorkshop(workshopId);
      if (workshop === undefined || workshop.endedAt !== undefined) return;
      store.endWorkshop(workshopId, now());
      const seats = store.seatsOf(workshopId);
      for (const listener of ended) listener({ ...workshop, endedAt: now() }, seats);
    },
    onEnded(listener) {
      ended.push(listener);
    },
  };
}

const openSeats = (store: Store): Seat[] => store.openWorkshops().flatMap((w) => store.seatsOf(w.id));

function join(store: Store, now: () => number, code: string, typedPseudonym: string): Entry {
  const workshop = byJoinCode(code, store.openWorkshops());
  // Said to somebody who holds a real code, and comes late; a guess learns nothing that opens a door.
  if (workshop === undefined)
    throw new Refusal(byJoinCode(code, store.endedWorkshops()) ? 'workshop-ended' : 'code-unknown');
  const pseudonym = readPseudonym(typedPseudonym);
  if (store.countSeats(workshop.id) >= workshop.seats) throw new Refusal('workshop-full');
  const seat: Seat = {
    id: newId(),
    workshopId: workshop.id,
    pseudonym: pseudonym.text,
    pseudonymFold: pseudonym.fold,
    personalCode: drawPersonalCode(openSeats(store).map((s) => s.personalCode)),
    joinedAt: now(),
  };
  if (!store.addSeat(seat)) throw new Refusal('pseudonym-taken');
  return enterSeat(store, now, seat);
}

function enterSeat(store: Store, now: () => number, seat: Seat): Entry {
  const token = newToken();
  store.addSeatToken(hashToken(token), seat.id, now());
  return { seat, token };
}

function enterAsTrainer(
  store: Store,
  now: () => number,
  linkToken: string,
): { workshop: Workshop; token: string } {
  const hash = hashToken(linkToken);
  const workshop = looksLikeToken(linkToken) ? store.workshopByTrainerToken(hash, 'link') : undefined;
  if (workshop === undefined) throw new Refusal('not-a-trainer');
  store.dropTrainerToken(hash);
  const token = newToken();
  store.addTrainerToken(hashToken(token), workshop.id, 'session', now());
  return { workshop, token };
}
