// What happens when somebody answers a question of a lesson? It is judged here, explained, and remembered by this browser.

import { fill } from '../words/fill.ts';
import type { ClientWords } from '../words/fr.ts';
import { inPlace, judgeChoices, moved, type Verdict } from './judge.ts';
import { keep, recall } from './kept.ts';

const words: ClientWords['question'] = JSON.parse(
  document.getElementById('question-words')?.textContent ?? '{}',
);

const part = <T extends HTMLElement>(root: Element, selector: string): T | null =>
  root.querySelector<T>(selector);

class Question {
  readonly #form: HTMLFormElement;
  readonly #order: boolean;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#order = form.dataset.question === 'order';
    for (const hidden of form.querySelectorAll<HTMLElement>('[data-question-actions], [data-moves]'))
      hidden.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#check();
    });
    form.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button?.dataset.move) this.#move(button, Number(button.dataset.move));
      if (button?.hasAttribute('data-reveal')) this.#settle('shown');
      if (button?.hasAttribute('data-again')) this.#again();
    });
    this.#recall();
  }

  #items = (): HTMLElement[] => [...this.#form.querySelectorAll<HTMLElement>('[data-choice]')];
  #places = (): number[] => this.#items().map((item) => Number(item.dataset.choice));
  #boxes = (): HTMLInputElement[] => [...this.#form.querySelectorAll<HTMLInputElement>('input')];
  #chosen = (): number[] => this.#boxes().flatMap((box) => (box.checked ? [Number(box.value)] : []));
  #right = (): number[] =>
    this.#items().flatMap((item) => (item.dataset.right === 'true' ? [Number(item.dataset.choice)] : []));

  #say(text: string, verdict?: Verdict | 'shown'): void {
    const result = part(this.#form, '[data-result]');
    if (result) result.textContent = text;
    this.#form.dataset.verdict = verdict ?? '';
  }

  #check(): void {
    if (this.#order) this.#checkOrder();
    else this.#checkChoices();
  }

  #checkOrder(): void {
    const places = this.#places();
    const n = inPlace(places);
    if (n === places.length) this.#settle('right');
    else this.#say(fill(words.order, { n, total: places.length }), 'almost');
  }

  #checkChoices(): void {
    const chosen = this.#chosen();
    const verdict = judgeChoices(chosen, this.#right());
    if (verdict === 'right') {
      this.#settle('right');
      return;
    }
    this.#explain((item) => chosen.includes(Number(item.dataset.choice)));
    this.#say(words[verdict], verdict);
  }

  /** Ends the question: everything is explained, and remembered. */
  #settle(how: 'right' | 'shown'): void {
    if (this.#order) this.#arrange(this.#places().toSorted((a, b) => a - b));
    else if (how === 'shown') {
      const right = this.#right();
      for (const box of this.#boxes()) box.checked = right.includes(Number(box.value));
    }
    this.#explain(() => true);
    this.#finished(true);
    this.#say(how === 'right' ? words.right : words.shown, how);
    keep(this.#form.id, how);
  }

  #again(): void {
    for (const box of this.#boxes()) box.checked = false;
    this.#explain(() => false);
    this.#finished(false);
    this.#say('');
    keep(this.#form.id, undefined);
    (part(this.#form, 'input') ?? part(this.#form, '[data-move]'))?.focus();
  }

  #recall(): void {
    const how = recall(this.#form.id);
    if (how === 'right' || how === 'shown') this.#settle(how);
  }

  #explain(which: (item: HTMLElement) => boolean): void {
    for (const item of this.#items()) {
      const why = part(item, '[data-why]');
      if (why) why.hidden = !which(item);
      item.dataset.explained = String(which(item));
    }
    const order = part(this.#form, '[data-order-why]');
    if (order) order.hidden = !this.#items().some(which);
  }

  #finished(done: boolean): void {
    for (const control of this.#form.querySelectorAll<HTMLInputElement | HTMLButtonElement>(
      'input, [data-move]',
    ))
      control.disabled = done;
    const show = (selector: string, shown: boolean) => {
      const button = part(this.#form, selector);
      if (button) button.hidden = !shown;
    };
    show('[type="submit"]', !done);
    show('[data-reveal]', !done);
    show('[data-again]', done);
  }

  #move(button: HTMLElement, step: number): void {
    const item = button.closest<HTMLElement>('[data-choice]');
    if (!item) return;
    const places = moved(this.#places(), Number(item.dataset.choice), step);
    this.#arrange(places);
    // The item was put elsewhere in the page: the keyboard goes with it.
    button.focus();
    const text = part(item, '.choice-text')?.textContent?.trim() ?? '';
    const n = places.indexOf(Number(item.dataset.choice)) + 1;
    this.#say(fill(words.moved, { text, n, total: places.length }));
  }

  #arrange(places: readonly number[]): void {
    const items = this.#items();
    const list = items[0]?.parentElement;
    for (const place of places) {
      const item = items.find((one) => Number(one.dataset.choice) === place);
      if (item) list?.append(item);
    }
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-question]')) new Question(form);
