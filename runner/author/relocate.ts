// How does a page find its links when the site stands in a folder of its host? Astro moves what it knows; the addresses that authors wrote are moved here.
import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';

/** Attributes that hold an address. */
const ADDRESSES = new Set([
  ...['href', 'src', 'action', 'poster'],
  ...['data-recording', 'data-qr', 'data-address', 'data-notes-at'],
]);

type Edit = { at: number; length: number; text: string };

/**
 * Puts `base` before every address that starts at the host's root and does not start with it yet.
 * @param base `/cours`, without a slash at its end; empty changes nothing
 */
export function relocate(html: string, base: string): string {
  if (base === '') return html;
  const edits: Edit[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!tree.isElementNode(child)) continue;
      edits.push(...editsOf(child, base, html));
      visit(child);
      if (child.tagName === 'template')
        visit(tree.getTemplateContent(child as DefaultTreeAdapterTypes.Template));
    }
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  let text = html;
  for (const edit of edits.toSorted((a, b) => b.at - a.at))
    text = text.slice(0, edit.at) + edit.text + text.slice(edit.at + edit.length);
  return text;
}

function editsOf(element: DefaultTreeAdapterTypes.Element, base: string, html: string): Edit[] {
  return element.attrs.flatMap(({ name, value }) => {
    const place = element.sourceCodeLocation?.attrs?.[name];
    const fromRoot = value.startsWith('/') && !value.startsWith('//');
    const moved = value === base || value.startsWith(`${base}/`);
    if (!ADDRESSES.has(name) || !fromRoot || moved || place === undefined) return [];
    const written = html.slice(place.startOffset, place.endOffset);
    const slash = written.indexOf('/', written.indexOf('='));
    return [{ at: place.startOffset + slash, length: 0, text: base }];
  });
}
