// What pieces is a drawn lesson made of? Cut for slides, for paper and for exercises from the very HTML of its page.
import {
  type DefaultTreeAdapterTypes,
  parseFragment,
  serializeOuter,
  defaultTreeAdapter as tree,
} from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? '';
const has = (node: Node, name: string): node is Element =>
  tree.isElementNode(node) && attribute(node, 'class').split(/\s+/).includes(name);
const isElement = (node: Node, ...tags: string[]): node is Element =>
  tree.isElementNode(node) && tags.includes(node.tagName);

/** What only a living page has a use for. */
const LIVING = [
  'print:hidden',
  'step-state',
  'step-message',
  'cmd-buttons',
  'term-definition',
  'sl-anchor-link',
];

function withoutLife(node: Node): Node | undefined {
  if (isElement(node, 'script', 'noscript', 'template')) return undefined;
  if (LIVING.some((name) => has(node, name))) return undefined;
  if (!tree.isElementNode(node)) return node;
  node.childNodes = node.childNodes.flatMap((child) => withoutLife(child) ?? []);
  // Addresses inside the page are the same twice when two lessons stand on one sheet.
  node.attrs = node.attrs.filter(
    ({ name }) => !['id', 'tabindex', 'popovertarget', 'interestfor'].includes(name),
  );
  if (node.tagName === 'button') Object.assign(node, { tagName: 'span', nodeName: 'span' });
  return node;
}

const nodesOf = (html: string): Node[] =>
  parseFragment(html).childNodes.flatMap((node) => withoutLife(node) ?? []);
const text = (nodes: readonly Node[]): string => nodes.map((node) => serializeOuter(node)).join('');

const plain = (node: Node): string =>
  tree.isTextNode(node) ? node.value : tree.isElementNode(node) ? node.childNodes.map(plain).join('') : '';

/** A lesson's HTML for paper: what a reader can do nothing with is gone. */
export const forPaper = (html: string): string => text(nodesOf(html));

export interface Slide {
  /** HTML of its title; the lesson's own title for what stands before the first heading. */
  title: string;
  /** What is shown. */
  shown: string;
  /** The whole text of this part, for who speaks. */
  spoken: string;
}

const isHeading = (node: Node): node is Element =>
  isElement(node, 'h2') ||
  (has(node, 'sl-heading-wrapper') && node.childNodes.some((child) => isElement(child, 'h2')));

const titleOf = (node: Element): string => {
  const heading = node.tagName === 'h2' ? node : node.childNodes.find((child) => isElement(child, 'h2'));
  return heading && tree.isElementNode(heading)
    ? heading.childNodes.map((one) => serializeOuter(one)).join('')
    : '';
};

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A paragraph's first sentence: the rest is said, not shown. */
function gist(node: Element): string {
  const words = plain(node).replace(/\s+/g, ' ').trim();
  // The number of a source may stand between two sentences.
  const end = /^.{20,}?[.!?…](?=(?:\[\d+\])*\s+[\p{Lu}«“])/u.exec(words);
  return end ? `<p>${escaped(end[0])}</p>` : serializeOuter(node);
}

const shownOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => (isElement(node, 'p') ? gist(node) : serializeOuter(node))).join('');

/** One slide per heading; each step, question, drawing and debate of a lesson stands on a slide of its own. */
export function slidesOf(html: string, title: string): Slide[] {
  const slides: Slide[] = [];
  let open: { title: string; nodes: Node[] } = { title, nodes: [] };
  const close = () => {
    if (!open.nodes.some((node) => plain(node).trim() !== '')) return;
    const shown = shownOf(open.nodes);
    // What is shown whole is not said again beside it: lists, tables, and paragraphs of one sentence.
    const said = open.nodes.filter((node) => isElement(node, 'p'));
    const spoken = said.some((node) => gist(node) !== serializeOuter(node)) ? text(said) : '';
    slides.push({ title: open.title, shown, spoken });
  };
  for (const node of nodesOf(html)) {
    const alone = ['step', 'question', 'debate', 'figure', 'block', 'resident'].some((name) =>
      has(node, name),
    );
    if (isHeading(node)) {
      close();
      open = { title: titleOf(node), nodes: [] };
    } else if (alone) {
      close();
      slides.push({ title: open.title, shown: serializeOuter(node), spoken: '' });
      open = { title: open.title, nodes: [] };
    } else open.nodes.push(node);
  }
  close();
  return slides;
}

/** Steps, questions, debates and lists to tick, in their order; over a debate and a list the heading that names it. Nothing else. */
export function exercisesOf(html: string): string {
  const found: string[] = [];
  let heading = '';
  const visit = (node: Node): void => {
    if (isHeading(node)) heading = `<h2>${titleOf(node)}</h2>`;
    else if (['step', 'question', 'debate', 'checklist'].some((name) => has(node, name))) {
      const named = has(node, 'debate') || has(node, 'checklist');
      found.push(named ? heading : '', serializeOuter(node));
      if (named) heading = '';
    } else if (tree.isElementNode(node)) node.childNodes.forEach(visit);
  };
  nodesOf(html).forEach(visit);
  return found.join('');
}
