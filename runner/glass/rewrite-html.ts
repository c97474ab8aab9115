// How does an HTML page keep its links, forms, images and scripts inside the seat's origin? Rewritten tag by tag as it streams (WHATWG HTML parsing by parse5).
import { RewritingStream } from 'parse5-html-rewriting-stream';
import { type MapUrl, mapSrcset, urlMapper } from './map-url.ts';
import { rewriteCss } from './rewrite-css.ts';

/** Attributes that hold one address, on any element that has them. */
const ADDRESSES = new Set([
  ...['href', 'src', 'action', 'formaction', 'poster', 'data', 'background', 'cite', 'longdesc'],
  ...['xlink:href', 'manifest'],
]);
const ADDRESS_LISTS = new Set(['srcset', 'imagesrcset']);
/** What would weaken our own rules, tell others, or let a check fail on a text that we have changed. */
const DROPPED = new Set([
  'ping',
  'attributionsrc',
  'integrity',
  'nonce',
  'referrerpolicy',
  'csp',
  'credentialless',
]);
/** `<link>`s that only ask other hosts for something. */
const HINT_RELS = /\b(dns-prefetch|preconnect|prerender)\b/i;
const OUR_META =
  /^(content-security-policy(-report-only)?|x-frame-options|x-dns-prefetch-control|set-cookie)$/i;

type StartTag = Parameters<RewritingStream['emitStartTag']>[0];

export interface HtmlOptions {
  /** Address of the page as one would type it. */
  url: string;
  /** Markup of ours for the very top of the head. */
  head: string;
}

/** Drawings within drawings that no page has; the parser's cost grows with their square. */
const MAX_FOREIGN_DEPTH = 300;
/** A style sheet within a page is rewritten in parts of this size. */
const STYLE_PART = 64 * 1024;

/** A page that is rewritten piece by piece. Bad HTML is shown as browsers do; only what is made to be slow is refused with an Error. */
export class HtmlRewriter {
  readonly #stream: Rewriting;

  constructor(options: HtmlOptions) {
    this.#stream = new Rewriting(options);
  }

  /** Takes text of the page, gives rewritten text that is ready. */
  write(text: string): string {
    return this.#stream.feed(text);
  }

  /** Gives the rest. */
  end(): string {
    return this.#stream.finish();
  }
}

class Rewriting extends RewritingStream {
  readonly #head: string;
  #map: MapUrl;
  #based = false;
  #headDone = false;
  #out = '';
  /** Element whose text needs work: a style sheet, or a map of modules. */
  #inside: 'style' | 'importmap' | undefined;
  #held = '';
  #foreignDepth = 0;

