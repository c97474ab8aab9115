// Who may come into a séance, come back to it, lead it and end it? Séances and seats, on the store; machines are `lab-desk.ts`.
import type { Language } from '../protocol/api.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Seat, Store, Workshop } from '../store/store.ts';
import { byJoinCode, drawJoinCode } from './join-code.ts';
import { byPersonalCode, drawPersonalCode } from './personal-code.ts';
import { type Pseudonym, readPseudonym } from './pseudonym.ts';
import { hashToken, looksLikeToken, newId, newToken } from './tokens.ts';

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

/** Somebody who leads a séance: `id` is made from the token and says nothing of it. */
export interface Leader {
  id: string;
  name: string;
  workshop: Workshop;
}

export interface Workshops {
  openWorkshop(wanted: NewWorkshop): Workshop;
  /** The séance that a start resumes, or a new one when none is open. */
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
  /** Who leads with this token, and what: the séance asked for, else the one that opened last among those that are open. */
  trainerOfToken(token: string, workshopId?: string): Leader | undefined;
  /** Séances that this token may lead, open ones first. */
  ledBy(token: string): Workshop[];
  /** This token may lead this séance, too. */
  alsoLead(token: string, workshopId: string): void;
  nameTrainer(token: string, name: string): void;
  /** This token leads nothing any more. */
  stopLeading(token: string): void;
  /** A seat for the trainer to try everything; it counts for nobody. */
  trial(workshopId: string, pseudonym: string): Entry;
  /** Removes a seat with everything that is known of it; listeners end its machines and sockets. */
  removeSeat(seatId: string): void;
  /** Two seats of one person become one: every browser of `from` is at `into`, and `from` is removed. */
  mergeSeats(from: string, into: string): void;
  onSeatRemoved(listener: (seat: Seat, why: 'removed' | 'merged') => void): void;
  /** The séance is over: its codes open nothing more; listeners end machines and sockets. Ending twice is ending once. */
  end(workshopId: string): void;
  onEnded(listener: (workshop: Workshop, seats: Seat[]) => void): void;
}

/** Séances of one runner. `now`: milliseconds since the epoch. */
export function createWorkshops(parts: { store: Store; now: () => number }): Workshops {
  const { store, now } = parts;
  const ended: ((workshop: Workshop, seats: Seat[]) => void)[] = [];

  const removed: ((seat: Seat, why: 'removed' | 'merged') => void)[] = [];
  const remove = (seatId: string, why: 'removed' | 'merged') => {
    const seat = store.getSeat(seatId);
    if (!seat) return;
    for (const listener of removed) listener(seat, why);
    store.removeSeat(seatId);
  };

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
    ensureDefault: (wanted) => store.openWorkshops().at(-1) ?? openWorkshop(wanted),
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
    trainerOfToken: (token, workshopId) => leaderOf(store, token, workshopId),
    ledBy: (token) =>
      looksLikeToken(token) ? store.workshopsByTrainerToken(hashToken(token), 'session') : [],
    alsoLead: (token, workshopId) => store.addTrainerToken(hashToken(token), workshopId, 'session', now()),
    nameTrainer: (token, name) => store.nameTrainer(hashToken(token), name),
    stopLeading: (token) => store.dropTrainerToken(hashToken(token)),
    trial(workshopId, pseudonym) {
      const seat = newSeat(store, now, workshopId, { text: pseudonym, fold: `trial ${newId()}` });
      if (!store.addSeat(seat)) throw new Refusal('pseudonym-taken');
      store.markTrial(seat.id);
      return enterSeat(store, now, seat);
    },
    removeSeat: (seatId) => remove(seatId, 'removed'),
    mergeSeats(from, into) {
      store.moveSeatTokens(from, into);
      remove(from, 'merged');
    },
    onSeatRemoved(listener) {
      removed.push(listener);
    },
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
  const seat = newSeat(store, now, workshop.id, pseudonym);
  if (!store.addSeat(seat)) throw new Refusal('pseudonym-taken');
  return enterSeat(store, now, seat);
}

function newSeat(store: Store, now: () => number, workshopId: string, pseudonym: Pseudonym): Seat {
  return {
    id: newId(),
    workshopId,
    pseudonym: pseudonym.text,
    pseudonymFold: pseudonym.fold,
    personalCode: drawPersonalCode(openSeats(store).map((s) => s.personalCode)),
    joinedAt: now(),
  };
}

/** The token may lead several séances: the one asked for, or none. */
function leaderOf(store: Store, token: string, workshopId: string | undefined): Leader | undefined {
  if (!looksLikeToken(token)) return undefined;
  const hash = hashToken(token);
  const led = store.workshopsByTrainerToken(hash, 'session');
  const workshop = workshopId === undefined ? led[0] : led.find((one) => one.id === workshopId);
  if (!workshop) return undefined;
  return { id: Buffer.from(hash).toString('hex').slice(0, 12), name: store.trainerName(hash), workshop };
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
