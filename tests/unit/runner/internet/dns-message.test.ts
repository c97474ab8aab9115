// Are answers of name servers read as RFC 1035 says, and bytes that are none refused without harm?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DnsFormatError, readAnswer, writeQuestion } from '../../../../runner/internet/dns-message.ts';

const name = (text: string): number[] => [
  ...text.split('.').flatMap((label) => [label.length, ...Buffer.from(label)]),
  0,
];
const u16 = (number: number): number[] => [number >> 8, number & 255];
const record = (owner: number[], type: number, data: number[], ttl = 60): number[] => [
  ...owner,
  ...u16(type),
  ...[0, 1, 0, 0],
  ...u16(ttl),
  ...u16(data.length),
  ...data,
];
const answer = (counts: [number, number, number], flags: number, rest: number[]): Buffer =>
  Buffer.from([
    ...u16(7),
    ...u16(flags),
    ...u16(1),
    ...counts.flatMap(u16),
    ...name('www.exemple.fr'),
    0,
    1,
    0,
    1,
    ...rest,
  ]);
const POINTER = [0xc0, 12];

test('a question is written as RFC 1035 says', () => {
  expect([...writeQuestion(7, 'www.exemple.fr', 'A', true)]).toEqual([
    ...[0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0],
    ...name('www.exemple.fr'),
    ...[0, 1, 0, 1],
  ]);
  expect([...writeQuestion(7, '', 'NS', false)].slice(2, 4)).toEqual([0, 0]);
  expect(writeQuestion(7, '', 'NS', false)).toHaveLength(12 + 1 + 4);
});

test('what is no name is not asked', () => {
  for (const text of [
    'a..b',
    'a b',
    'é.fr',
    `${'a'.repeat(64)}.fr`,
    `${'a.'.repeat(127)}abc`,
    'a\0b',
    '*.fr',
  ])
    expect(() => writeQuestion(1, text, 'A', true)).toThrow(DnsFormatError);
});

describe('an answer', () => {
  it('gives each of our types, names in lower case, and leaves others out', () => {
    const message = answer([5, 1, 1], 0x8580, [
      ...record(POINTER, 5, name('Site.EXEMPLE.fr')),
      ...record(name('site.exemple.fr'), 1, [198, 18, 0, 9]),
      ...record(POINTER, 46, [1, 2, 3]),
      ...record(POINTER, 16, [3, 97, 98, 99, 2, 195, 169]),
      ...record(POINTER, 15, [0, 10, ...name('mx.exemple.fr')]),
      ...record([0xc0, 16], 6, [
        ...name('ns1.a.net'),
        ...name('h.a.net'),
        ...[0, 0, 0, 9],
        ...Array(16).fill(0),
      ]),
      ...record(name('ns1.a.net'), 28, [32, 1, 13, 184, ...Array(11).fill(0), 1]),
    ]);
    expect(readAnswer(message, 7)).toEqual({
      rcode: 0,
      authoritative: true,
      answers: [
        { name: 'www.exemple.fr', type: 'CNAME', ttl: 60, data: 'site.exemple.fr' },
        { name: 'site.exemple.fr', type: 'A', ttl: 60, data: '198.18.0.9' },
        { name: 'www.exemple.fr', type: 'TXT', ttl: 60, data: 'abcé' },
        { name: 'www.exemple.fr', type: 'MX', ttl: 60, data: '10 mx.exemple.fr' },
      ],
      authority: [{ name: 'exemple.fr', type: 'SOA', ttl: 60, data: 'ns1.a.net h.a.net 9' }],
      additional: [{ name: 'ns1.a.net', type: 'AAAA', ttl: 60, data: '2001:db8::1' }],
    });
  });

  it('tells « no such name » from « no answer here »', () => {
    expect(readAnswer(answer([0, 0, 0], 0x8183, []), 7).rcode).toBe(3);
    expect(readAnswer(answer([0, 0, 0], 0x8185, []), 7).rcode).toBe(5);
  });

  it('to another question, a question, a cut one, a name that turns in circles are refused', () => {
    const whole = answer([1, 0, 0], 0x8180, record(POINTER, 1, [198, 18, 0, 9]));
    expect(readAnswer(whole, 7).answers).toHaveLength(1);
    expect(() => readAnswer(whole, 8)).toThrow(DnsFormatError);
    expect(() => readAnswer(answer([0, 0, 0], 0x0100, []), 7)).toThrow(DnsFormatError);
    for (let length = 0; length < whole.length; length += 1)
      expect(() => readAnswer(whole.subarray(0, length), 7)).toThrow(DnsFormatError);
    const circle = 12 + name('www.exemple.fr').length + 4;
    expect(() => readAnswer(answer([1, 0, 0], 0x8180, record([0xc0, circle], 1, [1, 2, 3, 4])), 7)).toThrow(
      DnsFormatError,
    );
  });

  it('whatever the bytes: an answer or a refusal, and no sign in a name that is not of a name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        const message = answer([2, 1, 1], 0x8180, [...bytes]);
        try {
          const { answers, authority, additional } = readAnswer(message, 7);
          for (const found of [...answers, ...authority, ...additional])
            expect(found.name).toMatch(/^[a-z0-9_*.\\-]*$/);
        } catch (error) {
          expect(error).toBeInstanceOf(DnsFormatError);
        }
      }),
    );
  });
});
