// Who watches whose terminal, and who agreed to it? Consent is asked, given, seen and taken back here; a restart of the runner forgets every consent, never the log.
import { randomUUID } from 'node:crypto';
import type { ClassView, HelpEvent } from '../protocol/class.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Store } from '../store/store.ts';

/** Somebody who leads, as those who are helped know them. */
export interface Trainer {
  id: string;
  /** May be empty: « la personne qui anime ». */
  name: string;
}

export interface HelpSession {
  readonly id: string;
  readonly seatId: string;
  readonly trainer: Trainer;
  state: 'asked' | 'watch' | 'write';
  typing: boolean;
}

/** « Is typing » stays so long after the last key, milliseconds. */
const TYPING_MS = 1_500;
/** A consent whose page is gone this long is over, milliseconds. */
const UNUSED_MS = 60_000;
/** Events shown to both sides. */
const LOG_SHOWN = 20;

export class HelpDesk {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #changed: (seatId: string) => void;
  readonly #sessions = new Map<string, HelpSession>();
  readonly #sockets = new Map<string, Set<() => void>>();
  readonly #typing = new Map<string, NodeJS.Timeout>();
  readonly #unused = new Map<string, NodeJS.Timeout>();
  readonly #refused = new Map<string, number>();

  constructor(parts: { store: Store; now: () => number; changed: (seatId: string) => void }) {
    this.#store = parts.store;
    this.#now = parts.now;
    this.#changed = parts.changed;
  }

  /** A trainer asks to help. Asking twice is asking once. */
  ask(seatId: string, trainer: Trainer): HelpSession {
    const known = this.of(seatId, trainer.id);
    if (known) return known;
    const session: HelpSession = { id: randomUUID(), seatId, trainer, state: 'asked', typing: false };
    this.#sessions.set(session.id, session);
    this.#log(session, 'asked');
    return session;
  }

  /** The trainee answers. @throws Refusal `not-found` when the question is gone */
  answer(seatId: string, id: string, answer: 'no' | 'watch' | 'write'): void {
    const session = this.#mine(seatId, id);
    if (answer === 'no') {
      this.#refused.set(`${seatId} ${session.trainer.id}`, this.#now());
      this.#end(session, 'refused');
      return;
    }
    // « Regarder » after « regarder et écrire » takes the keyboard back: what is open with it closes and comes back without.
    if (session.state === 'write' && answer === 'watch') this.#closeSockets(session.id);
    session.state = answer;
    this.#log(session, answer);
    this.#watchUse(session);
  }

  /** The trainee cuts. @throws Refusal `not-found` */
  cut(seatId: string, id: string): void {
    this.#end(this.#mine(seatId, id), 'cut');
  }

  /** The trainer leaves, or takes the question back. Nothing happens when there is nothing. */
  leave(seatId: string, trainerId: string): void {
    const session = this.of(seatId, trainerId);
    if (session) this.#end(session, session.state === 'asked' ? 'withdrawn' : 'left');
  }

  /** Everything of a seat that is no more. */
  forgetSeat(seatId: string): void {
    for (const session of [...this.#sessions.values()]) if (session.seatId === seatId) this.#drop(session);
    for (const key of [...this.#refused.keys()]) if (key.startsWith(`${seatId} `)) this.#refused.delete(key);
  }

  /** Forgets every consent without a word (the runner stops). */
  close(): void {
    for (const session of [...this.#sessions.values()]) this.#drop(session);
  }

  of(seatId: string, trainerId: string): HelpSession | undefined {
    return [...this.#sessions.values()].find((s) => s.seatId === seatId && s.trainer.id === trainerId);
  }

  /** The one to show on the board: who writes, else who watches, else who asks. */
  on(seatId: string): HelpSession | undefined {
    const here = [...this.#sessions.values()].filter((s) => s.seatId === seatId);
    return here.find((s) => s.state === 'write') ?? here.find((s) => s.state === 'watch') ?? here[0];
  }

  get(id: string): HelpSession | undefined {
    return this.#sessions.get(id);
  }

  refusedAt(seatId: string): number | undefined {
    const times = [...this.#refused].filter(([key]) => key.startsWith(`${seatId} `)).map(([, at]) => at);
    return times.length === 0 ? undefined : Math.max(...times);
  }

  /** A trainer's page is on the terminal; `close` ends it at once. Gives what to call when it is gone. */
  opened(id: string, close: () => void): () => void {
    const session = this.#sessions.get(id);
    if (!session || session.state === 'asked') {
      close();
      return () => {};
    }
    const sockets = this.#sockets.get(id) ?? new Set();
    this.#sockets.set(id, sockets.add(close));
    clearTimeout(this.#unused.get(id));
    return () => {
      sockets.delete(close);
      if (this.#sessions.get(id) === session) this.#watchUse(session);
    };
  }

  /** The trainer typed something. */
  typed(id: string): void {
    const session = this.#sessions.get(id);
    if (!session) return;
    clearTimeout(this.#typing.get(id));
    this.#typing.set(
      id,
      setTimeout(() => this.#setTyping(session, false), TYPING_MS),
    );
    if (!session.typing) this.#setTyping(session, true);
  }

  /** As the trainee sees it. */
  view(seatId: string): ClassView['help'] {
    const here = [...this.#sessions.values()].filter((s) => s.seatId === seatId);
    return {
      asks: here.filter((s) => s.state === 'asked').map((s) => ({ id: s.id, by: s.trainer.name })),
      here: here
        .filter((s) => s.state !== 'asked')
        .map((s) => ({ id: s.id, by: s.trainer.name, write: s.state === 'write', typing: s.typing })),
      log: this.#store
        .helpLog(seatId)
        .slice(-LOG_SHOWN)
        .map((entry) => ({ ...entry, what: entry.what as HelpEvent['what'] })),
    };
  }

  #mine(seatId: string, id: string): HelpSession {
    const session = this.#sessions.get(id);
    if (session?.seatId !== seatId) throw new Refusal('not-found');
    return session;
  }

  #watchUse(session: HelpSession): void {
    const { id } = session;
    clearTimeout(this.#unused.get(id));
    if ((this.#sockets.get(id)?.size ?? 0) > 0) return;
    const timer = setTimeout(() => this.#end(session, 'left'), UNUSED_MS);
    timer.unref();
    this.#unused.set(id, timer);
  }

  #setTyping(session: HelpSession, typing: boolean): void {
    session.typing = typing;
    this.#changed(session.seatId);
  }

  #end(session: HelpSession, what: HelpEvent['what']): void {
    if (!this.#sessions.has(session.id)) return;
    this.#drop(session);
    this.#log(session, what);
  }

  #drop({ id }: HelpSession): void {
    this.#sessions.delete(id);
    clearTimeout(this.#typing.get(id));
    clearTimeout(this.#unused.get(id));
    this.#typing.delete(id);
    this.#unused.delete(id);
    this.#closeSockets(id);
    this.#sockets.delete(id);
  }

  #closeSockets(id: string): void {
    for (const close of [...(this.#sockets.get(id) ?? [])]) close();
  }

  #log({ seatId, trainer }: HelpSession, what: HelpEvent['what']): void {
    this.#store.logHelp(seatId, { at: this.#now(), by: trainer.name, what });
    this.#changed(seatId);
  }
}
