// What may the trainer do? Enter by a one-time link, see the séance, end it.
import { toString as qrToString } from 'qrcode';
import { type TrainerView, trainerEndSchema, trainerEnterSchema } from '../../protocol/api.ts';
import { Refusal } from '../../protocol/refusals.ts';
import type { Workshop } from '../../store/store.ts';
import { joinUrl } from '../addresses.ts';
import { setCookie } from '../cookies.ts';
import type { ServerParts } from '../parts.ts';
import { anyone, type Route, trainer } from '../route.ts';

export const trainerRoutes: Route[] = [
  anyone('POST', '/api/trainer/enter', trainerEnterSchema, ({ parts, request, reply, body, secure }) => {
    const { workshop, token } = parts.limiter.attempt(request.ip, 'strong', () =>
      parts.workshops.enter(body.token),
    );
    reply.header('set-cookie', setCookie('boite_trainer', token, secure));
    parts.log.info('trainer-entered', { workshop: workshop.id });
    return {};
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
      labs: parts.desk.views(seat.id),
    })),
    warnings: [
      ...(best.startsWith('https:') || isOnlyLocal(addresses) ? [] : ['plain-http']),
      ...(parts.limiter.paused() ? ['joining-paused'] : []),
      ...(parts.engineState() === 'down' ? ['engine-down'] : []),
    ],
  };
}

/** Nothing leaves this machine, so nobody can listen on the way. */
const isOnlyLocal = (origins: string[]): boolean =>
  origins.every((origin) => /^http:\/\/(localhost|127\.|\[::1\])/.test(origin));
