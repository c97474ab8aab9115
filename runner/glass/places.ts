// At which origin are the pages of a seat? A name below `localhost` on this very computer, a name of the settings' domain, or a port of its own in a room without such names.
import type { GlassSettings } from './parts.ts';

/** Where a request came to, and whose pages live there. */
export interface Place {
  /** `SeatGlass.id`. */
  id: string;
  origin: string;
  /** Whether cookies there can be `Secure`: https, or a loopback name, which browsers trust alike. */
  secure: boolean;
}

export type Way = 'localhost' | 'domain' | 'port' | undefined;

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;
const OWN_NAME = /^s-([0-9a-f]{20})\.(.+)$/;

/** Name and port of a Host header, lower case. */
export function splitHost(host: string): { name: string; port: string } {
  const parts = /^(\[[0-9a-f:.]+\]|[^:]*)(?::(\d{1,5}))?$/i.exec(host);
  return { name: (parts?.[1] ?? '').toLowerCase(), port: parts?.[2] ?? '' };
}

/** How seats are told apart for somebody who reached the course at this host; undefined when no way exists. */
export function wayFor(host: string, settings: GlassSettings): Way {
  const { publicUrl, glassDomain } = settings;
  if (publicUrl !== undefined && host.toLowerCase() === publicUrl.host)
    return glassDomain === undefined ? undefined : 'domain';
  return LOOPBACK.test(splitHost(host).name) ? 'localhost' : 'port';
}

/** The place that a Host header names; undefined when it is none of ours. `port`: the one that we listen on. */
export function placeOf(host: string, settings: GlassSettings, port: number): Place | undefined {
  const { name, port: asked } = splitHost(host);
  const parts = OWN_NAME.exec(name);
  if (parts === null) return undefined;
  const [, id = '', base = ''] = parts;
  if (base === 'localhost' && Number(asked || 80) === port)
    return { id, origin: `http://${host.toLowerCase().replace(/:80$/, '')}`, secure: true };
  const { publicUrl, glassDomain } = settings;
  if (publicUrl === undefined || base !== glassDomain || asked !== publicUrl.port) return undefined;
  return { id, origin: domainOrigin(id, publicUrl, base), secure: publicUrl.protocol === 'https:' };
}

const domainOrigin = (id: string, publicUrl: URL, domain: string): string =>
  `${publicUrl.protocol}//s-${id}.${domain}${publicUrl.port === '' ? '' : `:${publicUrl.port}`}`;

/** The origin of a seat for somebody who reached the course at this host. `seatPort`: its own, for the way `port`. */
export function originFor(
  way: 'localhost' | 'domain' | 'port',
  id: string,
  host: string,
  settings: GlassSettings,
  ports: { own: number; seat: number | undefined },
): string | undefined {
  if (way === 'localhost') return `http://s-${id}.localhost${ports.own === 80 ? '' : `:${ports.own}`}`;
  const { publicUrl, glassDomain } = settings;
  if (way === 'domain')
    return publicUrl && glassDomain !== undefined ? domainOrigin(id, publicUrl, glassDomain) : undefined;
  return ports.seat === undefined ? undefined : `http://${splitHost(host).name}:${ports.seat}`;
}

/** Sources for the course's `frame-src`: the places at which glass pages can be, for somebody who reads it at this host. */
export function frameSources(host: string, settings: GlassSettings, port: number): string | undefined {
  const way = wayFor(host, settings);
  if (way === 'localhost') return `http://*.localhost:${port}`;
  const { publicUrl, glassDomain } = settings;
  if (way === 'domain' && publicUrl)
    return `${publicUrl.protocol}//*.${glassDomain}${publicUrl.port === '' ? '' : `:${publicUrl.port}`}`;
  // A range of ports cannot be written; what frames us or not is each origin's own word.
  return way === 'port' ? `http://${splitHost(host).name}:*` : undefined;
}
