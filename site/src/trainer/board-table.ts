// How is the board drawn? One row per seat in the order of need; a row that has not changed is not touched, and the keyboard stays where it is.
import type { BoardRow } from '#protocol/board.ts';
import { h } from '../counters/dom.ts';
import { part } from '../terminal/page-data.ts';
import { fill } from '../words/fill.ts';
import {
  type BoardState,
  clock,
  isFull,
  minutesOn,
  nameOf,
  placeOf,
  type TrainerData,
  timeOf,
} from './trainer-data.ts';

/** As many signs fit beside each other, or on two lines. */
const SIGNS_SHOWN = 3;

export class BoardTable {
  readonly #body: HTMLElement;
  readonly #table: HTMLElement;
  readonly #data: TrainerData;
  readonly #open: (seat: string) => void;
  readonly #rows = new Map<string, { drawn: string; element: HTMLElement }>();
  #state: BoardState | undefined;

  constructor(root: HTMLElement, data: TrainerData, open: (seat: string) => void) {
    this.#body = part(root, '[data-seats]');
    this.#table = part(root, '[data-people]');
    this.#data = data;
    this.#open = open;
  }

  show(state: BoardState): void {
    this.#state = state;
    this.#table.hidden = state.rows.length === 0;
    this.#body.style.setProperty('--half', String(Math.ceil(state.rows.length / 2)));
    for (const [index, row] of state.rows.entries()) {
      const element = this.#element(row);
      const there = this.#body.children[index];
      if (there === element) continue;
      // Moving an element takes the focus away; it is given back.
      const focused = element.contains(document.activeElement) ? document.activeElement : undefined;
      this.#body.insertBefore(element, there ?? null);
      if (focused instanceof HTMLElement) focused.focus();
    }
    const known = new Set(state.rows.map((row) => row.id));
    for (const [id, { element }] of [...this.#rows]) {
      if (known.has(id)) continue;
      element.remove();
      this.#rows.delete(id);
    }
  }

  /** Minutes pass. */
  tick(): void {
    if (this.#state) this.show(this.#state);
  }

  #element(row: BoardRow): HTMLElement {
    const over = this.#state?.head.workshop.ended === true;
    const until = this.#state?.head.workshop.pausedSince ?? clock.now();
    const minutes = over ? undefined : minutesOn(row, until);
    const drawn = JSON.stringify([row, minutes, over]);
    const known = this.#rows.get(row.id);
    if (known?.drawn === drawn) return known.element;
    const element = known?.element ?? h('tr', { role: 'row', 'data-seat-row': row.id });
    element.dataset.here = String(row.here || over);
    const hand = row.hand && row.hand.takenBy === undefined;
    element.dataset.need = over ? '' : hand ? 'hand' : row.stuck || isFull(row) ? 'stuck' : '';
    const cells = this.#cells(row, minutes);
    const hadFocus = element.contains(document.activeElement);
    element.replaceChildren(...cells);
    if (hadFocus) element.querySelector('button')?.focus();
    this.#rows.set(row.id, { drawn, element });
    return element;
  }

  #cells(row: BoardRow, minutes: number | undefined): HTMLElement[] {
    const { board } = this.#data.room;
    const cell = (name: string, text: string) =>
      h('td', { role: 'cell', class: `board-${name}`, 'data-label': name }, text);
    return [
      h(
        'th',
        { role: 'rowheader', scope: 'row' },
        h(
          'button',
          {
            type: 'button',
            class: 'board-name',
            'aria-haspopup': 'dialog',
            title: fill(board.open, { name: row.pseudonym }),
            onclick: () => this.#open(row.id),
          },
          row.pseudonym,
        ),
      ),
      cell('place', placeOf(this.#data, row)),
      cell('time', minutes === undefined ? '' : timeOf(this.#data, minutes)),
      this.#check(row),
      cell('hints', row.hints === 0 ? '' : fill(board.hintsShort, { n: row.hints })),
      h('td', { role: 'cell', class: 'board-signs' }, ...this.#signs(row)),
    ];
  }

  /** A mark that the page draws, and words for whoever hears it. */
  #check({ lastCheck }: BoardRow): HTMLElement {
    const { board } = this.#data.room;
    const text = lastCheck && (lastCheck.passed ? board.passed : board.failed);
    return h(
      'td',
      {
        role: 'cell',
        class: 'board-check',
        ...(lastCheck && { 'data-passed': String(lastCheck.passed), title: text ?? '' }),
      },
      text !== undefined && h('span', {}, text),
    );
  }

  #signs(row: BoardRow): HTMLElement[] {
    const { board } = this.#data.room;
    // After the end nobody is away, and nobody waits.
    if (this.#state?.head.workshop.ended) return row.trial ? [sign('trial', board.trial)] : [];
    const signs: [kind: string, text: string][] = [];
    if (row.hand && row.hand.takenBy === undefined) signs.push(['hand', board.hand]);
    if (row.hand?.takenBy !== undefined)
      signs.push(['taken', fill(board.taken, { by: nameOf(this.#data, row.hand.takenBy) })]);
    if (row.stuck) signs.push(['stuck', board.stuck]);
    if (isFull(row)) signs.push(['disk', board.disk]);
    if (row.help) {
      const by = nameOf(this.#data, row.help.by);
      const said = { asked: board.asked, watch: board.watchShort, write: board.writeShort }[row.help.state];
      signs.push(['help', fill(said, { by })]);
    }
    if (row.refusedAt !== undefined) signs.push(['refused', board.refused]);
    if (!row.here && !row.trial) signs.push(['away', board.away]);
    if (row.trial) signs.push(['trial', board.trial]);
    return inTwoLines(signs.map(([kind, text]) => sign(kind, text)));
  }
}

/** A row stays low whatever it carries: the most urgent signs, and how many more there are. */
function inTwoLines(signs: HTMLElement[]): HTMLElement[] {
  if (signs.length <= SIGNS_SHOWN) return signs;
  const rest = signs.splice(SIGNS_SHOWN - 1).map(({ textContent }) => textContent);
  const words = rest.join(', ');
  return [
    ...signs,
    h(
      'span',
      { class: 'board-sign board-more', title: words },
      h('span', {}, words),
      h('b', { 'aria-hidden': 'true' }, `+${rest.length}`),
    ),
  ];
}

/** Beside others a sign may be cut off: its whole text comes with the pointer. */
const sign = (kind: string, text: string): HTMLElement =>
  h('span', { class: 'board-sign', 'data-sign': kind, title: text }, text);
