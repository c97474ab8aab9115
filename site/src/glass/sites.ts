// Which sites of the class are up? A list to visit each other, with the command that does the same in a terminal.
import { type Site, sitesReplySchema } from '#protocol/glass.ts';
import { button, h } from '../counters/dom.ts';
import { ask, sentenceFor } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import type { GlassWords } from '../words/glass.fr.ts';

export interface SitesOptions {
  words: GlassWords;
  failure: Parameters<typeof sentenceFor>[1];
  /** Opens a site; undefined where there is no browser beside. */
  visit: ((url: string) => void) | undefined;
}

export class Sites {
  readonly element: HTMLElement;
  readonly #list = h('div', {});
  readonly #voice = h('p', { class: 'counter-help', role: 'status' });
  readonly #options: SitesOptions;

  constructor(options: SitesOptions) {
    this.#options = options;
    const { home } = options.words;
    this.element = h(
      'section',
      { class: 'glass-sites', 'aria-label': home.title },
      h('h3', {}, home.title),
      this.#voice,
      this.#list,
      button(home.refresh, () => this.look()),
    );
  }

  /** Asks which sites answer now. Gives a sentence when that cannot be known. */
  async look(): Promise<string | undefined> {
    const { home } = this.#options.words;
    const answer = await ask('/api/glass/sites', { schema: sitesReplySchema });
    if (!answer.ok) {
      const sentence = sentenceFor(answer, this.#options.failure);
      this.#voice.textContent = sentence;
      return sentence;
    }
    const { sites } = answer.value;
    this.#voice.textContent = sites.length === 0 ? '' : fill(home.count, { n: sites.length });
    this.#list.replaceChildren(
      sites.length === 0
        ? h('p', {}, home.none)
        : h('ul', { class: 'glass-list' }, ...sites.map((site) => this.#row(site))),
    );
    return undefined;
  }

  #row(site: Site): HTMLElement {
    const { words, visit } = this.#options;
    const url = `${site.schemes.includes('https') ? 'https' : 'http'}://${site.name}/`;
    const label = fill(words.home.visit, { name: site.unicode });
    return h(
      'li',
      {},
      h('strong', { translate: 'no' }, site.unicode),
      ' ',
      h('span', {}, fill(words.home.by, { pseudonym: site.pseudonym })),
      visit && button(label, () => visit(url)),
      h('span', {}, words.home.curl),
      h('code', { class: 'counter-code', translate: 'no' }, `curl ${url}`),
    );
  }
}
