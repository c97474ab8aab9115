// What does a trainer say to the whole class, and when does it end? Small forms; each shows how things stand.

import { remaining } from '../class/clock.ts';
import { h } from '../counters/dom.ts';
import { part } from '../terminal/page-data.ts';
import { fill } from '../words/fill.ts';
import type { Asks } from './asks.ts';
import { type BoardState, clock, stepTitle, type TrainerData, timeOf } from './trainer-data.ts';

const MINUTE_MS = 60_000;
/** One press extends, or shortens, by so many minutes. */
const EXTEND_MINUTES = 15;
/** An end further away than this is told with its day. */
const SAME_DAY_MINUTES = 10 * 60;
/** What a timer may have. */
const TIMER_MINUTES = { least: 1, most: 240 };

export class ClassTools {
  readonly #root: HTMLElement;
  readonly #data: TrainerData;
  readonly #asks: Asks;
  #state: BoardState | undefined;

  constructor(root: HTMLElement, data: TrainerData, asks: Asks) {
    this.#root = root;
    this.#data = data;
    this.#asks = asks;
    this.#fillSteps();
    this.#bind();
  }

  show(state: BoardState): void {
    this.#state = state;
    const { head } = state;
    const { tools } = this.#data.room;
    this.#text(
      '[data-message-shown]',
      head.message === undefined ? '' : fill(tools.shownNow, { text: head.message }),
    );
    this.#part('[data-message-clear]').hidden = head.message === undefined;
    this.#text('[data-look]', head.look ? tools.lookOff : tools.lookOn);
    const { pausedSince, asleep } = head.workshop;
    this.#text('[data-pause]', pausedSince === undefined ? tools.pause : tools.resume);
    this.#part('[data-night]').hidden = asleep === true;
    this.#text('[data-closing]', head.workshop.closing ? tools.closingStop : tools.closingStart);
    this.#text('[data-closing-state]', head.workshop.closing ? tools.closing : '');
    const at = head.everybodyAt;
    this.#text(
      '[data-everybody-state]',
      at ? fill(tools.everybody, { step: stepTitle(this.#data, at.lab, at.step) }) : '',
    );
    this.tick();
  }

  /** Seconds pass. */
  tick(): void {
    if (!this.#state) return;
    const { timer, workshop } = this.#state.head;
    const { tools, locale } = this.#data.room;
    const left = timer === undefined ? 0 : timer - clock.now();
    this.#text('[data-timer-state]', left > 0 ? fill(tools.timerOn, { time: remaining(left) }) : '');
    const at = (instant: number) =>
      new Date(instant).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
    const { endsAt, pausedSince, asleep } = workshop;
    const night = (instant: number) =>
      new Date(instant).toLocaleString(locale, { weekday: 'long', hour: '2-digit', minute: '2-digit' });
    const stopping = this.#state.head.warm?.house === 'stopping';
    const minutes = endsAt === undefined ? 0 : Math.ceil((endsAt - clock.now()) / MINUTE_MS);
    const end =
      pausedSince !== undefined && asleep
        ? stopping
          ? tools.stopping
          : fill(tools.asleep, { time: night(pausedSince) })
        : pausedSince !== undefined
          ? fill(tools.paused, { time: at(pausedSince) })
          : endsAt === undefined
            ? tools.noEnd
            : minutes <= 0
              ? tools.passed
              : fill(tools.endsAt, {
                  time: minutes > SAME_DAY_MINUTES ? night(endsAt) : at(endsAt),
                  left: timeOf(this.#data, minutes),
                });
    this.#text('[data-end-state]', end);
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return part<T>(this.#root, selector);
  }

  #text(selector: string, text: string): void {
    const element = this.#part(selector);
    if (element.textContent !== text) element.textContent = text;
  }

  #fillSteps(): void {
    this.#part('[data-everybody]').append(
      ...Object.entries(this.#data.labs).map(([lab, { title, steps }]) =>
        h(
          'optgroup',
          { label: title },
          ...Object.keys(steps).map((step) =>
            h('option', { value: `${lab}/${step}` }, stepTitle(this.#data, lab, step)),
          ),
        ),
      ),
    );
  }

  #chosenStep(): { lab: string; step: string } | undefined {
    const [lab, step] = this.#part<HTMLSelectElement>('[data-everybody]').value.split('/');
    return lab && step ? { lab, step } : undefined;
  }

  #bind(): void {
    const asks = this.#asks;
    const { tools } = this.#data.room;
    const click = (selector: string, does: () => unknown) =>
      this.#part(selector).addEventListener('click', () => void does());
    const text = this.#part<HTMLTextAreaElement>('[data-message-text]');
    this.#part('[data-message-form]').addEventListener('submit', (event) => {
      event.preventDefault();
      void asks.do('say', { text: text.value }, tools.sent).then((ok) => {
        if (ok) text.value = '';
      });
    });
    click('[data-message-clear]', () => asks.do('say', { text: '' }));
    click('[data-look]', () => asks.do('look', { on: this.#state?.head.look !== true }));
    const minutes = this.#part<HTMLInputElement>('[data-timer-minutes]');
    click('[data-timer-start]', () => {
      const wanted = Number.parseInt(minutes.value, 10) || TIMER_MINUTES.least;
      const given = Math.min(TIMER_MINUTES.most, Math.max(TIMER_MINUTES.least, wanted));
      minutes.value = String(given);
      return asks.do('timer', { minutes: given });
    });
    click('[data-timer-stop]', () => asks.do('timer', { minutes: 0 }));
    click('[data-everybody-tell]', () => asks.do('everybody', { at: this.#chosenStep() ?? null }));
    click('[data-offer]', () => this.#offer());
    click('[data-more]', () => asks.do('extend', { minutes: EXTEND_MINUTES }));
    click('[data-less]', () => asks.do('extend', { minutes: -EXTEND_MINUTES }));
    click('[data-set-end]', () => this.#setEnd());
    click('[data-pause]', () =>
      asks.do('pause', { on: this.#state?.head.workshop.pausedSince === undefined }),
    );
    click('[data-night]', () => {
      if (confirm(tools.nightConfirm)) return asks.do('pause', { on: true, machinesOff: true });
    });
    click('[data-closing]', () => asks.do('closing', { on: this.#state?.head.workshop.closing !== true }));
  }

  async #offer(): Promise<void> {
    const at = this.#chosenStep() ?? this.#state?.head.everybodyAt;
    if (!at) return;
    const before = this.#state?.rows.filter((row) => row.lab === at.lab && row.step === at.step && row.here);
    const done = fill(this.#data.room.tools.offered, { n: before?.length ?? 0 });
    await this.#asks.do('offer', at, done);
  }

  /** The next time that the clock shows this hour; an empty field: no end. */
  async #setEnd(): Promise<void> {
    const { value } = this.#part<HTMLInputElement>('[data-end-time]');
    await this.#asks.do('ends-at', { endsAt: value === '' ? null : nextTime(value, clock.now()) });
  }
}

/** When does this computer's clock next show `HH:MM`? Milliseconds since the epoch. */
export function nextTime(hourAndMinute: string, now: number): number {
  const [hours = 0, minutes = 0] = hourAndMinute.split(':').map(Number);
  const then = new Date(now);
  then.setHours(hours, minutes, 0, 0);
  if (then.getTime() <= now) then.setDate(then.getDate() + 1);
  return then.getTime();
}
