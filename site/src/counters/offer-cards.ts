// How does one compare the offers of the hosts, and order from one of them?
import { hostsOutcomeSchema, type Offer, type Problem, SYSTEMS } from '#protocol/counters.ts';
import { fill } from '../words/fill.ts';
import { button, Complaint, choice, field, fold, form, freshId, h, submitButton } from './dom.ts';
import type { Hosts } from './hosts.ts';
import type { Says } from './says.ts';

/** One offer, fact by fact, in the same order for all. */
export function offerCard(hosts: Hosts, offer: Offer): HTMLElement {
  const { says } = hosts.counter;
  const { words } = says;
  const said = words.offers[offer.id] ?? { title: offer.id, summary: '', who: '', speed: '' };
  const facts = offerFacts(offer, says, said);
  return h(
    'article',
    { class: 'counter-card', 'data-card': offer.id },
    h('h4', { tabindex: -1 }, said.title),
    h('p', {}, said.summary),
    h(
      'dl',
      { class: 'counter-dl' },
      ...facts.flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]),
    ),
    offer.orderable
      ? button(words.hosts.offer.chooseShort, () => hosts.chooseOffer(offer.id), {
          'aria-label': fill(words.hosts.offer.choose, { host: offer.host, title: said.title }),
        })
      : h('p', { class: 'counter-help' }, words.hosts.offer.compareOnly),
  );
}

function offerFacts(offer: Offer, says: Says, said: { who: string; speed: string }): [string, string][] {
  const { words } = says;
  const terms = words.hosts.offer;
  const list = new Intl.ListFormat(words.locale, { type: 'unit', style: 'long' });
  return [
    [terms.kind, words.kinds[offer.kind]],
    [terms.price, priceOf(offer, says)],
    [terms.seat, `${offer.host}, ${says.country(offer.seat)}`],
    [terms.who, said.who],
    [terms.place, says.country(offer.place)],
    [terms.law, list.format(offer.laws.map((law) => words.laws[law]))],
    [terms.machine, machineOf(offer, says)],
    [terms.speed, said.speed],
    [terms.backups, words.backups[offer.backups]],
    [terms.exit, words.exit[offer.exit]],
    [
      terms.certification,
      offer.certifications.length === 0
        ? terms.noCertification
        : list.format(offer.certifications.map((one) => words.certifications[one])),
    ],
    [terms.commitment, offer.commitment <= 1 ? terms.month : fill(terms.months, { n: offer.commitment })],
  ];
}

function priceOf(offer: Offer, { words, money }: Says): string {
  const terms = words.hosts.offer;
  const rises = offer.laterMonthly !== offer.monthly;
  const price = fill(rises ? terms.priceRises : terms.priceMonthly, {
    monthly: money(offer.monthly),
    later: money(offer.laterMonthly),
  });
  return offer.setup === 0 ? price : `${price}${fill(terms.setup, { setup: money(offer.setup) })}`;
}

function machineOf(offer: Offer, { words }: Says): string {
  const number = new Intl.NumberFormat(words.locale);
  const memory =
    offer.memoryMiB >= 1024
      ? fill(words.units.gibibytes, { n: number.format(offer.memoryMiB / 1024) })
      : fill(words.units.mebibytes, { n: number.format(offer.memoryMiB) });
  return fill(words.hosts.offer.machineFacts, {
    cpus: number.format(offer.cpus),
    memory,
    disk: fill(words.units.gibibytes, { n: number.format(offer.diskGiB) }),
  });
}

/** The order form, with this offer chosen. */
export function orderForm(hosts: Hosts, offers: readonly Offer[], chosen: string): HTMLElement {
  const { says } = hosts.counter;
  const { words } = says;
  const order = words.hosts.order;
  const complaint = new Complaint();
  const sold = offers.filter(({ orderable }) => orderable);
  const offer = choice(
    order.offer,
    sold.map((one) => [one.id, words.offers[one.id]?.title ?? one.id] as const),
    chosen,
  );
  const host = field(order.host, { help: order.hostHelp, maxlength: 63, value: freeName(hosts) });
  const system = choice(
    order.system,
    SYSTEMS.map((one) => [one, order.systems[one]] as const),
    'debian',
  );
  const password = passwordChoice(says);
  const keyId = freshId();
  const key = h('textarea', { id: keyId, class: 'counter-input', rows: 3, spellcheck: 'false' });
  const submit = submitButton('');
  const showPrice = () => {
    const one = sold.find(({ id }) => id === offer.select.value);
    submit.textContent = fill(order.button, { price: says.money((one?.monthly ?? 0) + (one?.setup ?? 0)) });
  };
  offer.select.addEventListener('change', showPrice);
  showPrice();
  const about = ([problem]: readonly Problem[]): HTMLElement[] => {
    const code = problem?.code ?? '';
    if (code.startsWith('host')) return [host.input];
    if (code.startsWith('password')) return [password.input];
    return code.startsWith('ssh-key') ? [key] : [];
  };
  const send = async () => {
    const typed = password.typed();
    const body = {
      offer: offer.select.value,
      host: host.input.value,
      system: SYSTEMS.find((one) => one === system.select.value) ?? 'debian',
      ...(typed === undefined ? {} : { password: typed }),
      ...(key.value.trim() === '' ? {} : { sshKey: key.value }),
    };
    const outcome = await hosts.counter.ask('/api/hosts/order', body, hostsOutcomeSchema, complaint, about);
    if (!outcome) return;
    hosts.chooseOffer(undefined);
    hosts.counter.tell(fill(order.done, { host: body.host.trim().toLowerCase() }));
    hosts.draw(outcome.view);
    void hosts.look();
  };
  return form(
    complaint,
    send,
    h('h3', { tabindex: -1 }, order.title),
    h('div', { class: 'counter-fields' }, offer.row, host.row, system.row),
    password.row,
    fold('order-key', order.key, h('label', { for: keyId }, order.keyHelp), key),
    h(
      'div',
      { class: 'counter-row' },
      submit,
      button(words.cancel, () => hosts.chooseOffer(undefined)),
    ),
  );
}

/** A first name that this seat does not have yet. */
function freeName(hosts: Hosts): string {
  const taken = hosts.view?.servers.map(({ host }) => host) ?? [];
  const names = ['mon-serveur', 'mon-serveur-2', 'mon-serveur-3'];
  return names.find((name) => !taken.includes(name)) ?? '';
}

function passwordChoice({ words }: Says): {
  row: HTMLElement;
  input: HTMLInputElement;
  typed: () => string | undefined;
} {
  const { order } = words.hosts;
  const group = freshId();
  const typed = field(order.typedLabel, { help: order.typedHelp, maxlength: 200 });
  const radio = (value: string, label: string) =>
    h(
      'label',
      { class: 'counter-choice' },
      h('input', { type: 'radio', name: group, value, checked: value === 'made' }),
      ` ${label}`,
    );
  const row = h(
    'fieldset',
    { class: 'counter-fieldset' },
    h('legend', {}, order.password),
    radio('made', order.generated),
    radio('typed', order.typed),
    typed.row,
  );
  const isTyped = () => row.querySelector<HTMLInputElement>('input:checked')?.value === 'typed';
  const follow = () => {
    typed.row.hidden = !isTyped();
  };
  row.addEventListener('change', follow);
  follow();
  return { row, input: typed.input, typed: () => (isTyped() ? typed.input.value : undefined) };
}
