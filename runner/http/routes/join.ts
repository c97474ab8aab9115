// How does one come in, come back, see who one is, and leave?

import * as z from 'zod/mini';
import { joinRequestSchema, returnRequestSchema, type SeatView } from '../../protocol/api.ts';
import type { Seat, Workshop } from '../../store/store.ts';
import type { Entry } from '../../workshop/workshops.ts';
import { forgetCookie, readCookies, setCookie } from '../cookies.ts';
import { anyone, type Call, type Route, seated } from '../route.ts';

export const joinRoutes: Route[] = [
  anyone('POST', '/api/join', joinRequestSchema, (call) =>
    welcome(
      call,
      call.parts.limiter.attempt(call.request.ip, 'strong', () =>
        call.parts.workshops.join(call.body.code, call.body.pseudonym),
      ),
    ),
  ),
  anyone('POST', '/api/return', returnRequestSchema, (call) =>
    welcome(
      call,
      call.parts.limiter.attempt(call.request.ip, 'short', () =>
        call.parts.workshops.returnBy(call.body.personalCode),
      ),
    ),
  ),
  seated('GET', '/api/me', undefined, ({ seat, workshop }) => seatView(seat, workshop)),
  // Also for somebody whose séance is over: a browser must always be able to forget.
  anyone('POST', '/api/leave', z.strictObject({}), (call) => {
    forgetOldTokens(call);
    call.reply.header('set-cookie', forgetCookie('boite_seat', call.secure));
    return {};
  }),
];

/** Gives the browser its new token; the one it had is void, so that a token planted before joining is worth nothing. */
function welcome(call: Call<unknown>, { seat, token }: Entry): SeatView | undefined {
  forgetOldTokens(call);
  call.reply.header('set-cookie', setCookie('boite_seat', token, call.secure));
  const workshop = call.parts.store.getWorkshop(seat.workshopId);
  call.parts.log.info('seat-entered', { workshop: seat.workshopId, seat: seat.id });
  return workshop && seatView(seat, workshop);
}

function forgetOldTokens({ parts, request, secure }: Call<unknown>): void {
  for (const token of readCookies(request.headers.cookie, 'boite_seat', secure)) parts.workshops.leave(token);
}

function seatView(seat: Seat, workshop: Workshop): SeatView {
  return {
    pseudonym: seat.pseudonym,
    personalCode: seat.personalCode,
    workshop: {
      title: workshop.title,
      ...(workshop.endsAt === undefined ? {} : { endsAt: workshop.endsAt }),
    },
  };
}
