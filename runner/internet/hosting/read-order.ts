// Is this an order that a host can take, and what would it cost? Each « no » has its reason.
import { newRootPassword, readHostname, readSshKey } from '../../machines/vps-order.ts';
import type { OrderRequest, Problem } from '../../protocol/counters.ts';
import { type HostOffer, offerOf } from '../offers.ts';

/** Servers that one seat may rent at once. */
export const MAX_SERVERS = 3;
export const PASSWORD_LENGTH = { min: 8, max: 128 } as const;

export interface ReadOrder {
  offer: HostOffer;
  host: string;
  password: string;
  sshKey: string | undefined;
}

/** Names that mean something else on every network. */
const RESERVED = new Set(['localhost', 'localhost.localdomain', 'desktop']);

/** Reads an order. `taken`: host names that this seat has already; `reserved`: names of a lab's own machines. */
export function readOrder(
  order: OrderRequest,
  taken: readonly string[],
  reserved: ReadonlySet<string>,
): ReadOrder | Problem {
  const offer = offerOf(order.offer);
  if (!offer) return no('offer-unknown');
  if (!offer.orderable) return no('offer-not-orderable');
  if (taken.length >= MAX_SERVERS) return no('too-many-servers', { max: MAX_SERVERS });
  const host = readHostname(order.host);
  if (host === undefined) return no('host-unreadable');
  if (RESERVED.has(host) || reserved.has(host)) return no('host-reserved', { host });
  if (taken.includes(host)) return no('host-taken', { host });
  const password = readPassword(order.password);
  if (typeof password !== 'string') return password;
  const sshKey = readKey(order.sshKey);
  if (typeof sshKey === 'object') return sshKey;
  return { offer, host, password, sshKey };
}

function readPassword(typed: string | undefined): string | Problem {
  if (typed === undefined || typed === '') return newRootPassword();
  const { min, max } = PASSWORD_LENGTH;
  if (typed.length < min || typed.length > max) return no('password-length', { min, max });
  // Typed at a console later, on whatever keyboard: signs that every keyboard has.
  return /^[\x21-\x7e]+$/.test(typed) ? typed : no('password-signs');
}

function readKey(typed: string | undefined): string | undefined | Problem {
  if (typed === undefined || typed.trim() === '') return undefined;
  if (/PRIVATE KEY/.test(typed)) return no('ssh-key-private');
  return readSshKey(typed) ?? no('ssh-key-unreadable');
}

function no(code: string, params: Record<string, unknown> = {}): Problem {
  return { code, params };
}
