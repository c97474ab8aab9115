// What holds a class together? Every seat's place, every raised hand, what the class is told; says who must hear of a change.
import { randomUUID } from 'node:crypto';
import type { BoardHead, BoardRow, Figures } from '../protocol/board.ts';
import type { ClassView } from '../protocol/class.ts';
import type { LabView } from '../protocol/live-frames.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Seat, Store, Workshop } from '../store/store.ts';
import type { Desk } from '../workshop/desk.ts';
import { BoardRows, type Presence } from './board-rows.ts';
import { type ClassState, DEFAULT_KEEP_DAYS, readClassState } from './class-state.ts';
import { afterPause, type ClassTimes, movedEnd, timerEnd } from './class-time.ts';
import { cleanText } from './clean-text.ts';
import { figuresOf } from './figures.ts';
import { Hands } from './hands.ts';
import { HelpDesk, type Trainer } from './help.ts';
import { LastChecks } from './last-checks.ts';
import { StepWatch } from './step-watch.ts';

export interface ClassroomParts {
  store: Store;
  desk: Desk;
  presence: Presence;
  now: () => number;
  /** Lab id → its steps in order; a test may know none. */
  labSteps?: () => ReadonlyMap<string, readonly string[]>;
  /** Days that a séance is kept after its end when it does not say. */
  keepDays?: number;
}

export class Classroom {
  readonly help: HelpDesk;
  readonly #parts: ClassroomParts;
  readonly #states = new Map<string, ClassState>();
  readonly #rows: BoardRows;
  readonly #steps: StepWatch;
  readonly #hands: Hands;
  readonly #checks = new LastChecks();
  readonly #offers = new Map<string, { id: string; lab: string; step: string }>();
  #closed = false;
  readonly #boardListeners = new Set<(workshopId: string) => void>();
  readonly #seatListeners = new Set<(seatId: string) => void>();

