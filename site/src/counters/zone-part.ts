// How does one edit the zone of a name? A table of records, and one form that adds a line or changes one.
import {
  type NameView,
  type Problem,
  type RecordView,
  type ZoneChange,
  type ZoneView,
  zoneOutcomeSchema,
} from '#protocol/counters.ts';
import { ask } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import { type About, table } from './counter.ts';
import { button, Complaint, choice, field, fold, form, h, submitButton } from './dom.ts';
import type { Registrar } from './registrar.ts';

const TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'TXT'] as const;
/** What the form shows when the TTL is left alone, as the runner takes it. */
const DEFAULT_TTL = 60;

/** The zone, fetched when it is opened. */
export function zonePart(registrar: Registrar, name: NameView): HTMLElement {
  const words = registrar.counter.says.words.registrar.zone;
  const place = h('div', {});
  const details = fold(`zone-${name.name}`, words.title, place);
  const editor = new ZoneEditor(registrar, name, place);
  const open = () => details.open && !editor.loaded && void editor.load();
  details.addEventListener('toggle', open);
  open();
  return details;
}

class ZoneEditor {
  loaded = false;
  readonly #registrar: Registrar;
  readonly #name: NameView;
  readonly #place: HTMLElement;
  /** Line that the form changes; undefined: it adds one. */
  #changing: number | undefined;

  constructor(registrar: Registrar, name: NameView, place: HTMLElement) {
    this.#registrar = registrar;
    this.#name = name;
    this.#place = place;
  }

  async load(): Promise<void> {
    this.loaded = true;
    const complaint = new Complaint();
    this.#place.replaceChildren(complaint.element);
    const body = { name: this.#name.name };
    const outcome = await this.#registrar.counter.ask(
      '/api/registrar/zone',
      body,
      zoneOutcomeSchema,
      complaint,
    );
    if (outcome) this.#draw(outcome.zone);
  }

  get #words() {
    return this.#registrar.counter.says.words.registrar.zone;
  }

  #draw(zone: ZoneView, focus = false): void {
    const words = this.#words;
    const complaint = new Complaint();
    const list =
      zone.records.length === 0
        ? h('p', {}, words.none)
        : table(
            fill(words.caption, { name: zone.unicode }),
            [words.owner, words.type, words.value, words.ttlShort, words.actions],
            zone.records.map((record, index) => this.#row(zone, record, index, complaint)),
          );
    const editor = this.#form(zone);
    this.#place.replaceChildren(list, complaint.element, editor);
    if (focus) editor.querySelector<HTMLElement>('input')?.focus();
  }

  #row(zone: ZoneView, record: RecordView, index: number, complaint: Complaint): HTMLElement {
    const words = this.#words;
    const { owner, type, value, preference, ttl } = record;
    const changing = index === this.#changing;
    return h(
      'tr',
      { 'aria-current': changing ? 'true' : undefined },
      h('th', { scope: 'row', translate: 'no' }, owner),
      h('td', {}, h('abbr', { title: this.#meaning(type) }, type)),
      h(
        'td',
        { class: 'counter-value', translate: 'no' },
        preference === undefined ? value : `${preference} ${value}`,
      ),
      h('td', { class: 'counter-number' }, String(ttl)),
      h(
        'td',
        {},
        h(
          'div',
          { class: 'counter-row' },
          button(words.changeShort, () => this.#choose(zone, index), {
            'aria-label': fill(words.change, { owner, type }),
          }),
          button(
            words.removeShort,
            () =>
              this.#send(
                { do: 'remove', name: zone.name, version: zone.version, index },
                words.removed,
                complaint,
                [],
              ),
            { 'aria-label': fill(words.remove, { owner, type }) },
          ),
        ),
      ),
    );
  }

  #meaning(type: string): string {
    const { types } = this.#registrar.counter.says.zone;
    return types[type as keyof typeof types] ?? '';
  }

  #choose(zone: ZoneView, index: number | undefined): void {
    this.#changing = index;
    this.#draw(zone, true);
  }

  #form(zone: ZoneView): HTMLFormElement {
    const words = this.#words;
    const index = this.#changing;
    const old = index === undefined ? undefined : zone.records[index];
    const complaint = new Complaint();
    const owner = field(words.owner, { help: words.ownerHelp, value: old?.owner ?? '@', maxlength: 255 });
    const types = old && !TYPES.some((one) => one === old.type) ? [...TYPES, old.type] : TYPES;
    const type = choice(
      words.type,
      types.map((one) => [one, one] as const),
      old?.type,
    );
    const meaning = h('p', { class: 'counter-help' });
    const value = field(words.value, { value: old?.value ?? '', maxlength: 4096 });
    const priority = field(words.priority, { value: String(old?.preference ?? 10), inputmode: 'numeric' });
    const ttl = field(words.ttl, { value: String(old?.ttl ?? DEFAULT_TTL), inputmode: 'numeric' });
    const follow = () => {
      meaning.textContent = this.#meaning(type.select.value);
      priority.row.hidden = type.select.value !== 'MX';
    };
    type.select.addEventListener('change', follow);
    follow();
    const send = () => {
      const record = {
        owner: owner.input.value,
        type: type.select.value,
        value: value.input.value,
        ttl: ttl.input.value,
        ...(type.select.value === 'MX' ? { preference: priority.input.value } : {}),
      };
      const on = { name: zone.name, version: zone.version, record };
      const wait = { ttl: old?.ttl ?? DEFAULT_TTL };
      const about = ([problem]: readonly Problem[]) => {
        const code = problem?.code ?? '';
        if (code.startsWith('owner')) return [owner.input];
        if (code.startsWith('ttl')) return [ttl.input];
        if (code.startsWith('preference')) return [priority.input];
        return [code.startsWith('type') ? type.select : value.input];
      };
      return index === undefined
        ? this.#send({ do: 'add', ...on }, fill(words.added, wait), complaint, about)
        : this.#send({ do: 'change', ...on, index }, fill(words.changed, wait), complaint, about);
    };
    return form(
      complaint,
      send,
      h('h5', {}, index === undefined ? words.form : fill(words.formChange, { n: index + 1 })),
      h('div', { class: 'counter-fields' }, owner.row, type.row, value.row, priority.row, ttl.row),
      meaning,
      h(
        'div',
        { class: 'counter-row' },
        submitButton(index === undefined ? words.add : words.save),
        index !== undefined &&
          button(this.#registrar.counter.says.words.cancel, () => this.#choose(zone, undefined)),
      ),
    );
  }

  async #send(change: ZoneChange, done: string, complaint: Complaint, about: About): Promise<void> {
    const { counter } = this.#registrar;
    const outcome = await counter.ask(
      '/api/registrar/zone-change',
      change,
      zoneOutcomeSchema,
      complaint,
      about,
    );
    if (outcome === undefined) return this.#catchUp(change.version, complaint);
    this.#changing = undefined;
    this.#draw(outcome.zone, true);
    counter.tell(done);
  }

  /** Refused: when that is because the list here is an old one, shows the new one. */
  async #catchUp(version: number, complaint: Complaint): Promise<void> {
    const body = { name: this.#name.name };
    const answer = await ask('/api/registrar/zone', { schema: zoneOutcomeSchema, body });
    if (!answer.ok || !answer.value.ok || answer.value.zone.version === version) return;
    const why = complaint.element.textContent ?? '';
    this.#changing = undefined;
    this.#draw(answer.value.zone, true);
    this.#registrar.counter.tell(why);
  }
}
