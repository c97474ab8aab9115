// Is this request one that a page of ours would make? Judged before anything of it is read; throws a `Refusal` otherwise.
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../protocol/refusals.ts';
import { REQUEST_HEADER } from '../protocol/version.ts';
import { isOwnHost, isOwnOrigin, type OwnHosts } from './guard-host.ts';

const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
const SINGLE_HEADERS = ['host', 'origin', 'content-type', 'content-length', REQUEST_HEADER];

/** For every request, whatever its path; gives its (own) host. */
export function guardEvery(request: IncomingMessage, own: OwnHosts): string {
  const target = request.url ?? '';
  // Absolute forms and `//host/path` would let a request name another host than its Host header.
  if (!target.startsWith('/') || target.startsWith('//'))
    throw new Refusal('bad-request', { detail: 'target must begin with one /' });
  for (const name of SINGLE_HEADERS)
    if ((request.headersDistinct[name]?.length ?? 0) > 1)
      throw new Refusal('bad-request', { detail: `${name} given twice` });
  const host = request.headers.host ?? '';
  if (!isOwnHost(host, request.socket.localAddress, own)) throw new Refusal('wrong-host');
  return host;
}

/** For the API: no other site may ask, and what changes anything must carry our header and be JSON (no HTML form can do either). */
export function guardApi(request: IncomingMessage, own: OwnHosts): void {
  const { headers, method } = request;
  // Sent by browsers in secure contexts only, so its absence says nothing on plain http.
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && isSafe(method)))
    throw new Refusal('wrong-origin', { detail: 'Sec-Fetch-Site' });
  if (isSafe(method)) return;
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, headers.host ?? '', own))
    throw new Refusal('wrong-origin', { detail: 'Origin' });
  if (headers[REQUEST_HEADER] === undefined)
    throw new Refusal('wrong-origin', { detail: `header ${REQUEST_HEADER} missing` });
  if (method !== 'POST') return;
  if (!JSON_TYPE.test(headers['content-type'] ?? ''))
    throw new Refusal('unsupported-media-type', { detail: 'expected application/json' });
  // Nothing is ever decompressed: a small body must not become a large one.
  if (headers['content-encoding'] !== undefined)
    throw new Refusal('unsupported-media-type', { detail: 'no Content-Encoding' });
}

const isSafe = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';
