// May this request become a WebSocket? Everything is refused with a plain HTTP answer before the upgrade (T-12, T-13).
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { MAX_FRAME_BYTES, MAX_SOCKETS_PER_SEAT } from '../protocol/limits.ts';
import { LIVE_PROTOCOL, TERMINAL_PROTOCOL, TRAINER_PROTOCOL } from '../protocol/version.ts';
import { type Grant, holderOf, type Tickets } from './tickets.ts';

export type TerminalGrant = Extract<Grant, { for: 'terminal' }>;
export type LiveGrant = Extract<Grant, { for: 'live' }>;
export type TrainerGrant = Extract<Grant, { for: 'trainer' }>;

export interface UpgradeOptions {
  /** Is this page ours? `origin` and `host` as the headers say them; called only when both are there. */
  isOurOrigin(origin: string, host: string): boolean;
  /** Is this host name ours? Left out: every one is (then `isOurOrigin` decides alone). */
  isOurHost?(host: string): boolean;
  /** Who the request's cookies say it is, for a ticket of this kind; when given, a ticket of another holder is refused. */
  seatOf?(request: IncomingMessage, grant: Grant): string | undefined;
  tickets: Tickets;
  onTerminal(socket: WebSocket, grant: TerminalGrant): void;
  onLive(socket: WebSocket, grant: LiveGrant): void;
  onTrainer?(socket: WebSocket, grant: TrainerGrant): void;
}

const DOORS: Readonly<Record<string, { purpose: Grant['for']; protocol: string }>> = {
  '/ws/terminal': { purpose: 'terminal', protocol: TERMINAL_PROTOCOL },
  '/ws/live': { purpose: 'live', protocol: LIVE_PROTOCOL },
  '/ws/trainer': { purpose: 'trainer', protocol: TRAINER_PROTOCOL },
};
/** How long a page that reads nothing may delay the end of its socket. */
const CLOSE_TIMEOUT_MS = 5000;
const KEY = /^[+/0-9A-Za-z]{22}==$/;

// `closeTimeout` is missing from the types of ws 8.23.
const SERVER_OPTIONS: ServerOptions & { closeTimeout: number } = {
  noServer: true,
  clientTracking: false,
  maxPayload: MAX_FRAME_BYTES,
  perMessageDeflate: false,
  autoPong: false,
  closeTimeout: CLOSE_TIMEOUT_MS,
  handleProtocols: (_, request) => doorOf(request)?.protocol ?? false,
};

type Verdict = { status: number; reason: string } | { status: 101; grant: Grant };

/** Makes the listener of an HTTP server's `upgrade` event. */
export function createUpgradeHandler(
  options: UpgradeOptions,
): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const server = new WebSocketServer(SERVER_OPTIONS);
  const open = new Map<string, number>();
  const count = (seatId: string, change: number) => {
    const sockets = (open.get(seatId) ?? 0) + change;
    if (sockets > 0) open.set(seatId, sockets);
    else open.delete(seatId);
  };

  return (request, socket, head) => {
    // A peer that goes away now must not end the process.
    socket.on('error', () => socket.destroy());
    const verdict = judge(request, options, open);
    if (!('grant' in verdict)) return refuse(socket, verdict.status, verdict.reason);
    const { grant } = verdict;
    server.handleUpgrade(request, socket, head, (webSocket) => {
      count(holderOf(grant), 1);
      webSocket.on('close', () => count(holderOf(grant), -1));
      if (grant.for === 'terminal') options.onTerminal(webSocket, grant);
      else if (grant.for === 'live') options.onLive(webSocket, grant);
      else if (options.onTrainer) options.onTrainer(webSocket, grant);
      else webSocket.close();
    });
  };
}

function judge(
  request: IncomingMessage,
  options: UpgradeOptions,
  open: ReadonlyMap<string, number>,
): Verdict {
  const { headers } = request;
  const url = readTarget(request.url);
  const door = doorOf(request);
  if (!url || !door)
    return { status: 404, reason: 'No WebSocket here: expected /ws/terminal, /ws/live or /ws/trainer.' };
  const malformed = request.method !== 'GET' || headers.upgrade?.toLowerCase() !== 'websocket';
  if (malformed || !KEY.test(headers['sec-websocket-key'] ?? '')) {
    return { status: 400, reason: 'Not a WebSocket handshake (RFC 6455 section 4.1).' };
  }
  const { host, origin } = headers;
  if (host === undefined || options.isOurHost?.(host) === false) {
    return { status: 421, reason: 'This host name is not served here.' };
  }
  if (origin === undefined || origin === 'null' || !options.isOurOrigin(origin, host)) {
    return { status: 403, reason: 'Only pages of this site may open a WebSocket (Origin).' };
  }
  if (headers['sec-websocket-version'] !== '13') {
    return { status: 426, reason: 'Expected WebSocket version 13.' };
  }
  if (!offered(headers['sec-websocket-protocol']).includes(door.protocol)) {
    return { status: 426, reason: `Expected subprotocol ${door.protocol}: reload the page.` };
  }
  return judgeTicket(url, door.purpose, request, options, open);
}

function judgeTicket(
  url: URL,
  purpose: Grant['for'],
  request: IncomingMessage,
  options: UpgradeOptions,
  open: ReadonlyMap<string, number>,
): Verdict {
  const grant = options.tickets.redeem(url.searchParams.get('ticket') ?? '');
  if (!grant) return { status: 401, reason: 'The ticket is unknown, used or too old: ask for another one.' };
  if (grant.for !== purpose) return { status: 403, reason: `This ticket is for ${grant.for}.` };
  if (options.seatOf && options.seatOf(request, grant) !== holderOf(grant)) {
    return { status: 403, reason: 'This ticket was given to another seat.' };
  }
  if ((open.get(holderOf(grant)) ?? 0) >= MAX_SOCKETS_PER_SEAT) {
    return { status: 429, reason: `At most ${MAX_SOCKETS_PER_SEAT} open sockets per seat: close a tab.` };
  }
  return { status: 101, grant };
}

function doorOf(request: IncomingMessage) {
  const path = readTarget(request.url)?.pathname;
  return path !== undefined && Object.hasOwn(DOORS, path) ? DOORS[path] : undefined;
}

function readTarget(target: string | undefined): URL | undefined {
  // `//host/path` and absolute forms would let the target name another host.
  if (!target?.startsWith('/') || target.startsWith('//')) return undefined;
  return URL.parse(target, 'http://runner.invalid') ?? undefined;
}

function offered(header: string | undefined): string[] {
  return (header ?? '').split(',').map((one) => one.trim());
}

function refuse(socket: Duplex, status: number, reason: string): void {
  const body = `${reason}\n`;
  const extra = status === 426 ? 'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' : '';
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n${extra}` +
      `Content-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
