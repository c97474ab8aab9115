// What does one of my names show? Its state and dates, and what one can do: zone, name servers, renewal, transfer.
import type { NameView } from '#protocol/counters.ts';
import { fill } from '../words/fill.ts';
import { button, Complaint, choice, fold, form, freshId, h, submitButton } from './dom.ts';
import { type Registrar, yearOptions } from './registrar.ts';
import { zonePart } from './zone-part.ts';

export function nameCard(registrar: Registrar, name: NameView): HTMLElement {
  const { says } = registrar.counter;
  const { states } = says.registry;
  const words = says.words.registrar.names;
  const state = states[name.state];
  const alive = name.state === 'registered';
  return h(
    'article',
    { class: 'counter-card', 'data-card': name.name },
    h('h4', { tabindex: -1, translate: 'no' }, name.unicode),
    h(
      'p',
      {},
      h('span', { class: `counter-state ${alive ? 'good' : 'wary'}` }, state.name),
      ' ',
      alive ? fill(words.expires, { date: says.day(name.expiresAt) }) : state.meaning,
    ),
    name.asked && askedPart(registrar, name),
    alive && zonePart(registrar, name),
    alive && serversPart(registrar, name),
    lifePart(registrar, name),
    alive && transferPart(registrar, name),
  );
}

function lifePart(registrar: Registrar, name: NameView): HTMLElement {
  const { says, view } = { says: registrar.counter.says, view: registrar.view };
  const words = says.words.registrar.names;
  const complaint = new Complaint();
  const sold = view?.registrars.find(({ id }) => id === name.registrar)?.name ?? name.registrar;
  const statuses = name.statuses.map((status) => {
    const meaning = says.registry.statuses[status as keyof typeof says.registry.statuses];
    return h('li', {}, h('code', {}, status), ` ${meaning ?? ''}`);
  });
  const next = name.milestones.map(({ at, what }) => {
    const meaning = words.milestones[what as keyof typeof words.milestones];
    return h('li', {}, h('strong', {}, says.day(at)), ` ${meaning ?? what}`);
  });
  return fold(
    `life-${name.name}`,
    words.life,
    h('p', {}, fill(words.created, { date: says.day(name.createdAt), registrar: sold })),
    h('p', {}, fill(words.holder, { name: name.holder.name })),
    h('h5', {}, words.statuses),
    h('ul', { class: 'counter-list' }, ...statuses),
    h('h5', {}, words.next),
    h('ul', { class: 'counter-list' }, ...next),
    ...lifeDeeds(registrar, name, complaint),
    complaint.element,
  );
}

function lifeDeeds(registrar: Registrar, name: NameView, complaint: Complaint): (HTMLElement | false)[] {
  const { says } = registrar.counter;
  const words = says.words.registrar.names;
  const tld = registrar.view?.tlds.find(({ zone }) => zone === name.tld);
  if (!tld) return [];
  const called = { name: name.unicode };
  const renewable = name.state === 'registered' || name.state === 'grace';
  const restore = button(
    fill(words.restore, { price: says.money(tld.prices.restore + tld.prices.renew) }),
    () => registrar.act({ do: 'restore', name: name.name }, fill(words.restored, called), complaint),
    { class: 'button primary' },
  );
  const giveUp = button(
    words.delete,
    () =>
      confirm(fill(words.deleteConfirm, called)) &&
      registrar.act({ do: 'delete', name: name.name }, fill(words.deleted, called), complaint),
    { class: 'button danger' },
  );
  return [
    renewable && renewForm(registrar, name, tld.prices.renew, tld.years.max),
    name.state === 'redemption' && h('p', {}, restore),
    renewable && h('p', {}, giveUp),
  ];
}

function renewForm(registrar: Registrar, name: NameView, price: number, max: number): HTMLElement {
  const { says } = registrar.counter;
  const words = says.words.registrar;
  const complaint = new Complaint();
  const years = choice(words.register.years, yearOptions(words.register, 1, max));
  const submit = submitButton('');
  const showPrice = () => {
    const cents = price * Number(years.select.value);
    submit.textContent = fill(words.names.renewFor, { price: says.money(cents) });
  };
  years.select.addEventListener('change', showPrice);
  showPrice();
  const done = fill(words.names.renewed, { name: name.unicode });
  return form(
    complaint,
    () =>
      registrar.act({ do: 'renew', name: name.name, years: Number(years.select.value) }, done, complaint, [
        years.select,
      ]),
    h('h5', {}, words.names.renew),
    h('div', { class: 'counter-row end' }, years.row, submit),
  );
}

