// How does a drawing get its words? Placeholders `{{key}}` are filled, and what a reader who does not see it needs is put in.
import type { FigureWords } from '#course/course-schema.ts';
import { nearest } from '#course/course-schema.ts';

const asText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Inside one `<text>` every line after the first starts where the first did, one line lower. */
function lines(text: string, attributes: string): string {
  const [first = '', ...rest] = text.split('\n').map(asText);
  const x = /\bx="([^"]+)"/.exec(attributes)?.[1] ?? '0';
  return first + rest.map((line) => `<tspan x="${x}" dy="1.25em">${line}</tspan>`).join('');
}

/**
 * The drawing as markup for a page. `file` is named in mistakes: a key without label, a label without key,
 * a fixed size, an id that another drawing could have, a script.
 */
export function drawFigure(name: string, svg: string, words: FigureWords, file: string): string {
  const drawing = svg.replace(/<\?xml[\s\S]*?\?>|<!--[\s\S]*?-->/g, '').trim();
  refuse(name, drawing);
  const keys = [...drawing.matchAll(/\{\{([\w-]+)\}\}/g)].map((match) => match[1] ?? '');
  const labels = Object.keys(words.labels);
  const unlabelled = keys.filter((key) => !labels.includes(key));
  const unused = labels.filter((key) => !keys.includes(key));
  if (unlabelled.length > 0 || unused.length > 0)
    throw new Error(
      `${file}: ${[
        ...unlabelled.map(
          (key) => `no label for {{${key}}}; the nearest is "${nearest(key, labels) ?? 'none'}"`,
        ),
        ...unused.map((key) => `the label "${key}" is nowhere in course/figures/${name}.svg`),
      ].join('; ')}.`,
    );
  return drawing
    .replace(/<text\b([^>]*)>\{\{([\w-]+)\}\}<\/text>/g, (_whole, attributes: string, key: string) => {
      return `<text${attributes}>${lines(words.labels[key] ?? '', attributes)}</text>`;
    })
    .replace(/\{\{([\w-]+)\}\}/g, (_whole, key: string) => asText(words.labels[key] ?? ''))
    .replace(
      /^<svg\b([^>]*)>/,
      (_whole, attributes: string) =>
        `<svg${attributes} role="img" aria-labelledby="${name}-title"><title id="${name}-title">${asText(words.alt)}</title>`,
    );
}

function refuse(name: string, drawing: string): void {
  const file = `course/figures/${name}.svg`;
  const [head = ''] = /^<svg\b[^>]*>/.exec(drawing) ?? [];
  if (!/\bviewBox="/.test(head)) throw new Error(`${file}: expected one <svg> with a viewBox.`);
  if (/\s(width|height)="/.test(head))
    throw new Error(`${file}: the <svg> has a fixed size; leave width and height out, the page sets them.`);
  if (/<(script|foreignObject|image|style)\b|\son\w+=|href="(?!#)/i.test(drawing))
    throw new Error(`${file}: drawings hold no script, style, picture or link.`);
  for (const [, id = ''] of drawing.matchAll(/\sid="([^"]+)"/g))
    if (!id.startsWith(`${name}-`))
      throw new Error(`${file}: the id "${id}" could meet another drawing's; write "${name}-${id}".`);
}

/** Width of the drawing's own units: what its text was sized for. */
export const drawnWidth = (svg: string): number =>
  Number(/\bviewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)/.exec(svg)?.[1] ?? 800);
