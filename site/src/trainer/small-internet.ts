// What does a trainer see and do of the small Internet? Its servers, and the séance's clock, which can be moved on.
import { clockViewSchema, type InternetView, internetViewSchema } from '#protocol/counters.ts';
import { h } from '../counters/dom.ts';
import { part } from '../terminal/page-data.ts';
import { daysIn } from '../words/days.ts';
import { fill } from '../words/fill.ts';
import type { Asks } from './asks.ts';
import type { TrainerData } from './trainer-data.ts';

const LOOK_MS = 5_000;

export class SmallInternet {
  readonly #fold: HTMLDetailsElement;
  readonly #data: TrainerData;
  readonly #asks: Asks;

  constructor(root: HTMLElement, data: TrainerData, asks: Asks) {
    this.#fold = part<HTMLDetailsElement>(root, '[data-internet]');
    this.#data = data;
    this.#asks = asks;
    this.#fold.addEventListener('toggle', () => void this.#look());
    for (const button of this.#fold.querySelectorAll<HTMLElement>('[data-days]'))
      button.addEventListener('click', () => void this.#advance(Number(button.dataset.days)));
    // Only while somebody has it open.
    setInterval(() => void this.#look(), LOOK_MS);
  }

  async #look(): Promise<void> {
    if (!this.#fold.open || !this.#fold.checkVisibility() || this.#asks.workshop === undefined) return;
    const view = await this.#asks.get('internet', internetViewSchema);
    if (view) this.#draw(view);
  }

  #draw({ state, now, servers }: InternetView): void {
    const { internet } = this.#data.room;
    part(this.#fold, '[data-internet-state]').textContent = internet.states[state];
    part(this.#fold, '[data-internet-now]').textContent = now === undefined ? '' : this.#date(now);
    part(this.#fold, '[data-internet-servers]').replaceChildren(
      ...servers.map((one) =>
        h(
          'li',
          { 'data-state': one.state },
          fill(internet.server, {
            server: internet.servers[one.server] ?? one.server,
            address: one.address,
            state: internet.serverStates[one.state],
          }),
        ),
      ),
    );
  }

  #date(at: number): string {
    const words = this.#data.room;
    const date = new Intl.DateTimeFormat(words.locale, { dateStyle: 'full' }).format(at);
    return fill(words.internet.today, { date });
  }

  async #advance(days: number): Promise<void> {
    const { internet, locale } = this.#data.room;
    if (!confirm(fill(internet.confirm, { days: daysIn(locale, days) }))) return;
    const moved = await this.#asks.get('clock', clockViewSchema, { days });
    if (!moved) return;
    part(this.#fold, '[data-internet-now]').textContent = this.#date(moved.now);
    this.#asks.say(this.#date(moved.now));
  }
}
