// How does a trainer prepare: examine the machine, warm others, try everything, share, open one more séance, erase what is over?
import * as z from 'zod/mini';
import { linkReplySchema, preflightSchema, purgedSchema, type WorkshopList } from '#protocol/board.ts';
import { h } from '../counters/dom.ts';
import { part } from '../terminal/page-data.ts';
import { writePreference } from '../terminal/preferences.ts';
import { daysIn } from '../words/days.ts';
import { fill } from '../words/fill.ts';
import type { Asks } from './asks.ts';
import { nextTime } from './class-tools.ts';
import { type BoardState, clock, type TrainerData } from './trainer-data.ts';

/** As many as a séance has seats, at most. */
const MOST_MACHINES = 200;

const openedSchema = z.strictObject({ workshop: z.string() });

export class Prepare {
  readonly #root: HTMLElement;
  readonly #data: TrainerData;
  readonly #asks: Asks;
  readonly #go: (workshop: string) => void;
  readonly #gone: (sentence: string) => void;
  /** The séance on show is being erased by this very page. */
  erasing = false;

  /** `go`: shows another séance; `gone`: the one on show was erased, and says what is left of it. */
  constructor(
    root: HTMLElement,
    data: TrainerData,
    asks: Asks,
    go: (workshop: string) => void,
    gone: (sentence: string) => void,
  ) {
    this.#gone = gone;
    this.#root = root;
    this.#data = data;
    this.#asks = asks;
    this.#go = go;
    this.#bind();
    this.#drawPlan();
  }

