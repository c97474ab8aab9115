// What does the tab « Navigateur » ask? A way into the seat's own origin, what happened on the way to a page, and the class's sites that are up.

import type { Glass } from '../../glass/glass.ts';
import { createSitesUp } from '../../glass/sites-up.ts';
import { openGlassRequestSchema, visitRequestSchema, walkRequestSchema } from '../../protocol/glass.ts';
import { Refusal } from '../../protocol/refusals.ts';
import { originAt } from '../guard-host.ts';
import type { ServerParts } from '../parts.ts';
import { type Route, seated } from '../route.ts';

/** Throws `not-found` where the runner has no small Internet. */
function glassOf(parts: ServerParts): Glass {
  if (parts.glass === undefined) throw new Refusal('not-found');
  return parts.glass;
}

const sitesUp = createSitesUp(() => performance.now());

export const glassRoutes: Route[] = [
  seated('POST', '/api/glass/open', openGlassRequestSchema, async (call) => {
    const { parts, request, seat, workshop, body } = call;
    const host = request.headers.host ?? '';
    // The port that this request came to: the settings may have said « any ».
    const port = request.socket.localPort ?? parts.settings.port;
    const own = { port, publicUrl: parts.settings.publicUrl };
    const entry = await glassOf(parts).open(
      {
        seatId: seat.id,
        workshopId: workshop.id,
        language: body.language,
        host,
        course: originAt(host, own),
      },
      port,
    );
    if (entry === 'nowhere') throw new Refusal('glass-nowhere');
    if (entry === 'full') throw new Refusal('glass-full');
    return entry;
  }),
  seated('POST', '/api/glass/visit', visitRequestSchema, ({ parts, seat, body }) => ({
    visits: glassOf(parts).visits(seat.id, body.id),
  })),
  seated('POST', '/api/glass/walk', walkRequestSchema, async ({ parts, workshop, body }) => ({
    steps: await glassOf(parts).walk(workshop.id, body.name),
  })),
  seated('GET', '/api/glass/sites', undefined, async ({ parts, workshop }) => {
    const internet = glassOf(parts).internetOf(workshop.id);
    if (parts.counters === undefined || internet === undefined) return { sites: [] };
    const running = parts.counters.hosts(workshop.id).runningAddresses();
    const { sites } = parts.counters
      .registrar(workshop.id)
      .directory(running, (seatId) => parts.store.getSeat(seatId)?.pseudonym);
    return { sites: await sitesUp(workshop.id, internet, sites) };
  }),
];
