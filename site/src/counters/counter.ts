// What do both counters have in common? A head with badge, date and purse, a voice that tells results, the account, and asking the runner.
import type * as z from 'zod/mini';
import type { Account, Problem } from '#protocol/counters.ts';
import { ask, sentenceFor } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import { button, Complaint, fold, h } from './dom.ts';
import type { Says } from './says.ts';

/** What the page lends to a counter. */
export interface CounterHost {
  says: Says;
  /** For failures of the line and of the runner. */
  failure: { refusals: Record<string, string>; noAnswer: string; retryIn: string };
  /** Opens a server's console as a terminal tab. */
  openConsole: (host: string) => void;
  /** This server has no console any more. */
  closeConsole: (host: string) => void;
  copy: (text: string) => Promise<boolean>;
}

/** An answer of a counter. */
export type Outcome<T> = ({ ok: true } & T) | { ok: false; refused: Problem[] };

/** How long a result stays in sight, besides the time to read it. */
const FRESH_MS = 3_000;

/** The fields that a refusal may be about: the first of them gets the keyboard. */
export type About = readonly HTMLElement[] | ((problems: readonly Problem[]) => HTMLElement[]);

export class Counter {
  readonly host: CounterHost;
  /** All that the tab shows. */
  readonly element: HTMLElement;
  readonly #voice = h('p', { class: 'counter-voice', role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #facts = h('p', { class: 'counter-facts' });

  constructor(host: CounterHost, title: string, ...parts: HTMLElement[]) {
    this.host = host;
    const { words } = host.says;
    this.element = h(
      'section',
      { class: 'counter not-content', 'aria-label': title },
      h(
        'header',
        { class: 'counter-head' },
        h('h2', {}, title),
        h('p', { class: 'counter-badge', title: words.simulatedMeaning }, words.simulated),
        this.#facts,
      ),
      h('p', { class: 'counter-help' }, words.simulatedMeaning),
      this.#voice,
      ...parts,
    );
  }

  get says(): Says {
    return this.host.says;
  }

  /** Date and purse. */
  showFacts(now: number, account: Account): void {
    const { words, day, money } = this.says;
    this.#facts.replaceChildren(
      h('span', {}, fill(words.clock, { date: day(now) })),
      h('span', {}, fill(words.purse, { balance: money(account.balance) })),
    );
  }

  /** Tells a result, to eyes and to screen readers: in sight for a while wherever one has scrolled to. */
  tell(sentence: string): void {
    this.#voice.textContent = sentence;
    this.#voice.classList.add('fresh');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#voice.classList.remove('fresh'), FRESH_MS + sentence.length * 50);
  }

  /** Asks; a « no » of the rules or of the line is shown by the complaint. Undefined then. */
  async ask<T>(
    path: `/api/${string}`,
    body: unknown,
    schema: z.ZodMiniType<Outcome<T>>,
    complaint: Complaint,
    about: About = [],
  ): Promise<T | undefined> {
    this.tell('');
    const answer = await ask(path, { schema, body });
    if (!answer.ok) {
      complaint.show(sentenceFor(answer, this.host.failure));
      return undefined;
    }
    const outcome = answer.value;
    if (outcome.ok) return outcome;
    const fields = typeof about === 'function' ? about(outcome.refused) : about;
    complaint.show(this.says.problems(outcome.refused), fields);
    return undefined;
  }
}

/** The account's lines, and a way to ask for more. */
export function accountPart(
  { says }: CounterHost,
  account: Account,
  askForMore: (complaint: Complaint) => Promise<unknown>,
): HTMLElement {
  const { account: words, entries } = says.words;
  const complaint = new Complaint();
  const rows = [...account.entries]
    .reverse()
    .map(({ at, what, about, cents }) =>
      h(
        'tr',
        {},
        h('td', {}, says.day(at)),
        h('td', { translate: 'no' }, fill(entries[what], { about })),
        h('td', { class: 'counter-number' }, says.money(cents)),
      ),
    );
  return fold(
    'account',
    words.title,
    table(words.caption, [words.date, words.what, words.amount], rows),
    h(
      'p',
      {},
      button(words.ask, () => askForMore(complaint)),
    ),
    complaint.element,
  );
}

/** A real table; one that is too wide scrolls by itself, with the keyboard too. */
export function table(caption: string, heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  return h(
    'div',
    { class: 'counter-table', tabindex: 0, role: 'group', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, ...rows),
    ),
  );
}
