// Which page or asset answers an address? The built site, cached as well as its names allow; a 404 page in the language of the address.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../protocol/api.ts';
import { wordsOf } from '../words/index.ts';
import { pagePolicy } from './page-policy.ts';
import { plainPage } from './plain-page.ts';
import type { SiteFile, SiteFiles } from './site-files.ts';
import { isForTrainers, refuseTrainerPage } from './trainer-pages.ts';

const YEAR = 'public, max-age=31536000, immutable';

/** Languages other than French have their own folder; French is at the root. */
export const languageOfPath = (path: string): Language => (/^\/en(\/|$)/.test(path) ? 'en' : 'fr');

/** Answers GET and HEAD for anything that is not the API. `leads`: whether the visitor leads a workshop. */
export async function serveSite(
  request: FastifyRequest,
  reply: FastifyReply,
  site: SiteFiles,
  { origin, leads, frames }: { origin: string; leads: () => boolean; frames?: string | undefined },
): Promise<FastifyReply> {
  const [target = '/', ...query] = request.url.split('?');
  const path = decodePath(target);
  const key = path === undefined ? undefined : keyOf(path);
  if (key !== undefined) {
    const file = await site.read(key);
    if (file !== undefined && isForTrainers(key) && !leads())
      return refuseTrainerPage(reply, languageOfPath(target), origin);
    if (file !== undefined) return send(request, reply, file, origin, frames);
    if (key !== '' && !key.endsWith('index.html') && (await site.has(`${key}/index.html`))) {
      const search = query.length > 0 ? `?${query.join('?')}` : '';
      // Made from the list of files, one slash in front: never another host.
      return reply.code(301).redirect(`/${key.split('/').map(encodeURIComponent).join('/')}/${search}`, 301);
    }
  }
  return notFound(request, reply, site, origin, languageOfPath(target));
}

/** The path as text, or undefined when it hides something: encoded slashes and backslashes, NUL, broken escapes. */
function decodePath(target: string): string | undefined {
  if (/%(2f|5c|00)/i.test(target) || target.includes('\\')) return undefined;
  try {
    return decodeURIComponent(target);
  } catch {
    return undefined;
  }
}

const keyOf = (path: string): string => {
  const inner = path.slice(1);
  return inner === '' || inner.endsWith('/') ? `${inner}index.html` : inner;
};

async function notFound(
  request: FastifyRequest,
  reply: FastifyReply,
  site: SiteFiles,
  origin: string,
  language: Language,
): Promise<FastifyReply> {
  reply.code(404);
  const names =
    language === 'fr' ? ['404.html'] : [`${language}/404.html`, `${language}/404/index.html`, '404.html'];
  for (const name of names) {
    const file = await site.read(name);
    if (file !== undefined) return send(request, reply, file, origin);
  }
  const words = wordsOf(language);
  const built = await site.has('index.html');
  const text = built ? words['page.not-found'] : words['page.no-site'];
  return reply
    .header('content-security-policy', pagePolicy([], origin))
    .type('text/html; charset=utf-8')
    .send(plainPage(language, text));
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  file: SiteFile,
  origin: string,
  frames?: string,
): FastifyReply {
  reply
    .header('cache-control', file.immutable ? YEAR : 'no-cache')
    .header('etag', file.etag)
    .header('content-security-policy', pagePolicy(file.scriptHashes, origin, frames));
  if (file.gzipped !== undefined) reply.header('vary', 'accept-encoding');
  const wanted = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (reply.statusCode === 200 && wanted?.includes(file.etag)) return reply.code(304).send();
  reply.type(file.type);
  if (file.gzipped !== undefined && acceptsGzip(request.headers['accept-encoding']))
    return reply.header('content-encoding', 'gzip').send(file.gzipped);
  return reply.send(file.bytes);
}

const acceptsGzip = (header: string | string[] | undefined): boolean =>
  /(?:^|[\s,])gzip(?:\s*;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+)?\s*(?:,|$)/i.test(String(header ?? ''));
