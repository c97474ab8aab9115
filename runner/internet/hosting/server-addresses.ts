// Which address does a rented server get? One of its own in the upper half of the workshop's subnet: the engine hands out the lower, the box's servers stand at the end.
import { serverAddresses } from '../addresses.ts';

/** Addresses at the end of the subnet that are kept for the box's own servers. */
const KEPT_AT_END = 32;

const toNumber = (address: string): number =>
  address.split('.').reduce((number, byte) => number * 256 + Number(byte), 0);
const toText = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');

/** The first address that nobody has; undefined when all are taken. @param subnet CIDR, /24 or wider; @throws RangeError when it is not */
export function pickServerAddress(subnet: string, taken: ReadonlySet<string>): string | undefined {
  const own = new Set(Object.values(serverAddresses(subnet)));
  const [base = '', bits = ''] = subnet.split('/');
  const size = 2 ** (32 - Number(bits));
  const first = toNumber(base);
  for (let number = first + size / 2; number < first + size - KEPT_AT_END; number++) {
    const address = toText(number);
    // .0 and .255 are addresses like others here, and look like mistakes.
    if (number % 256 === 0 || number % 256 === 255 || own.has(address) || taken.has(address)) continue;
    return address;
  }
  return undefined;
}
