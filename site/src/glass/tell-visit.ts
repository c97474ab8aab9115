// What happened on the way to this page, in words? One line per step, from the facts of its own connection; what it means on demand.
import type { Visit } from '#protocol/glass.ts';
import { h } from '../counters/dom.ts';
import { fill } from '../words/fill.ts';
import type { GlassWords } from '../words/glass.fr.ts';

export type Tells = (words: GlassWords) => {
  ms: (n: number) => string;
  day: (at: number) => string;
  size: (n: number) => string;
};

export const formats: Tells = ({ locale }) => {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const kilo = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });
  return {
    ms: (n) => `${number.format(n)}\u00a0ms`,
    day: (at) => date.format(at),
    size: (n) => kilo.format(n / 1000),
  };
};

/** A line that opens: the fact, then more facts and what they mean. */
function line(fact: string, more: readonly (string | undefined)[], meaning: string, state = ''): HTMLElement {
  return h(
    'li',
    { class: `glass-step ${state}`.trim() },
    h(
      'details',
      {},
      h('summary', {}, h('span', { translate: 'no' }, fact)),
      ...more.map((one) => one !== undefined && h('p', { translate: 'no' }, one)),
      h('p', { class: 'glass-meaning' }, meaning),
    ),
  );
}

/** The steps of a visit, redirections that led to it first. */
export function tellVisits(visits: readonly Visit[], words: GlassWords): HTMLElement {
  const { what } = words;
  const last = visits.at(-1);
  if (last === undefined) return h('p', {}, what.none);
  const { ms } = formats(words);
  const earlier = visits
    .slice(0, -1)
    .map(({ url, http }) =>
      line(fill(what.redirected, { status: http?.status ?? '', url }), [], what.meaning.redirect),
    );
  const stop =
    last.error === undefined
      ? []
      : [
          h(
            'li',
            { class: 'glass-step wrong' },
            h('strong', {}, what.stops[last.error]),
            ' ',
            what.meaning.stop,
          ),
        ];
  const cut = last.cut === undefined ? [] : [h('li', { class: 'glass-step wrong' }, what.cut)];
  return h(
    'div',
    {},
    h('ol', { class: 'glass-steps' }, ...earlier, ...tellSteps(last, words), ...stop, ...cut),
    h('p', { class: 'counter-help' }, `${what.source} `, fill(what.total, { ms: ms(last.milliseconds) })),
  );
}

function tellSteps(visit: Visit, words: GlassWords): HTMLElement[] {
  const { what } = words;
  const { ms, size } = formats(words);
  const steps = [tellName(visit, words)];
  const { connected, http } = visit;
  if (connected)
    steps.push(
      line(
        fill(what.connected, { ...connected, ms: ms(connected.milliseconds) }),
        [],
        what.meaning.tcp,
        'good',
      ),
    );
  if (connected) steps.push(tellTls(visit, words));
  if (http)
    steps.push(
      line(
        fill(what.http, { method: visit.method, status: http.status, ms: ms(http.milliseconds) }),
        [
          fill(what.httpMore, { type: http.type ?? '?', size: size(http.bytes) }),
          http.server === undefined ? undefined : fill(what.server, { server: http.server }),
        ],
        what.meaning.http,
        http.status < 400 ? 'good' : 'wrong',
      ),
    );
  return steps.filter((step) => step !== undefined);
}

function tellName(visit: Visit, words: GlassWords): HTMLElement | undefined {
  const { what } = words;
  const { resolved } = visit;
  const name = new URL(visit.url).hostname;
  if (!resolved) return /^[\d.]+$/.test(name) ? line(what.typed, [], what.meaning.dns) : undefined;
  const facts = { resolver: resolved.resolver, ms: formats(words).ms(resolved.milliseconds), name };
  const address = resolved.answers.find(({ type }) => type === 'A');
  const aliases = resolved.answers
    .filter(({ type }) => type === 'CNAME')
    .map((one) => fill(what.alias, { name: one.name, data: one.data }));
  if (address)
    return line(
      fill(what.resolved, { ...facts, address: address.data }),
      [...aliases, fill(what.ttl, { ttl: address.ttl })],
      what.meaning.dns,
      'good',
    );
  const { soa, rcode } = resolved;
  const no =
    rcode === 3 && soa
      ? fill(what.unresolved, { ...facts, zone: soa.zone || '.', server: soa.server })
      : undefined;
  return line(no ?? fill(what.noAddress, facts), aliases, what.meaning.dns, 'wrong');
}

function tellTls(visit: Visit, words: GlassWords): HTMLElement | undefined {
  const { what } = words;
  const { tls } = visit;
  const { ms, day } = formats(words);
  if (!visit.url.startsWith('https:')) return line(what.noTls, [], what.meaning.noTls, 'wary');
  if (!tls) return undefined;
  return line(
    fill(what.tls, { protocol: tls.protocol, issuer: tls.issuer || '?', ms: ms(tls.milliseconds) }),
    [
      fill(what.tlsNames, { names: tls.names.join(', ') || tls.subject || '?' }),
      fill(what.tlsDates, { from: day(tls.from), to: day(tls.to) }),
    ],
    what.meaning.tls,
    visit.error?.startsWith('tls-') ? 'wrong' : 'good',
  );
}
