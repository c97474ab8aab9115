// What does the tab « Hébergeurs » show? My servers, the offers side by side, an order, and the account.
import {
  type HostsView,
  hostsOutcomeSchema,
  hostsViewSchema,
  registrarOutcomeSchema,
  type ServerDeed,
} from '#protocol/counters.ts';
import { ask, sentenceFor } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import { accountPart, Counter, type CounterHost } from './counter.ts';
import { type Complaint, h } from './dom.ts';
import { offerCard, orderForm } from './offer-cards.ts';
import { keepInPlace } from './registrar.ts';
import { serverCard } from './server-card.ts';

/** How often the tab looks: while a server is on its way, and otherwise. */
const SOON_MS = 1_000;
const LATER_MS = 10_000;

export class Hosts {
  readonly counter: Counter;
  view: HostsView | undefined;
  readonly #count = h('span', { class: 'counter-count' });
  readonly #servers = h('div', { class: 'counter-cards' });
  readonly #order = h('div', {});
  readonly #offers = h('div', { class: 'counter-cards offers' });
  readonly #account = h('div', {});
  readonly #drawn = new Map<string, { from: string; element: HTMLElement }>();
  readonly #states = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: CounterHost) {
    const { words } = host.says;
    this.counter = new Counter(
      host,
      words.tabs.hosts,
      h('h3', {}, words.hosts.servers.title, ' ', this.#count),
      this.#servers,
      this.#order,
      h('h3', {}, words.hosts.offersTitle),
      this.#offers,
      this.#account,
    );
  }

  /** Asks how things stand, now and from now on. Gives a sentence when they cannot be known. */
  async look(): Promise<string | undefined> {
    clearTimeout(this.#timer);
    const shown = this.counter.element.offsetParent !== null && !document.hidden;
    const answer = shown || !this.view ? await ask('/api/hosts', { schema: hostsViewSchema }) : undefined;
    if (answer?.ok) this.draw(answer.value);
    const moving = this.view?.servers.some(({ state }) =>
      ['ordered', 'starting', 'stopping'].includes(state),
    );
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), moving ? SOON_MS : LATER_MS);
    return answer && !answer.ok ? sentenceFor(answer, this.counter.host.failure) : undefined;
  }

  /** Does one thing with a server. */
  async act(deed: ServerDeed, complaint: Complaint): Promise<void> {
    const { said } = this.counter.says.words.hosts.servers;
    const outcome = await this.counter.ask('/api/hosts/act', deed, hostsOutcomeSchema, complaint);
    if (!outcome) return;
    if (deed.do !== 'start' && deed.do !== 'reboot') this.counter.host.closeConsole(deed.host);
    this.counter.tell(fill(said[deed.do], { host: deed.host }));
    this.draw(outcome.view);
    void this.look();
  }

  draw(view: HostsView): void {
    this.view = view;
    const { words } = this.counter.says;
    this.counter.showFacts(view.now, view.account);
    this.#count.textContent = fill(words.hosts.servers.count, { n: view.servers.length, max: view.max });
    this.#tellChanges(view);
    const servers = view.servers.map((server) =>
      this.#part(`server-${server.host}`, server, () => serverCard(this, server)),
    );
    keepInPlace(this.#servers, servers.length > 0 ? servers : [h('p', {}, words.hosts.servers.none)]);
    keepInPlace(
      this.#offers,
      view.offers.map((offer) => this.#part(`offer-${offer.id}`, offer, () => offerCard(this, offer))),
    );
    const account = this.#part('account', view.account, () =>
      accountPart(this.counter.host, view.account, (complaint) => this.#askForMore(complaint)),
    );
    keepInPlace(this.#account, [account]);
  }

  /** Shows the order form for an offer, or takes it away. */
  chooseOffer(id: string | undefined): void {
    this.#order.replaceChildren();
    if (id === undefined || !this.view) return;
    const order = orderForm(this, this.view.offers, id);
    this.#order.append(order);
    order.querySelector<HTMLElement>('h3')?.focus();
    order.scrollIntoView({ block: 'nearest' });
  }

  async #askForMore(complaint: Complaint): Promise<void> {
    const outcome = await this.counter.ask('/api/registrar/allowance', {}, registrarOutcomeSchema, complaint);
    if (!outcome || !this.view) return;
    this.draw({ ...this.view, account: outcome.view.account });
    this.counter.tell(this.counter.says.words.account.given);
  }

  /** A server that has arrived, or gone off, is told; what has not changed is not said again. */
  #tellChanges(view: HostsView): void {
    const { words } = this.counter.says;
    for (const { host, state } of view.servers) {
      const before = this.#states.get(host);
      this.#states.set(host, state);
      if (before === undefined || before === state) continue;
      if (['running', 'off', 'lost'].includes(state))
        this.counter.tell(fill(words.hosts.servers.nowState, { host, state: words.serverStates[state] }));
    }
  }

  #part(key: string, from: unknown, draw: () => HTMLElement): HTMLElement {
    const text = JSON.stringify(from);
    const known = this.#drawn.get(key);
    if (known?.from === text) return known.element;
    const element = draw();
    this.#drawn.set(key, { from: text, element });
    return element;
  }
}
