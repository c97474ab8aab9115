// How do requests reach us? One HTTP server: guards, the API's table, the site, WebSocket upgrades, and an orderly end.
import { createServer as createHttpServer } from 'node:http';
import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { MAX_BODY_BYTES } from '../protocol/limits.ts';
import { Refusal } from '../protocol/refusals.ts';
import { wordsOf } from '../words/index.ts';
import { answerRefusal, toRefusal } from './answer.ts';
import { isHttps, type OwnHosts, originAt } from './guard-host.ts';
import { guardApi, guardEvery } from './guard-request.ts';
import { NO_POLICY, securityHeaders } from './page-policy.ts';
import type { ServerParts } from './parts.ts';
import { plainPage } from './plain-page.ts';
import { readJson } from './read-json.ts';
import type { Call, Route } from './route.ts';
import { API_ROUTES } from './routes/all.ts';
import { languageOfPath, serveSite } from './serve-site.ts';
import { siteFiles } from './site-files.ts';
import { createSockets } from './sockets.ts';
import { leads } from './trainer-pages.ts';
import { addUpload } from './upload.ts';

/** Limits of section 6 of the security rules; upgraded sockets leave them behind with HTTP. */
const HTTP_LIMITS = {
  /** A slow sender of headers holds a socket this long (T-28). */
  headersTimeout: 10_000,
  /** A whole request, body included. */
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  /** How often the two above are looked at. */
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
};

/** Forty seats with a browser's six connections and eight sockets each come to 560. */
const MAX_CONNECTIONS = 2_000;

/** Milliseconds that sockets have to say goodbye. */
const GOODBYE_MS = 1_500;

export interface RunnerServer {
  /** Starts to listen; gives the port (of use when the settings say 0). Rejects with the system's error: see `listenSentence`. */
  listen(): Promise<{ port: number }>;
  /** Tells pages that we go, and lets go of everything within two seconds. Machines stay. */
  close(): Promise<void>;
}

/** Builds the server; nothing listens before `listen`. */
export async function createServer(parts: ServerParts): Promise<RunnerServer> {
  const own: OwnHosts = { port: parts.settings.port, publicUrl: parts.settings.publicUrl };
  const app = Fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => {
      secure(reply, request, own);
      void answerRefusal(reply, toRefusal(error, parts.log, 'framework'));
    },
    serverFactory: (handler) =>
      createHttpServer({ ...HTTP_LIMITS, noDelay: true }, (request, response) => {
        // Pages of lab sites have hosts of their own: nothing of ours answers there.
        if (!parts.glass?.handle(request, response, own.port)) handler(request, response);
      }),
    clientErrorHandler,
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => readJson(body),
  );
  addGuards(app, parts, own);
  for (const route of API_ROUTES) addRoute(app, route, parts, own);
  addUpload(app, parts, own);
  addSite(app, parts, own);

  const sockets = createSockets(parts, own);
  const open = trackConnections(app);
  app.server.on('upgrade', sockets.upgrade);
  parts.workshops.onEnded((workshop, seats) => {
    for (const seat of seats) {
      sockets.endSeat(seat.id);
      parts.glass?.endSeat(seat.id);
    }
    parts.classroom.ended(workshop.id);
  });
  parts.workshops.onSeatRemoved((seat, why) => {
    if (why === 'merged') sockets.movedSeat(seat.id);
    else sockets.endSeat(seat.id, true);
    parts.glass?.endSeat(seat.id);
    parts.classroom.forgetSeat(seat.id, seat.workshopId);
  });
  await app.ready();
  return {
    async listen() {
      await app.listen({ host: parts.settings.host, port: parts.settings.port });
      const address = app.server.address();
      if (address !== null && typeof address === 'object') own.port = address.port;
      return { port: own.port };
    },
    async close() {
      parts.classroom.close();
      sockets.closeAll();
      await parts.glass?.close();
      const cut = setTimeout(() => {
        for (const socket of open) socket.destroy();
      }, GOODBYE_MS);
      await app.close();
      clearTimeout(cut);
    },
  };
}

