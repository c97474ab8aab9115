// How does a page get a terminal, and the right to open a socket?
import {
  closeTerminalRequestSchema,
  openTerminalRequestSchema,
  ticketRequestSchema,
} from '../../protocol/api.ts';
import { Refusal } from '../../protocol/refusals.ts';
import type { ServerParts } from '../parts.ts';
import { type Route, seated } from '../route.ts';

export const terminalRoutes: Route[] = [
  seated('POST', '/api/tickets', ticketRequestSchema, async ({ parts, seat, workshop, body }) => {
    if (body.for === 'live') return { ticket: parts.tickets.issue({ for: 'live', seatId: seat.id }) };
    if (body.for === 'shown') return { ticket: await ticketForShown(parts, workshop.id, seat.id) };
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

/** A look at the terminal that the trainer shows. @throws Refusal `not-found` when none is shown, `machine-not-ready` */
async function ticketForShown(parts: ServerParts, workshopId: string, holder: string): Promise<string> {
  const seatId = parts.classroom.state(workshopId).shown?.seatId;
  if (seatId === undefined) throw new Refusal('not-found');
  const machine = parts.desk
    .views(seatId)
    .flatMap((view) => view.machines)
    .find((one) => one.state === 'ready')?.name;
  if (machine === undefined) throw new Refusal('machine-not-ready');
  await parts.desk.terminal(seatId, machine, '1');
  return parts.tickets.issue({ for: 'terminal', seatId, machine, terminal: '1', readonly: true, holder });
}
