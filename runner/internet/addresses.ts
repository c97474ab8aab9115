// Where does each server of a workshop's small Internet stand? Fixed addresses at the end of its subnet: the engine gives machines theirs from the first on.
import { resolverAddress } from '../machines/subnets.ts';

/** The servers, in the order of their addresses, the last one first. */
export const SERVER_ORDER = [
  'resolver',
  'root',
  'tld',
  'hosting',
  'hosting2',
  'registry',
  'ca',
  'mirror',
  'gateway',
  'aurore',
  'boreal',
  'sites',
] as const;

export type ServerName = (typeof SERVER_ORDER)[number];

/** IPv4 address of each server of the workshop on this subnet (CIDR). @throws RangeError when it is not one, or is smaller than a /24 */
export function serverAddresses(subnet: string): Record<ServerName, string> {
  const last = resolverAddress(subnet);
  if (Number(subnet.split('/')[1]) > 24)
    throw new RangeError(`Expected a subnet of /24 or wider, found ${subnet}.`);
  const dot = last.lastIndexOf('.');
  const [network, host] = [last.slice(0, dot), Number(last.slice(dot + 1))];
  return Object.fromEntries(
    SERVER_ORDER.map((name, index) => [name, `${network}.${host - index}`]),
  ) as Record<ServerName, string>;
}

/** Whether an IPv4 address (dotted) belongs to a machine of this subnet: neither outside, nor its first or last address. Anything else is outside. */
export function isInside(subnet: string, address: string): boolean {
  const [base = '', bits = ''] = subnet.split('/');
  const [network, asked] = [toNumber(base), toNumber(address)];
  const size = 2 ** (32 - Number(bits));
  if (network === undefined || asked === undefined || bits === '') return false;
  const first = network - (network % size);
  return asked > first && asked < first + size - 1;
}

function toNumber(address: string): number | undefined {
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(address)) return undefined;
  const bytes = address.split('.').map(Number);
  return bytes.some((byte) => byte > 255)
    ? undefined
    : bytes.reduce((number, byte) => number * 256 + byte, 0);
}