function addGuards(app: FastifyInstance, parts: ServerParts, own: OwnHosts): void {
  app.addHook('onRequest', async (request, reply) => {
    secure(reply, request, own);
    guardEvery(request.raw, own);
    // Before its body is read: nobody needs it.
    if (request.is404) guardUnknown(request, reply);
  });
  app.setErrorHandler((error, request, reply) => {
    const refusal = toRefusal(error, parts.log, request.routeOptions.url ?? 'unknown');
    // A person who typed the wrong address gets a sentence, and not braces.
    if (refusal.code === 'wrong-host' && request.headers.accept?.includes('text/html')) {
      const language = languageOfPath(request.url);
      return reply
        .code(refusal.status)
        .type('text/html; charset=utf-8')
        .send(plainPage(language, wordsOf(language)['page.wrong-host']));
    }
    return answerRefusal(reply, refusal);
  });
}

function addRoute(app: FastifyInstance, route: Route, parts: ServerParts, own: OwnHosts): void {
  const asking = (request: FastifyRequest, reply: FastifyReply): Call<undefined> => ({
    parts,
    request,
    reply,
    body: undefined,
    secure: isHttps(request.headers.host ?? '', own),
  });
  app.route({
    method: route.method,
    url: route.path,
    // Who asks, and from where, is known before a byte of the body is read. Here and not by the look of the address: `/%61pi/join` is this route too.
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      guardApi(request.raw, own);
      route.guard(asking(request, reply));
    },
    handler: async (request, reply) => {
      const parsed = route.body?.safeParse(request.body);
      if (parsed?.success === false)
        throw new Refusal('bad-request', { detail: shapeOf(parsed.error.issues) });
      return route.handle({ ...asking(request, reply), body: parsed?.data });
    },
  });
}

/** Where the shape was wrong, in names of ours only: nothing that was sent is sent back. */
function shapeOf(issues: readonly { code: string; path: readonly PropertyKey[] }[]): string {
  const [first] = issues;
  return first === undefined
    ? 'shape'
    : `${first.code} at ${first.path.map(String).join('.') || 'top'}`.slice(0, 100);
}

/** Throws unless a page may answer: the wrong method of a route of ours, an unknown route, anything but reading. */
function guardUnknown(request: FastifyRequest, reply: FastifyReply): void {
  const path = request.url.split('?')[0] ?? '';
  const methods = API_ROUTES.filter((route) => route.path === path).map((route) => route.method);
  if (methods.length > 0) {
    reply.header('allow', methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])).join(', '));
    throw new Refusal('method-not-allowed');
  }
  if (/^\/(api|ws)(\/|$)/.test(path)) throw new Refusal('not-found');
  if (request.method === 'GET' || request.method === 'HEAD') return;
  reply.header('allow', 'GET, HEAD');
  throw new Refusal('method-not-allowed');
}

/** Whatever the table does not have is a page, or nothing. */
function addSite(app: FastifyInstance, parts: ServerParts, own: OwnHosts): void {
  const site = siteFiles(parts.siteDir, () => performance.now());
  app.setNotFoundHandler(async (request, reply) =>
    serveSite(request, reply, site, {
      origin: originAt(request.headers.host ?? '', own),
      leads: () => leads({ parts, request, secure: isHttps(request.headers.host ?? '', own) }),
      frames: parts.glass?.frames(request.headers.host ?? '', own.port),
    }),
  );
}

function secure(reply: FastifyReply, request: FastifyRequest, own: OwnHosts): void {
  reply.headers(securityHeaders(isHttps(request.headers.host ?? '', own)));
  reply.header('content-security-policy', NO_POLICY);
}

/** Every connection, upgraded ones included: the HTTP server alone forgets those. */
function trackConnections(app: FastifyInstance): ReadonlySet<Socket> {
  const open = new Set<Socket>();
  app.server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  return open;
}

/** Not even HTTP: too many headers, a request that never ends, noise. Answered by hand, for there is no request to reply to. */
function clientErrorHandler(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  const body = '{"error":"bad-request"}';
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}
