// Where do the things stand that a class tells one person? A stack of small cards below the head of the page; each comes, changes and goes by its name.
import { h } from '../counters/dom.ts';

export interface Notice {
  text: string;
  /** A line above the text, e.g. who speaks. */
  title?: string;
  actions?: { text: string; does?: () => unknown; goes?: string; primary?: boolean }[];
  /** With this word on its button, it can be hidden; it then stays hidden until its `id` changes. */
  close?: string;
  /** What it is about: a new one shows the card again. */
  id?: string;
  /** `alert`: read out at once. */
  urgent?: boolean;
}

export class Notices {
  readonly element: HTMLElement;
  readonly #shown = new Map<string, { drawn: string; card: HTMLElement }>();
  readonly #hidden = new Map<string, string>();

  constructor(label: string) {
    this.element = h('section', { class: 'class-notices print:hidden', 'aria-label': label });
  }

  /** Shows this under that name; undefined takes it away. What is the same is not drawn again: the keyboard stays where it is. */
  set(name: string, notice: Notice | undefined): void {
    const known = this.#shown.get(name);
    const id = notice?.id ?? notice?.text ?? '';
    if (notice === undefined || this.#hidden.get(name) === id) {
      known?.card.remove();
      this.#shown.delete(name);
      return;
    }
    const drawn = JSON.stringify(notice);
    if (known?.drawn === drawn) return;
    const card = this.#draw(name, notice, id);
    if (known) known.card.replaceWith(card);
    else this.element.append(card);
    this.#shown.set(name, { drawn, card });
  }

  #draw(name: string, notice: Notice, id: string): HTMLElement {
    const { close } = notice;
    const hide = () => {
      this.#hidden.set(name, id);
      this.set(name, undefined);
    };
    return h(
      'div',
      { class: 'class-notice', role: notice.urgent ? 'alert' : 'status', 'data-notice': name },
      close !== undefined &&
        h(
          'button',
          { type: 'button', class: 'class-notice-close', 'aria-label': close, title: close, onclick: hide },
          '×',
        ),
      notice.title !== undefined && h('p', { class: 'class-notice-title' }, upperFirst(notice.title)),
      h('p', { class: 'class-notice-text' }, upperFirst(notice.text)),
      h(
        'p',
        { class: 'class-notice-actions' },
        ...(notice.actions ?? []).map((action) =>
          action.goes === undefined
            ? h(
                'button',
                {
                  type: 'button',
                  class: `button${action.primary ? ' primary' : ''}`,
                  onclick: () => void action.does?.(),
                },
                action.text,
              )
            : h('a', { class: `button${action.primary ? ' primary' : ''}`, href: action.goes }, action.text),
        ),
      ),
    );
  }
}

/** A sentence may begin with « la personne qui anime ». */
const upperFirst = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
