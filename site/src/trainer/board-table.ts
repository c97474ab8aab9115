// How is the board drawn? One row per seat in the order of need; a row that has not changed is not touched, and the keyboard stays where it is.
import type { BoardRow } from '#protocol/board.ts';
import { h } from '../counters/dom.ts';
import { part } from '../terminal/page-data.ts';
import { fill } from '../words/fill.ts';
import { type BoardState, clock, minutesOn, nameOf, placeOf, type TrainerData } from './trainer-data.ts';

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
    const until = this.#state?.head.workshop.pausedSince ?? clock.now();
    const minutes = minutesOn(row, until);
    const drawn = JSON.stringify([row, minutes]);
    const known = this.#rows.get(row.id);
    if (known?.drawn === drawn) return known.element;
    const element = known?.element ?? h('tr', { role: 'row', 'data-seat-row': row.id });
    element.dataset.here = String(row.here);
    element.dataset.need = row.hand && row.hand.takenBy === undefined ? 'hand' : row.stuck ? 'stuck' : '';
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
    const check = row.lastCheck === undefined ? '' : row.lastCheck.passed ? board.passed : board.failed;
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
      cell('time', minutes === undefined ? '' : `${minutes} min`),
      cell('check', check),
      cell('hints', row.hints === 0 ? '' : fill(board.hintsShort, { n: row.hints })),
      h('td', { role: 'cell', class: 'board-signs' }, ...this.#signs(row)),
    ];
  }

  #signs(row: BoardRow): HTMLElement[] {
    const { board } = this.#data.room;
    const signs: [kind: string, text: string][] = [];
    if (row.hand && row.hand.takenBy === undefined) signs.push(['hand', board.hand]);
    if (row.hand?.takenBy !== undefined)
      signs.push(['taken', fill(board.taken, { by: nameOf(this.#data, row.hand.takenBy) })]);
    if (row.stuck) signs.push(['stuck', board.stuck]);
    if (row.help) {
      const by = nameOf(this.#data, row.help.by);
      const said = { asked: board.asked, watch: board.watch, write: board.write }[row.help.state];
      signs.push(['help', fill(said, { by })]);
    }
    if (row.refusedAt !== undefined) signs.push(['refused', board.refused]);
    if (!row.here && !row.trial) signs.push(['away', board.away]);
    if (row.trial) signs.push(['trial', board.trial]);
    return signs.map(([kind, text]) => h('span', { class: 'board-sign', 'data-sign': kind }, text));
  }
}
