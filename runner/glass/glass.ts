// What is the glass browser, seen from the rest of the runner? Origins of its own for each seat, the pages of the small Internet in them, and what happened on the way.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Visit, WalkStep } from '../protocol/glass.ts';
import { type AnswerParts, answerAt } from './answer.ts';
import type { GlassInternet, GlassParts } from './parts.ts';
import { frameSources, originFor, type Place, placeOf, wayFor } from './places.ts';
import { createSeatPorts } from './seat-ports.ts';
import { createSessions } from './sessions.ts';
import type { GlassLanguage } from './teach-page.ts';
import { walkTo } from './walk.ts';

export interface GlassEntry {
  origin: string;
  /** Path there, with its ticket; `to` is added by the page. */
  enter: string;
}

export interface OpenRequest {
  seatId: string;
  workshopId: string;
  language: GlassLanguage;
  /** Host header of the course's page that asks, and its origin. */
  host: string;
  course: string;
}

export interface Glass {
  /** Answers a request whose Host is one of ours; false when it is not, and nothing was done. `port`: the runner's own. */
  handle(request: IncomingMessage, response: ServerResponse, port: number): boolean;
  /** A way in for a seat; `nowhere`: behind this address no origin of its own is possible, `full`: no port is left. */
  open(request: OpenRequest, port: number): Promise<GlassEntry | 'nowhere' | 'full'>;
  /** The visit with those that led to it. */
  visits(seatId: string, id: number | undefined): Visit[];
  /** The path from the root to a name. @throws GlassError never; an empty list without a small Internet */
  walk(workshopId: string, name: string): Promise<WalkStep[]>;
  /** The way to the sites of a workshop, for its directory. */
  internetOf(workshopId: string): GlassInternet | undefined;
  /** Sources for the `frame-src` of the course's pages read at this host. */
  frames(host: string, port: number): string | undefined;
  endSeat(seatId: string): void;
  close(): Promise<void>;
}

const SCRIPT = readFileSync(new URL('./in-page.js', import.meta.url), 'utf8');
const SCRIPT_TAG = createHash('sha256').update(SCRIPT).digest('hex').slice(0, 12);
/** As the runner's own server (T-28). */
const HTTP_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 32 * 1024,
  noDelay: true,
};

/** The glass browser of a runner; nothing listens until a seat in a room asks. */
export function createGlass(parts: GlassParts): Glass {
  const { settings, internetOf, now } = parts;
  const sessions = createSessions(now);
  const answering: AnswerParts = {
    sessions,
    internetOf,
    script: { text: SCRIPT, path: `/~glass/page.js?${SCRIPT_TAG}` },
    visited: parts.visited,
    failed: (error) => parts.log.error('glass', error),
    ...(parts.times ? { times: parts.times } : {}),
  };
  const answer = (place: Place, request: IncomingMessage, response: ServerResponse): void =>
    void answerAt(answering, place, request, response);

  const ports = createSeatPorts({
    host: settings.host,
    range: settings.glassPorts,
    serverFor(id) {
      const server = createServer(HTTP_LIMITS, (request, response) =>
        answer({ id, origin: `http://${request.headers.host ?? ''}`, secure: false }, request, response),
      );
      server.maxConnections = 64;
      server.on('clientError', (_error, socket) => socket.destroy());
      return server;
    },
  });

  return {
    internetOf,
    handle(request, response, port) {
      const place = placeOf(request.headers.host ?? '', settings, port);
      if (place === undefined) return false;
      answer(place, request, response);
      return true;
    },
    async open({ seatId, workshopId, language, host, course }, port) {
      const way = wayFor(host, settings);
      if (way === undefined) return 'nowhere';
      const seat = sessions.of(seatId, workshopId);
      const seatPort = way === 'port' ? await ports.of(seat.id) : undefined;
      const origin = originFor(way, seat.id, host, settings, { own: port, seat: seatPort });
      if (origin === undefined) return 'full';
      const ticket = sessions.ticket({ seat, language, course });
      return { origin, enter: `/~glass/enter?ticket=${ticket}` };
    },
    visits: (seatId, id) => sessions.known(seatId)?.visits.chain(id) ?? [],
    async walk(workshopId, name) {
      const internet = internetOf(workshopId);
      return internet ? walkTo(internet, name) : [];
    },
    frames: (host, port) => frameSources(host, settings, port),
    endSeat(seatId) {
      const seat = sessions.known(seatId);
      if (seat) ports.close(seat.id);
      sessions.endSeat(seatId);
    },
    close: () => ports.closeAll(),
  };
}
