// How does a page get a terminal, and the right to open a socket?
import {
  closeTerminalRequestSchema,
  openTerminalRequestSchema,
  ticketRequestSchema,
} from '../../protocol/api.ts';
import { type Route, seated } from '../route.ts';

export const terminalRoutes: Route[] = [
  seated('POST', '/api/tickets', ticketRequestSchema, async ({ parts, seat, body }) => {
    if (body.for === 'live') return { ticket: parts.tickets.issue({ for: 'live', seatId: seat.id }) };
    // Asked for now, so that a machine that is not there is a refusal with a reason and not a socket that closes.
    await parts.desk.terminal(seat.id, body.machine, body.terminal);
    const { machine, terminal } = body;
    return { ticket: parts.tickets.issue({ for: 'terminal', seatId: seat.id, machine, terminal }) };
  }),
  seated('POST', '/api/terminals/open', openTerminalRequestSchema, async ({ parts, seat, body }) => ({
    terminal: await parts.desk.openTerminal(seat.id, body.machine),
  })),
  seated('POST', '/api/terminals/close', closeTerminalRequestSchema, async ({ parts, seat, body }) => {
    await parts.desk.closeTerminal(seat.id, body.machine, body.terminal);
    return {};
  }),
];
