// What does the board show of each seat? Its place in its work, its hand, its help and its last check, in the order of need; what is costly to gather is kept until it changes.
import type { BoardRow } from '../protocol/board.ts';
import type { LabView } from '../protocol/live-frames.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Seat, Store } from '../store/store.ts';
import type { Desk } from '../workshop/desk.ts';
import type { Hands } from './hands.ts';
import type { HelpDesk } from './help.ts';
import { inOrderOfNeed } from './help-order.ts';
import type { LastChecks } from './last-checks.ts';
import { type SeatFacts, seatFacts, stepKey } from './seat-facts.ts';
import { isStuck } from './stuck.ts';

/** What the classroom asks of the pages that are open. */
export interface Presence {
  present(seatId: string): boolean;
  shown(seatId: string): ReadonlySet<string>;
  /** Lesson that a page of the seat shows. */
  lesson(seatId: string): string | undefined;
}

export interface BoardRowsParts {
  store: Store;
  desk: Desk;
  presence: Presence;
  now: () => number;
  hands: Hands;
  help: HelpDesk;
  checks: LastChecks;
  /** Lab id → its steps in order. */
  labSteps: () => ReadonlyMap<string, readonly string[]>;
  /** When the class began to pause, while it does. */
  pausedSince: (workshopId: string) => number | undefined;
}

/** A refusal of help is news for so long, milliseconds. */
const REFUSAL_NEWS_MS = 60_000;

export class BoardRows {
  readonly #parts: BoardRowsParts;
  readonly #facts = new Map<string, SeatFacts>();

  constructor(parts: BoardRowsParts) {
    this.#parts = parts;
  }

  /** What was gathered of a seat is no longer true. */
  forget(seatId: string): void {
    this.#facts.delete(seatId);
  }

  /** Every seat, who needs help first. */
  of(workshopId: string): BoardRow[] {
    const now = this.#parts.now();
    // While a class pauses nobody's time runs.
    const until = this.#parts.pausedSince(workshopId) ?? now;
    const facts = this.#parts.store.seatsOf(workshopId).map((seat) => this.#factsOf(seat));
    const class_ = facts.filter((one) => !one.kept.trial);
    return inOrderOfNeed(facts.map((one) => this.#row(one, stuckAt(one, class_, until), now)));
  }

  #factsOf(seat: Seat): SeatFacts {
    const known = this.#facts.get(seat.id);
    if (known) return known;
    const { store, presence } = this.#parts;
    const facts = seatFacts({
      seat,
      kept: store.seatClass(seat.id),
      views: this.#views(seat.id),
      times: store.stepTimes(seat.id),
      passed: (lab) => store.passedSteps(seat.id, lab),
      shown: presence.shown(seat.id),
      endsAt: store.getWorkshop(seat.workshopId)?.endsAt,
    });
    this.#facts.set(seat.id, facts);
    return facts;
  }

  /** Where somebody was is known also when no desk stands behind it: after the end, and while a house opens. */
  #views(seatId: string): LabView[] {
    const { store, desk, labSteps } = this.#parts;
    const views = viewsOf(desk, seatId);
    if (views.length > 0) return views;
    return store.openedLabs(seatId).flatMap((lab) => {
      const passed = new Set(store.passedSteps(seatId, lab).map(({ step }) => step));
      const steps = labSteps().get(lab);
      return steps ? [{ lab, machines: [], steps: steps.map((id) => ({ id, passed: passed.has(id) })) }] : [];
    });
  }

  #row({ row, kept }: SeatFacts, stuck: boolean, now: number): BoardRow {
    const { presence, help: desk, checks, hands } = this.#parts;
    const here = presence.present(row.id);
    const lesson = presence.lesson(row.id);
    const help = desk.on(row.id);
    const refusedAt = desk.refusedAt(row.id);
    const lastCheck = checks.of(row.id);
    return {
      ...row,
      here,
      ...(lesson !== undefined && { lesson }),
      ...(lastCheck && { lastCheck }),
      stuck: here && !kept.trial && stuck,
      ...hands.row(row.id, kept),
      ...(help && {
        help: { id: help.id, by: help.trainer.name, state: help.state, trainer: help.trainer.id },
      }),
      ...(refusedAt !== undefined && now - refusedAt < REFUSAL_NEWS_MS && { refusedAt }),
    };
  }
}

/** Much longer on its step than the others were, or are? */
function stuckAt({ row }: SeatFacts, others: readonly SeatFacts[], until: number): boolean {
  const { lab, step, since } = row;
  if (lab === undefined || step === undefined || since === undefined) return false;
  const peers = others
    .filter((one) => one.row.id !== row.id)
    .flatMap((one) => {
      const took = one.took.get(stepKey(lab, step));
      if (took !== undefined) return [took];
      const there = one.row.lab === lab && one.row.step === step && one.row.since !== undefined;
      return there ? [until - (one.row.since ?? until)] : [];
    });
  return isStuck(until - since, peers);
}

/** A séance that is over, or whose machines are on their way, has no desk for its seats: no labs to show then. */
export function viewsOf(desk: Desk, seatId: string): LabView[] {
  try {
    return desk.views(seatId);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
