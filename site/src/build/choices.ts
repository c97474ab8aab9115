// What did an author write as the choices of a question? Each <Choice> is drawn as a marked piece, and taken apart here.

/** Wraps a choice so that `choicesIn` finds it again. `text`: markup; `why`: text. */
export const markChoice = (text: string, right: boolean, why: string): string =>
  `<x-choice right="${right}"><x-text>${unwrap(text)}</x-text><x-why>${escapeText(why)}</x-why></x-choice>`;

export interface DrawnChoice {
  /** Markup. */
  text: string;
  right: boolean;
  /** Markup; empty when the author explained nothing. */
  why: string;
}

export type QuestionKind = 'single' | 'multiple' | 'order';

/** The choices of a drawn question, in their order. Throws naming the file when they make no question. */
export function choicesIn(html: string, kind: QuestionKind, file: string, ask: string): DrawnChoice[] {
  const choices = [
    ...html.matchAll(
      /<x-choice right="(true|false)"><x-text>([\s\S]*?)<\/x-text><x-why>([\s\S]*?)<\/x-why><\/x-choice>/g,
    ),
  ].map((match) => ({ right: match[1] === 'true', text: match[2] ?? '', why: match[3] ?? '' }));
  const wrong = faultOf(choices, kind);
  if (wrong) throw new Error(`${file}: the question « ${ask} » ${wrong}.`);
  return choices;
}

function faultOf(choices: readonly DrawnChoice[], kind: QuestionKind): string | undefined {
  const right = choices.filter((choice) => choice.right).length;
  if (choices.length < 2) return `has ${choices.length} choice(s); it needs at least two <Choice>`;
  if (kind === 'order') return undefined;
  if (right === 0) return 'has no right choice; write <Choice right …> on one';
  if (kind === 'single' && right > 1) return `has ${right} right choices; write kind="multiple"`;
  return choices.some((choice) => choice.why === '')
    ? 'has a choice without why="…": each answer is explained, right or wrong'
    : undefined;
}

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const unwrap = (html: string): string => {
  const text = html.trim();
  return /^<p>((?!<p>)[\s\S])*<\/p>$/.test(text) ? text.slice(3, -4).trim() : text;
};

/** A short name for a text, the same at every build: what the browser keeps is found again under it. FNV-1a, 32 bits. */
export function nameFor(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Places 0…n-1 in an order that is the same at every build, and never already right. */
export function shuffled(count: number, seed: string): number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  const mixed = places.toSorted((a, b) => nameFor(`${seed}${a}`).localeCompare(nameFor(`${seed}${b}`)));
  return mixed.every((place, index) => place === index) ? mixed.toReversed() : mixed;
}
