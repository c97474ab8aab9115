// What can a trainer do for one person? Their row, opened: what they last saw, help by consent, repair; what would be lost is said before it is.
import { type BoardRow, personalCodeSchema } from '#protocol/board.ts';
import { h } from '../counters/dom.ts';
import { fill } from '../words/fill.ts';
import type { Asks } from './asks.ts';
import {
  type BoardState,
  clock,
  isFull,
  minutesOn,
  nameOf,
  placeOf,
  stepTitle,
  type TrainerData,
  timeOf,
} from './trainer-data.ts';

/** Minutes granted by one press. */
const MORE_MINUTES = 10;

type Row = BoardRow;

export class SeatDialog {
  readonly element: HTMLDialogElement;
  readonly #data: TrainerData;
  readonly #asks: Asks;
  readonly #me: () => string;
  readonly #note = h('p', { class: 'seat-dialog-note', role: 'status' });
  #state: BoardState | undefined;
  #seat: string | undefined;
  #drawn = '';
  /** The repairs as they are drawn: what was chosen in them stays while the rest changes. */
  #repair: { drawn: string; element: HTMLDetailsElement } | undefined;

  constructor(data: TrainerData, asks: Asks, me: () => string) {
    this.#data = data;
    this.#asks = asks;
    this.#me = me;
    this.element = h('dialog', { class: 'seat-dialog', 'aria-labelledby': 'seat-dialog-name' });
    this.element.addEventListener('close', () => {
      this.#seat = undefined;
    });
  }

  open(seat: string): void {
    this.#seat = seat;
    this.#drawn = '';
    this.#repair = undefined;
    this.#note.textContent = '';
    this.#draw();
    if (!this.element.open) this.element.showModal();
  }

  show(state: BoardState): void {
    this.#state = state;
    if (this.element.open) this.#draw();
  }

