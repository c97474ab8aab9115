// How is a piece of page made by a script? Elements with attributes and children; text is always text, never HTML.

type Child = Node | string | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** An element. `on…` attributes are listeners, true is an empty attribute, false and undefined leave it out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

let ids = 0;
/** An id that no other element of this page has. */
export const freshId = (): string => `counter-${++ids}`;

export interface Field {
  row: HTMLElement;
  input: HTMLInputElement;
}

/** A text field with its label and, below it, what helps to fill it in. */
export function field(label: string, options: Attributes & { help?: string } = {}): Field {
  const id = freshId();
  const { help, ...attributes } = options;
  const helpId = help === undefined ? undefined : freshId();
  const input = h('input', {
    id,
    type: 'text',
    class: 'counter-input',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    'aria-describedby': helpId,
    ...attributes,
  });
  const row = h(
    'div',
    { class: 'counter-field' },
    h('label', { for: id }, label),
    input,
    help !== undefined && h('p', { class: 'counter-help', id: helpId }, help),
  );
  return { row, input };
}

/** A list to choose from. */
export function choice(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen?: string,
): { row: HTMLElement; select: HTMLSelectElement } {
  const id = freshId();
  const select = h(
    'select',
    { id, class: 'counter-input' },
    ...options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)),
  );
  return { row: h('div', { class: 'counter-field' }, h('label', { for: id }, label), select), select };
}

/** A button that asks something of the runner. */
export function button(text: string, does: () => unknown, attributes: Attributes = {}): HTMLButtonElement {
  return h('button', { type: 'button', class: 'button', onclick: () => void does(), ...attributes }, text);
}

/** A part that opens and closes; what was open stays open when it is drawn again (`key`). */
export function fold(key: string, summary: string, ...children: Child[]): HTMLDetailsElement {
  const open = OPEN.has(key);
  const details = h('details', { class: 'counter-fold', open }, h('summary', {}, summary), ...children);
  details.addEventListener('toggle', () => (details.open ? OPEN.add(key) : OPEN.delete(key)));
  return details;
}
const OPEN = new Set<string>();

/** What a form says when it is refused: empty until then, read out when it comes, tied to the fields it is about. */
export class Complaint {
  readonly element = h('p', { class: 'counter-problem', role: 'alert', id: freshId(), hidden: true });
  #about: HTMLElement[] = [];

  /** Shows sentences; the fields point at them, and the first gets the keyboard. */
  show(sentences: string, about: readonly HTMLElement[] = []): void {
    this.clear();
    this.element.textContent = sentences;
    this.element.hidden = false;
    this.#about = [...about];
    for (const one of about) {
      one.setAttribute('aria-invalid', 'true');
      one.dataset.helped = one.getAttribute('aria-describedby') ?? '';
      one.setAttribute('aria-describedby', `${this.element.id} ${one.dataset.helped}`.trim());
    }
    about[0]?.focus();
  }

  clear(): void {
    this.element.hidden = true;
    this.element.textContent = '';
    for (const one of this.#about) {
      one.removeAttribute('aria-invalid');
      if (one.dataset.helped) one.setAttribute('aria-describedby', one.dataset.helped);
      else one.removeAttribute('aria-describedby');
    }
    this.#about = [];
  }
}

/** A form: what is asked, its complaint, and its button, which rests while the answer is on its way. */
export function form(
  complaint: Complaint,
  submit: () => Promise<unknown>,
  ...children: Child[]
): HTMLFormElement {
  const element = h('form', { class: 'counter-form', novalidate: true }, ...children, complaint.element);
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (element.getAttribute('aria-busy') === 'true') return;
    element.setAttribute('aria-busy', 'true');
    complaint.clear();
    void submit().finally(() => element.removeAttribute('aria-busy'));
  });
  return element;
}

export const submitButton = (text: string): HTMLButtonElement =>
  h('button', { type: 'submit', class: 'button primary' }, text);
