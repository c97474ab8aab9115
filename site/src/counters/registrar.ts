// What does the tab « Bureau d’enregistrement » show? Search, register, my names, bringing a name here, and the account.
import {
  type Found,
  type RegistrarDeed,
  type RegistrarView,
  registrarOutcomeSchema,
  registrarViewSchema,
  searchReplySchema,
} from '#protocol/counters.ts';
import { ask, sentenceFor } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import { type About, accountPart, Counter, type CounterHost, table } from './counter.ts';
import { button, Complaint, choice, field, form, h, submitButton } from './dom.ts';
import { nameCard } from './name-card.ts';

/** How often a tab in sight looks whether the séance's clock or a transfer has changed something. */
const LOOK_MS = 15_000;

export class Registrar {
  readonly counter: Counter;
  view: RegistrarView | undefined;
  readonly #search = h('div', {});
  readonly #results = h('div', { class: 'counter-results' });
  readonly #names = h('div', { class: 'counter-cards' });
  readonly #rest = h('div', {});
  /** What each part was drawn from, so that only what changed is drawn again and nobody loses what they type. */
  readonly #drawn = new Map<string, { from: string; element: HTMLElement }>();

  constructor(host: CounterHost) {
    const { words } = host.says;
    this.counter = new Counter(
      host,
      words.tabs.registrar,
      this.#search,
      this.#results,
      h('h3', {}, words.registrar.names.title),
      this.#names,
      this.#rest,
    );
    this.#search.append(this.#searchForm());
    setInterval(() => {
      if (!document.hidden && this.counter.element.offsetParent !== null) void this.look();
    }, LOOK_MS);
  }

  /** Asks how things stand. Gives a sentence when they cannot be known. */
  async look(): Promise<string | undefined> {
    const answer = await ask('/api/registrar', { schema: registrarViewSchema });
    if (!answer.ok) return sentenceFor(answer, this.counter.host.failure);
    this.draw(answer.value);
    return undefined;
  }

  /** Does one thing at the counter; tells the result, or the complaint says why not. */
  async act(deed: RegistrarDeed, done: string, complaint: Complaint, about: About = []): Promise<boolean> {
    const { do: what, ...body } = deed;
    const outcome = await this.counter.ask(
      `/api/registrar/${what}`,
      body,
      registrarOutcomeSchema,
      complaint,
      about,
    );
    if (outcome === undefined) return false;
    this.draw(outcome.view);
    this.counter.tell(done);
    return true;
  }

  draw(view: RegistrarView): void {
    this.view = view;
    this.counter.showFacts(view.now, view.account);
    const words = this.counter.says.words.registrar.names;
    const cards = view.names.map((name) => this.#part(name.name, name, () => nameCard(this, name)));
    keepInPlace(this.#names, cards.length > 0 ? cards : [h('p', {}, words.none)]);
    const account = this.#part('account', view.account, () =>
      accountPart(this.counter.host, view.account, (complaint) =>
        this.act({ do: 'allowance' }, this.counter.says.words.account.given, complaint),
      ),
    );
    keepInPlace(this.#rest, [this.#part('incoming', view.incoming, () => this.#incoming(view)), account]);
  }

  /** A part drawn from a value: the same element as long as the value is the same. */
  #part(key: string, from: unknown, draw: () => HTMLElement): HTMLElement {
    const text = JSON.stringify(from);
    const known = this.#drawn.get(key);
    if (known?.from === text) return known.element;
    const element = draw();
    this.#drawn.set(key, { from: text, element });
    return element;
  }

  #searchForm(): HTMLElement {
    const { search: words } = this.counter.says.words.registrar;
    const complaint = new Complaint();
    const { row, input } = field(words.label, { help: words.help, maxlength: 255 });
    return form(
      complaint,
      async () => {
        const name = input.value;
        const answer = await ask('/api/registrar/search', { schema: searchReplySchema, body: { name } });
        if (!answer.ok) complaint.show(sentenceFor(answer, this.counter.host.failure));
        else this.#showFound(name, answer.value.found, complaint, input);
      },
      h('h3', {}, words.title),
      row,
      submitButton(words.button),
    );
  }

