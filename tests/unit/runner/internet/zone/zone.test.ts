// Are records checked as the RFCs ask, with reasons that a beginner can act upon, and can nothing get into a zone file that was not meant?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkZone } from '../../../../../runner/internet/zone/check-zone.ts';
import { customerZone } from '../../../../../runner/internet/zone/customer-zone.ts';
import { readRecord } from '../../../../../runner/internet/zone/read-record.ts';
import {
  RECORD_TYPES,
  type RecordForm,
  type ZoneRecord,
} from '../../../../../runner/internet/zone/record.ts';
import { sayZoneRefusal } from '../../../../../runner/internet/zone/say.ts';
import { isLater, nextSerial } from '../../../../../runner/internet/zone/serial.ts';
import { chunkText, quoteString } from '../../../../../runner/internet/zone/text.ts';
import { en } from '../../../../../runner/internet/zone/words.en.ts';
import { fr } from '../../../../../runner/internet/zone/words.fr.ts';
import { writeData, writeName, writeZone } from '../../../../../runner/internet/zone/zone-file.ts';

const ZONE = 'mon-exemple.fr';
const NS: [string, string] = ['ns1.bureau-exemple.net', 'ns2.bureau-exemple.net'];
const form = (owner: string, type: string, value: string, more: Partial<RecordForm> = {}): RecordForm => ({
  owner,
  type,
  value,
  ...more,
});

function record(...parts: Parameters<typeof form>): ZoneRecord {
  const verdict = readRecord(form(...parts), ZONE);
  if (!verdict.ok) throw new Error(verdict.refusal.code);
  return verdict.record;
}
function refusal(...parts: Parameters<typeof form>): string {
  const verdict = readRecord(form(...parts), ZONE);
  if (verdict.ok) return `accepted: ${JSON.stringify(verdict.record)}`;
  expect(sayZoneRefusal(fr, verdict.refusal)).not.toBe(sayZoneRefusal(en, verdict.refusal));
  return verdict.refusal.code;
}
const problems = (...records: ZoneRecord[]) =>
  checkZone(records).map(({ index, code }) => `${index} ${code}`);

