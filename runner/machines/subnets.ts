// Which addresses does a workshop get? A /20 of our own block that nothing on this host uses (F-12): the engine's own pools hold 30 networks and ask nobody.

const PREFIX = 20;
/** Routes wider than this are default routes in disguise (a VPN's 0.0.0.0/1): they cover every block, and a more specific route wins over them. */
const WIDEST_ROUTE = 8;

interface Range {
  first: number;
  last: number;
  prefix: number;
}

/** Thrown when no subnet of the block is free; the message says what was asked and what to do. */
export class SubnetsExhausted extends Error {
  constructor(block: string, total: number) {
    super(
      `Expected a free /${PREFIX} in ${block}, found none: its ${total} subnets are used by the engine's networks or this host's routes. ` +
        'End workshops that are over, remove unused networks, or choose another block (--subnet-block).',
    );
    this.name = 'SubnetsExhausted';
  }
}

/**
 * The lowest free /20 of `block`.
 * @param used CIDRs of the engine's networks and of the host's routes; what is not IPv4 is ignored
 * @throws SubnetsExhausted, or RangeError when `block` is not an IPv4 CIDR of /8 to /20
 */
export function pickSubnet(block: string, used: readonly string[]): string {
  const whole = parseCidr(block);
  if (whole === undefined || whole.prefix > PREFIX || whole.prefix < WIDEST_ROUTE)
    throw new RangeError(
      `Expected an IPv4 block in CIDR form, /${WIDEST_ROUTE} to /${PREFIX}, for example 198.18.0.0/15; found ${JSON.stringify(block)}.`,
    );
  const taken = used
    .map(parseCidr)
    .filter((range): range is Range => range !== undefined && range.prefix >= WIDEST_ROUTE);
  const size = 2 ** (32 - PREFIX);
  for (let first = whole.first; first + size - 1 <= whole.last; first += size) {
    const last = first + size - 1;
    if (!taken.some((range) => range.first <= last && first <= range.last))
      return `${dotted(first)}/${PREFIX}`;
  }
  throw new SubnetsExhausted(block, 2 ** (PREFIX - whole.prefix));
}

/** Address of the workshop's resolver: the last one that a machine can have, because the engine gives addresses from the first on. */
export function resolverAddress(subnet: string): string {
  const range = parseCidr(subnet);
  if (range === undefined) throw new RangeError(`Expected an IPv4 CIDR, found ${JSON.stringify(subnet)}.`);
  return dotted(range.last - 1);
}

/** Address that the engine keeps for the host's side of the network: nobody must answer there. */
export function gatewayAddress(subnet: string): string {
  const range = parseCidr(subnet);
  if (range === undefined) throw new RangeError(`Expected an IPv4 CIDR, found ${JSON.stringify(subnet)}.`);
  return dotted(range.first + 1);
}

/** Address of a door's network that nobody has: where its machine is told that the way out is. */
export function nobodyAddress(subnet: string): string {
  const range = parseCidr(subnet);
  if (range === undefined) throw new RangeError(`Expected an IPv4 CIDR, found ${JSON.stringify(subnet)}.`);
  return dotted(range.first + 2);
}

function parseCidr(cidr: string): Range | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((byte) => byte > 255) || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % size);
  return { first, last: first + size - 1, prefix };
}

const dotted = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
