// Do the servers stand at fixed addresses of their own workshop, and is every other address told from them?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isInside, SERVER_ORDER, serverAddresses } from '../../../../runner/internet/addresses.ts';
import { resolverAddress } from '../../../../runner/machines/subnets.ts';

test('each server has an address of its own at the end of the subnet; the resolver is where desktops look for it', () => {
  const addresses = serverAddresses('198.18.16.0/20');
  expect(addresses.resolver).toBe(resolverAddress('198.18.16.0/20'));
  expect(addresses).toMatchObject({ resolver: '198.18.31.254', root: '198.18.31.253', tld: '198.18.31.252' });
  expect(new Set(Object.values(addresses)).size).toBe(SERVER_ORDER.length);
  for (const address of Object.values(addresses)) expect(isInside('198.18.16.0/20', address)).toBe(true);
});

test('a subnet without room for them is refused', () => {
  expect(() => serverAddresses('198.18.16.0/28')).toThrow(RangeError);
  expect(() => serverAddresses('here')).toThrow(RangeError);
});

describe('inside a subnet', () => {
  it('is what a machine of it can have, and nothing that merely looks like it', () => {
    const inside = (address: string) => isInside('198.18.16.0/20', address);
    expect(['198.18.16.1', '198.18.20.9', '198.18.31.254'].map(inside)).toEqual([true, true, true]);
    for (const address of [
      ...['198.18.16.0', '198.18.31.255', '198.18.15.254', '198.18.32.1', '127.0.0.1', '0.0.0.0', '10.0.0.1'],
      ...[
        '198.18.020.9',
        '198.18.20.9 ',
        '0xc6.18.20.9',
        '3323072521',
        '198.18.20',
        '::ffff:198.18.20.9',
        '',
        'a',
      ],
    ])
      expect([address, inside(address)]).toEqual([address, false]);
    expect(isInside('', '198.18.20.9')).toBe(false);
    expect(isInside('198.18.16.0', '198.18.20.9')).toBe(false);
  });

  it('never holds an address of the next workshop', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 31 }),
        fc.integer({ min: 0, max: 2 ** 17 - 1 }),
        (block, host) => {
          const dotted = (number: number) =>
            [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
          const first = 198 * 2 ** 24 + 18 * 2 ** 16;
          const expected = host > block * 4096 && host < block * 4096 + 4095;
          return isInside(`${dotted(first + block * 4096)}/20`, dotted(first + host)) === expected;
        },
      ),
    );
  });
});
