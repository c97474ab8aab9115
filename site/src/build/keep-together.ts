// How does a comma stay on the line of the term before it? A browser may break a line beside any button, so each is wrapped with the signs that touch it.
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';

type Plugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

/** As much of a tree of HTML as is looked at here. */
export interface Piece {
  type: string;
  name?: string | null;
  value?: string;
  children?: Piece[];
}

/** Tags that a browser draws as one box inside a line. */
const BOXES = ['Def', 'Term', 'Key', 'Cmd'];
const EMPHASIS = ['strong', 'em'];

const isTag = (piece: Piece | undefined, names: readonly string[]): boolean =>
  piece?.type === 'mdxJsxTextElement' && names.includes(piece.name ?? '');

/** A box, or emphasis whose edge towards `side` is one. */
function endsInBox(piece: Piece | undefined, side: 'first' | 'last'): boolean {
  if (isTag(piece, BOXES)) return true;
  if (piece?.type !== 'element' || !EMPHASIS.includes((piece as { tagName?: string }).tagName ?? ''))
    return false;
  return endsInBox(side === 'first' ? piece.children?.[0] : piece.children?.at(-1), side);
}

const text = (value: string): Piece[] => (value === '' ? [] : [{ type: 'text', value }]);

/** Takes the signs that touch the box from the text before it: « l’ », a bracket, an opening quotation mark with its no-break space. */
function before(done: Piece[]): Piece[] {
  const last = done.at(-1);
  const touching = last?.type === 'text' ? (/[^ \t\n]+$/.exec(last.value ?? '')?.[0] ?? '') : '';
  if (touching === '') return [];
  done.splice(-1, 1, ...text((last?.value ?? '').slice(0, -touching.length)));
  return text(touching);
}

/** Takes the signs and notes that touch the box from what comes after it. */
function after(todo: Piece[]): Piece[] {
  const taken: Piece[] = [];
  for (let next = todo[0]; next; next = todo[0]) {
    if (isTag(next, ['Source'])) {
      taken.push(next);
      todo.shift();
      continue;
    }
    const touching = next.type === 'text' ? (/^[^ \t\n]+/.exec(next.value ?? '')?.[0] ?? '') : '';
    if (touching === '') break;
    const rest = text((next.value ?? '').slice(touching.length));
    todo.splice(0, 1, ...rest);
    taken.push(...text(touching));
    if (rest.length > 0) break;
  }
  return taken;
}

/** Gives the same tree with each box and what touches it in a `<span class="together">`; the very same object where nothing touches. */
export function keepTogether<P extends Piece>(piece: P): P {
  if (!piece.children) return piece;
  const todo: Piece[] = piece.children.map((child) => keepTogether(child));
  let changed = todo.some((child, index) => child !== piece.children?.[index]);
  const done: Piece[] = [];
  for (let child = todo.shift(); child; child = todo.shift()) {
    const lead = endsInBox(child, 'first') ? before(done) : [];
    const tail = endsInBox(child, 'last') ? after(todo) : [];
    if (lead.length + tail.length === 0) {
      done.push(child);
      continue;
    }
    changed = true;
    const together = { type: 'element', tagName: 'span', properties: { className: ['together'] } };
    done.push({ ...together, children: [...lead, child, ...tail] });
  }
  return changed ? { ...piece, children: done } : piece;
}

/** The step of Markdown's processing that does so in each lesson. */
export const keepTogetherInLessons: Plugin = {
  name: 'keep-together',
  before(root, context) {
    for (const block of root.children) {
      const kept = keepTogether(block as Piece) as typeof block;
      if (kept !== block) context.replaceNode(block, kept);
    }
  },
};
