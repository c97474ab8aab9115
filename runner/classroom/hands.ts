// Whose hands are up, in which order, and who takes care of them? Kept by the store but for what they say, which is in memory only.
import type { BoardRow } from '../protocol/board.ts';
import type { ClassView } from '../protocol/class.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Seat, SeatClass, Store } from '../store/store.ts';
import { cleanText } from './clean-text.ts';
import type { Trainer } from './help.ts';

export interface HandsParts {
  store: Store;
  now: () => number;
  /** What this seat, or the board, sees of hands has changed. */
  changed: (seatId: string) => void;
}

export class Hands {
  readonly #parts: HandsParts;
  readonly #sentences = new Map<string, string>();
  /** Which trainer has it: two may have the same name, or none. */
  readonly #takers = new Map<string, string>();

  constructor(parts: HandsParts) {
    this.#parts = parts;
  }

  /** Again: changes the sentence, and nothing else. */
  raise(seat: Seat, sentence: string | undefined): void {
    const cleaned = cleanText(sentence ?? '').replaceAll('\n', ' ');
    if (cleaned === '') this.#sentences.delete(seat.id);
    else this.#sentences.set(seat.id, cleaned);
    this.#parts.store.raiseHand(seat.id, this.#parts.now());
    this.#moved(seat);
  }

  lower(seat: Seat): void {
    this.forget(seat.id);
    this.#parts.store.lowerHand(seat.id);
    this.#moved(seat);
  }

  /** @throws Refusal `not-found` when it is down, `taken` when another trainer has it */
  care(seat: Seat, does: 'take' | 'leave' | 'done', trainer: Trainer): void {
    const { store } = this.#parts;
    const { handAt, handTakenBy } = store.seatClass(seat.id);
    if (handAt === undefined) throw new Refusal('not-found');
    if (does === 'done') {
      this.lower(seat);
      return;
    }
    if (does === 'take') {
      // Two trainers at once: the first has it. After a restart their names tell them apart.
      const taker = this.#takers.get(seat.id);
      const mine = taker === undefined ? handTakenBy === trainer.name : taker === trainer.id;
      if (handTakenBy !== undefined && !mine) throw new Refusal('taken');
      this.#takers.set(seat.id, trainer.id);
    } else this.#takers.delete(seat.id);
    store.takeHand(seat.id, does === 'take' ? trainer.name : undefined);
    this.#moved(seat);
  }

  /** What is in memory of a seat. */
  forget(seatId: string): void {
    this.#sentences.delete(seatId);
    this.#takers.delete(seatId);
  }

  /** As its owner sees it. */
  view(seat: Seat, { handAt, handTakenBy }: SeatClass): Pick<ClassView, 'hand'> {
    if (handAt === undefined) return {};
    const taken = handTakenBy === undefined ? {} : { takenBy: handTakenBy };
    return { hand: { raisedAt: handAt, position: this.#position(seat, handAt), ...taken } };
  }

  /** As the board shows it. */
  row(seatId: string, { handAt, handTakenBy }: SeatClass): Pick<BoardRow, 'hand'> {
    if (handAt === undefined) return {};
    const sentence = this.#sentences.get(seatId);
    return {
      hand: {
        raisedAt: handAt,
        ...(sentence !== undefined && { sentence }),
        ...(handTakenBy !== undefined && { takenBy: handTakenBy }),
      },
    };
  }

  /** Those that nobody takes care of yet count. */
  #position(seat: Seat, raisedAt: number): number {
    const { store } = this.#parts;
    const before = store.seatsOf(seat.workshopId).filter((other) => {
      const { handAt, handTakenBy } = store.seatClass(other.id);
      if (handAt === undefined || handTakenBy !== undefined || other.id === seat.id) return false;
      return handAt < raisedAt || (handAt === raisedAt && other.id < seat.id);
    });
    return before.length + 1;
  }

  /** Everybody else's place in the line may have changed. */
  #moved(seat: Seat): void {
    const { store, changed } = this.#parts;
    for (const { id } of store.seatsOf(seat.workshopId))
      if (id === seat.id || store.seatClass(id).handAt !== undefined) changed(id);
  }
}
