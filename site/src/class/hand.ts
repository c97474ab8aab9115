// How does one ask for help without a word? One press raises the hand; a short sentence may go with it; Alt + H does the same from the keyboard.
import type { ClassView } from '#protocol/class.ts';
import { MAX_HAND_CHARS } from '#protocol/class.ts';
import { h } from '../counters/dom.ts';
import type { RoomWords } from '../words/class.fr.ts';
import { fill } from '../words/fill.ts';

type Ask = (path: `/api/${string}`, body: unknown) => Promise<void>;

export class Hand {
  readonly element: HTMLDetailsElement;
  readonly #words: RoomWords;
  readonly #ask: Ask;
  readonly #label = h('span', { class: 'class-hand-label' });
  readonly #state = h('p', { class: 'class-hand-state', role: 'status' });
  readonly #sentence: HTMLInputElement;
  readonly #send: HTMLButtonElement;
  readonly #lower: HTMLButtonElement;
  #raised = false;

  constructor(words: RoomWords, ask: Ask) {
    this.#words = words;
    this.#ask = ask;
    const { hand } = words;
    this.#sentence = h('input', {
      id: 'class-hand-sentence',
      type: 'text',
      maxlength: MAX_HAND_CHARS,
      autocomplete: 'off',
      'aria-describedby': 'class-hand-help',
    });
    this.#send = h('button', { type: 'submit', class: 'button primary' }, hand.send);
    this.#lower = h('button', { type: 'button', class: 'button', hidden: true }, hand.lower);
    this.#lower.addEventListener('click', () => void this.#put(false));
    const form = h(
      'form',
      { novalidate: true },
      this.#state,
      h('label', { for: 'class-hand-sentence' }, hand.sentence),
      this.#sentence,
      h('p', { class: 'help', id: 'class-hand-help' }, `${hand.sentenceHelp} ${hand.key}`),
      h('p', { class: 'class-notice-actions' }, this.#send, this.#lower),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#put(true);
    });
    this.element = h(
      'details',
      { class: 'class-hand' },
      h('summary', {}, h('span', { class: 'class-hand-icon', 'aria-hidden': 'true' }), this.#label),
      h('div', { class: 'class-hand-card' }, form),
    );
    this.element.addEventListener('toggle', () => this.#opened());
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#shut();
    });
    document.addEventListener('keydown', (event) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyH') return;
      event.preventDefault();
      void this.#put(!this.#raised);
    });
    this.show(undefined);
  }

  show(hand: ClassView['hand']): void {
    const { hand: said } = this.#words;
    this.#raised = hand !== undefined;
    this.element.dataset.raised = String(this.#raised);
    this.#label.textContent = this.#raised ? said.raised : said.raise;
    this.#send.textContent = this.#raised ? said.change : said.send;
    this.#lower.hidden = !this.#raised;
    const by = hand?.takenBy === '' ? this.#words.trainer : hand?.takenBy;
    const state =
      hand === undefined
        ? ''
        : by === undefined
          ? fill(said.position, { position: hand.position })
          : fill(said.taken, { by });
    if (this.#state.textContent !== state) this.#state.textContent = state;
  }

  /** One press is enough: opening the card raises the hand, the sentence may follow. */
  #opened(): void {
    if (!this.element.open) return;
    if (!this.#raised) void this.#put(true);
    this.#sentence.focus();
  }

  async #put(raised: boolean): Promise<void> {
    const sentence = this.#sentence.value.trim();
    await this.#ask('/api/class/hand', { raised, ...(raised && sentence !== '' && { sentence }) });
    if (!raised) {
      this.#sentence.value = '';
      this.#shut();
    }
  }

  #shut(): void {
    this.element.open = false;
    this.element.querySelector('summary')?.focus();
  }
}