  /** Which séances there are, and how one is called. */
  list({ me, workshops }: WorkshopList, shown: string): void {
    // What was said of another séance does not hold for this one.
    part(this.#root, '[data-invited]').textContent = '';
    part(this.#root, '[data-findings]').replaceChildren();
    const select = part<HTMLSelectElement>(this.#root, '[data-workshops]');
    select.replaceChildren(
      ...workshops.map((one) => h('option', { value: one.id, selected: one.id === shown }, this.#label(one))),
    );
    part<HTMLInputElement>(this.#root, '[data-my-name]').value = me.name;
    const current = workshops.find(({ id }) => id === shown);
    part(this.#root, '[data-purge-days]').textContent = fill(this.#data.room.tools.purgeDays, {
      days: daysIn(this.#data.room.locale, current?.keepDays ?? 30),
    });
    const plan = current?.plan ?? [];
    part(this.#root, '[data-plan-shown]').replaceChildren(
      ...plan.map(({ lesson, minutes }) =>
        h('li', {}, `${this.#data.lessons[lesson]?.title ?? lesson} (${minutes} min)`),
      ),
    );
  }

  /** Two may have the same title: when they were opened tells them apart. */
  #label({ title, taken, seats, openedAt, endedAt }: WorkshopList['workshops'][number]): string {
    const { tools, locale } = this.#data.room;
    const time = new Date(openedAt).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
    const label = fill(tools.listed, { title, taken, seats, time });
    return endedAt === undefined ? label : `${label} · ${tools.ended}`;
  }

  show({ head }: BoardState): void {
    const { tools } = this.#data.room;
    const { warm } = head;
    const bar = part<HTMLProgressElement>(this.#root, '[data-warm-bar]');
    bar.max = Math.max(1, warm?.wanted ?? 1);
    bar.value = warm?.ready ?? 0;
    const states: Record<string, string> = {
      opening: tools.houseOpening,
      unsafe: tools.houseUnsafe,
      failed: tools.houseFailed,
    };
    const text =
      warm === undefined
        ? ''
        : (states[warm.house] ?? fill(tools.warm, { ready: warm.ready, wanted: warm.wanted }));
    const line = part(this.#root, '[data-warm-state]');
    if (line.textContent !== text) line.textContent = text;
  }

  #bind(): void {
    const { tools } = this.#data.room;
    const asks = this.#asks;
    const click = (selector: string, does: () => unknown) =>
      part(this.#root, selector).addEventListener('click', () => void does());
    click('[data-preflight]', () => this.#preflight());
    click('[data-warm-now]', () => {
      const field = part<HTMLInputElement>(this.#root, '[data-warm]');
      const machines = Math.min(MOST_MACHINES, Math.max(0, Number.parseInt(field.value, 10) || 0));
      field.value = String(machines);
      return asks.do('warm', { machines });
    });
    click('[data-try]', () => this.#try());
    click('[data-invite]', async () => {
      const link = await asks.get('invite', linkReplySchema, {});
      if (link) part(this.#root, '[data-invited]').textContent = fill(tools.invited, { url: link.url });
    });
    click('[data-name-save]', () => {
      const { value } = part<HTMLInputElement>(this.#root, '[data-my-name]');
      return asks.do('name', { name: value }, fill(tools.named, { name: value }));
    });
    part(this.#root, '[data-open-form]').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#open();
    });
    part<HTMLSelectElement>(this.#root, '[data-workshops]').addEventListener('change', (event) => {
      if (event.target instanceof HTMLSelectElement) this.#go(event.target.value);
    });
    click('[data-purge]', () => this.#purge());
  }

  async #preflight(): Promise<void> {
    const box = part(this.#root, '[data-findings]');
    box.replaceChildren(h('li', {}, '…'));
    const found = await this.#asks.get('preflight', preflightSchema);
    if (!found) return box.replaceChildren();
    const { tools } = this.#data.room;
    const marks = { ok: '✓', warn: '!', fail: '✗' };
    const draw = ({ level, text, remedy }: (typeof found.findings)[number]) =>
      h(
        'li',
        { 'data-level': level },
        h('span', { 'aria-hidden': 'true' }, `${marks[level]} `),
        text,
        remedy === undefined ? undefined : h('p', {}, remedy),
      );
    // What a trainer can act on, and what to compare with the room; the rest for those who ask.
    const TO_READ = ['capacity', 'clock', 'address', 'images'];
    const first = found.findings.filter(({ id, level }) => level !== 'ok' || TO_READ.includes(id));
    const rest = found.findings.filter((one) => !first.includes(one));
    const grave = first.some(({ level }) => level !== 'ok');
    box.replaceChildren(
      ...first.map(draw),
      h(
        'li',
        { 'data-level': 'ok' },
        h(
          'details',
          {},
          h('summary', {}, fill(grave ? tools.others : tools.allGood, { n: rest.length })),
          h('ul', { class: 'findings' }, ...rest.map(draw)),
        ),
      ),
    );
  }

  async #try(): Promise<void> {
    const tried = await this.#asks.get('try', z.strictObject({ seat: z.string() }), {});
    if (!tried) return;
    writePreference('joined', 'true');
    this.#asks.say(this.#data.room.tools.tried);
    window.open(this.#data.paths.firstLesson, '_blank', 'noopener');
  }

  #drawPlan(): void {
    const total = part(this.#root, '[data-plan-total]');
    const lessons = Object.entries(this.#data.lessons);
    const plan = part(this.#root, '[data-plan]');
    const add = () => {
      const n = chosenIn(plan).reduce((sum, path) => sum + (this.#data.lessons[path]?.minutes ?? 0), 0);
      total.textContent = fill(total.dataset.sentence ?? '', { n });
    };
    plan.replaceChildren(
      ...[...new Set(lessons.map(([, { module }]) => module))].map((module) =>
        drawModule(
          module,
          lessons.filter(([, lesson]) => lesson.module === module),
        ),
      ),
    );
    plan.addEventListener('change', add);
    part(this.#root, '[data-open-form]').addEventListener('reset', () => setTimeout(add));
    add();
  }

  async #open(): Promise<void> {
    const form = part<HTMLFormElement>(this.#root, '[data-open-form]');
    const field = (name: string) => part<HTMLInputElement>(form, `[name="${name}"]`).value;
    const opened = await this.#asks.get('open', openedSchema, {
      title: field('title').trim(),
      language: field('language'),
      seats: Number.parseInt(field('seats'), 10) || 0,
      endsAt: field('endsAt') === '' ? null : nextTime(field('endsAt'), clock.now()),
      keepDays: Number.parseInt(field('keepDays'), 10) || 0,
      plan: chosenIn(form).map((lesson) => ({
        lesson,
        minutes: this.#data.lessons[lesson]?.minutes ?? 0,
      })),
    });
    if (!opened) return;
    this.#asks.say(this.#data.room.tools.opened);
    form.reset();
    this.#go(opened.workshop);
  }

  async #purge(): Promise<void> {
    const { tools } = this.#data.room;
    if (!confirm(tools.purgeConfirm)) return;
    this.erasing = true;
    const left = await this.#asks.get('purge', purgedSchema, { workshop: this.#asks.workshop });
    if (left) {
      const clean = left.machines + left.networks === 0;
      this.#gone(fill(clean ? tools.purged : tools.notPurged, left));
    }
    this.erasing = false;
  }
}

/** Paths of the lessons that are ticked. */
const chosenIn = (plan: HTMLElement): string[] =>
  [...plan.querySelectorAll<HTMLInputElement>('[data-lesson]:checked')].map(({ value }) => value);

/** A module's lessons below a box that ticks all of them. */
function drawModule(
  module: string,
  lessons: readonly [path: string, lesson: TrainerData['lessons'][string]][],
): HTMLElement {
  const boxes = lessons.map(([path, { title, minutes }]) => {
    const box = h('input', { type: 'checkbox', value: path, 'data-lesson': true });
    return { box, row: h('li', {}, h('label', {}, box, ` ${title} (${minutes} min)`)) };
  });
  const all = h('input', { type: 'checkbox' });
  all.addEventListener('change', () => {
    for (const { box } of boxes) box.checked = all.checked;
  });
  const rows = h('ul', {}, ...boxes.map(({ row }) => row));
  rows.addEventListener('change', () => {
    all.checked = boxes.every(({ box }) => box.checked);
  });
  return h('li', {}, h('label', { class: 'open-module' }, all, ` ${module}`), rows);
}
