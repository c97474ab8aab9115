// Who is connected by WebSocket? Joins the upgrade to the desk and to the live hub, and closes what must close.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { Refusal } from '../protocol/refusals.ts';
import { CLOSE } from '../protocol/terminal-frames.ts';
import { linkTerminal } from '../terminal/terminal-link.ts';
import type { Grant } from '../terminal/tickets.ts';
import { createUpgradeHandler, type TerminalGrant } from '../terminal/upgrade.ts';
import { createBoardSockets } from './board-sockets.ts';
import { readCookies } from './cookies.ts';
import { isHttps, isOwnOrigin, type OwnHosts } from './guard-host.ts';
import { guardEvery } from './guard-request.ts';
import type { ServerParts } from './parts.ts';
import { trainerHolder } from './routes/trainer-seats.ts';

export interface Sockets {
  /** Listener of the HTTP server's `upgrade` event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every socket of a seat: its séance is over. */
  endSeat(seatId: string, removed?: boolean): void;
  /** The seat became another one: its pages come back by themselves. */
  movedSeat(seatId: string): void;
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
    seatOf: (request, grant) => holderOfUpgrade(parts, own, request, grant),
    onTerminal(socket, grant) {
      keep(socket, grant.seatId);
      void joinTerminal(parts, socket, grant);
    },
    onLive: (socket, grant) => parts.live.accept(socket, grant.seatId),
    onTrainer: (socket, grant) => boards.accept(socket, grant),
  });
  const boards = createBoardSockets(parts);
  return {
    upgrade(request, socket, head) {
      const refusal = hostRefusal(request, own);
      if (refusal === undefined) accept(request, socket, head);
      else socket.on('error', () => socket.destroy()).end(refusal);
    },
    endSeat(seatId, removed = false) {
      parts.tickets.revoke(seatId);
      close(seatId, CLOSE.seatEnded);
      parts.live.closeSeat(seatId, CLOSE.seatEnded, {
        type: 'ended',
        ...(removed && { removed }),
      });
    },
    movedSeat(seatId) {
      parts.tickets.revoke(seatId);
      close(seatId, CLOSE.goingAway);
      parts.live.closeSeat(seatId, CLOSE.goingAway);
    },
    closeAll() {
      boards.closeAll(CLOSE.goingAway);
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

/** Who the cookies say it is: the trainer for a trainer's ticket, else the seat. */
function holderOfUpgrade(
  parts: ServerParts,
  own: OwnHosts,
  request: IncomingMessage,
  grant: Grant,
): string | undefined {
  const helps = grant.for === 'terminal' && grant.help !== undefined;
  if (grant.for !== 'trainer' && !helps) return seatOfUpgrade(parts, own, request);
  const secure = isHttps(request.headers.host ?? '', own);
  const workshopId =
    grant.for === 'trainer' ? grant.workshopId : parts.store.getSeat(grant.seatId)?.workshopId;
  for (const token of readCookies(request.headers.cookie, 'boite_trainer', secure)) {
    const known = parts.workshops.trainerOfToken(token, workshopId);
    if (known) return trainerHolder(known.id);
  }
  return undefined;
}

/** What the page sends before its terminal is there waits in the kernel: nothing typed is lost. */
async function joinTerminal(parts: ServerParts, socket: WebSocket, grant: TerminalGrant): Promise<void> {
  socket.on('error', () => socket.terminate());
  socket.pause();
  try {
    const terminal = await parts.desk.terminal(grant.seatId, grant.machine, grant.terminal);
    // The consent may have been taken back meanwhile.
    if (grant.help !== undefined && !keepHelper(parts, socket, grant, grant.help)) return;
    const { help } = grant;
    linkTerminal(socket, terminal, {
      seatId: grant.seatId,
      readonly: grant.readonly === true,
      ...(help !== undefined && { onTyped: () => parts.classroom.help.typed(help) }),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) parts.log.error('terminal-not-linked', error, { seat: grant.seatId });
    // A machine that is not ready yet is worth another try; a terminal that is not there is not.
    const over = error instanceof Refusal && error.code === 'not-found';
    socket.close(over ? CLOSE.terminalEnded : CLOSE.goingAway);
  }
  socket.resume();
}

/** Ties a trainer's socket to the consent it stands on; false when that is gone, or was for less. */
function keepHelper(parts: ServerParts, socket: WebSocket, grant: TerminalGrant, help: string): boolean {
  const state = parts.classroom.help.get(help)?.state;
  const allowed = state === 'write' || (state === 'watch' && grant.readonly === true);
  const gone = allowed
    ? parts.classroom.help.opened(help, () => socket.close(CLOSE.helpEnded))
    : () => socket.close(CLOSE.helpEnded);
  if (allowed) socket.on('close', gone);
  else gone();
  socket.resume();
  return allowed;
}