describe('a record', () => {
  it.each([
    [
      form('www', 'A', ' 198.18.20.10 '),
      { owner: 'www.mon-exemple.fr', ttl: 60, type: 'A', address: '198.18.20.10' },
    ],
    [
      form('@', 'AAAA', '2001:DB8:0:0::10', { ttl: '300' }),
      { owner: ZONE, ttl: 300, type: 'AAAA', address: '2001:db8::10' },
    ],
    [
      form('www.Mon-Exemple.FR.', 'cname', '@'),
      { owner: 'www.mon-exemple.fr', ttl: 60, type: 'CNAME', target: ZONE },
    ],
    [
      form('blog', 'CNAME', 'www'),
      { owner: 'blog.mon-exemple.fr', ttl: 60, type: 'CNAME', target: 'www.mon-exemple.fr' },
    ],
    [
      form('', 'MX', 'mail'),
      { owner: ZONE, ttl: 60, type: 'MX', preference: 10, target: 'mail.mon-exemple.fr' },
    ],
    [
      form('', 'MX', '20 mail.exemple.org.'),
      { owner: ZONE, ttl: 60, type: 'MX', preference: 20, target: 'mail.exemple.org' },
    ],
    [
      form('_dmarc', 'TXT', '"v=DMARC1; p=none"'),
      { owner: '_dmarc.mon-exemple.fr', ttl: 60, type: 'TXT', text: 'v=DMARC1; p=none' },
    ],
    [
      form('k._domainkey', 'TXT', '"v=DKIM1; p=AB" "CD"'),
      { owner: 'k._domainkey.mon-exemple.fr', ttl: 60, type: 'TXT', text: 'v=DKIM1; p=ABCD' },
    ],
    [
      form('été', 'A', '198.18.20.10'),
      { owner: 'xn--t-9fab.mon-exemple.fr', ttl: 60, type: 'A', address: '198.18.20.10' },
    ],
    [
      form('*', 'A', '198.18.20.10'),
      { owner: '*.mon-exemple.fr', ttl: 60, type: 'A', address: '198.18.20.10' },
    ],
    [
      form('a.b', 'NS', 'ns.exemple.org'),
      { owner: 'a.b.mon-exemple.fr', ttl: 60, type: 'NS', target: 'ns.exemple.org' },
    ],
  ])('%j is read', (given, expected) =>
    expect(readRecord(given, ZONE)).toEqual({ ok: true, record: expected }),
  );

  it.each([
    ['www', 'SRV', 'x', 'type-unknown'],
    ['www', 'A', '', 'value-empty'],
    ['www', 'A', '300.1.1.1', 'address-not-ipv4'],
    ['www', 'A', '198.018.20.10', 'address-not-ipv4'],
    ['www', 'A', '198.18.20', 'address-not-ipv4'],
    ['www', 'A', '198.18.20.10/24', 'address-not-ipv4'],
    ['www', 'A', '198.18.20.10\n@ A 1.2.3.4', 'address-not-ipv4'],
    ['www', 'A', 'exemple.fr', 'address-is-a-name'],
    ['www', 'A', '2001:db8::1', 'address-is-ipv6'],
    ['www', 'AAAA', '198.18.20.10', 'address-is-ipv4'],
    ['www', 'AAAA', 'fe80::1%eth0', 'address-not-ipv6'],
    ['@', 'CNAME', 'exemple.org', 'cname-at-apex'],
    ['@', 'NS', 'ns1.exemple.org', 'ns-at-apex'],
    ['www', 'CNAME', '198.18.20.10', 'cname-target-is-address'],
    ['www', 'CNAME', 'https://exemple.org/', 'target-is-web-address'],
    ['@', 'MX', '198.18.20.10', 'target-is-address'],
    ['@', 'MX', '2001:db8::1', 'target-is-address'],
    ['@', 'MX', 'camille@exemple.org', 'target-is-mail-address'],
    ['@', 'MX', '70000 mail', 'preference-invalid'],
    ['@', 'MX', 'mail_1.exemple.org', 'target-invalid'],
    ['@', 'MX', 'mail..exemple.org', 'target-syntax'],
    ['a;b', 'A', '198.18.20.10', 'owner-invalid'],
    ['www\n$INCLUDE /etc/passwd', 'A', '198.18.20.10', 'owner-syntax'],
    ['www\n$INCLUDE', 'A', '198.18.20.10', 'owner-invalid'],
    ['www "x"', 'A', '198.18.20.10', 'owner-invalid'],
    ['a.*', 'A', '198.18.20.10', 'owner-invalid'],
    ['a..b', 'A', '198.18.20.10', 'owner-syntax'],
    ['www.exemple.org.', 'A', '198.18.20.10', 'owner-outside'],
    ['_dmarc', 'A', '198.18.20.10', 'owner-underscore'],
    ['@', 'TXT', 'a\nb', 'text-control-character'],
    ['@', 'TXT', 'é'.repeat(1025), 'text-too-long'],
  ])('%j %s %j is refused: %s', (owner, type, value, code) => expect(refusal(owner, type, value)).toBe(code));

  it.each([4, 604_801, -1, 1.5, '1e3', 'abc', '9007199254740993', Number.NaN])(
    'a TTL of %s is refused',
    (ttl) => expect(refusal('www', 'A', '198.18.20.10', { ttl })).toBe('ttl-invalid'),
  );

  it('with a name that is too long is refused', () => {
    expect(refusal('a'.repeat(300), 'A', '198.18.20.10')).toBe('owner-invalid');
    expect(refusal('a.'.repeat(126), 'A', '198.18.20.10')).toMatch(/^owner-/);
    expect(refusal('x'.repeat(1e6), 'A', '198.18.20.10')).toBe('owner-syntax');
  });
});

