// How does a file go from the page to the seat's own machine? The one request that is no JSON: bytes, bounded, with the same guards as the rest.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MAX_FILE_BYTES } from '../protocol/glass.ts';
import { Refusal } from '../protocol/refusals.ts';
import { isHttps, type OwnHosts } from './guard-host.ts';
import { guardApi } from './guard-request.ts';
import type { ServerParts } from './parts.ts';
import { seatOf } from './route.ts';

/** Files of one seat on their way at a time: each is held in memory. */
const MAX_AT_ONCE = 2;
const MAX_NAME = 1000;

/** Adds `PUT /api/files?name=…`. */
export function addUpload(app: FastifyInstance, parts: ServerParts, own: OwnHosts): void {
  const underWay = new Map<string, number>();
  const seatAt = (request: FastifyRequest) =>
    seatOf({ parts, request, secure: isHttps(request.headers.host ?? '', own) });

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    scope.put('/api/files', {
      bodyLimit: MAX_FILE_BYTES,
      async onRequest(request, reply) {
        reply.header('cache-control', 'no-store');
        guardApi(request.raw, own);
        if (request.headers['content-encoding'] !== undefined)
          throw new Refusal('unsupported-media-type', { detail: 'no Content-Encoding' });
        const { seat } = seatAt(request);
        if ((underWay.get(seat.id) ?? 0) >= MAX_AT_ONCE)
          throw new Refusal('too-many-attempts', { retryAfter: 5 });
      },
      async handler(request) {
        const { seat, workshop } = seatAt(request);
        const name = (request.query as { name?: unknown }).name;
        if (typeof name !== 'string' || name === '' || name.length > MAX_NAME)
          throw new Refusal('bad-request', { detail: 'name' });
        if (!Buffer.isBuffer(request.body)) throw new Refusal('bad-request', { detail: 'empty' });
        if (parts.putFile === undefined) throw new Refusal('not-found');
        underWay.set(seat.id, (underWay.get(seat.id) ?? 0) + 1);
        try {
          return await parts.putFile(seat.id, workshop.language, { name, bytes: request.body });
        } finally {
          const left = (underWay.get(seat.id) ?? 1) - 1;
          if (left > 0) underWay.set(seat.id, left);
          else underWay.delete(seat.id);
        }
      },
    });
  });
}
