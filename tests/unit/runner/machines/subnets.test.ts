// Does a workshop get addresses that nobody here uses, and a clear sentence when there are none (F-12)?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRoutes } from '../../../../runner/machines/host-routes.ts';
import {
  gatewayAddress,
  pickSubnet,
  resolverAddress,
  SubnetsExhausted,
} from '../../../../runner/machines/subnets.ts';

const BLOCK = '198.18.0.0/15';
const all = Array.from({ length: 32 }, (_, i) => `198.${18 + Math.floor(i / 16)}.${(i % 16) * 16}.0/20`);

test('workshops get one /20 after the other, 32 in the default block, then a sentence that says what to do', () => {
  const used: string[] = [];
  for (let i = 0; i < 32; i += 1) used.push(pickSubnet(BLOCK, used));
  expect(used).toEqual(all);
  expect(() => pickSubnet(BLOCK, used)).toThrow(SubnetsExhausted);
  expect(() => pickSubnet(BLOCK, used)).toThrow(
    /free \/20 in 198\.18\.0\.0\/15, found none.*32.*--subnet-block/s,
  );
});

test('whatever is used, the subnet touches none of it', () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const cidr = fc
    .tuple(fc.constantFrom(18, 19), octet, octet, fc.integer({ min: 16, max: 32 }))
    .map(([b, c, d, prefix]) => ({
      text: `198.${b}.${c}.${d}/${prefix}`,
      at: ((198 * 256 + b) * 256 + c) * 256 + d,
      prefix,
    }));
  fc.assert(
    fc.property(fc.array(cidr, { maxLength: 12 }), (used) => {
      let picked: string;
      try {
        picked = pickSubnet(
          BLOCK,
          used.map(({ text }) => text),
        );
      } catch (error) {
        expect(error).toBeInstanceOf(SubnetsExhausted);
        return;
      }
      expect(all).toContain(picked);
      const [a = 0, b = 0, c = 0] = picked.split(/[./]/).map(Number);
      const first = ((a * 256 + b) * 256 + c) * 256;
      for (const { at, prefix } of used) {
        const size = 2 ** (32 - prefix);
        const begin = Math.floor(at / size) * size;
        expect(begin + size <= first || begin >= first + 4096).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a VPN that takes all traffic as two halves does not forbid our block; IPv6 and nonsense are ignored', () => {
  expect(pickSubnet(BLOCK, ['0.0.0.0/1', '128.0.0.0/1', 'fd00::/64', 'garbage', '300.1.1.1/8'])).toBe(all[0]);
});

test('a block that cannot hold a workshop is refused with an example', () => {
  for (const block of ['198.18.0.0/24', '10.0.0.0/4', '198.18.0.0', 'x', '', '::/0', '300.0.0.0/15'])
    expect(() => pickSubnet(block, []), block).toThrow(/for example 198\.18\.0\.0\/15/);
});

test('the resolver stands at the end, the gateway that nobody has at the beginning', () => {
  expect(resolverAddress('198.18.16.0/20')).toBe('198.18.31.254');
  expect(gatewayAddress('198.18.16.0/20')).toBe('198.18.16.1');
});

test('the kernel’s route table is read: default routes left out, byte order turned', () => {
  const table = [
    'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT',
    'eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0',
    'docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0',
    'tun0\t001012C6\t00000000\t0001\t0\t0\t0\t00F0FFFF\t0\t0\t0',
    '',
  ].join('\n');
  expect(parseRoutes(table)).toEqual(['172.17.0.0/16', '198.18.16.0/20']);
});
