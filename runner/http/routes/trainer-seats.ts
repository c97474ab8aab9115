// What may a trainer do for one seat? Take care of a raised hand, ask to help, repair; everything else needs the person's own yes.
import {
  repairRequestSchema,
  seatRequestSchema,
  trainerHandSchema,
  trainerTicketSchema,
} from '../../protocol/board.ts';
import { Refusal } from '../../protocol/refusals.ts';
import { leading, type Route, trainer } from '../route.ts';

/** Who a trainer is among the holders of tickets. */
export const trainerHolder = (id: string): string => `trainer:${id}`;

export const trainerSeatRoutes: Route[] = [
  leading('POST', '/api/trainer/hand', trainerHandSchema, ({ parts, workshop, trainer: who, body }) => {
    parts.classroom.hand(workshop.id, body.seat, body.do, who);
    return {};
  }),
  leading('POST', '/api/trainer/ask', seatRequestSchema, ({ parts, workshop, trainer: who, body }) => {
    parts.classroom.seatIn(workshop.id, body.seat);
    parts.log.info('help-asked', { seat: body.seat });
    return { state: parts.classroom.help.ask(body.seat, who).state };
  }),
  leading('POST', '/api/trainer/leave', seatRequestSchema, ({ parts, workshop, trainer: who, body }) => {
    parts.classroom.seatIn(workshop.id, body.seat);
    parts.classroom.help.leave(body.seat, who.id);
    return {};
  }),
  leading('POST', '/api/trainer/code', seatRequestSchema, ({ parts, workshop, body }) => {
    const { pseudonym, personalCode } = parts.classroom.seatIn(workshop.id, body.seat);
    return { pseudonym, personalCode };
  }),
  leading('POST', '/api/trainer/repair', repairRequestSchema, async ({ parts, workshop, body }) => {
    parts.classroom.seatIn(workshop.id, body.seat);
    parts.log.info('seat-repaired', { seat: body.seat, do: body.do });
    if (body.do === 'restart') await parts.desk.restartMachine(body.seat, body.machine);
    else if (body.do === 'reset') await parts.desk.resetTo(body.seat, body.lab, body.step);
    else if (body.do === 'remove') parts.workshops.removeSeat(body.seat);
    else {
      parts.classroom.seatIn(workshop.id, body.into);
      if (body.into === body.seat) throw new Refusal('bad-request', { detail: 'a seat into itself' });
      parts.workshops.mergeSeats(body.seat, body.into);
    }
    return {};
  }),
  // Also after the end: the board then shows what was.
  trainer(
    'POST',
    '/api/trainer/tickets',
    trainerTicketSchema,
    async ({ parts, workshop, trainer: who, body }) => {
      const holder = trainerHolder(who.id);
      if (body.for === 'trainer')
        return { ticket: parts.tickets.issue({ for: 'trainer', holder, workshopId: workshop.id }) };
      if (workshop.endedAt !== undefined) throw new Refusal('workshop-ended');
      parts.classroom.seatIn(workshop.id, body.seat);
      const session = parts.classroom.help.of(body.seat, who.id);
      if (!session || session.state === 'asked') throw new Refusal('forbidden');
      const { seat: seatId, machine, terminal } = body;
      await parts.desk.terminal(seatId, machine, terminal);
      const readonly = session.state !== 'write';
      const help = session.id;
      return {
        ticket: parts.tickets.issue({ for: 'terminal', seatId, machine, terminal, readonly, holder, help }),
      };
    },
  ),
];
