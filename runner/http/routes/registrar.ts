// What does a page ask at the registrar's counter? Names, zones, transfers; and for the trainer, the séance's clock.
import type * as z from 'zod/mini';
import type { RegistrarDesk } from '../../internet/counters/desk.ts';
import {
  clockRequestSchema,
  type RegistrarDeed,
  registrarRequests,
  searchRequestSchema,
  zoneChangeSchema,
  zoneRequestSchema,
} from '../../protocol/counters.ts';
import { Refusal } from '../../protocol/refusals.ts';
import type { Workshop } from '../../store/store.ts';
import type { ServerParts } from '../parts.ts';
import { type Route, seated, trainer } from '../route.ts';
import { stirred } from '../stirred.ts';

/** The counter of a séance. Throws `not-found` where the runner has no small Internet. */
function deskOf(parts: ServerParts, workshop: Workshop): RegistrarDesk {
  if (parts.counters === undefined) throw new Refusal('not-found');
  return parts.counters.registrar(workshop.id);
}

const visitor = ({ id, pseudonym }: { id: string; pseudonym: string }) => ({ seatId: id, pseudonym });

const DEEDS: [string, z.ZodMiniType<object>][] = Object.entries(registrarRequests);

/** One route per deed: `/api/registrar/register`, … */
const deedRoutes: Route[] = DEEDS.map(([deed, body]) =>
  seated('POST', `/api/registrar/${deed}`, body, ({ parts, seat, workshop, body: asked }) =>
    // The table that gives the path gives the shape, too.
    stirred(
      parts,
      seat.id,
      deskOf(parts, workshop).act(visitor(seat), { do: deed, ...asked } as RegistrarDeed),
    ),
  ),
);

export const registrarRoutes: Route[] = [
  seated('GET', '/api/registrar', undefined, ({ parts, seat, workshop }) =>
    deskOf(parts, workshop).view(visitor(seat)),
  ),
  seated('POST', '/api/registrar/search', searchRequestSchema, ({ parts, seat, workshop, body }) =>
    deskOf(parts, workshop).search(visitor(seat), body.name),
  ),
  ...deedRoutes,
  seated('POST', '/api/registrar/zone', zoneRequestSchema, ({ parts, seat, workshop, body }) =>
    deskOf(parts, workshop).zone(visitor(seat), body.name),
  ),
  seated('POST', '/api/registrar/zone-change', zoneChangeSchema, ({ parts, seat, workshop, body }) =>
    stirred(parts, seat.id, deskOf(parts, workshop).changeZone(visitor(seat), body)),
  ),
  trainer('GET', '/api/trainer/internet', undefined, ({ parts, workshop }) =>
    parts.counters ? parts.counters.health(workshop.id) : { state: 'none', servers: [] },
  ),
  trainer('POST', '/api/trainer/clock', clockRequestSchema, async ({ parts, workshop, body }) => {
    if (workshop.endedAt !== undefined) throw new Refusal('workshop-ended');
    const desk = deskOf(parts, workshop);
    if (body.days === undefined) return desk.clock();
    parts.log.info('clock-advanced', { workshop: workshop.id, days: body.days });
    return desk.advance(body.days);
  }),
];
