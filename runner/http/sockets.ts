// Who is connected by WebSocket? Joins the upgrade to the desk and to the live hub, and closes what must close.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { Refusal } from '../protocol/refusals.ts';
import { CLOSE } from '../protocol/terminal-frames.ts';
import { linkTerminal } from '../terminal/terminal-link.ts';
import { createUpgradeHandler, type TerminalGrant } from '../terminal/upgrade.ts';
import { readCookies } from './cookies.ts';
import { isHttps, isOwnOrigin, type OwnHosts } from './guard-host.ts';
import { guardEvery } from './guard-request.ts';
import type { ServerParts } from './parts.ts';

export interface Sockets {
  /** Listener of the HTTP server's `upgrade` event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every socket of a seat: its séance is over. */
  endSeat(seatId: string): void;
  /** Closes every socket: the runner stops, pages come back by themselves. */
  closeAll(): void;
}

export function createSockets(parts: ServerParts, own: OwnHosts): Sockets {
  const terminals = new Map<string, Set<WebSocket>>();
  const keep = (socket: WebSocket, seatId: string) => {
    const mine = terminals.get(seatId) ?? new Set();
    terminals.set(seatId, mine.add(socket));
    socket.on('close', () => {
      mine.delete(socket);
      if (mine.size === 0 && terminals.get(seatId) === mine) terminals.delete(seatId);
    });
  };
  const close = (seatId: string, code: number) => {
    for (const socket of terminals.get(seatId) ?? []) socket.close(code);
  };
  const accept = createUpgradeHandler({
    tickets: parts.tickets,
    isOurOrigin: (origin, host) => isOwnOrigin(origin, host, own),
    seatOf: (request) => seatOfUpgrade(parts, own, request),
    onTerminal(socket, grant) {
      keep(socket, grant.seatId);
      void joinTerminal(parts, socket, grant);
    },
    onLive: (socket, grant) => parts.live.accept(socket, grant.seatId),
  });
  return {
    upgrade(request, socket, head) {
      const refusal = hostRefusal(request, own);
      if (refusal === undefined) accept(request, socket, head);
      else socket.on('error', () => socket.destroy()).end(refusal);
    },
    endSeat(seatId) {
      parts.tickets.revoke(seatId);
      close(seatId, CLOSE.seatEnded);
      parts.live.closeSeat(seatId, CLOSE.seatEnded, { type: 'ended' });
    },
    closeAll() {
      for (const seatId of terminals.keys()) close(seatId, CLOSE.goingAway);
      parts.live.closeAll(CLOSE.goingAway);
    },
  };
}

/** The address that the connection came to is part of the rule, so it is judged here and not by the upgrade's own question. */
function hostRefusal(request: IncomingMessage, own: OwnHosts): string | undefined {
  try {
    guardEvery(request, own);
    return undefined;
  } catch (error) {
    const status = error instanceof Refusal ? error.status : 400;
    return `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  }
}

/** The seat of the handshake's cookie; none when its séance is over. */
function seatOfUpgrade(parts: ServerParts, own: OwnHosts, request: IncomingMessage): string | undefined {
  const secure = isHttps(request.headers.host ?? '', own);
  for (const token of readCookies(request.headers.cookie, 'boite_seat', secure)) {
    const known = parts.workshops.seatOfToken(token);
    if (known !== undefined && known.workshop.endedAt === undefined) return known.seat.id;
  }
  return undefined;
}

/** What the page sends before its terminal is there waits in the kernel: nothing typed is lost. */
async function joinTerminal(parts: ServerParts, socket: WebSocket, grant: TerminalGrant): Promise<void> {
  socket.on('error', () => socket.terminate());
  socket.pause();
  try {
    const terminal = await parts.desk.terminal(grant.seatId, grant.machine, grant.terminal);
    linkTerminal(socket, terminal, { seatId: grant.seatId, readonly: grant.readonly === true });
  } catch (error) {
    if (!(error instanceof Refusal)) parts.log.error('terminal-not-linked', error, { seat: grant.seatId });
    // A machine that is not ready yet is worth another try; a terminal that is not there is not.
    const over = error instanceof Refusal && error.code === 'not-found';
    socket.close(over ? CLOSE.terminalEnded : CLOSE.goingAway);
  }
  socket.resume();
}
