// What does the tab « Navigateur » show? An address bar, a page of the small Internet, and beside it what just happened.
import './glass.css';
import type { Visit } from '#protocol/glass.ts';
import { button, Complaint, freshId, h } from '../counters/dom.ts';
import { sentenceFor } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import type { GlassWords } from '../words/glass.fr.ts';
import { drawLock } from './draw-way.ts';
import { filesPart } from './files.ts';
import { Happened } from './happened.ts';
import { Pane } from './pane.ts';
import { Sites } from './sites.ts';
import { Trail } from './trail.ts';
import { pathOf, readTyped } from './typed-address.ts';

export interface GlassTabHost {
  words: GlassWords;
  language: string;
  failure: Parameters<typeof sentenceFor>[1];
}

export class GlassTab {
  readonly element: HTMLElement;
  readonly #host: GlassTabHost;
  readonly #pane: Pane;
  readonly #happened: Happened;
  readonly #sites: Sites;
  readonly #trail = new Trail();
  readonly #complaint = new Complaint();
  readonly #voice = h('p', { class: 'sr-only', role: 'status' });
  readonly #address: HTMLInputElement;
  readonly #lock = h('span', { class: 'glass-lock', role: 'img' });
  readonly #back: HTMLButtonElement;
  readonly #forward: HTMLButtonElement;
  readonly #home: HTMLElement;
  /** What the bar showed when it was last written by us. */
  #shown = '';

  constructor(host: GlassTabHost) {
    this.#host = host;
    const { words } = host;
    const { bar } = words;
    this.#pane = new Pane(words.frame, host.language, {
      arrived: (visit, title) => void this.#arrived(visit, title),
      moved: (url) => this.#showAddress(url),
      failed: (answer) => this.#complaint.show(sentenceFor(answer, host.failure)),
    });
    this.#happened = new Happened(words);
    this.#sites = new Sites({ words, failure: host.failure, visit: (url) => this.#open(new URL(url)) });
    const id = freshId();
    this.#address = h('input', {
      id,
      type: 'text',
      class: 'counter-input glass-address',
      placeholder: bar.placeholder,
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      inputmode: 'url',
      maxlength: 2000,
      translate: 'no',
    });
    const tool = (sign: string, label: string, does: () => void) =>
      button(sign, does, { class: 'tool', 'aria-label': label, title: label });
    this.#back = tool('←', bar.back, () => this.#go(-1));
    this.#forward = tool('→', bar.forward, () => this.#go(1));
    this.#home = h(
      'div',
      { class: 'glass-home counter' },
      this.#sites.element,
      filesPart(words, host.failure),
    );
    this.#pane.element.hidden = true;
    this.element = h(
      'section',
      { class: 'glass not-content', 'aria-label': words.title },
      h('h2', { class: 'sr-only' }, words.title),
      this.#bar(id, tool),
      this.#complaint.element,
      this.#voice,
      h('div', { class: 'glass-view' }, this.#pane.element, this.#home),
      this.#happened.element,
    );
    this.#showButtons();
    this.#showLock(undefined);
  }

  /** The list of sites, while no page is shown. */
  async look(): Promise<string | undefined> {
    return this.#home.hidden ? undefined : this.#sites.look();
  }

  #bar(id: string, tool: (sign: string, label: string, does: () => void) => HTMLButtonElement): HTMLElement {
    const { words } = this.#host;
    const { bar } = words;
    const form = h(
      'form',
      { class: 'glass-form', novalidate: true, role: 'search', 'aria-label': bar.label },
      h('label', { for: id, class: 'sr-only' }, bar.label),
      this.#lock,
      this.#address,
      h('button', { type: 'submit', class: 'button primary' }, bar.go),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const url = readTyped(this.#address.value);
      if (url) this.#open(url);
      else this.#complaint.show(bar.unreadable, [this.#address]);
    });
    return h(
      'header',
      { class: 'glass-bar' },
      h(
        'div',
        { class: 'glass-tools', role: 'group', 'aria-label': bar.tools },
        this.#back,
        this.#forward,
        tool('↻', bar.reload, () => this.#reload()),
        tool('⌂', bar.home, () => this.#goHome()),
      ),
      form,
      h('p', { class: 'counter-badge', title: words.simulatedMeaning }, words.simulated),
    );
  }

  #open(url: URL): void {
    this.#complaint.clear();
    this.#shown = this.#address.value;
    this.#showAddress(url.href);
    this.#say(fill(this.#host.words.loading, { url: url.href }));
    this.element.setAttribute('aria-busy', 'true');
    this.#home.hidden = true;
    this.#pane.element.hidden = false;
    void this.#pane.show(pathOf(url));
  }

  #reload(): void {
    const url = this.#trail.current;
    if (url === undefined || !this.#home.hidden) void this.#sites.look();
    else this.#open(new URL(url));
  }

  #go(by: -1 | 1): void {
    const url = this.#trail.go(by);
    if (url !== undefined) this.#open(new URL(url));
  }

  #goHome(): void {
    this.#complaint.clear();
    this.#home.hidden = false;
    this.#pane.element.hidden = true;
    this.#showLock(undefined);
    this.#shown = this.#address.value;
    this.#showAddress('');
    void this.#sites.look();
  }

  async #arrived(id: number | undefined, title: string): Promise<void> {
    const visit = await this.#happened.show(id);
    this.element.removeAttribute('aria-busy');
    // The runner knows of no page: it is another one than that of this frame.
    if (!visit) return this.#pane.enterAgain();
    if (!this.#home.hidden) return;
    this.#trail.arrived(visit.url);
    this.#showButtons();
    this.#showLock(visit);
    this.#showAddress(visit.url);
    this.#say(fill(this.#host.words.arrived, { title: title || visit.url }));
  }

  #showAddress(url: string): void {
    // What somebody has typed since then is theirs.
    if (document.activeElement === this.#address && this.#address.value !== this.#shown) return;
    this.#shown = url;
    this.#address.value = url;
  }

  #showButtons(): void {
    for (const [tool, can] of [
      [this.#back, this.#trail.canGoBack],
      [this.#forward, this.#trail.canGoForward],
    ] as const)
      tool.setAttribute('aria-disabled', String(!can));
  }

  #showLock(visit: Visit | undefined): void {
    const { lock } = this.#host.words;
    const state =
      visit === undefined
        ? 'none'
        : visit.error !== undefined
          ? visit.error.startsWith('tls-')
            ? 'broken'
            : 'none'
          : visit.tls
            ? 'closed'
            : 'open';
    this.#lock.replaceChildren(drawLock(state));
    this.#lock.className = `glass-lock ${state}`;
    this.#lock.setAttribute('aria-label', lock[state]);
    this.#lock.title = lock[state];
  }

  #say(sentence: string): void {
    this.#voice.textContent = sentence;
  }
}
