// Which headers pass between the visitor's browser and a lab site, and how are they changed on the way? What concerns us never leaves, what they say of security is replaced.
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { addressOf, type LabAddress, originOf, urlOf } from './lab-address.ts';
import { urlMapper } from './map-url.ts';
import { mapRefresh } from './rewrite-html.ts';

/** One hop's own (RFC 9110, 7.6.1), ours, or about ours. */
const NOT_SENT =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|host|cookie|origin|referer|accept-encoding|content-length|forwarded|x-forwarded-.*|x-real-ip|via|sec-.*|dnt|service-worker|x-boite|content-encoding)$/;

/** What a lab site may tell the browser. Policies (CSP, HSTS, COOP, X-Frame-Options, Clear-Site-Data, Report-To…), cookies and alternatives stay behind. */
const TOLD =
  /^(content-type|content-language|content-disposition|content-range|accept-ranges|etag|last-modified|date|age|retry-after|allow|www-authenticate|vary|link|server|x-(?!frame-options|xss|content-security|permitted|dns|forwarded|accel|sendfile|ua).*)$/;

const MAX_HEADERS = 200;

/** Headers of the request to the site; body headers are the caller's. `cookie`: what the seat's jar has for it, `visitor`: the address of its desktop. */
export function requestHeaders(
  headers: IncomingHttpHeaders,
  to: LabAddress,
  { cookie, ownOrigin, visitor }: { cookie: string; ownOrigin: string; visitor: string | undefined },
): OutgoingHttpHeaders {
  const sent: OutgoingHttpHeaders = { host: originOf(to.site).replace(/^https?:\/\//, '') };
  const hop = new Set(
    String(headers.connection ?? '')
      .toLowerCase()
      .split(/\s*,\s*/),
  );
  for (const [name, value] of Object.entries(headers).slice(0, MAX_HEADERS))
    if (value !== undefined && !NOT_SENT.test(name) && !hop.has(name)) sent[name] = value;
  const came = pageOf(headers.referer, ownOrigin);
  if (came) sent.referer = refererFor(came, to);
  if (headers.origin !== undefined) sent.origin = originOf((came ?? to).site);
  if (cookie !== '') sent.cookie = cookie;
  // Ours alone: what a page or a browser says of it was left out above.
  if (visitor !== undefined) sent['x-forwarded-for'] = visitor;
  // What is compressed would have to be opened to be rewritten.
  sent['accept-encoding'] = 'identity';
  sent.connection = 'close';
  return sent;
}

/** The lab page that a Referer of our own origin names. */
export function pageOf(referer: string | undefined, ownOrigin: string): LabAddress | undefined {
  if (referer === undefined || !referer.startsWith(`${ownOrigin}/`)) return undefined;
  return addressOf(referer.slice(ownOrigin.length));
}

/** As browsers do by default (strict-origin-when-cross-origin). */
function refererFor(from: LabAddress, to: LabAddress): string | undefined {
  if (originOf(from.site) === originOf(to.site)) return urlOf(from);
  if (from.site.scheme === 'https' && to.site.scheme === 'http') return undefined;
  return `${originOf(from.site)}/`;
}

/** Headers for the browser, without those that depend on the body. */
export function answerHeaders(headers: IncomingHttpHeaders, url: string): OutgoingHttpHeaders {
  const told: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers).slice(0, MAX_HEADERS))
    if (value !== undefined && TOLD.test(name)) told[name] = value;
  const map = urlMapper(url);
  if (headers.location !== undefined) told.location = onlyOurs(map(headers.location));
  if (typeof headers.refresh === 'string') told.refresh = mapRefresh(headers.refresh, map);
  // Links that only make a browser fetch (`preload`) come again in the page; those that programs read may pass.
  if (
    typeof told.link === 'string' &&
    /rel="?(preload|preconnect|dns-prefetch|prefetch|modulepreload)/i.test(told.link)
  )
    delete told.link;
  return told;
}

/** A redirection must end in our origin: whatever else it is (`//`, another scheme, nonsense) goes nowhere. */
const onlyOurs = (location: string): string =>
  /^\/https?\/[^/]/.test(location) ? location : '/~glass/nowhere';

/**
 * Our own word on security, for every answer. Only the course may frame us, and the page around it; nothing is loaded from elsewhere,
 * so that what was not rewritten fails instead of asking the real Internet.
 */
export function ownHeaders(frameAncestors: string | undefined): OutgoingHttpHeaders {
  return {
    'content-security-policy': [
      "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'self'",
      `frame-ancestors ${frameAncestors === undefined ? "'none'" : `'self' ${frameAncestors}`}`,
    ].join('; '),
    'referrer-policy': 'same-origin',
    'x-dns-prefetch-control': 'off',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=()',
    // A page that was changed a second ago is seen as it is now.
    'cache-control': 'no-cache',
  };
}
