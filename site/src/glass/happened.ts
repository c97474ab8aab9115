// What stands beside the page? What just happened: the way drawn, its steps in words, and the servers of names asked one by one.
import { type Visit, visitReplySchema, type WalkStep, walkReplySchema } from '#protocol/glass.ts';
import { h } from '../counters/dom.ts';
import { ask } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import type { GlassWords } from '../words/glass.fr.ts';
import { drawWay, whoOf } from './draw-way.ts';
import { formats, tellVisits } from './tell-visit.ts';

export class Happened {
  readonly element: HTMLDetailsElement;
  readonly #words: GlassWords;
  readonly #picture = h('div', { class: 'glass-picture' });
  readonly #steps = h('div', {});
  readonly #walk = h('div', {});
  /** What is shown now: an older answer that comes late is dropped. */
  #shown: Visit | undefined;

  constructor(words: GlassWords) {
    this.#words = words;
    this.#steps.append(h('p', {}, words.what.none));
    this.element = h(
      'details',
      { class: 'glass-what', open: true },
      h('summary', {}, words.what.title),
      // Scrolls by itself, with the keyboard, too.
      h(
        'div',
        { class: 'glass-what-body', tabindex: 0, role: 'region', 'aria-label': words.what.title },
        this.#picture,
        this.#steps,
        this.#walk,
      ),
    );
    this.element.addEventListener('toggle', () => {
      if (this.element.open && this.#shown && this.#walk.childElementCount === 0)
        void this.#walkTo(this.#shown);
    });
  }

  /** Fetches and shows a visit; gives it. */
  async show(id: number | undefined): Promise<Visit | undefined> {
    const answer = await ask('/api/glass/visit', {
      schema: visitReplySchema,
      body: id === undefined ? {} : { id },
    });
    const visits = answer.ok ? answer.value.visits : [];
    const last = visits.at(-1);
    if (last === undefined) return undefined;
    this.#shown = last;
    this.#steps.replaceChildren(tellVisits(visits, this.#words));
    this.#picture.replaceChildren(drawWay(last, [], this.#words));
    this.#walk.replaceChildren();
    if (this.element.open) void this.#walkTo(last);
    return last;
  }

  async #walkTo(visit: Visit): Promise<void> {
    const name = new URL(visit.url).hostname;
    if (/^[\d.]+$/.test(name)) return;
    const { walk } = this.#words;
    this.#walk.replaceChildren(h('p', { class: 'counter-help' }, walk.loading));
    const answer = await ask('/api/glass/walk', { schema: walkReplySchema, body: { name } });
    if (this.#shown !== visit) return;
    const steps = answer.ok ? answer.value.steps : [];
    if (steps.length === 0) return this.#walk.replaceChildren(h('p', { class: 'counter-help' }, walk.failed));
    this.#picture.replaceChildren(drawWay(visit, steps, this.#words));
    this.#walk.replaceChildren(
      h('h3', {}, walk.title),
      h('ol', { class: 'glass-steps' }, ...steps.map((step) => this.#tell(step))),
      h('p', { class: 'counter-help' }, walk.honest),
    );
  }

  #tell(step: WalkStep): HTMLElement {
    const { walk } = this.#words;
    const servers = step.records.filter(({ type }) => type === 'NS').map(({ data }) => data);
    const said = fill(walk.said[step.said], {
      next: servers.slice(0, 2).join(', '),
      data: step.records.map(({ type, data }) => `${type} ${data}`).join(', '),
    });
    return h(
      'li',
      { class: 'glass-step', translate: 'no' },
      fill(walk.step, {
        who: whoOf(step, this.#words),
        server: step.zone === '' ? '.' : step.server,
        address: step.address,
        ms: formats(this.#words).ms(step.milliseconds),
        said,
      }),
    );
  }
}