describe('a zone', () => {
  const a = record('www', 'A', '198.18.20.10');

  it('of ordinary records has no problem', () => {
    expect(
      problems(
        a,
        record('@', 'A', '198.18.20.10'),
        record('blog', 'CNAME', 'www'),
        record('@', 'MX', 'mail'),
        record('mail', 'A', '198.18.20.11'),
        record('@', 'TXT', 'v=spf1 -all'),
      ),
    ).toEqual([]);
  });

  it('has its CNAMEs alone, and not in a circle', () => {
    expect(problems(a, record('www', 'CNAME', 'exemple.org'))).toEqual(['1 cname-not-alone']);
    expect(problems(record('x', 'CNAME', 'exemple.org'), record('x', 'CNAME', 'exemple.com'))).toEqual([
      '0 cname-not-alone',
      '1 cname-not-alone',
    ]);
    expect(problems(record('x', 'CNAME', 'x'))).toEqual(['0 cname-to-itself']);
    expect(problems(record('x', 'CNAME', 'y'), record('y', 'CNAME', 'x'))).toEqual([
      '0 cname-loop',
      '1 cname-loop',
    ]);
  });

  it('has no record twice, one TTL a name and type, no MX or NS to an alias', () => {
    expect(problems(a, { ...a })).toEqual(['1 record-twice']);
    expect(problems(a, record('www', 'A', '198.18.20.11', { ttl: 300 }))).toEqual(['1 ttl-differs']);
    expect(problems(record('mail', 'CNAME', 'www'), record('@', 'MX', 'mail'), a)).toEqual([
      '1 target-is-alias',
    ]);
  });

  it('keeps out of what it gave to others, but knows the addresses of their servers', () => {
    const ns = record('sous', 'NS', 'ns.sous.mon-exemple.fr');
    expect(problems(ns)).toEqual(['0 delegation-without-address']);
    expect(problems(ns, record('ns.sous', 'A', '198.18.20.12'))).toEqual([]);
    expect(
      problems(ns, record('ns.sous', 'A', '198.18.20.12'), record('www.sous', 'A', '198.18.20.13')),
    ).toEqual(['2 below-delegation']);
  });

  it('stops at a hundred records', () => {
    const many = Array.from({ length: 101 }, (_, n) => record(`m${n}`, 'A', '198.18.20.10'));
    expect(problems(...many)).toEqual(['-1 too-many-records']);
  });

  it('is written with absolute names and no directive', () => {
    const text = writeZone(
      customerZone(
        ZONE,
        NS,
        [a, record('@', 'MX', 'mail'), record('@', 'TXT', 'dit "oui; non" \\ é')],
        2026112200,
      ),
    );
    expect(text.split('\n')).toEqual([
      'mon-exemple.fr.\t60\tIN\tSOA\tns1.bureau-exemple.net. hostmaster.mon-exemple.fr. 2026112200 3600 600 604800 5',
      'mon-exemple.fr.\t60\tIN\tNS\tns1.bureau-exemple.net.',
      'mon-exemple.fr.\t60\tIN\tNS\tns2.bureau-exemple.net.',
      'www.mon-exemple.fr.\t60\tIN\tA\t198.18.20.10',
      'mon-exemple.fr.\t60\tIN\tMX\t10 mail.mon-exemple.fr.',
      'mon-exemple.fr.\t60\tIN\tTXT\t"dit \\"oui; non\\" \\\\ \\195\\169"',
      '',
    ]);
  });

  it('whatever is typed: an accepted record is exactly one line, of exactly its type and its data', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300, size: 'max' }),
      fc.string({ unit: fc.constantFrom(...'aé1.;"\\\n\r\t ()$@_*-:'), maxLength: 60 }),
      fc.constantFrom(
        'www',
        '@',
        '198.18.20.10',
        '2001:db8::1',
        'mail.exemple.org',
        '10 mail',
        '$INCLUDE x',
        'a\n$ORIGIN b.',
        '\\097',
        'a\\.b',
      ),
    );
    const forms = fc.record({
      owner: nasty,
      type: fc.constantFrom(...RECORD_TYPES),
      value: nasty,
      ttl: fc.constantFrom(60, '300', '1\n2'),
    });
    fc.assert(
      fc.property(forms, (given) => {
        const verdict = readRecord(given, ZONE);
        if (!verdict.ok) {
          for (const words of [fr, en])
            expect(sayZoneRefusal(words, verdict.refusal)).not.toMatch(/[\n\r\0]/);
          return;
        }
        const lines = writeZone(customerZone(ZONE, NS, [verdict.record], 1)).split('\n');
        expect(lines).toHaveLength(5);
        const [owner, , , type, data] = (lines[3] ?? '').split('\t');
        expect(owner).toMatch(/^[a-z0-9_*][a-z0-9_.-]*\.$/);
        expect(owner === `${ZONE}.` || owner?.endsWith(`.${ZONE}.`)).toBe(true);
        expect(type).toBe(given.type);
        if (verdict.record.type === 'TXT') expect(parseStrings(data ?? '')).toBe(verdict.record.text);
        else expect(data).toMatch(/^[a-z0-9_.: -]+$/);
      }),
      { numRuns: 300 },
    );
  });

  it('is never written with a name, an address or a number that was not checked', () => {
    for (const bad of ['a b', 'a\n$INCLUDE x', 'a;b', 'A', 'a..b', '-a', 'x'.repeat(64), '*a', 'a.*'])
      expect(() => writeName(bad)).toThrow(/name/);
    expect(() => writeData({ owner: ZONE, ttl: 60, type: 'A', address: '1.2.3.4\nx' })).toThrow(/address/);
    expect(() => writeData({ owner: ZONE, ttl: 60, type: 'MX', preference: 1.5, target: ZONE })).toThrow(
      /number/,
    );
  });
});

