// Is nothing but an address of the workshop ever dialled, whatever a host is called and whatever a zone says (T-21)?
import { Duplex } from 'node:stream';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { isInside } from '../../../../runner/internet/addresses.ts';
import { createDialler } from '../../../../runner/internet/dial.ts';
import { DialError } from '../../../../runner/internet/dial-error.ts';

const SUBNET = '198.18.16.0/20';
const RESOLVER = '198.18.31.254';
/** `address:port` of everything that was dialled. */
let dialled: string[];
/** What the resolver says: records `[owner, type, bytes]`, or a code. */
let says: [string, number, number[]][] | number;

const name = (text: string): number[] => [
  ...text.split('.').flatMap((label) => [label.length, ...Buffer.from(label)]),
  0,
];
const u16 = (number: number): number[] => [number >> 8, number & 255];

/** A resolver that answers one question over TCP, in two pieces. */
function resolver(): Duplex {
  const stream: Duplex = new Duplex({
    read() {},
    write(question: Buffer, _encoding, done) {
      const records = typeof says === 'number' ? [] : says;
      const body = Buffer.from([
        ...question.subarray(2, 4),
        ...u16(0x8180 | (typeof says === 'number' ? says : 0)),
        ...u16(1),
        ...u16(records.length),
        ...[0, 0, 0, 0],
        ...question.subarray(14),
        ...records.flatMap(([owner, type, data]) => [
          ...name(owner),
          ...u16(type),
          ...[0, 1, 0, 0, 0, 60],
          ...u16(data.length),
          ...data,
        ]),
      ]);
      const whole = Buffer.concat([Buffer.from(u16(body.length)), body]);
      stream.push(whole.subarray(0, 9));
      stream.push(whole.subarray(9));
      done();
    },
  });
  return stream;
}

const dialler = createDialler({
  subnet: SUBNET,
  resolver: RESOLVER,
  door: () => ({ port: 1, password: 'x' }),
  through: async (_door, address, port) => {
    dialled.push(`${address}:${port}`);
    return port === 53 ? resolver() : new Duplex({ read() {}, write() {} });
  },
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'reached',
    (error: unknown) => (error instanceof DialError ? error.code : String(error)),
  );
const A = (owner: string, address: string): [string, number, number[]] => [
  owner,
  1,
  address.split('.').map(Number),
];

beforeEach(() => {
  dialled = [];
  says = [];
});

describe('a name', () => {
  it('is asked of the workshop’s resolver, along its aliases', async () => {
    says = [['www.exemple.fr', 5, name('exemple.fr')], A('exemple.fr', '198.18.17.1')];
    const { address, resolved } = await dialler.dial('WWW.exemple.fr.', 80);
    expect(address).toBe('198.18.17.1');
    expect(resolved?.answers).toHaveLength(2);
    expect(dialled).toEqual([`${RESOLVER}:53`, '198.18.17.1:80']);
  });

  it('whose zone leads elsewhere is not followed there', async () => {
    for (const address of [
      '127.0.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '198.18.32.1',
      '8.8.8.8',
      '0.0.0.0',
    ]) {
      dialled = [];
      says = [A('exemple.fr', address)];
      expect(await codeOf(dialler.dial('exemple.fr', 80))).toBe('outside');
      expect(dialled).toEqual([`${RESOLVER}:53`]);
    }
  });

  it('with several addresses leads to the one of the workshop', async () => {
    says = [A('exemple.fr', '10.0.0.1'), A('exemple.fr', '198.18.17.9')];
    expect((await dialler.dial('exemple.fr', 80)).address).toBe('198.18.17.9');
  });

  it('that does not exist, has no address, turns in circles, or about which the resolver fails: each is told apart', async () => {
    const told = async (answer: typeof says) => {
      says = answer;
      return codeOf(dialler.dial('exemple.fr', 80));
    };
    expect(await told(3)).toBe('no-such-name');
    expect(await told(2)).toBe('resolver-failed');
    expect(await told([])).toBe('no-address');
    expect(await told([['exemple.fr', 5, name('exemple.fr')]])).toBe('no-address');
    expect(await told([A('autre.fr', '198.18.17.1')])).toBe('no-address');
    expect(await told([['exemple.fr', 1, [1, 2]]])).not.toBe('reached');
  });
});

test('addresses outside, written in whatever way, and ports that do not exist are refused before anything is sent', async () => {
  const hosts = [
    '127.0.0.1',
    '0',
    '2130706433',
    '198.18.15.255',
    '198.18.16.0',
    '198.18.31.255',
    '198.018.17.1',
    '1.1',
    '...',
  ];
  for (const host of hosts) expect([host, await codeOf(dialler.dial(host, 80))]).toEqual([host, 'outside']);
  for (const port of [0, -1, 65_536, 1.5, Number.NaN])
    expect(await codeOf(dialler.dial('198.18.17.1', port))).toBe('outside');
  expect(await codeOf(dialler.ask('exemple.fr', 'A', { server: '9.9.9.9' }))).toBe('outside');
  expect(dialled).toEqual([]);
});

test('whatever host is given, only addresses of the workshop are dialled', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.domain(), fc.webAuthority()),
      fc.array(fc.ipV4(), { maxLength: 3 }),
      async (host, addresses) => {
        says = addresses.map(
          (address) => A(host.toLowerCase(), address).with(0, 'exemple.fr') as [string, number, number[]],
        );
        await codeOf(dialler.dial(host, 80));
        for (const target of dialled) expect(isInside(SUBNET, target.split(':')[0] ?? '')).toBe(true);
      },
    ),
  );
});

test('without a gateway the reason is the gateway', async () => {
  const alone = createDialler({ subnet: SUBNET, resolver: RESOLVER, door: () => undefined });
  expect(await codeOf(alone.dial('198.18.17.1', 80))).toBe('gateway-down');
});