  constructor({ url, head }: HtmlOptions) {
    super();
    this.#head = head;
    this.#map = urlMapper(url);
    this.on('startTag', (tag) => this.#startTag(tag));
    this.on('endTag', ({ tagName }, raw) => {
      this.#letGo();
      if (isForeign(tagName)) this.#foreignDepth -= 1;
      this.emitRaw(raw);
    });
    this.on('text', (_text, raw) => {
      if (this.#inside === undefined) this.emitRaw(raw);
      else this.#hold(raw);
    });
  }

  feed(text: string): string {
    super._transformChunk(text);
    return this.#take();
  }

  finish(): string {
    super._final(() => undefined);
    this.#letGo();
    if (!this.#headDone) this.#putHead();
    return this.#take();
  }

  /** What the rewriting emits is collected here: no stream, so no error can escape from one. */
  override push(chunk: string | null): boolean {
    this.#out += chunk ?? '';
    return true;
  }

  #take(): string {
    const ready = this.#out;
    this.#out = '';
    return ready;
  }

  #putHead(): void {
    this.#headDone = true;
    this.emitRaw(this.#head);
  }

  #startTag(tag: StartTag): void {
    this.#letGo();
    const { tagName } = tag;
    if (isForeign(tagName) && !tag.selfClosing) this.#foreignDepth += 1;
    if (this.#foreignDepth > MAX_FOREIGN_DEPTH) throw new Error('nested too deep');
    // Before anything that could run or load; `html` and `head` themselves come first, where there are any.
    if (!this.#headDone && tagName !== 'html' && tagName !== 'head') this.#putHead();
    if (tagName === 'base') this.#base(tag);
    else if (tagName === 'meta' && !this.#meta(tag)) return;
    else if (tagName === 'link' && HINT_RELS.test(attributeOf(tag, 'rel') ?? '')) return;
    this.#attributes(tag);
    this.emitStartTag(tag);
    if (tagName === 'head' && !this.#headDone) this.#putHead();
    if (tagName === 'style' && !tag.selfClosing) this.#inside = 'style';
    else if (tagName === 'script' && attributeOf(tag, 'type')?.trim().toLowerCase() === 'importmap')
      this.#inside = 'importmap';
  }

  #attributes(tag: StartTag): void {
    tag.attrs = tag.attrs.filter(({ name }) => !DROPPED.has(name));
    for (const attribute of tag.attrs) {
      const name = attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;
      if (ADDRESSES.has(name)) attribute.value = this.#map(attribute.value);
      else if (ADDRESS_LISTS.has(name)) attribute.value = mapSrcset(attribute.value, this.#map);
      else if (name === 'style') attribute.value = rewriteCss(attribute.value, this.#map);
      // There is one pane: a new window is this one.
      else if (name === 'target' || name === 'formtarget') attribute.value = paneOf(attribute.value);
      // Its prefix was split off by the parser (`xlink:href` in SVG).
      if (attribute.prefix) attribute.name = name;
    }
  }

  /** From here on, relative links start from there (the first one counts). */
  #base(tag: StartTag): void {
    const href = attributeOf(tag, 'href');
    if (href === undefined || this.#based) return;
    const path = this.#map(href);
    const parts = /^\/(https?)\/(.*)$/s.exec(path);
    if (parts === null || !URL.canParse(`${parts[1]}://${parts[2]}`)) return;
    this.#based = true;
    // Its own address is mapped once more below, from the same base: give it the absolute one.
    const absolute = `${parts[1]}://${parts[2]}`;
    for (const attribute of tag.attrs) if (attribute.name === 'href') attribute.value = absolute;
    this.#map = urlMapper(absolute);
  }

  /** False: the tag is left out. */
  #meta(tag: StartTag): boolean {
    const equiv = attributeOf(tag, 'http-equiv')?.trim() ?? '';
    if (OUR_META.test(equiv)) return false;
    if (attributeOf(tag, 'name')?.trim().toLowerCase() === 'referrer') return false;
    for (const attribute of tag.attrs) {
      if (attribute.name === 'charset') attribute.value = 'utf-8';
      if (attribute.name !== 'content') continue;
      if (/^content-type$/i.test(equiv)) attribute.value = 'text/html; charset=utf-8';
      if (/^refresh$/i.test(equiv)) attribute.value = mapRefresh(attribute.value, this.#map);
    }
    return true;
  }

  #hold(text: string): void {
    this.#held += text;
    if (this.#held.length < STYLE_PART) return;
    const inside = this.#inside;
    this.#letGo();
    // A map of modules that is so large stays as it is.
    this.#inside = inside === 'style' ? inside : undefined;
  }

  /** The text of a style sheet or of a map of modules is whole now. */
  #letGo(): void {
    const [inside, held] = [this.#inside, this.#held];
    this.#inside = undefined;
    this.#held = '';
    if (inside === 'style') this.emitRaw(rewriteCss(held, this.#map));
    if (inside === 'importmap') this.emitRaw(mapModules(held, this.#map));
  }
}

const isForeign = (tagName: string): boolean => tagName === 'svg' || tagName === 'math';

const attributeOf = (tag: StartTag, name: string): string | undefined =>
  tag.attrs.find((attribute) => attribute.name === name)?.value;

const paneOf = (target: string): string =>
  /^_(blank|top|parent|new)$/i.test(target.trim()) ? '_self' : target;

/** `5; url=https://…` of a Refresh header or `<meta>`. */
export function mapRefresh(value: string, map: MapUrl): string {
  const parts = /^(\s{0,20}[\d.]{0,12}\s{0,20}[;,]\s{0,20}(?:url\s{0,20}=\s{0,20})?)(["']?)(.*)$/is.exec(
    value,
  );
  if (parts === null) return value;
  const [, before = '', quote = '', address = ''] = parts;
  return before + quote + map(quote === '' ? address : address.replace(/["']\s*$/, '')) + quote;
}

/** A map of modules (`<script type="importmap">`): JSON whose addresses are mapped; what is none stays. */
function mapModules(json: string, map: MapUrl): string {
  try {
    const value: unknown = JSON.parse(json, (_key, inner: unknown) =>
      typeof inner === 'string' && /^(https?:\/)?\//.test(inner) ? map(inner) : inner,
    );
    return JSON.stringify(value).replaceAll('<', '\\u003c');
  } catch {
    return json;
  }
}