  constructor(parts: ClassroomParts) {
    this.#parts = parts;
    const { store, now } = parts;
    this.#hands = new Hands({ store, now, changed: (seatId) => this.#seatChanged(seatId, true) });
    this.help = new HelpDesk({ store, now, changed: (seatId) => this.#seatChanged(seatId, false) });
    this.#steps = new StepWatch({ store, now });
    this.#rows = new BoardRows({
      labSteps: () => new Map(),
      ...parts,
      hands: this.#hands,
      help: this.help,
      checks: this.#checks,
      pausedSince: (workshopId) => this.state(workshopId).pausedSince,
    });
    parts.desk.onChange((seatId, view) => this.#labChanged(seatId, view));
    parts.desk.onChecked((seatId, checked) => {
      if (!this.#closed && this.#checks.note(seatId, checked, now())) this.#seatChanged(seatId, false);
    });
  }

  /** Calls back when a board of this workshop is no longer true. */
  onBoard(listener: (workshopId: string) => void): void {
    this.#boardListeners.add(listener);
  }

  /** Calls back when a seat's view of the class changed. */
  onSeat(listener: (seatId: string) => void): void {
    this.#seatListeners.add(listener);
  }

  /** From now on nothing is heard or told: the runner stops, and its store with it. */
  close(): void {
    this.#closed = true;
    this.#boardListeners.clear();
    this.#seatListeners.clear();
    this.help.close();
  }

  // ── What pages see. ──

  /** The class as a seat sees it. @throws Refusal `not-joined` */
  view(seatId: string): ClassView {
    const { store, now } = this.#parts;
    const seat = this.#seat(seatId);
    const workshop = store.getWorkshop(seat.workshopId);
    const state = this.state(seat.workshopId);
    const kept = store.seatClass(seatId);
    const { message, look, timer, everybodyAt, pausedSince, asleep, closing, shown } = state;
    const solve = this.#offers.get(seatId);
    return {
      now: now(),
      ...(workshop?.endsAt !== undefined && { endsAt: workshop.endsAt + kept.extraMs }),
      ...(pausedSince !== undefined && { pausedSince }),
      ...(asleep && { asleep }),
      ...(closing && { closing }),
      ...(message && { message }),
      // The trainer's own try-out is not called to the board.
      ...(look && !kept.trial && { look }),
      ...(timer && { timer }),
      ...(everybodyAt && { everybodyAt }),
      ...this.#hands.view(seat, kept),
      help: this.help.view(seatId),
      ...(solve && { solve }),
      ...(shown && shown.seatId !== seatId && { shown: { by: shown.by } }),
    };
  }

  /** Every seat, who needs help first. */
  rows(workshopId: string): BoardRow[] {
    return this.#rows.of(workshopId);
  }

  /** What stands above the rows, but for what only the server knows. */
  head(workshopId: string): Omit<BoardHead, 'warnings'> {
    const workshop = this.#workshop(workshopId);
    const { message, look, timer, everybodyAt, pausedSince, asleep, closing, shown } = this.state(workshopId);
    return {
      now: this.#parts.now(),
      workshop: {
        id: workshop.id,
        title: workshop.title,
        seats: workshop.seats,
        ended: workshop.endedAt !== undefined,
        ...(workshop.endsAt !== undefined && { endsAt: workshop.endsAt }),
        ...(pausedSince !== undefined && { pausedSince }),
        ...(asleep && { asleep }),
        closing: closing === true,
      },
      ...(message && { message: message.text }),
      look: look !== undefined,
      ...(timer && { timer: timer.endsAt }),
      ...(everybodyAt && { everybodyAt }),
      ...(shown && { shown: shown.seatId }),
    };
  }

  state(workshopId: string): ClassState {
    const known = this.#states.get(workshopId);
    if (known) return known;
    const read = readClassState(this.#parts.store.classState(workshopId));
    this.#states.set(workshopId, read);
    return read;
  }

  keepDays(workshopId: string): number {
    return this.state(workshopId).keepDays ?? this.#parts.keepDays ?? DEFAULT_KEEP_DAYS;
  }

  /** Numbers of the class, of nobody. `labs`: lab id → its steps in order. */
  figures(workshopId: string, labs: ReadonlyMap<string, readonly string[]>): Figures {
    const { store } = this.#parts;
    const seats = store.seatsOf(workshopId).filter((seat) => !store.seatClass(seat.id).trial);
    return figuresOf(
      seats.map(({ id }) => ({
        times: store.stepTimes(id),
        passed: (lab) => store.passedSteps(id, lab),
      })),
      labs,
    );
  }

  // ── What trainees do. ──

  raiseHand(seatId: string, sentence: string | undefined): void {
    this.#hands.raise(this.#seat(seatId), sentence);
  }

  lowerHand(seatId: string): void {
    this.#hands.lower(this.#seat(seatId));
  }

  /** @throws Refusal `not-found` when the offer is gone */
  answerOffer(seatId: string, id: string): { lab: string; step: string } {
    const offer = this.#offers.get(seatId);
    if (offer?.id !== id) throw new Refusal('not-found');
    this.#offers.delete(seatId);
    this.#seatChanged(seatId, false);
    return offer;
  }

  /** A page of the seat came, went, or shows something else. */
  placeChanged(seatId: string): void {
    if (this.#closed) return;
    this.#rows.forget(seatId);
    const seat = this.#parts.store.getSeat(seatId);
    if (seat) this.#tellBoard(seat.workshopId);
  }

  // ── What trainers do. Seats are of their own workshop, or `not-found`. ──

  seatIn(workshopId: string, seatId: string): Seat {
    const seat = this.#parts.store.getSeat(seatId);
    if (seat?.workshopId !== workshopId) throw new Refusal('not-found');
    return seat;
  }

  hand(workshopId: string, seatId: string, does: 'take' | 'leave' | 'done', trainer: Trainer): void {
    this.#hands.care(this.seatIn(workshopId, seatId), does, trainer);
  }

  say(workshopId: string, typed: string, trainer: Trainer): void {
    const text = cleanText(typed);
    const message = { id: randomUUID(), text, by: trainer.name, at: this.#parts.now() };
    this.#change(workshopId, { message: text === '' ? undefined : message });
  }

  look(workshopId: string, on: boolean, trainer: Trainer): void {
    this.#change(workshopId, { look: on ? { id: randomUUID(), by: trainer.name } : undefined });
  }

  timer(workshopId: string, minutes: number): void {
    const endsAt = timerEnd(this.#times(workshopId), minutes);
    this.#change(workshopId, { timer: minutes === 0 ? undefined : { id: randomUUID(), endsAt } });
  }

  everybodyAt(workshopId: string, at: { lab: string; step: string } | null): void {
    this.#change(workshopId, { everybodyAt: at ?? undefined });
  }

  /** Shows the terminal of a try-out to everybody; undefined: no more. @throws Refusal `forbidden` for a trainee's */
  show(workshopId: string, seatId: string | undefined, trainer: Trainer): void {
    if (seatId !== undefined) {
      this.seatIn(workshopId, seatId);
      if (!this.#parts.store.seatClass(seatId).trial) throw new Refusal('forbidden');
    }
    this.#change(workshopId, { shown: seatId === undefined ? undefined : { seatId, by: trainer.name } });
  }

  closing(workshopId: string, on: boolean): void {
    this.#change(workshopId, { closing: on || undefined });
  }

  /** What a new séance was opened with. */
  plan(workshopId: string, plan: ClassState['plan'], keepDays: number | undefined): void {
    this.#change(workshopId, { plan, keepDays });
  }

  /** Moves the end of all, or of one. Without an announced end, counted from now. @throws Refusal */
  extend(workshopId: string, minutes: number, seatId: string | undefined): void {
    const { store } = this.#parts;
    if (seatId !== undefined) {
      this.seatIn(workshopId, seatId);
      store.setExtra(seatId, Math.max(0, store.seatClass(seatId).extraMs + minutes * 60_000));
      this.#seatChanged(seatId, true);
      return;
    }
    store.setEndsAt(workshopId, movedEnd(this.#times(workshopId), minutes));
    this.refresh(workshopId);
  }

  /** The end by the clock on the wall; undefined: none. */
  setEnd(workshopId: string, endsAt: number | undefined): void {
    const paused = this.state(workshopId).pausedSince !== undefined;
    this.#parts.store.setEndsAt(workshopId, endsAt);
    this.#change(workshopId, { endHolds: (paused && endsAt !== undefined) || undefined });
  }

  /** The time of a pause counts for nothing: ends and steps move by it. `asleep`: its machines are off, too; a short pause may become that. */
  pause(workshopId: string, on: boolean, asleep = false): void {
    const { store, now } = this.#parts;
    const { pausedSince } = this.state(workshopId);
    if (on) {
      if (pausedSince === undefined || asleep)
        this.#change(workshopId, { pausedSince: pausedSince ?? now(), ...(asleep && { asleep }) });
      return;
    }
    if (pausedSince === undefined) return;
    const { awayMs, endsAt, timer } = afterPause(this.#times(workshopId));
    store.setEndsAt(workshopId, endsAt);
    store.delaySteps(workshopId, awayMs);
    this.#change(workshopId, {
      pausedSince: undefined,
      asleep: undefined,
      endHolds: undefined,
      timer,
    });
  }

  /** Offers « faire à ma place » to one seat, or to everybody who has not passed this step and is at it. Gives how many. */
  offerSolve(workshopId: string, lab: string, step: string, only: string | undefined): number {
    const rows = this.rows(workshopId).filter((row) =>
      only === undefined ? row.lab === lab && row.step === step && row.here && !row.trial : row.id === only,
    );
    if (only !== undefined) this.seatIn(workshopId, only);
    for (const { id } of rows) {
      this.#offers.set(id, { id: randomUUID(), lab, step });
      this.#seatChanged(id, false);
    }
    return rows.length;
  }

  /** A seat is no more, or two became one. */
  forgetSeat(seatId: string, workshopId: string): void {
    this.help.forgetSeat(seatId);
    this.#hands.forget(seatId);
    for (const known of [this.#checks, this.#offers]) known.delete(seatId);
    this.#rows.forget(seatId);
    if (this.state(workshopId).shown?.seatId === seatId) this.#change(workshopId, { shown: undefined });
    else this.refresh(workshopId);
  }

  /** The séance is over: nobody waits for anything, nobody watches anybody; what it was opened with stays, and how far everybody came. */
  ended(workshopId: string): void {
    const { store } = this.#parts;
    for (const { id } of store.seatsOf(workshopId)) {
      this.help.forgetSeat(id);
      this.#hands.forget(id);
      // Each write waits for the disk: only those that change something.
      if (store.seatClass(id).handAt !== undefined) store.lowerHand(id);
      this.#offers.delete(id);
    }
    const { plan, keepDays } = this.state(workshopId);
    const nothing = Object.fromEntries(Object.keys(this.state(workshopId)).map((key) => [key, undefined]));
    this.#change(workshopId, { ...nothing, plan, keepDays });
  }

  /** Something that only the caller knows has changed for the whole workshop. */
  refresh(workshopId: string): void {
    // What was under way when the runner stops ends after it.
    if (this.#closed) return;
    this.#change(workshopId, {});
  }

  forgetWorkshop(workshopId: string): void {
    this.#states.delete(workshopId);
    this.#tellBoard(workshopId);
  }

  // ── Inside. ──

  #labChanged(seatId: string, view: LabView): void {
    if (this.#closed || !this.#parts.store.getSeat(seatId)) return;
    this.#steps.saw(seatId, view);
    const offer = this.#offers.get(seatId);
    // Done meanwhile: nothing is left to offer.
    if (offer?.lab === view.lab && view.steps.some((one) => one.id === offer.step && one.passed))
      this.#offers.delete(seatId);
    this.#seatChanged(seatId, false);
  }

  #seatChanged(seatId: string, moved: boolean): void {
    if (this.#closed) return;
    this.#rows.forget(seatId);
    const seat = this.#parts.store.getSeat(seatId);
    if (!seat) return;
    if (moved || this.#parts.presence.present(seatId)) for (const tell of this.#seatListeners) tell(seatId);
    this.#tellBoard(seat.workshopId);
  }

  #change(workshopId: string, change: { [K in keyof ClassState]?: ClassState[K] | undefined }): void {
    const { store } = this.#parts;
    const merged = Object.fromEntries(
      Object.entries({ ...this.state(workshopId), ...change }).filter(([, value]) => value !== undefined),
    ) as ClassState;
    this.#states.set(workshopId, merged);
    if (store.getWorkshop(workshopId)) store.keepClassState(workshopId, JSON.stringify(merged));
    for (const seat of store.seatsOf(workshopId)) {
      this.#rows.forget(seat.id);
      for (const tell of this.#seatListeners) tell(seat.id);
    }
    this.#tellBoard(workshopId);
  }

  #times(workshopId: string): ClassTimes {
    const { endsAt } = this.#workshop(workshopId);
    return { ...this.state(workshopId), endsAt, now: this.#parts.now() };
  }

  #tellBoard(workshopId: string): void {
    for (const tell of this.#boardListeners) tell(workshopId);
  }

  #seat(seatId: string): Seat {
    const seat = this.#parts.store.getSeat(seatId);
    if (!seat) throw new Refusal('not-joined');
    return seat;
  }

  #workshop(workshopId: string): Workshop {
    const workshop = this.#parts.store.getWorkshop(workshopId);
    if (!workshop) throw new Refusal('not-found');
    return workshop;
  }
}