  #showFound(name: string, found: Found[], complaint: Complaint, input: HTMLInputElement): void {
    const { says } = this.counter;
    const { search: words } = says.words.registrar;
    const [only] = found;
    this.#results.replaceChildren();
    if (found.length === 1 && only?.kind === 'refused') {
      this.counter.tell('');
      complaint.show(says.problem(only.problem), [input]);
      return;
    }
    const free = found.filter(({ kind }) => kind === 'free').length;
    this.#results.append(
      table(
        fill(words.caption, { name: name.trim() }),
        [words.name, words.answer, words.price],
        found.map((one) => this.#foundRow(one)),
      ),
    );
    this.counter.tell(fill(words.count, { free, all: found.length }));
  }

  #foundRow(found: Found): HTMLElement {
    const { says } = this.counter;
    const { search: words } = says.words.registrar;
    const shown = found.kind === 'refused' ? found.name : found.unicode;
    const head = h('th', { scope: 'row', translate: 'no' }, shown);
    if (found.kind !== 'free') return h('tr', {}, head, h('td', { colspan: 2 }, this.#answerTo(found)));
    const { prices } = found.tld;
    const price = fill(words.prices, { first: says.money(prices.register), later: says.money(prices.renew) });
    const label = fill(words.choose, { name: shown });
    const choose = button(words.chooseShort, () => this.#choose(found), { 'aria-label': label });
    return h(
      'tr',
      {},
      head,
      h('td', {}, h('span', { class: 'counter-free' }, words.free)),
      h('td', {}, h('div', { class: 'counter-row' }, price, choose)),
    );
  }

  #answerTo(found: Exclude<Found, { kind: 'free' }>): string {
    const { says } = this.counter;
    const { search: words } = says.words.registrar;
    if (found.kind === 'refused') return says.problem(found.problem);
    if (found.kind === 'yours') return words.yours;
    if (found.until === undefined) return words.taken;
    const state = says.registry.states[found.state].name;
    return fill(words.takenUntil, { state, date: says.day(found.until) });
  }

  #choose(found: Found & { kind: 'free' }): void {
    const { says } = this.counter;
    const { register: words } = says.words.registrar;
    const { min, max } = found.tld.years;
    const { prices } = found.tld;
    const complaint = new Complaint();
    const years = choice(words.years, yearOptions(words, min, max));
    const holder = choice(words.holder, [
      ['person', words.person],
      ['organisation', words.organisation],
    ]);
    const submit = submitButton('');
    const price = () => prices.register + (Number(years.select.value) - 1) * prices.renew;
    const showPrice = () => {
      submit.textContent = fill(words.button, { price: says.money(price()) });
    };
    years.select.addEventListener('change', showPrice);
    showPrice();
    const order = form(
      complaint,
      async () => {
        const registered = await this.act(
          {
            do: 'register',
            name: found.name,
            years: Number(years.select.value),
            holder: holder.select.value === 'organisation' ? 'organisation' : 'person',
          },
          fill(words.done, { name: found.unicode }),
          complaint,
          [years.select],
        );
        if (registered) this.#results.replaceChildren();
      },
      h('h4', { tabindex: -1, translate: 'no' }, fill(words.title, { name: found.unicode })),
      h('div', { class: 'counter-fields' }, years.row, holder.row),
      h('p', { class: 'counter-help' }, words.holderHelp),
      h('p', {}, says.registry.tlds[found.tld.zone.split('.')[0] ?? '']?.mayRegister ?? ''),
      h(
        'div',
        { class: 'counter-row' },
        submit,
        button(says.words.cancel, () => order.remove()),
      ),
    );
    this.#results.querySelector('form')?.remove();
    this.#results.append(order);
    order.querySelector<HTMLElement>('h4')?.focus();
    order.scrollIntoView({ block: 'nearest' });
  }

  #incoming(view: RegistrarView): HTMLElement {
    const { says } = this.counter;
    const { transfer: words } = says.words.registrar;
    const complaint = new Complaint();
    const name = field(words.name, { maxlength: 255 });
    const code = field(words.codeLabel, { maxlength: 200 });
    const to = choice(
      words.to,
      view.registrars.map((one) => [one.id, one.name] as const),
    );
    const waiting = view.incoming.map((one) =>
      h(
        'li',
        {},
        h(
          'span',
          { translate: 'no' },
          fill(words.waiting, { name: one.unicode, date: says.day(one.decidedAt) }),
        ),
        button(fill(words.cancel, { name: one.unicode }), () =>
          this.act({ do: 'cancel-transfer', name: one.name }, words.cancelled, complaint),
        ),
      ),
    );
    return form(
      complaint,
      () =>
        this.act(
          { do: 'transfer', name: name.input.value, code: code.input.value, registrar: to.select.value },
          words.askDone,
          complaint,
          [name.input, code.input],
        ),
      h('h3', {}, words.inTitle),
      waiting.length > 0 && h('ul', { class: 'counter-list' }, ...waiting),
      h('div', { class: 'counter-fields' }, name.row, code.row, to.row),
      submitButton(words.ask),
    );
  }
}

/** « 1 an », « 2 ans »… */
export function yearOptions(
  words: { year: string; yearsCount: string },
  min: number,
  max: number,
): [string, string][] {
  return Array.from({ length: max - min + 1 }, (_, index) => {
    const n = min + index;
    return [String(n), n === 1 ? words.year : fill(words.yearsCount, { n })];
  });
}

/** Puts elements into a place without moving those that are there already: what has the keyboard keeps it. */
export function keepInPlace(place: HTMLElement, elements: readonly HTMLElement[]): void {
  const focused = document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card;
  for (const old of [...place.children]) if (!elements.includes(old as HTMLElement)) old.remove();
  elements.forEach((element, index) => {
    if (place.children[index] !== element) place.insertBefore(element, place.children[index] ?? null);
  });
  // The card that had the keyboard was drawn again: its heading takes it.
  if (focused !== undefined && !place.contains(document.activeElement))
    place
      .querySelector<HTMLElement>(`[data-card="${CSS.escape(focused)}"] h4`)
      ?.focus({ preventScroll: true });
}
