// What may a page do in a browser? Its Content-Security-Policy, with the hash of each script written in the page itself.
import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';

/** Base64 SHA-256 of every inline script of a page, in order, each once. Scripts with `src` are covered by 'self'. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!tree.isElementNode(child)) continue;
      if (child.tagName === 'script' && !child.attrs.some((attribute) => attribute.name === 'src')) {
        const text = child.childNodes.map((part) => (tree.isTextNode(part) ? part.value : '')).join('');
        hashes.add(createHash('sha256').update(text).digest('base64'));
      }
      visit(child);
      if (child.tagName === 'template')
        visit(tree.getTemplateContent(child as DefaultTreeAdapterTypes.Template));
    }
  };
  visit(parse(html));
  return [...hashes];
}

/**
 * The policy of a page with these inline scripts, at this origin. Styles may be inline: the terminal's emulator writes its own `<style>`.
 * `frames`: where the glass browser's pages are. 'wasm-unsafe-eval' is for the search (Pagefind), which runs WebAssembly and no other code made from text.
 */
export function pagePolicy(scriptHashes: readonly string[], origin: string, frames?: string): string {
  const socket = origin.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scriptHashes.map((hash) => `'sha256-${hash}'`)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    // Not every browser counts ws: as 'self'.
    `connect-src 'self' ${socket}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(frames === undefined ? [] : [`frame-src ${frames}`]),
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For everything that is not a page: nothing at all. */
export const NO_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Headers of every answer, page or not. `https`: whether cross-origin isolation means anything (browsers complain about it on plain http). */
export function securityHeaders(https: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()',
    ...(https ? { 'cross-origin-opener-policy': 'same-origin' } : {}),
  };
}
