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

interface Stop {
  name: string;
  fact: string;
  state: 'good' | 'wrong' | 'wary';
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
      name: `${words.walk.site} ${open ? '' : visit.tls && !visit.error ? '🔒' : '⚠'}`.trim(),
      fact: `${connected.address}:${connected.port}${status}`,
      state: visit.error !== undefined ? 'wrong' : open ? 'wary' : 'good',
    },
  ];
}

/** The drawing, with its text for those who do not see it. */
export function drawWay(visit: Visit, steps: readonly WalkStep[], words: GlassWords): SVGElement {
  const stops = [{ name: words.walk.you, fact: '', state: 'good' as const }, ...stopsOf(visit, steps, words)];
  const height = stops.length * ROW;
  const label = fill(words.walk.picture, {
    steps: stops.map(({ name, fact }) => (fact === '' ? name : `${name} (${fact})`)).join(', '),
  });
  const marks = stops.flatMap(({ name, fact, state }, index) => {
    const y = index * ROW + ROW / 2;
    const line =
      index === 0 ? [] : [s('line', { x1: 16, x2: 16, y1: y - ROW + 8, y2: y - 8, class: 'way-line' })];
    return [
      ...line,
      s('circle', { cx: 16, cy: y, r: 7, class: `way-stop ${state}` }),
      s('text', { x: 34, y: fact === '' ? y + 4 : y - 2, class: 'way-name' }, name),
      ...(fact === '' ? [] : [s('text', { x: 34, y: y + 13, class: 'way-fact' }, fact)]),
    ];
  });
  return s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': label, class: 'way' },
    ...marks,
  );
}
