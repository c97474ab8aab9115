// How is a page of the small Internet shown, kept apart from ours? A frame at the seat's own origin, entered by a one-use ticket; it tells us where it is, and nothing more.
import { fromPageSchema, openGlassReplySchema } from '#protocol/glass.ts';
import { h } from '../counters/dom.ts';
import { type Answer, ask } from '../terminal/runner-client.ts';

export interface PaneEvents {
  /** A page is there; without an id, it could not say which. */
  arrived: (visit: number | undefined, title: string) => void;
  /** A script of the page moved on without loading. */
  moved: (url: string) => void;
  /** A way in could not be had. */
  failed: (answer: Answer<unknown> & { ok: false }) => void;
}

/** Scripts and forms of the site, at an origin that is the seat's alone; no window, no word to the page around it. */
const SANDBOX = 'allow-scripts allow-forms allow-same-origin';
/** A page that is no HTML cannot say that it is there: after this long it is taken to be. */
const MUTE_MS = 500;
/** Ways in that are asked for by themselves; then it is said what is wrong. */
const REENTRIES = 2;

export class Pane {
  readonly element: HTMLIFrameElement;
  readonly #events: PaneEvents;
  readonly #language: string;
  #origin: string | undefined;
  #path = '';
  #reentries = 0;
  #mute: ReturnType<typeof setTimeout> | undefined;
  /** The page that is loading has said that it is there. */
  #spoke = false;

  constructor(title: string, language: string, events: PaneEvents) {
    this.#events = events;
    this.#language = language;
    this.element = h('iframe', {
      class: 'glass-frame',
      title,
      // While it is empty, nothing at all.
      sandbox: '',
      referrerpolicy: 'no-referrer',
      allow: '',
      // Where browsers have it: cookies of this frame are out of reach of ours, which share the host in a room.
      credentialless: true,
    });
    this.element.addEventListener('load', () => {
      clearTimeout(this.#mute);
      this.#mute = undefined;
      const spoke = this.#spoke;
      this.#spoke = false;
      // One that spoke while it was loading has said which it is: asked for « the latest », the runner might name a frame in it.
      if (this.#path !== '' && !spoke) this.#mute = setTimeout(() => this.#arrive(undefined, ''), MUTE_MS);
    });
    addEventListener('message', (event) => this.#hear(event));
  }

  /** Shows a path of the seat's origin. */
  async show(path: string): Promise<void> {
    this.#path = path;
    this.#spoke = false;
    if (this.#origin === undefined) return this.#enter();
    this.element.src = this.#origin + path;
  }

  async #enter(): Promise<void> {
    const answer = await ask('/api/glass/open', {
      schema: openGlassReplySchema,
      body: { language: this.#language },
    });
    if (!answer.ok) return this.#events.failed(answer);
    this.#origin = answer.value.origin;
    this.element.setAttribute('sandbox', SANDBOX);
    this.element.src = `${this.#origin}${answer.value.enter}&to=${encodeURIComponent(this.#path)}`;
  }

  #hear(event: MessageEvent): void {
    if (event.source !== this.element.contentWindow || event.origin !== this.#origin) return;
    const message = fromPageSchema.safeParse(event.data);
    if (!message.success) return;
    const { data } = message;
    if (data.glass === 'page') this.#arrive(data.visit, data.title);
    else if (data.glass === 'address') this.#events.moved(data.url);
    else this.enterAgain();
  }

  /** The runner was started anew, or the séance lasted longer than the key: asks for another way in, a few times. */
  enterAgain(): void {
    if (this.#reentries >= REENTRIES) return;
    this.#reentries += 1;
    void this.#enter();
  }

  #arrive(visit: number | undefined, title: string): void {
    // While a timer runs, the page has loaded already, and this is its late word.
    this.#spoke = this.#mute === undefined;
    clearTimeout(this.#mute);
    this.#mute = undefined;
    if (visit !== undefined) this.#reentries = 0;
    this.#events.arrived(visit, title);
  }
}
