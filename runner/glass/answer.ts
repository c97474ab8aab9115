// Who may see a page of a seat's origin, and which page is it? Guards first, then our own few paths, then the lab sites.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BodyTimes } from './body.ts';
import { ownHeaders, pageOf } from './headers.ts';
import { addressOf } from './lab-address.ts';
import type { GlassInternet, GlassParts } from './parts.ts';
import type { Place } from './places.ts';
import { headFor, servePage } from './serve-page.ts';
import { keyCookie, type Session, type Sessions } from './sessions.ts';
import { teachPage, wordsIn } from './teach-page.ts';

export interface AnswerParts {
  sessions: Sessions;
  internetOf(workshopId: string): GlassInternet | undefined;
  script: { text: string; path: string };
  visited?: GlassParts['visited'];
  failed: (error: unknown) => void;
  times?: BodyTimes & { answerMs: number };
}

interface Visitor {
  parts: AnswerParts;
  place: Place;
  request: IncomingMessage;
  response: ServerResponse;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** A cookie set by a script, with its attributes. */
const MAX_COOKIE_BODY = 4096;

/** Answers one request at a place of ours. Never rejects. */
export async function answerAt(
  parts: AnswerParts,
  place: Place,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  request.on('error', () => undefined);
  response.on('error', () => undefined);
  try {
    await answer({ parts, place, request, response });
  } catch (error) {
    parts.failed(error);
    response.destroy();
  }
}

async function answer(visitor: Visitor): Promise<void> {
  const { parts, place, request, response } = visitor;
  if (!isAllowed(request, place)) return plain(response, 403, 'Refused');
  const [path = ''] = (request.url ?? '').split('?');
  if (path === '/~glass/page.js') return script(visitor);
  if (path === '/~glass/enter') return enter(visitor);
  const session = parts.sessions.find(request.headers.cookie, place.id);
  if (session === undefined) return unknown(visitor);
  if (path === '/~glass/cookie') return cookie(visitor, session);
  const address = addressOf(request.url ?? '');
  if (address === undefined) return elsewhere(visitor, session, path);
  const isPage = await servePage({
    request,
    response,
    address,
    session,
    ownOrigin: place.origin,
    internet: parts.internetOf(session.seat.workshopId),
    script: parts.script.path,
    ...(parts.times ? { times: parts.times } : {}),
  });
  if (isPage) parts.visited?.(session.seat.seatId);
}

/** What no page of ours and no form of a lab site would send. */
function isAllowed(request: IncomingMessage, place: Place): boolean {
  const { headers, method = '', url = '' } = request;
  if (!METHODS.has(method) || !url.startsWith('/') || url.startsWith('//')) return false;
  if ((request.headersDistinct.host?.length ?? 0) > 1) return false;
  // A worker of one site would stand between the visitor and all the others.
  if (headers['service-worker'] !== undefined) return false;
  const site = headers['sec-fetch-site'];
  const navigates = headers['sec-fetch-mode'] === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !(navigates && method === 'GET'))
    return path(url) === '/~glass/page.js';
  return headers.origin === undefined || method === 'GET' || headers.origin === place.origin;
}

const path = (url: string): string => url.split('?')[0] ?? '';

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...ownHeaders(undefined), 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}

function script({ parts, response }: Visitor): void {
  response.writeHead(200, {
    ...ownHeaders(undefined),
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'private, max-age=86400, immutable',
    'x-content-type-options': 'nosniff',
  });
  response.end(parts.script.text);
}

/** A ticket becomes a key, and the address loses it. */
function enter({ parts, place, request, response }: Visitor): void {
  const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  const key =
    request.method === 'GET' ? parts.sessions.redeem(query.get('ticket') ?? '', place.id) : undefined;
  const to = query.get('to') ?? '';
  response.writeHead(303, {
    ...ownHeaders(undefined),
    'cache-control': 'no-store',
    // Never out of this origin, whatever was asked for.
    location: addressOf(to) === undefined ? '/~glass/blank' : to,
    ...(key === undefined ? {} : { 'set-cookie': keyCookie(place.id, key, place.secure) }),
  });
  response.end();
}

/** Not known (any more): the tab around the page may ask for a new way in; a person alone reads why. Says nothing of the seat. */
function unknown({ parts, response, request }: Visitor): void {
  const language = /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'fr';
  const head = `<script src="${parts.script.path}" data-enter data-course="*"></script>`;
  const html = teachPage(wordsIn(language).noKey, {}, { language, head });
  response.writeHead(401, {
    ...ownHeaders('*'),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(html);
}

/** A script of a lab page sets a cookie of its site, named by the page that it runs in. */
async function cookie({ place, request, response }: Visitor, { seat }: Session): Promise<void> {
  const from = pageOf(request.headers.referer, place.origin);
  let text = '';
  if (request.method === 'POST')
    for await (const bytes of request as AsyncIterable<Buffer>) {
      text += bytes.toString('utf8');
      if (text.length > MAX_COOKIE_BODY) return void response.destroy();
    }
  if (from !== undefined && text !== '') seat.jar.fromScript(from, text);
  response.writeHead(204, ownHeaders(undefined));
  response.end();
}

/** A path that names no site: one that a script made (`/wp-json/…`) belongs to the site of the page that it came from. */
function elsewhere({ parts, place, request, response }: Visitor, session: Session, at: string): void {
  const from = at.startsWith('/~glass/') ? undefined : pageOf(request.headers.referer, place.origin);
  if (from !== undefined) {
    const { scheme, host, port } = from.site;
    const authority = port === (scheme === 'https' ? 443 : 80) ? host : `${host}:${port}`;
    response.writeHead(307, {
      ...ownHeaders(session.course),
      'cache-control': 'no-store',
      location: `/${scheme}/${authority}${request.url ?? '/'}`,
    });
    response.end();
    request.resume();
    return;
  }
  const blank = at === '/' || at === '/~glass/blank';
  const { language } = session;
  const head = headFor(parts.script.path, session, undefined, '');
  const words =
    at === '/~glass/nowhere' ? wordsIn(language).nowhere : wordsIn(language).errors['bad-address'];
  const html = blank
    ? `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>…</title></head><body></body></html>`
    : teachPage(words, {}, { language, head });
  response.writeHead(blank ? 200 : 404, {
    ...ownHeaders(session.course),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(html);
  request.resume();
}
