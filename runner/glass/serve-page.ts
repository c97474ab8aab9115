// How is one request of a lab page answered? Connect, ask, pass the answer on; whatever goes wrong becomes a page that teaches.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GlassErrorCode, Visit } from '../protocol/glass.ts';
import { type BodyTimes, type Cut, kindOf, opened, sendBody } from './body.ts';
import { connectTo } from './connect.ts';
import { exchange } from './exchange.ts';
import { GlassError } from './glass-error.ts';
import { answerHeaders, ownHeaders, requestHeaders } from './headers.ts';
import { type LabAddress, urlOf } from './lab-address.ts';
import { ANSWER_MS, MAX_AT_ONCE, MAX_FORM_BYTES, MAX_REDIRECTS } from './limits.ts';
import type { GlassInternet } from './parts.ts';
import type { Session } from './sessions.ts';
import { errorPage, escapeHtml, teachPage, wordsIn } from './teach-page.ts';

export interface PageRequest {
  request: IncomingMessage;
  response: ServerResponse;
  address: LabAddress;
  session: Session;
  /** Origin of the seat's pages. */
  ownOrigin: string;
  internet: GlassInternet | undefined;
  /** Address of our script. */
  script: string;
  /** For tests: shorter than the real ones. */
  times?: BodyTimes & { answerMs: number };
}

/** Whether a browser asks for something to show as a page (and not for an image, a script, data). */
const asksPage = ({ headers }: IncomingMessage): boolean =>
  /^(document|iframe|frame|embed|object)$/.test(String(headers['sec-fetch-dest'] ?? 'document')) &&
  (headers.accept ?? '').includes('text/html');

/** What a browser would put on the visitor's own computer: the pane does not, and nothing would be seen. */
const isDownload = ({ headers }: IncomingMessage): boolean =>
  /^\s*attachment\b/i.test(headers['content-disposition'] ?? '') ||
  /^application\/(octet-stream|zip|gzip|x-(tar|gzip|bzip2|xz|7z-compressed)|vnd\.debian)/i.test(
    headers['content-type'] ?? '',
  );

/** Answers the request. Never rejects, and always ends the answer; true when a page was asked for, and not one of its files. */
export async function servePage(page: PageRequest): Promise<boolean> {
  const { request, address, session } = page;
  const isPage = asksPage(request);
  const url = urlOf(address);
  const method = request.method ?? 'GET';
  const visit: Visit = isPage
    ? session.seat.visits.begin(url, method)
    : { id: 0, at: 0, url, method, milliseconds: 0 };
  const began = performance.now();
  session.seat.busy += 1;
  try {
    if (session.seat.busy > MAX_AT_ONCE) throw new GlassError('too-many');
    if (Number(request.headers['content-length'] ?? 0) > MAX_FORM_BYTES)
      throw new GlassError('form-too-large');
    if (isPage && session.seat.visits.chain(visit.id).length > MAX_REDIRECTS)
      throw new GlassError('redirect-loop');
    if (page.internet === undefined) throw new GlassError('no-internet');
    await pass(page, page.internet, visit, isPage);
  } catch (error) {
    const code: GlassErrorCode = error instanceof GlassError ? error.code : 'bad-http';
    visit.error = code;
    answerError(page, visit, code);
  } finally {
    session.seat.busy -= 1;
    visit.milliseconds = Math.round(performance.now() - began);
  }
  return isPage;
}

