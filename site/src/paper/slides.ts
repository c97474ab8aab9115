// How does one give a talk with the slides of a lesson? One at a time, by keyboard or buttons, with notes and the time.
import { pageData, part } from '../terminal/page-data.ts';
import { fill } from '../words/fill.ts';

interface DeckWords {
  of: string;
  noNotes: string;
}

const FORWARD = ['ArrowRight', 'ArrowDown', 'PageDown', ' '];
const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp'];

class Deck {
  readonly #slides = [...document.querySelectorAll<HTMLElement>('[data-slide]')];
  readonly #words = pageData<DeckWords>('deck-words');
  readonly #root = document.documentElement;
  #at = 0;
  #since = Date.now();
  #notes: Promise<void> | undefined;

  start(): void {
    this.#root.classList.add('deck-live');
    part(document, '[data-deck-bar]').hidden = false;
    const click = (selector: string, does: () => void) =>
      part(document, selector).addEventListener('click', does);
    click('[data-next]', () => this.#show(this.#at + 1));
    click('[data-previous]', () => this.#show(this.#at - 1));
    click('[data-notes]', () => this.#toggleNotes());
    click('[data-full]', () => void this.#toggleFull());
    click('[data-print]', () => print());
    click('[data-reset]', () => this.#reset());
    addEventListener('keydown', (event) => this.#onKey(event));
    addEventListener('hashchange', () => this.#show(Number(location.hash.slice(1)) - 1));
    this.#show(Math.max(0, Number(location.hash.slice(1)) - 1 || 0));
    setInterval(() => this.#tell(), 1000);
    for (const place of document.querySelectorAll<HTMLElement>('[data-address]'))
      place.textContent = new URL(place.dataset.address ?? '/', location.origin).href;
  }

  #onKey(event: KeyboardEvent): void {
    const typing =
      event.target instanceof Element && event.target.closest('input, select, textarea, summary');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = event.target instanceof Element && event.target.closest('button, a');
    if (event.key === ' ' && pressed) return;
    const key = event.key.toLowerCase();
    if (FORWARD.includes(event.key)) this.#show(this.#at + 1);
    else if (BACK.includes(event.key)) this.#show(this.#at - 1);
    else if (event.key === 'Home') this.#show(0);
    else if (event.key === 'End') this.#show(this.#slides.length - 1);
    else if (key === 'n') this.#toggleNotes();
    else if (key === 'f') void this.#toggleFull();
    else if (key === 't') this.#reset();
    else return;
    event.preventDefault();
  }

  #show(index: number): void {
    this.#at = Math.min(Math.max(0, Number.isFinite(index) ? index : 0), this.#slides.length - 1);
    for (const [place, slide] of this.#slides.entries()) slide.classList.toggle('shown', place === this.#at);
    part(document, '[data-place]').textContent = fill(this.#words.of, {
      n: this.#at + 1,
      total: this.#slides.length,
    });
    history.replaceState(null, '', `#${this.#at + 1}`);
    part(document, '[data-deck]').scrollTop = 0;
  }

  #toggleNotes(): void {
    const on = this.#root.classList.toggle('with-notes');
    part(document, '[data-notes]').setAttribute('aria-pressed', String(on));
    part(document, '[data-trainer-notes]').hidden = !on;
    if (on) this.#notes ??= this.#loadNotes();
  }

  async #toggleFull(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.#root.requestFullscreen?.();
  }

  #reset(): void {
    this.#since = Date.now();
    this.#tell();
  }

  #tell(): void {
    const seconds = Math.floor((Date.now() - this.#since) / 1000);
    part(document, '[data-time]').textContent =
      `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }

  /** The trainer's notes have a page of their own, which a runner gives to trainers only. */
  async #loadNotes(): Promise<void> {
    const place = part(document, '[data-trainer-notes]');
    place.textContent = this.#words.noNotes;
    const answer = await fetch(place.dataset.notesAt ?? '', { credentials: 'same-origin' }).catch(
      () => undefined,
    );
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const notes = page.querySelector('.notes-text');
    // A page of this very site, made by its build: what stands in it is ours.
    if (notes) place.replaceChildren(document.importNode(notes, true));
  }
}

new Deck().start();
