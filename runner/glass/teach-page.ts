// What does a person see when a site does not come? A page of ours that says what happened and what to try, in their language.
import { domainToUnicode } from 'node:url';
import type { GlassErrorCode, Visit } from '../protocol/glass.ts';
import { type LabAddress, urlOf } from './lab-address.ts';
import { MAX_FORM_BYTES } from './limits.ts';
import { en } from './words.en.ts';
import { type ErrorWords, fr, type GlassWords } from './words.fr.ts';

export type GlassLanguage = 'fr' | 'en';
const BY_LANGUAGE: Record<GlassLanguage, GlassWords> = { fr, en };
export const wordsIn = (language: GlassLanguage): GlassWords => BY_LANGUAGE[language];

export const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );

const STYLE = `:root{color-scheme:light dark}body{margin:0;padding:2rem clamp(1rem,5vw,3rem);font:1.0625rem/1.6 system-ui,sans-serif;
background:Canvas;color:CanvasText}main{max-width:38rem}h1{font-size:1.6rem;line-height:1.25;overflow-wrap:anywhere}h2{font-size:1.1rem;margin-top:1.75rem}
li{margin-block:.5rem}p,li{overflow-wrap:anywhere}code{padding:.1em .35em;border:1px solid GrayText;border-radius:.25rem;font-size:.9375em}
.address{color:GrayText}a{color:LinkText}`;

export interface PageFrame {
  language: GlassLanguage;
  /** Markup for the head (our script), already safe. */
  head: string;
}

/** A whole page with this title, sentence and advice; `facts` fill the places in braces. */
export function teachPage(
  words: ErrorWords,
  facts: Readonly<Record<string, string>>,
  { language, head }: PageFrame,
  more: { sentences?: readonly string[]; address?: string; again?: string } = {},
): string {
  const own = wordsIn(language);
  // A sentence says the name as it was typed; a command takes it as the DNS writes it.
  const { name } = facts;
  const told = name === undefined ? facts : { ...facts, name: domainToUnicode(name) || name };
  const say = (sentence: string) => marked(filled(sentence, facts));
  const sentences = [words.what, ...(more.sentences ?? [])]
    .map((one) => `<p>${marked(filled(one, told))}</p>`)
    .join('');
  const address = more.address === undefined ? '' : `<p class="address">${escapeHtml(more.address)}</p>`;
  const again = more.again === undefined ? '' : `<p><a href="${escapeHtml(more.again)}">${own.again}</a></p>`;
  const tries = words.tries.map((one) => `<li>${say(one)}</li>`).join('');
  const title = escapeHtml(filled(words.title, told));
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">${head}<meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${STYLE}</style></head><body><main>${address}<h1>${title}</h1>${sentences}<h2>${own.try}</h2><ul>${tries}</ul>${again}</main></body></html>
`;
}

/** The page for a visit that failed, with what is known of it. */
export function errorPage(
  code: GlassErrorCode,
  visit: Visit,
  address: LabAddress,
  frame: PageFrame,
  again: string | undefined,
): string {
  const own = wordsIn(frame.language);
  const saysNo = code === 'no-such-name' && visit.resolved?.soa !== undefined;
  return teachPage(own.errors[code], factsOf(visit, address, own), frame, {
    address: urlOf(address).slice(0, 300),
    ...(saysNo ? { sentences: [own.whoSaysNo] } : {}),
    ...(again === undefined ? {} : { again }),
  });
}

function factsOf(visit: Visit, { site }: LabAddress, words: GlassWords): Record<string, string> {
  const day = (at: number | undefined) =>
    at === undefined || Number.isNaN(at)
      ? '?'
      : new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
  const answered = visit.resolved?.answers.findLast(({ type }) => type === 'A')?.data;
  return {
    name: site.host,
    port: String(site.port),
    address: visit.connected?.address ?? answered ?? site.host,
    resolver: visit.resolved?.resolver ?? '',
    zone: visit.resolved?.soa?.zone || '.',
    server: visit.resolved?.soa?.server ?? '',
    names: (visit.tls?.names.length ? visit.tls.names : [visit.tls?.subject || '?']).slice(0, 6).join(', '),
    issuer: visit.tls?.issuer || '?',
    from: day(visit.tls?.from),
    to: day(visit.tls?.to),
    max: new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'megabyte' }).format(
      Math.round(MAX_FORM_BYTES / 1e6),
    ),
  };
}

const filled = (sentence: string, facts: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, key: string) => facts[key] ?? whole);

/** Escapes, then makes `code` of what stands between backquotes. */
const marked = (sentence: string): string => escapeHtml(sentence).replace(/`([^`]*)`/g, '<code>$1</code>');
