// What does a page ask at the hosts' counter? Offers, orders, what one does with a server; and the class's directory of sites.
import type { Counters } from '../../internet/counters/desk.ts';
import { orderRequestSchema, passwordRequestSchema, serverDeedSchema } from '../../protocol/counters.ts';
import { Refusal } from '../../protocol/refusals.ts';
import type { ServerParts } from '../parts.ts';
import { type Route, seated } from '../route.ts';
import { stirred } from '../stirred.ts';

/** Throws `not-found` where the runner has no small Internet. */
function countersOf(parts: ServerParts): Counters {
  if (parts.counters === undefined) throw new Refusal('not-found');
  return parts.counters;
}

const visitor = ({ id, pseudonym }: { id: string; pseudonym: string }) => ({ seatId: id, pseudonym });

export const hostsRoutes: Route[] = [
  seated('GET', '/api/hosts', undefined, ({ parts, seat, workshop }) =>
    countersOf(parts).hosts(workshop.id).view(visitor(seat)),
  ),
  seated('POST', '/api/hosts/order', orderRequestSchema, ({ parts, seat, workshop, body }) =>
    stirred(parts, seat.id, countersOf(parts).hosts(workshop.id).order(visitor(seat), body)),
  ),
  seated('POST', '/api/hosts/act', serverDeedSchema, ({ parts, seat, workshop, body }) =>
    stirred(parts, seat.id, countersOf(parts).hosts(workshop.id).act(visitor(seat), body)),
  ),
  seated('POST', '/api/hosts/password', passwordRequestSchema, ({ parts, seat, workshop, body }) =>
    countersOf(parts).hosts(workshop.id).password(visitor(seat), body.host),
  ),
  seated('GET', '/api/directory', undefined, ({ parts, workshop }) => {
    const counters = countersOf(parts);
    const running = counters.hosts(workshop.id).runningAddresses();
    return counters
      .registrar(workshop.id)
      .directory(running, (seatId) => parts.store.getSeat(seatId)?.pseudonym);
  }),
];