async function pass(
  { request, response, address, session, ownOrigin, script, times }: PageRequest,
  internet: GlassInternet,
  visit: Visit,
  isPage: boolean,
): Promise<void> {
  const { jar } = session.seat;
  const visitor = await internet.desktopOf?.(session.seat.seatId);
  const socket = await connectTo(internet, address.site, visit);
  const asked = performance.now();
  // A visitor that leaves takes the connection along.
  response.on('close', () => socket.destroy());
  if (response.destroyed) socket.destroy();
  const answer = await exchange(
    socket,
    {
      method: visit.method,
      target: address.target,
      headers: requestHeaders(request.headers, address, { cookie: jar.for(address), ownOrigin, visitor }),
      body: request,
    },
    { answerMs: times?.answerMs ?? ANSWER_MS, formBytes: MAX_FORM_BYTES },
  );
  const status = answer.statusCode ?? 0;
  const type = answer.headers['content-type'];
  visit.http = {
    status,
    milliseconds: Math.round(performance.now() - asked),
    bytes: 0,
    ...(answer.headers.server === undefined ? {} : { server: String(answer.headers.server).slice(0, 80) }),
    ...(type === undefined ? {} : { type: type.slice(0, 80) }),
    ...locationOf(answer, visit.url),
  };
  jar.take(address, answer.headers['set-cookie'] ?? []);
  const headers = { ...answerHeaders(answer.headers, visit.url), ...ownHeaders(session.course) };
  const bare = visit.method === 'HEAD' || status === 204 || status === 304;
  const kind = kindOf(type, isPage);
  if (kind === 'html') {
    headers['content-type'] = 'text/html; charset=utf-8';
    // Written for this visit: a browser that kept it and asked only whether it changed would tell of an earlier connection.
    delete headers.etag;
    delete headers['last-modified'];
  }
  if (kind === 'css') headers['content-type'] = 'text/css; charset=utf-8';
  if (bare || headers.location !== undefined) {
    answer.destroy();
    writeHead(response, status, headers);
    response.end();
    return;
  }
  if (isPage && isDownload(answer)) {
    answer.destroy();
    const words = wordsIn(session.language);
    const head = headFor(script, session, visit, '');
    // A command takes it between quotes.
    const facts = { url: visit.url.replaceAll("'", '%27') };
    writeHead(response, 200, { ...ownHeaders(session.course), 'content-type': 'text/html; charset=utf-8' });
    response.end(
      teachPage(words.download, facts, { language: session.language, head }, { address: visit.url }),
    );
    return;
  }
  const body = opened(answer);
  // Known only where nothing is changed on the way.
  const length = answer.headers['content-length'];
  if (kind === 'other' && length !== undefined && answer.headers['content-encoding'] === undefined)
    headers['content-length'] = length;
  writeHead(response, status, headers);
  const words = wordsIn(session.language);
  const cut = await sendBody(body, response, {
    kind,
    url: visit.url,
    charset: /charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(type ?? '')?.[1],
    head: headFor(script, session, isPage ? visit : undefined, jar.readable(address)),
    cutNotice: (why: Cut) =>
      `<p style="all:revert;margin:1em;padding:1em;border:2px solid;background:Canvas;color:CanvasText;font:1rem system-ui">${escapeHtml(words.cut[why])}</p>`,
    progress: (bytes) => {
      if (visit.http) visit.http.bytes = bytes;
    },
    ...(times ? { times } : {}),
  });
  if (cut !== undefined) visit.cut = cut;
}

/** What a site sends may be no header at all: then it is no answer. @throws GlassError */
function writeHead(response: ServerResponse, status: number, headers: ReturnType<typeof ownHeaders>): void {
  try {
    response.writeHead(status, headers);
  } catch (cause) {
    throw new GlassError('bad-http', { cause });
  }
}

function locationOf(answer: IncomingMessage, url: string): { location?: string } {
  const { location } = answer.headers;
  const to = location === undefined ? null : URL.parse(location, url);
  if (to === null) return {};
  to.hash = '';
  return { location: to.href.slice(0, 2000) };
}

/** Our script, which must come before every other. */
export function headFor(script: string, session: Session, visit: Visit | undefined, cookie: string): string {
  const data = {
    course: session.course,
    ...(visit === undefined ? {} : { visit: String(visit.id) }),
    ...(cookie === '' ? {} : { cookie }),
  };
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`);
  return `<script src="${script}"${attributes.join('')}></script>`;
}

/** Status of the page that explains: those of a proxy (RFC 9110, 15.6), so that programs understand, too. */
function statusOf(code: GlassErrorCode): number {
  if (code === 'form-too-large') return 413;
  if (code === 'too-many' || code === 'no-internet') return 503;
  if (code === 'bad-address') return 404;
  return code === 'timeout' || code === 'no-answer' ? 504 : 502;
}

function answerError(
  { request, response, address, session, script }: PageRequest,
  visit: Visit,
  code: GlassErrorCode,
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const head = headFor(script, session, visit.id === 0 ? undefined : visit, '');
  const again = visit.method === 'GET' ? (request.url ?? '/') : undefined;
  const html = errorPage(code, visit, address, { language: session.language, head }, again);
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(statusOf(code), {
    ...ownHeaders(session.course),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(html),
    // What is left of a form that is too large is not waited for.
    ...(code === 'form-too-large' ? { connection: 'close' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : html);
  // The page is read only by a browser that could send what it began to.
  request.resume();
}