  #draw(): void {
    const row = this.#state?.rows.find((one) => one.id === this.#seat);
    if (!row) {
      this.element.close();
      return;
    }
    const over = this.#state?.head.workshop.ended === true;
    const drawn = JSON.stringify([row, over]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const focused = document.activeElement?.getAttribute('data-does');
    this.element.replaceChildren(
      h('h2', { id: 'seat-dialog-name' }, row.pseudonym),
      ...this.#facts(row),
      this.#note,
      // After the end there is nothing left to do for anybody.
      ...(over
        ? []
        : [h('div', { class: 'seat-dialog-actions' }, ...this.#actions(row)), this.#repairs(row)]),
      h(
        'p',
        {},
        this.#button('close', this.#data.room.seat.close, () => this.element.close()),
      ),
    );
    if (focused) this.element.querySelector<HTMLElement>(`[data-does="${focused}"]`)?.focus();
  }

  #facts(row: Row): HTMLElement[] {
    const { seat } = this.#data.room;
    const facts = [placeOf(this.#data, row)];
    const minutes = minutesOn(row, this.#state?.head.workshop.pausedSince ?? clock.now());
    if (minutes !== undefined && !this.#state?.head.workshop.ended)
      facts.push(fill(seat.since, { time: timeOf(this.#data, minutes) }));
    if (isFull(row)) facts.push(seat.disk);
    facts.push(...this.#lastCheck(row));
    const hint = row.lab && row.step && row.hint && this.#hint(row.lab, row.step, row.hint);
    if (hint) facts.push(fill(seat.hint, { hint }));
    if (row.hand?.sentence !== undefined) facts.push(fill(seat.says, { sentence: row.hand.sentence }));
    if (row.refusedAt !== undefined && !row.help) facts.push(seat.refused);
    return facts.map((text) => h('p', {}, text));
  }

  /** A hint's words, as the trainee may read them. */
  #hint(lab: string, step: string, key: string): string | undefined {
    return this.#data.labs[lab]?.steps[step]?.hints[key]?.replaceAll('`', '');
  }

  /** What the last check said, and why it did not pass. */
  #lastCheck({ lastCheck }: Row): string[] {
    if (lastCheck === undefined) return [];
    const { seat, locale } = this.#data.room;
    const { lab, at, passed, hint: key } = lastCheck;
    const time = new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
    const step = stepTitle(this.#data, lab, lastCheck.step);
    const hint = key === undefined ? undefined : this.#hint(lab, lastCheck.step, key);
    return [
      fill(passed ? seat.checkPassed : seat.checkMissed, { time, step }),
      ...(hint === undefined ? [] : [fill(seat.missing, { hint })]),
    ];
  }

  #button(does: string, text: string, run: () => unknown, primary = false): HTMLButtonElement {
    return h(
      'button',
      {
        type: 'button',
        class: `button${primary ? ' primary' : ''}`,
        'data-does': does,
        onclick: () => void run(),
      },
      text,
    );
  }

  async #do(what: string, body: unknown, done = ''): Promise<void> {
    const before = this.#note;
    const ok = await this.#asks.do(what, body, done);
    before.textContent = ok ? done : '';
  }

  #actions(row: Row): HTMLElement[] {
    return [...this.#handActions(row), ...this.#helpActions(row), ...this.#timeActions(row)];
  }

  #handActions({ id: seat, hand }: Row): HTMLElement[] {
    const { seat: said } = this.#data.room;
    if (!hand) return [];
    const put = (does: string) => this.#do('hand', { seat, do: does });
    return [
      hand.takenBy === undefined
        ? this.#button('take', said.take, () => put('take'), true)
        : this.#button('leave', said.leave, () => put('leave')),
      this.#button('done', said.done, () => put('done')),
    ];
  }

  #helpActions(row: Row): HTMLElement[] {
    const { seat: said, board } = this.#data.room;
    const { id: seat, help } = row;
    if (row.trial) return [];
    const waiting = row.here ? said.waiting : said.waitingAway;
    if (!help) return [this.#button('ask', said.ask, () => this.#do('ask', { seat }, waiting))];
    if (help.trainer !== this.#me()) {
      const text = { asked: board.asked, watch: board.watch, write: board.write }[help.state];
      return [h('p', {}, fill(text, { by: nameOf(this.#data, help.by) }))];
    }
    if (help.state === 'asked')
      return [
        h('p', { role: 'status' }, waiting),
        this.#button('withdraw', said.withdraw, () => this.#do('leave', { seat })),
      ];
    const place = new URLSearchParams({ workshop: this.#asks.workshop ?? '', seat });
    return [
      h(
        'a',
        {
          class: 'button primary',
          href: `${this.#data.paths.help}?${place}`,
          target: '_blank',
          'data-does': 'mirror',
        },
        said.mirror,
      ),
      this.#button('stop', said.stop, () => this.#do('leave', { seat })),
    ];
  }

  #timeActions(row: Row): HTMLElement[] {
    const { seat: said } = this.#data.room;
    const { id: seat, lab, step } = row;
    const more = fill(said.more, { n: MORE_MINUTES });
    if (row.trial) return this.#trialActions(row);
    return [
      this.#button('more', more, () => this.#do('extend', { seat, minutes: MORE_MINUTES }, more)),
      ...(lab !== undefined && step !== undefined
        ? [this.#button('offer', said.offer, () => this.#do('offer', { seat, lab, step }, said.offered))]
        : []),
    ];
  }

  #trialActions({ id: seat }: Row): HTMLElement[] {
    const { seat: said } = this.#data.room;
    const shown = this.#state?.head.shown === seat;
    return [
      shown
        ? this.#button('hide', said.hide, () => this.#do('show', { seat: null }))
        : this.#button('show', said.show, () => this.#do('show', { seat }), true),
    ];
  }

  #repairs(row: Row): HTMLElement {
    const others = (this.#state?.rows ?? []).filter((one) => one.id !== row.id && !one.trial);
    const drawn = JSON.stringify([
      row.id,
      row.pseudonym,
      row.lab,
      row.step,
      row.machines[0]?.name,
      others.map((one) => [one.id, one.pseudonym]).sort(),
    ]);
    if (this.#repair?.drawn !== drawn) {
      const open = this.element.contains(this.#repair?.element ?? null) && this.#repair?.element.open;
      this.#repair = { drawn, element: this.#drawRepairs(row, others, open === true) };
    }
    return this.#repair.element;
  }

  #drawRepairs(row: Row, others: readonly Row[], open: boolean): HTMLDetailsElement {
    const { seat: said } = this.#data.room;
    const { id: seat, pseudonym: name, lab, step } = row;
    const sure = async (sentence: string, body: object) => {
      if (confirm(sentence)) await this.#do('repair', { seat, ...body });
    };
    const machine = row.machines[0]?.name;
    return h(
      'details',
      { open },
      h('summary', {}, said.repair),
      h(
        'div',
        { class: 'seat-dialog-actions' },
        machine !== undefined &&
          this.#button('restart', said.restart, () =>
            sure(fill(said.restartConfirm, { name }), { do: 'restart', machine }),
          ),
        lab !== undefined &&
          step !== undefined &&
          this.#button('reset', said.reset, () =>
            sure(fill(said.resetConfirm, { name, step: stepTitle(this.#data, lab, step) }), {
              do: 'reset',
              lab,
              step,
            }),
          ),
        !row.trial && this.#button('code', said.code, () => this.#showCode(seat)),
        this.#button('remove', said.remove, () => sure(fill(said.removeConfirm, { name }), { do: 'remove' })),
      ),
      row.trial ? undefined : this.#merge(row, others, sure),
    );
  }

  async #showCode(seat: string): Promise<void> {
    const found = await this.#asks.get('code', personalCodeSchema, { seat });
    if (found)
      this.#note.textContent = fill(this.#data.room.seat.codeIs, {
        name: found.pseudonym,
        code: found.personalCode,
      });
  }

  #merge(
    row: Row,
    others: readonly Row[],
    sure: (sentence: string, body: object) => Promise<void>,
  ): HTMLElement | undefined {
    const { seat: said } = this.#data.room;
    if (others.length === 0) return undefined;
    const select = h(
      'select',
      { id: 'merge-into' },
      ...others.map((one) => h('option', { value: one.id }, one.pseudonym)),
    );
    const go = () => {
      const into = others.find((one) => one.id === select.value);
      if (into)
        void sure(fill(said.mergeConfirm, { name: row.pseudonym, into: into.pseudonym }), {
          do: 'merge',
          into: into.id,
        });
    };
    return h(
      'p',
      { class: 'seat-dialog-merge' },
      h('label', { for: 'merge-into' }, said.mergeInto),
      select,
      this.#button('merge', said.merge, go),
    );
  }
}
