// What does the other end hear when something is wrong? The only place where an error becomes an answer.
import type { FastifyReply } from 'fastify';
import type { Log } from '../log.ts';
import { Refusal, type RefusalBody } from '../protocol/refusals.ts';
import { StoreError } from '../store/store-error.ts';

/** A refusal as JSON, with `Retry-After` when waiting helps. */
export function answerRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const body: RefusalBody = { error: refusal.code };
  if (refusal.message !== refusal.code) body.detail = refusal.message;
  if (refusal.retryAfter !== undefined) {
    body.retryAfter = refusal.retryAfter;
    reply.header('retry-after', refusal.retryAfter);
  }
  return reply.code(refusal.status).header('cache-control', 'no-store').send(body);
}

/** Any error as a refusal; what nobody meant to happen is logged here, once, and called `internal`. */
export function toRefusal(error: unknown, log: Log, where: string): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreError && error.problem.kind === 'disk-full') {
    log.error('disk-full', error);
    return new Refusal('house-full', { retryAfter: 60, detail: 'disk full' });
  }
  const status = statusOf(error);
  if (status === 413) return new Refusal('too-large');
  if (status === 415) return new Refusal('unsupported-media-type');
  if (status >= 400 && status < 500) return new Refusal('bad-request');
  log.error('internal', error, { where });
  return new Refusal('internal');
}

/** Errors of the HTTP framework carry the status that they stand for. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}
