// Where does a page of the small Internet live inside a seat's origin? `https://camille-exemple.fr/a?b` is `/https/camille-exemple.fr/a?b`.
import { isIPv4 } from 'node:net';

export interface LabSite {
  scheme: 'http' | 'https';
  /** Lower case ASCII name or IPv4 address. */
  host: string;
  port: number;
}

export interface LabAddress {
  site: LabSite;
  /** Path and query, as they go over the wire. */
  target: string;
}

const DEFAULT_PORT = { http: 80, https: 443 } as const;
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
/** Scheme, host, path and query: only signs that a request line may carry. */
const PATH = /^\/(https?)\/([^/?#]{1,259})((?:\/[!-~]*)?(?:\?[!-~]*)?)$/;

/** A name of the DNS that could be a site, or an IPv4 address. No trailing dot. */
export function isLabHost(host: string): boolean {
  if (/^[0-9.]+$/.test(host)) return isIPv4(host);
  return host.length <= 253 && host.split('.').every((label) => LABEL.test(label));
}

/** The site of an http(s) URL; undefined for what cannot be one (other schemes, IPv6). */
export function siteOf(url: URL): LabSite | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const scheme = url.protocol === 'https:' ? 'https' : 'http';
  const host = url.hostname.replace(/\.$/, '').toLowerCase();
  const port = url.port === '' ? DEFAULT_PORT[scheme] : Number(url.port);
  return isLabHost(host) && port > 0 ? { scheme, host, port } : undefined;
}

/** `https://camille-exemple.fr:8443` without a default port. */
export const originOf = ({ scheme, host, port }: LabSite): string =>
  `${scheme}://${host}${port === DEFAULT_PORT[scheme] ? '' : `:${port}`}`;

/** The address as one types it. */
export const urlOf = ({ site, target }: LabAddress): string => originOf(site) + target;

/** Path in the seat's origin for an absolute URL; undefined when it is no page of a lab site. The fragment stays. */
export function pathOf(url: URL): string | undefined {
  const site = siteOf(url);
  if (site === undefined) return undefined;
  return `/${originOf(site).replace('://', '/')}${url.pathname}${url.search}${url.hash}`;
}

/** The page behind a path of the seat's origin; undefined when it names none. */
export function addressOf(path: string): LabAddress | undefined {
  const parts = PATH.exec(path);
  if (parts === null) return undefined;
  const [, scheme = '', authority = '', rest = ''] = parts;
  // No user, no brackets, no escapes: the URL parser would make something else of them.
  if (!/^[a-z0-9._-]+(:\d{1,5})?$/i.test(authority)) return undefined;
  const origin = `${scheme}://${authority}`;
  const site = URL.canParse(origin) ? siteOf(new URL(origin)) : undefined;
  if (site === undefined) return undefined;
  return { site, target: rest.startsWith('/') ? rest : `/${rest}` };
}
