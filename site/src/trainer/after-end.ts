// What helps a trainer once the séance is over? To read that everything is erased and what is kept until when; the figures, a new séance, the others that go on.
import type { WorkshopList } from '#protocol/board.ts';
import { h } from '../counters/dom.ts';
import { part } from '../terminal/page-data.ts';
import { fill } from '../words/fill.ts';
import type { BoardState, TrainerData } from './trainer-data.ts';

const DAY_MS = 24 * 3_600_000;

export interface AfterEndParts {
  root: HTMLElement;
  data: TrainerData;
  /** Shows another séance. */
  go: (workshop: string) => void;
  /** The séance on show has just ended: what is known of it is asked again. */
  ended: () => void;
}

export class AfterEnd {
  readonly #parts: AfterEndParts;
  readonly #box: HTMLElement;
  #over: boolean | undefined;

  constructor(parts: AfterEndParts) {
    this.#parts = parts;
    this.#box = part(parts.root, '[data-over-box]');
    const unfold = (selector: string) => {
      const fold = part<HTMLDetailsElement>(parts.root, selector);
      fold.open = true;
      return fold;
    };
    part(this.#box, '[data-again]').addEventListener('click', () =>
      part<HTMLInputElement>(unfold('[data-sessions]'), '[name="title"]').focus(),
    );
    part(this.#box, '[data-over-figures]').addEventListener('click', () =>
      part<HTMLButtonElement>(unfold('[data-numbers]'), '[data-figures]').click(),
    );
  }

  /** Which séance is on show, and whether it is over, before anything else is known of it. */
  begin(over: boolean): void {
    this.#over = undefined;
    part(this.#box, '[data-kept]').textContent = '';
    this.#turn(over);
  }

  show({ head }: BoardState): void {
    const { after } = this.#parts.data.room;
    const before = this.#over;
    this.#turn(head.workshop.ended);
    const sentence = after[head.erasing ?? 'erased'];
    const line = part(this.#box, '[data-erased]');
    if (head.workshop.ended && line.textContent !== sentence) line.textContent = sentence;
    if (!head.workshop.ended || before !== false) return;
    this.#parts.ended();
    // The button that was pressed is gone, and the keyboard with it: it goes on where one reads what helps now.
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || !activeElement.checkVisibility())
      part(this.#box, 'h2').focus();
  }

  list({ workshops }: WorkshopList, shown: string): void {
    const { after, locale } = this.#parts.data.room;
    const current = workshops.find(({ id }) => id === shown);
    if (current?.endedAt === undefined) return;
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(
      current.endedAt + current.keepDays * DAY_MS,
    );
    part(this.#box, '[data-kept]').textContent =
      current.keepDays === 0 ? after.keptNot : fill(after.kept, { date });
    const others = workshops.filter(({ id, endedAt }) => id !== shown && endedAt === undefined);
    part(this.#box, '[data-others]').replaceChildren(
      ...others.map(({ id, title }) =>
        h(
          'button',
          { type: 'button', class: 'button', onclick: () => this.#parts.go(id) },
          fill(after.other, { title }),
        ),
      ),
    );
  }

  /** What does nothing any more goes, and what helps now comes; or the other way round. */
  #turn(over: boolean): void {
    if (this.#over === over) return;
    this.#over = over;
    this.#box.hidden = !over;
    for (const element of this.#parts.root.querySelectorAll<HTMLElement>('[data-while-open]'))
      element.hidden = over;
  }
}
