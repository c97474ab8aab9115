// What is a route of the API? A row of a table: method, path, who may call, shape of the body, what it does.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import type { Trainer } from '../classroom/help.ts';
import { Refusal } from '../protocol/refusals.ts';
import { WORKSHOP_HEADER } from '../protocol/version.ts';
import type { Seat, Workshop } from '../store/store.ts';
import { type CookieName, readCookies } from './cookies.ts';
import type { ServerParts } from './parts.ts';

export type Who = 'anyone' | 'seat' | 'trainer';

/** One request, judged and parsed. */
export interface Call<Body> {
  parts: ServerParts;
  request: FastifyRequest;
  reply: FastifyReply;
  body: Body;
  /** Whether cookies of this request's host are `Secure`. */
  secure: boolean;
}
export type SeatCall<Body> = Call<Body> & { seat: Seat; workshop: Workshop };
export type TrainerCall<Body> = Call<Body> & { workshop: Workshop; trainer: Trainer; token: string };

export interface Route {
  method: 'GET' | 'POST';
  path: `/api/${string}`;
  who: Who;
  body: z.ZodMiniType | undefined;
  /** Throws a `Refusal` when this visitor may not call at all. */
  guard(call: Call<undefined>): void;
  handle(call: Call<unknown>): unknown;
}

type Schema<Body> = z.ZodMiniType<Body>;

/** A route for everybody. */
export function anyone<Body>(
  method: Route['method'],
  path: Route['path'],
  body: Schema<Body> | undefined,
  handle: (call: Call<Body>) => unknown,
): Route {
  // The server gives `handle` what `body` parsed; the table cannot say so per row.
  return { method, path, who: 'anyone', body, guard: () => {}, handle: (call) => handle(call as Call<Body>) };
}

/** A route for somebody with a seat in a séance that is not over. */
export function seated<Body>(
  method: Route['method'],
  path: Route['path'],
  body: Schema<Body> | undefined,
  handle: (call: SeatCall<Body>) => unknown,
): Route {
  return {
    method,
    path,
    who: 'seat',
    body,
    guard: (call) => void seatOf(call),
    handle: (call) => handle({ ...(call as Call<Body>), ...seatOf(call) }),
  };
}

/** A route for the trainer of a séance, over or not. */
export function trainer<Body>(
  method: Route['method'],
  path: Route['path'],
  body: Schema<Body> | undefined,
  handle: (call: TrainerCall<Body>) => unknown,
): Route {
  return {
    method,
    path,
    who: 'trainer',
    body,
    guard: (call) => void trainerOf(call),
    handle: (call) => handle({ ...(call as Call<Body>), ...trainerOf(call) }),
  };
}

type Asking = Pick<Call<unknown>, 'parts' | 'request' | 'secure'>;

/** Throws `not-joined`, or `workshop-ended` when the seat's séance is over. */
export function seatOf({ parts, request, secure }: Asking): { seat: Seat; workshop: Workshop } {
  const known = firstKnown(request, 'boite_seat', secure, (token) => parts.workshops.seatOfToken(token));
  if (known === undefined) throw new Refusal('not-joined');
  if (known.workshop.endedAt !== undefined) throw new Refusal('workshop-ended');
  return known;
}

/** A route for the trainer of a séance that is not over. */
export function leading<Body>(
  method: Route['method'],
  path: Route['path'],
  body: Schema<Body> | undefined,
  handle: (call: TrainerCall<Body>) => unknown,
): Route {
  return trainer(method, path, body, (call: TrainerCall<Body>) => {
    if (call.workshop.endedAt !== undefined) throw new Refusal('workshop-ended');
    return handle(call);
  });
}

/** Who leads what; the séance is the one that the request names, in its header or (a download) in its address. Throws `not-a-trainer`. */
export function trainerOf({ parts, request, secure }: Asking): {
  trainer: Trainer;
  workshop: Workshop;
  token: string;
} {
  const asked =
    request.headers[WORKSHOP_HEADER] ?? (request.query as { workshop?: unknown } | undefined)?.workshop;
  const wanted = typeof asked === 'string' ? asked : undefined;
  const found = firstKnown(request, 'boite_trainer', secure, (token) => {
    const leader = parts.workshops.trainerOfToken(token, wanted);
    return leader && { token, ...leader };
  });
  if (found === undefined) throw new Refusal('not-a-trainer');
  const { id, name, workshop, token } = found;
  return { trainer: { id, name }, workshop, token };
}

function firstKnown<T>(
  request: FastifyRequest,
  name: CookieName,
  secure: boolean,
  find: (token: string) => T | undefined,
): T | undefined {
  for (const token of readCookies(request.headers.cookie, name, secure)) {
    const found = find(token);
    if (found !== undefined) return found;
  }
  return undefined;
}