function serversPart(registrar: Registrar, name: NameView): HTMLElement {
  const words = registrar.counter.says.words.registrar.servers;
  const complaint = new Complaint();
  const [id, helpId] = [freshId(), freshId()];
  const lines = h(
    'textarea',
    { id, class: 'counter-input', rows: 3, spellcheck: 'false', 'aria-describedby': helpId, translate: 'no' },
    name.nameServers.map(({ host, addresses }) => [host, ...addresses].join(' ')).join('\n'),
  );
  const send = () =>
    registrar.act(
      { do: 'name-servers', name: name.name, servers: readServers(lines.value) },
      words.saved,
      complaint,
      [lines],
    );
  return fold(
    `servers-${name.name}`,
    words.title,
    h('p', {}, name.inZone ? words.own : words.elsewhere),
    form(
      complaint,
      send,
      h('label', { for: id }, words.label),
      lines,
      h('p', { class: 'counter-help', id: helpId }, words.help),
      h(
        'div',
        { class: 'counter-row' },
        submitButton(words.save),
        !name.inZone &&
          button(words.back, () =>
            registrar.act({ do: 'own-servers', name: name.name }, words.saved, complaint),
          ),
      ),
    ),
  );
}

/** « ns1.camille-exemple.fr 198.18.20.10 » per line. */
export function readServers(text: string): { host: string; addresses: string[] }[] {
  return text
    .split('\n')
    .map((line) => line.trim().split(/[\s,]+/))
    .flatMap(([host = '', ...addresses]) => (host === '' ? [] : [{ host, addresses }]));
}

function transferPart(registrar: Registrar, name: NameView): HTMLElement {
  const { says, host } = registrar.counter;
  const words = says.words.registrar.transfer;
  const called = { name: name.unicode };
  const complaint = new Complaint();
  const lock = button(name.locked ? words.unlock : words.lock, () =>
    registrar.act(
      { do: 'lock', name: name.name, locked: !name.locked },
      fill(name.locked ? words.nowUnlocked : words.nowLocked, called),
      complaint,
    ),
  );
  const make = button(words.make, () =>
    registrar.act({ do: 'code', name: name.name }, words.made, complaint),
  );
  const { code, lockedUntil } = name;
  return fold(
    `transfer-${name.name}`,
    words.title,
    h('p', {}, name.locked ? words.locked : words.unlocked),
    lockedUntil !== undefined && h('p', {}, fill(words.lockedUntil, { date: says.day(lockedUntil) })),
    code &&
      h(
        'p',
        {},
        words.code,
        h('output', { class: 'counter-code', translate: 'no' }, code.code),
        ' ',
        code.until === undefined ? words.codeOnce : fill(words.codeUntil, { date: says.day(code.until) }),
      ),
    h(
      'div',
      { class: 'counter-row' },
      make,
      code &&
        button(says.words.copy, async () =>
          registrar.counter.tell((await host.copy(code.code)) ? says.words.copied : says.words.copyFailed),
        ),
      lock,
    ),
    complaint.element,
  );
}

function askedPart(registrar: Registrar, name: NameView): HTMLElement {
  const { says } = registrar.counter;
  const words = says.words.registrar.transfer;
  const called = { name: name.unicode };
  const complaint = new Complaint();
  const answer = (accept: boolean) =>
    registrar.act(
      { do: 'answer-transfer', name: name.name, accept },
      fill(accept ? words.accepted : words.refused, called),
      complaint,
    );
  return h(
    'div',
    { class: 'counter-notice' },
    h('p', {}, fill(words.asked, { date: says.day(name.asked?.decidedAt ?? 0) })),
    h(
      'div',
      { class: 'counter-row' },
      button(words.accept, () => answer(true)),
      button(words.refuse, () => answer(false)),
    ),
    complaint.element,
  );
}
