// What does a trainee see of the class around their page? Their hand, what is said to all, who watches, how much time is left.
import './class.css';
import { type ClassView, classViewSchema } from '#protocol/class.ts';
import { h } from '../counters/dom.ts';
import { part } from '../terminal/page-data.ts';
import { readPreference, writePreference } from '../terminal/preferences.ts';
import { ask } from '../terminal/runner-client.ts';
import type { RoomWords } from '../words/class.fr.ts';
import { fill } from '../words/fill.ts';
import { ClassClock, endSentence, remaining, warningAt } from './clock.ts';
import { Hand } from './hand.ts';
import { Notices } from './notices.ts';
import { listenToLine } from './page-line.ts';

const TICK_MS = 1000;
const TODAY_MS = 10 * 3_600_000;

export class ClassBar {
  readonly #words: RoomWords;
  readonly #notices: Notices;
  readonly #hand: Hand;
  readonly #clock = new ClassClock();
  readonly #badge = h('div', { class: 'class-badge print:hidden', role: 'status', 'data-class-badge': true });
  readonly #time = h('p', { class: 'class-time' });
  readonly #log = h('ul', { class: 'class-log' });
  readonly #look: HTMLDialogElement;
  #view: ClassView | undefined;

  constructor(words: RoomWords) {
    this.#words = words;
    this.#notices = new Notices(words.region);
    this.#hand = new Hand(words, (path, body) => this.#ask(path, body));
    this.#look = this.#lookDialog();
    document.body.append(this.#notices.element, this.#badge, this.#look);
    const seat = part<HTMLElement>(document, '[data-seat]');
    seat.before(this.#hand.element);
    part(seat, '.seat-card').append(
      this.#time,
      h('p', {}, h('a', { class: 'button', href: '/api/class/work', download: true }, words.take)),
      h('p', { class: 'seat-use' }, words.takeHelp),
      h('details', {}, h('summary', {}, words.help.log), this.#log),
    );
    setInterval(() => this.#tick(), TICK_MS);
    listenToLine({
      onMessage: (message) => {
        if (message.type === 'class') this.#show(message.view);
        if (message.type === 'notice') this.#showNotice(message.code, message.about ?? '');
        if (message.type === 'ended') this.#over(message.removed === true);
        if (message.type === 'hello') this.#called(message.pseudonym);
      },
    });
  }

  async #ask(path: `/api/${string}`, body: unknown): Promise<void> {
    const answer = await ask(path, { schema: classViewSchema, body });
    if (answer.ok) this.#show(answer.value);
  }

  #by(name: string): string {
    return name === '' ? this.#words.trainer : name;
  }

  /** Two seats became one: what stands in the head of this page, and its personal code, are another's. */
  #called(pseudonym: string): void {
    const before = this.#name;
    this.#name = pseudonym;
    if (before !== undefined && before !== pseudonym) location.reload();
  }
  #name: string | undefined;

  #over(removed: boolean): void {
    this.#hand.element.hidden = true;
    this.#badge.replaceChildren();
    this.#notices.element.replaceChildren();
    if (this.#look.open) this.#look.close();
    // A page with a terminal says it in the terminal's place.
    if (!document.querySelector('[data-panel]'))
      this.#notices.set('over', { text: removed ? this.#words.removed : this.#words.over, urgent: true });
  }

  #show(view: ClassView): void {
    this.#view = view;
    this.#clock.set(view.now);
    this.#hand.show(view.hand);
    this.#showLook(view);
    this.#showHelp(view);
    this.#showSaid(view);
    this.#showOffer(view);
    this.#tick();
  }