describe('text', () => {
  it('is cut at 255 octets, never inside a character, and comes back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900, size: 'max' }), (text) => {
        const chunks = chunkText(text);
        expect(chunks.join('')).toBe(text);
        for (const chunk of chunks) expect(Buffer.byteLength(chunk)).toBeLessThanOrEqual(255);
        expect(parseStrings(chunks.map(quoteString).join(' '))).toBe(text);
      }),
      { numRuns: 50 },
    );
    expect(chunkText('')).toEqual(['']);
    expect(chunkText('x'.repeat(600)).map((chunk) => chunk.length)).toEqual([255, 255, 90]);
    expect(chunkText('é'.repeat(128)).map((chunk) => chunk.length)).toEqual([127, 1]);
  });
});

describe('a serial', () => {
  it('says the day, and always goes forward', () => {
    expect(nextSerial(undefined, Date.UTC(2026, 10, 22))).toBe(2026112200);
    expect(nextSerial(2026112200, Date.UTC(2026, 10, 22))).toBe(2026112201);
    expect(nextSerial(2026112299, Date.UTC(2026, 10, 22))).toBe(2026112300);
    expect(nextSerial(2026112200, Date.UTC(2036, 0, 1))).toBe(2036010100);
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.integer({ min: 0, max: 4e12 }), (previous, now) =>
        isLater(nextSerial(previous, now), previous),
      ),
    );
  });
});

/** What a name server reads from the strings of a TXT record (RFC 1035, 5.1). */
function parseStrings(data: string): string {
  const octets: number[] = [];
  for (const [, inside] of data.matchAll(/"((?:[^"\\]|\\.)*)"/gs)) {
    for (const [piece] of (inside ?? '').matchAll(/\\\d{3}|\\.|[^\\]/gs)) {
      octets.push(/^\\\d{3}$/.test(piece) ? Number(piece.slice(1)) : (piece.at(-1) ?? '').charCodeAt(0));
    }
  }
  return Buffer.from(octets).toString('utf8');
}
