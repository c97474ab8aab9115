// Which host names and which pages may speak to us? Pure rules against DNS rebinding (T-15) and requests from other sites (T-13, T-14).
import { isIP } from 'node:net';

export interface OwnHosts {
  /** The port that we listen on. */
  port: number;
  /** Where something in front of us is reached, if anything is. */
  publicUrl: URL | undefined;
}

const HOST = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?)(?::(\d{1,5}))?$/i;
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * Is this Host header ours? Loopback names, the very address that the connection came to (a rebinding attack needs a *name*, and no name but
 * these is ours), or the public address of the settings; always with the right port.
 */
export function isOwnHost(host: string, localAddress: string | undefined, own: OwnHosts): boolean {
  const parts = HOST.exec(host);
  if (parts === null) return false;
  if (own.publicUrl !== undefined && host.toLowerCase() === own.publicUrl.host) return true;
  const name = (parts[1] ?? '').replace(/^\[|\]$/g, '').toLowerCase();
  if (Number(parts[3] ?? 80) !== own.port) return false;
  if (LOOPBACK_NAMES.has(name)) return true;
  return isIP(name) !== 0 && name === plainAddress(localAddress);
}

/** An IPv4 address as IPv4, even when the socket serves both families; no zone. */
function plainAddress(address: string | undefined): string | undefined {
  return address
    ?.replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
    .toLowerCase();
}

/** The origin of our pages at this (own) host. */
export function originAt(host: string, own: OwnHosts): string {
  const lower = host.toLowerCase();
  if (own.publicUrl !== undefined && lower === own.publicUrl.host) return own.publicUrl.origin;
  return `http://${lower.replace(/:80$/, '')}`;
}

/** Exactly our own origin: no prefix, no suffix, not `null`. */
export function isOwnOrigin(origin: string, host: string, own: OwnHosts): boolean {
  return origin === originAt(host, own);
}

/** Whether cookies for this host can be `Secure`. */
export function isHttps(host: string, own: OwnHosts): boolean {
  return originAt(host, own).startsWith('https:');
}
