// What did an author write between the tags, as plain text?

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  nbsp: ' ',
};

/** Text of a drawn slot. Throws when Markdown turned a part of it into markup, which a command never wants. */
export function plainText(html: string, tag: string, file: string | undefined): string {
  const text = html
    .trim()
    .replace(/^<p>([\s\S]*)<\/p>$/, '$1')
    // Markdown makes links of addresses by itself; a command means them as text.
    .replace(/<a href="[^"]*">((?:https?:\/\/|www\.)[^<]*|[^<\s]+@[^<]*)<\/a>/g, '$1')
    .trim();
  if (/<[a-z/]/i.test(text))
    throw new Error(
      `${file ?? 'a lesson'}: <${tag}> holds markup (${text.slice(0, 60)}); write its text as a string: <${tag}>{\`…\`}</${tag}>.`,
    );
  return text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** The lab words' only markup: `code` between backquotes. Gives pieces to draw. */
export function codePieces(sentence: string): { text: string; code: boolean }[] {
  return sentence
    .split('`')
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
