// How does a trainer enter, project the way in, and end a séance?
import { toString as qrToString } from 'qrcode';
import { viewsOf } from '../../classroom/board-rows.ts';
import { type TrainerView, trainerEndSchema, trainerEnterSchema } from '../../protocol/api.ts';
import { Refusal } from '../../protocol/refusals.ts';
import type { Workshop } from '../../store/store.ts';
import { joinUrl } from '../addresses.ts';
import { readCookies, setCookie } from '../cookies.ts';
import type { ServerParts } from '../parts.ts';
import { anyone, type Route, trainer } from '../route.ts';
import { warningsOf } from '../warnings.ts';

export const trainerRoutes: Route[] = [
  anyone('POST', '/api/trainer/enter', trainerEnterSchema, ({ parts, request, reply, body, secure }) => {
    const { workshop, token } = parts.limiter.attempt(request.ip, 'strong', () =>
      parts.workshops.enter(body.token),
    );
    // A browser that leads already keeps its token, and leads this one, too.
    const held = readCookies(request.headers.cookie, 'boite_trainer', secure).find(
      (one) => parts.workshops.ledBy(one).length > 0,
    );
    if (held === undefined) reply.header('set-cookie', setCookie('boite_trainer', token, secure));
    else {
      parts.workshops.alsoLead(held, workshop.id);
      parts.workshops.stopLeading(token);
    }
    parts.log.info('trainer-entered', { workshop: workshop.id });
    return { workshop: workshop.id };
  }),
  trainer('GET', '/api/trainer/workshop', undefined, ({ parts, workshop }) => trainerView(parts, workshop)),
  trainer('POST', '/api/trainer/end', trainerEndSchema, ({ parts, workshop, body }) => {
    if (body.workshop !== workshop.id) throw new Refusal('forbidden');
    parts.workshops.end(workshop.id);
    parts.log.info('workshop-ended', { workshop: workshop.id });
    return {};
  }),
];

async function trainerView(parts: ServerParts, workshop: Workshop): Promise<TrainerView> {
  const addresses = parts.addresses();
  const [best = 'http://localhost'] = addresses;
  const url = joinUrl(best, workshop.language, workshop.joinCode);
  return {
    workshop: {
      id: workshop.id,
      title: workshop.title,
      joinCode: workshop.joinCode,
      addresses,
      qrSvg: await qrToString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
      ended: workshop.endedAt !== undefined,
    },
    seats: parts.store.seatsOf(workshop.id).map((seat) => ({
      id: seat.id,
      pseudonym: seat.pseudonym,
      here: parts.live.present(seat.id),
      labs: workshop.endedAt === undefined ? viewsOf(parts.desk, seat.id) : [],
    })),
    warnings: warningsOf(parts),
  };
}
