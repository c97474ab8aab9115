// How does the way to a page look? A small drawing: you, the servers of names from the root down, and the site, in the order in which they were asked.
import type { Visit, WalkStep } from '#protocol/glass.ts';
import { fill } from '../words/fill.ts';
import type { GlassWords } from '../words/glass.fr.ts';
import { formats } from './tell-visit.ts';

const SVG = 'http://www.w3.org/2000/svg';
const ROW = 40;
const WIDTH = 320;

function s(
  tag: string,
  attributes: Record<string, string | number>,
  ...children: (Node | string)[]
): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

export type LockState = 'none' | 'open' | 'closed' | 'broken';
const LOCKS: Record<LockState, string> = {
  none: 'M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0 -5',
  open: 'M3 7.5h10v6.5h-10z M5 7.5v-3a3 3 0 0 1 5.6 -1.5',
  closed: 'M3 7.5h10v6.5h-10z M5 7.5v-3a3 3 0 0 1 6 0v3',
  broken: 'M3 7.5h10v6.5h-10z M5 7.5v-3a3 3 0 0 1 6 0v3 M1.5 1.5l13 13',
};

/** A padlock; its meaning is said beside it. */
export const drawLock = (state: LockState): SVGElement =>
  s(
    'svg',
    { viewBox: '0 0 16 16', width: 18, height: 18, 'aria-hidden': 'true', class: 'lock' },
    s('path', { d: LOCKS[state] }),
  );

interface Stop {
  name: string;
  fact: string;
  state: 'good' | 'wrong' | 'wary';
  lock?: LockState;
}

/** Who a server of names answers for. */
export const whoOf = (step: WalkStep, { walk }: GlassWords): string =>
  step.zone === '' ? walk.root : fill(walk.zone, { zone: step.zone });

function stopsOf(visit: Visit, steps: readonly WalkStep[], words: GlassWords): Stop[] {
  const { ms } = formats(words);
  const names: Stop[] = steps.map((step) => ({
    name: whoOf(step, words),
    fact: step.said === 'silent' ? step.address : `${step.address} · ${ms(step.milliseconds)}`,
    state: step.said === 'referral' || step.said === 'answer' ? 'good' : 'wrong',
  }));
  const { connected, http } = visit;
  if (!connected) return names;
  const status = http === undefined ? '' : ` · ${http.status}`;
  const open = visit.url.startsWith('http:');
  return [
    ...names,
    {
      name: words.walk.site,
      ...(open ? {} : { lock: visit.tls && !visit.error ? ('closed' as const) : ('broken' as const) }),
      fact: `${connected.address}:${connected.port}${status}`,
      state: visit.error !== undefined ? 'wrong' : open ? 'wary' : 'good',
    },
  ];
}

/** The drawing, with its text for those who do not see it. */
export function drawWay(visit: Visit, steps: readonly WalkStep[], words: GlassWords): SVGElement {
  const stops: Stop[] = [{ name: words.walk.you, fact: '', state: 'good' }, ...stopsOf(visit, steps, words)];
  const height = stops.length * ROW;
  const label = fill(words.walk.picture, {
    steps: stops.map(({ name, fact }) => (fact === '' ? name : `${name} (${fact})`)).join(', '),
  });
  const marks = stops.flatMap(({ name, fact, state, lock }, index) => {
    const y = index * ROW + ROW / 2;
    const padlock = lock && drawLock(lock);
    for (const [key, value] of Object.entries({ x: 290, y: y - 9 }))
      padlock?.setAttribute(key, String(value));
    const line =
      index === 0 ? [] : [s('line', { x1: 16, x2: 16, y1: y - ROW + 8, y2: y - 8, class: 'way-line' })];
    return [
      ...line,
      s('circle', { cx: 16, cy: y, r: 7, class: `way-stop ${state}` }),
      s('text', { x: 34, y: fact === '' ? y + 4 : y - 2, class: 'way-name' }, name),
      ...(padlock ? [padlock] : []),
      ...(fact === '' ? [] : [s('text', { x: 34, y: y + 13, class: 'way-fact' }, fact)]),
    ];
  });
  return s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': label, class: 'way' },
    ...marks,
  );
}