  #showNotice(code: string, about: string): void {
    const sentence = this.#words.notices[code];
    if (sentence !== undefined)
      this.#notices.set('notice', {
        text: fill(sentence, { about }),
        close: this.#words.close,
        id: `${code} ${Date.now()}`,
      });
  }

  #showSaid({ message, closing, pausedSince, asleep, ...view }: ClassView): void {
    const words = this.#words;
    const set = this.#notices.set.bind(this.#notices);
    // While everything is at rest nobody is asked for anything.
    const shown = asleep ? undefined : view.shown;
    const everybodyAt = asleep ? undefined : view.everybodyAt;
    set('paused', pausedSince === undefined ? undefined : { text: asleep ? words.asleep : words.paused });
    set(
      'closing',
      closing
        ? {
            text: words.closing,
            urgent: true,
            actions: [{ text: words.take, goes: '/api/class/work', primary: true }],
          }
        : undefined,
    );
    set(
      'message',
      message && {
        id: message.id,
        title: fill(words.message, { by: this.#by(message.by) }),
        text: message.text,
        close: words.close,
      },
    );
    set(
      'shown',
      shown && {
        text: fill(words.shown.text, { by: this.#by(shown.by) }),
        actions: [{ text: words.shown.open, goes: words.locale === 'fr-FR' ? '/regarder/' : '/en/watch/' }],
        close: words.close,
      },
    );
    const here = everybodyAt && document.querySelector<HTMLElement>(`#step-${CSS.escape(everybodyAt.step)}`);
    set(
      'everybody',
      everybodyAt && {
        id: everybodyAt.step,
        text: fill(words.everybody.text, { step: this.#stepTitle(everybodyAt.step) }),
        ...(here && { actions: [{ text: words.everybody.go, goes: `#step-${everybodyAt.step}` }] }),
        close: words.close,
      },
    );
  }

  /** As the page calls it; a page of another lab knows only its name. */
  #stepTitle(step: string): string {
    const title = document.querySelector(`#step-${CSS.escape(step)} :is(h2, h3, h4)`)?.textContent?.trim();
    return title?.replace(/\.$/, '') || step.replaceAll('-', ' ');
  }

  #showHelp({ help }: ClassView): void {
    const { help: said } = this.#words;
    for (const name of [...this.#asked]) {
      if (help.asks.some(({ id }) => `ask-${id}` === name)) continue;
      this.#asked.delete(name);
      this.#notices.set(name, undefined);
    }
    for (const { id, by } of help.asks) {
      this.#asked.add(`ask-${id}`);
      const answer = (what: string) => this.#ask('/api/class/answer', { id, answer: what });
      this.#notices.set(`ask-${id}`, {
        id,
        title: fill(said.asks, { by: this.#by(by) }),
        text: said.explain,
        urgent: true,
        actions: [
          { text: said.watch, does: () => answer('watch'), primary: true },
          { text: said.write, does: () => answer('write') },
          { text: said.no, does: () => answer('no') },
        ],
      });
    }
    this.#drawBadge(help.here);
    this.#log.replaceChildren(
      ...(help.log.length === 0
        ? [h('li', {}, said.logEmpty)]
        : help.log.map(({ at, by, what }) => {
            const time = new Date(at).toLocaleTimeString(this.#words.locale, {
              hour: '2-digit',
              minute: '2-digit',
            });
            return h('li', {}, `${time} · ${this.#by(by)} ${said.what[what]}`);
          })),
    );
  }
  readonly #asked = new Set<string>();

  #drawBadge(here: ClassView['help']['here']): void {
    const { help: said } = this.#words;
    const drawn = JSON.stringify(here);
    if (this.#badge.dataset.drawn === drawn) return;
    this.#badge.dataset.drawn = drawn;
    this.#badge.replaceChildren(
      ...here.map(({ id, by, write, typing }) =>
        h(
          'p',
          { 'data-typing': String(typing) },
          fill(typing ? said.typing : write ? said.writing : said.watching, { by: this.#by(by) }),
          ' ',
          h(
            'button',
            { type: 'button', class: 'button', onclick: () => void this.#ask('/api/class/cut', { id }) },
            said.cut,
          ),
        ),
      ),
    );
  }

  #showOffer({ solve: offered, asleep }: ClassView): void {
    const { solve: said } = this.#words;
    const solve = asleep ? undefined : offered;
    const answer = (accept: boolean) => this.#ask('/api/class/solve', { id: solve?.id, accept });
    this.#notices.set(
      'solve',
      solve && {
        id: solve.id,
        text: fill(said.text, { by: this.#words.trainer, step: this.#stepTitle(solve.step) }),
        urgent: true,
        actions: [
          { text: said.yes, does: () => answer(true), primary: true },
          { text: said.no, does: () => answer(false) },
        ],
      },
    );
  }

  #lookDialog(): HTMLDialogElement {
    const { look } = this.#words;
    const text = h('p', {});
    const dialog = h(
      'dialog',
      { class: 'class-look', 'aria-labelledby': 'class-look-title' },
      h('h2', { id: 'class-look-title' }, look.title),
      text,
      h('button', { type: 'button', class: 'button primary', onclick: () => dialog.close() }, look.back),
    );
    return dialog;
  }

  #showLook({ look }: ClassView): void {
    const dialog = this.#look;
    if (!look && dialog.open) dialog.close();
    // Dismissed once is dismissed, on the next page, too.
    if (!look || look.id === readPreference('looked', '')) return;
    dialog.onclose = () => writePreference('looked', look.id);
    part(dialog, 'p').textContent = fill(this.#words.look.text, { by: this.#by(look.by) });
    if (!dialog.open) dialog.showModal();
  }

  #tick(): void {
    const { endsAt, pausedSince, asleep } = this.#view ?? {};
    const timer = asleep ? undefined : this.#view?.timer;
    const words = this.#words;
    const now = pausedSince ?? this.#clock.now;
    const left = timer === undefined ? 0 : timer.endsAt - now;
    this.#notices.set(
      'timer',
      timer && {
        id: timer.id,
        text: left > 0 ? fill(words.timer.running, { time: remaining(left) }) : words.timer.over,
        close: words.close,
      },
    );
    if (endsAt === undefined) {
      this.#time.textContent = '';
      this.#notices.set('end', undefined);
      return;
    }
    // An end that is not today's is told with its day.
    const day = endsAt - now > TODAY_MS ? ({ weekday: 'long' } as const) : {};
    const time = new Date(endsAt).toLocaleString(words.locale, {
      ...day,
      hour: '2-digit',
      minute: '2-digit',
    });
    this.#time.textContent = fill(words.end.at, { time });
    const warning = warningAt(endsAt - now);
    this.#notices.set(
      'end',
      warning === undefined
        ? undefined
        : {
            id: `${endsAt} ${warning}`,
            text: endSentence(words, endsAt, endsAt - now),
            close: words.close,
          },
    );
  }
}
