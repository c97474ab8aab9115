// How do the addresses in a style sheet stay in the seat's origin? `url(…)` and `@import "…"`, found token by token (CSS Syntax, section 4).
import type { MapUrl } from './map-url.ts';

/**
 * Comments, strings, `url(…)` and `@import`. Every part is bounded or runs to the end at once, so that no text costs more than one pass:
 * an unfinished comment or string takes the rest, as in a browser.
 */
const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$)|(@import[ \t\r\n\f]{1,20}|url\([ \t\r\n\f]{0,20})?("(?:[^"\\\n]|\\[\s\S])*(?:"|$|(?=\n))|'(?:[^'\\\n]|\\[\s\S])*(?:'|$|(?=\n)))|url\([ \t\r\n\f]{0,20}([^"'()\s\\]+)/gi;

/** Tokens between two pieces. */
const TOKENS_AT_ONCE = 500;

/** The style sheet with every address mapped, piece by piece, so that others may have their turn in between. */
export function* cssPieces(css: string, map: MapUrl): Generator<string> {
  // Its own, for it keeps its place.
  const token = new RegExp(TOKEN);
  let piece = '';
  let done = 0;
  let count = 0;
  for (let found = token.exec(css); found !== null; found = token.exec(css)) {
    const [whole, before, quoted, bare] = found;
    piece += css.slice(done, found.index) + rewriteToken(whole, before, quoted, bare, map);
    done = found.index + whole.length;
    count += 1;
    if (count % TOKENS_AT_ONCE !== 0) continue;
    yield piece;
    piece = '';
  }
  yield piece + css.slice(done);
}

/** The style sheet with every address mapped; everything else as it was. */
export const rewriteCss = (css: string, map: MapUrl): string => [...cssPieces(css, map)].join('');

function rewriteToken(
  whole: string,
  before: string | undefined,
  quoted: string | undefined,
  bare: string | undefined,
  map: MapUrl,
): string {
  if (bare !== undefined) {
    const mapped = map(bare);
    return mapped === bare ? whole : `url(${escapeBare(mapped)}`;
  }
  if (before === undefined || quoted === undefined || quoted.length < 2) return whole;
  const quote = quoted.charAt(0);
  if (!quoted.endsWith(quote)) return whole;
  const address = quoted.slice(1, -1);
  if (address.includes('\\')) return whole;
  return `${before}${quote}${map(address).replaceAll(quote, quote === '"' ? '%22' : '%27')}${quote}`;
}

const escapeBare = (address: string): string =>
  address.replace(/["'()\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
