// Do WHOIS and RDAP tell what the RFCs ask, and nothing of a natural person?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rdapAnswer } from '../../../../../runner/internet/registry/rdap.ts';
import type { Holder } from '../../../../../runner/internet/registry/registration.ts';
import { whoisAnswer } from '../../../../../runner/internet/registry/whois.ts';
import { writeWhoisConf } from '../../../../../runner/internet/registry/whois-conf.ts';
import { Bench, CAMILLE, CODE, NOW } from './helpers.ts';

const SERVICE = { base: 'http://rdap.registre-exemple.net', whois: 'whois.registre-exemple.net' };
const ORGANISATION = {
  ...CAMILLE,
  kind: 'organisation',
  name: 'Association de Camille',
  street: '2 rue Visible',
} as const;
const PERSON = {
  ...CAMILLE,
  name: 'Camille Secrète',
  street: '3 rue Cachée',
  city: 'Ville-Cachée',
  email: 'cachee@camille-exemple.fr',
  phone: '+33 1 99 00 77 77',
};
const SECRETS = ['Secrète', '3 rue Cachée', 'Ville-Cachée', 'cachee@', '7777', '77 77'];

/** An answer as a client that trusts nothing reads it. */
interface Loose {
  objectClassName?: string;
  handle?: string;
  rdapConformance?: string[];
  notices?: { title: unknown; description: unknown[] }[];
  remarks?: { title: unknown; description: unknown[] }[];
  links?: { href: string }[];
  events?: { eventAction: string; eventDate: string }[];
  entities?: Loose[];
  roles?: string[];
  status?: string[];
  vcardArray?: [string, unknown[][]];
  redacted?: {
    name: unknown;
    reason: unknown;
    pathLang: string;
    method: string;
    prePath?: string;
    postPath?: string;
  }[];
}

function benchWith(...holders: [string, Holder][]) {
  const bench = new Bench();
  for (const [name, holder] of holders)
    bench.do({ type: 'register', seat: 'camille', name, years: 1, holder });
  return bench;
}
const body = (bench: Bench, path: string): Loose =>
  rdapAnswer(bench.state, path, bench.now, SERVICE).body as Loose;

describe('WHOIS', () => {
  it('answers in lines ended by CRLF, the last one too (RFC 3912)', () => {
    const answer = whoisAnswer(new Bench().state, 'exemple.fr\r\n', NOW);
    expect(answer.endsWith('\r\n')).toBe(true);
    expect(answer.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('in .fr shows an organisation and withholds a person, as Afnic does', () => {
    const bench = benchWith(['personne-exemple.fr', PERSON], ['association-exemple.fr', ORGANISATION]);
    const person = whoisAnswer(bench.state, 'personne-exemple.fr', NOW);
    expect(person).toMatch(/^holder-c: +ANO00-FRNIC\r$/m);
    expect(person).toMatch(/^contact: +Ano Nymous\r$/m);
    expect(person).toMatch(/Diffusion restreinte/);
    expect(person).toMatch(/^Expiry Date: +2027-11-22T10:00:00Z\r$/m);
    const association = whoisAnswer(bench.state, 'association-exemple.fr', NOW);
    expect(association).toMatch(/^contact: +Association de Camille\r$/m);
    expect(association).toMatch(/^address: +2 rue Visible\r$/m);
  });

  it.each(['fr', 'eu', 'org', 'com', 'net', 'paris', 'info'])(
    'and RDAP tell nothing of a person in .%s, ever',
    (zone) => {
      const bench = benchWith([`personne-exemple.${zone}`, PERSON]);
      bench.do({ type: 'make-transfer-code', seat: 'camille', name: `personne-exemple.${zone}`, code: CODE });
      for (const days of [0, 370, 390, 420, 442]) {
        const now = NOW + days * 86_400_000;
        const handle = bench.get(`personne-exemple.${zone}`).holderHandle;
        const paths = [
          `/domain/personne-exemple.${zone}`,
          `/entity/${handle}`,
          '/entity/ANO00-FRNIC',
          '/nameserver/ns1.bureau-exemple.net',
        ];
        const told = [
          whoisAnswer(bench.state, `personne-exemple.${zone}`, now),
          ...paths.map((path) => JSON.stringify(rdapAnswer(bench.state, path, now, SERVICE))),
        ].join('\n');
        for (const secret of [...SECRETS, CODE, handle, '"camille"', 'seat'])
          expect(told).not.toContain(secret);
      }
    },
  );

  it.each([
    ['libre-exemple.fr', '%% NOT FOUND'],
    ['libre-exemple.com', 'No match for "LIBRE-EXEMPLE.COM".'],
    ['libre-exemple.org', 'Domain not found.'],
    ['libre-exemple.eu', 'Status: AVAILABLE'],
    ['gouv.fr', '%% gouv.fr: RESERVED'],
    ['www.exemple.fr', 'exemple.fr'],
    ['domain exemple.com', 'Domain Name: EXEMPLE.COM'],
    ['=exemple.com', 'Domain Name: EXEMPLE.COM'],
    ['-T dn,ace élue-exemple.fr', 'ascii:                         xn--lue-exemple-99a.fr'],
    ['.fr', 'organisation: Afnic'],
    ['campagne-exemple.com', 'Domain Status: clientHold https://icann.org/epp#clientHold'],
  ])('asked %j says %s', (query, line) => {
    expect(whoisAnswer(new Bench().state, query, NOW).split('\r\n').join('\n')).toContain(line);
  });

  it('a hostile query or organisation never makes a line of its own', () => {
    const plain = whoisAnswer(new Bench().state, 'libre-exemple.fr', NOW);
    const lines = new Set(plain.split('\r\n'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const answer = whoisAnswer(new Bench().state, `${text}\nregistrar: Mal`, NOW);
        for (const line of answer.split('\r\n')) expect(lines.has(line) || line.startsWith('%% ')).toBe(true);
      }),
      { numRuns: 50 },
    );
    const bench = benchWith(['association-exemple.fr', ORGANISATION]);
    const registration = bench.get('association-exemple.fr');
    // As if a check of the holder had been forgotten: the writer does not trust it.
    bench.state.names['association-exemple.fr'] = {
      ...registration,
      holder: { ...ORGANISATION, name: 'A\r\nregistrar: Mal\u2028hold: YES' },
    };
    expect(whoisAnswer(bench.state, 'association-exemple.fr', NOW)).not.toMatch(
      /^(registrar: +Mal|hold: +YES)/m,
    );
  });

  it('is found by the whois command through whois.conf', () => {
    expect(writeWhoisConf('whois.registre-exemple.net')).toMatch(/^\\\.fr\$ whois\.registre-exemple\.net$/m);
  });

  it('answers, too, what is asked of no registry of the box: another TLD, an address', () => {
    expect(writeWhoisConf('whois.registre-exemple.net')).toMatch(/^\. whois\.registre-exemple\.net$/m);
    const { state } = benchWith();
    expect(whoisAnswer(state, 'camille-exemple.dev', NOW)).toContain(
      '« .dev » n’existe pas dans le petit Internet',
    );
    for (const address of ['198.18.0.80', '2001:db8::1'])
      expect(whoisAnswer(state, address, NOW)).toContain('This registry keeps names, not addresses');
  });
});

describe('RDAP', () => {
  it('gives a domain object with the members of RFC 9083, section 5.3', () => {
    const bench = benchWith(['éléphant-exemple.fr', ORGANISATION]);
    const answer = rdapAnswer(
      bench.state,
      `/domain/${encodeURIComponent('éléphant-exemple.fr')}`,
      bench.now,
      SERVICE,
    );
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/rdap+json');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.body).toMatchObject({
      rdapConformance: ['rdap_level_0'],
      objectClassName: 'domain',
      handle: expect.stringMatching(/^DOM\d{6}-FR$/),
      ldhName: 'xn--lphant-exemple-9jbb.fr',
      unicodeName: 'éléphant-exemple.fr',
      status: ['active'],
      secureDNS: { delegationSigned: false },
      port43: 'whois.registre-exemple.net',
      nameservers: [
        { objectClassName: 'nameserver', ldhName: 'ns1.bureau-exemple.net' },
        { ldhName: 'ns2.bureau-exemple.net' },
      ],
    });
    const { events } = body(bench, '/domain/éléphant-exemple.fr');
    expect(events).toContainEqual({ eventAction: 'registration', eventDate: '2026-11-22T10:00:00Z' });
    expect(events).toContainEqual({ eventAction: 'expiration', eventDate: '2027-11-22T10:00:00Z' });
  });

  it('makes every jCard, link, event and notice of the right form, in every answer', () => {
    const bench = benchWith(
      ['personne-exemple.fr', PERSON],
      ['association-exemple.org', ORGANISATION],
      ['commerce-exemple.com', PERSON],
    );
    const paths = [
      '/domain/personne-exemple.fr',
      '/domain/association-exemple.org',
      '/domain/commerce-exemple.com',
      '/domain/libre-exemple.fr',
      '/entity/bureau-exemple',
      '/entity/ANO00-FRNIC',
      '/nameserver/ns1.bureau-exemple.net',
      '/help',
      '/domain/a;b.fr',
    ];
    for (const path of paths) checkMembers(body(bench, path));
  });

  it('says what it withheld (RFC 9537), and an organisation withholds nothing', () => {
    const bench = benchWith(['personne-exemple.fr', PERSON], ['association-exemple.fr', ORGANISATION]);
    const person = body(bench, '/domain/personne-exemple.fr');
    expect(person.rdapConformance).toContain('redacted');
    expect(person.redacted).toContainEqual(
      expect.objectContaining({ name: { description: 'Registrant Name' }, method: 'emptyValue' }),
    );
    const registrant = person.entities?.find((entity) => entity.roles?.includes('registrant'));
    expect(registrant?.status).toEqual(['private']);
    const association = body(bench, '/domain/association-exemple.fr');
    expect(association.redacted).toBeUndefined();
    const handle = association.entities?.[0]?.handle;
    expect(handle).toMatch(/^CTC/);
    expect(body(bench, `/entity/${handle}`)).toMatchObject({ objectClassName: 'entity', handle });
  });

  it.each([
    ['/domain/libre-exemple.fr', 404],
    ['/domain/a%3Bb.fr', 400],
    ['/domain/%E0%A4%A', 400],
    ['/domain/exemple.fr/x', 400],
    ['/domain', 400],
    ['/domain/..%2f..%2fetc', 400],
    ['/', 400],
    ['/entity/__proto__', 404],
    ['/entity/constructor', 404],
    ['/entity/REDACTED', 404],
    ['/nameserver/ns9.exemple.fr', 404],
    ['/nameserver/a;b', 400],
    ['/domains', 501],
    ['/ip/198.18.0.1', 501],
    [`/domain/${'a'.repeat(5000)}.fr`, 400],
    ['/help', 200],
    ['/help/', 200],
    ['/domain/EXEMPLE.FR', 200],
  ] as const)('%s is answered %i', (path, status) => {
    const answer = rdapAnswer(new Bench().state, path, NOW, SERVICE);
    expect(answer.status).toBe(status);
    if (status !== 200)
      expect(answer.body).toMatchObject({
        errorCode: status,
        title: expect.any(String),
        description: [expect.any(String), expect.any(String)],
      });
  });

  it('shows the state of a name as RFC 8056 words it', () => {
    const bench = new Bench();
    expect(body(bench, '/domain/campagne-exemple.com').status).toEqual(['auto renew period', 'client hold']);
    expect(body(bench, '/domain/ancien-mandat-exemple.fr').status).toEqual(['redemption period']);
  });
});

/** Every object of an answer, the answer itself included. */
function objects(value: unknown): Loose[] {
  expect(value).not.toBeNull();
  if (Array.isArray(value)) return value.flatMap(objects);
  return typeof value === 'object'
    ? [value as Loose, ...Object.values(value as object).flatMap(objects)]
    : [];
}

function checkMembers(body: Loose): void {
  expect(body.rdapConformance).toContain('rdap_level_0');
  for (const each of objects(body)) {
    for (const { title, description } of [...(each.notices ?? []), ...(each.remarks ?? [])]) {
      expect(typeof title).toBe('string');
      expect(description.every((line) => typeof line === 'string')).toBe(true);
    }
    for (const link of each.links ?? []) {
      expect(Object.keys(link).sort()).toEqual(['href', 'rel', 'type', 'value']);
      expect(() => new URL(link.href)).not.toThrow();
    }
    for (const { eventDate } of each.events ?? [])
      expect(eventDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    if (each.objectClassName === 'entity') checkCard(each.vcardArray ?? ['none', []]);
    for (const { pathLang, method, prePath, postPath } of each.redacted ?? []) {
      expect(pathLang).toBe('jsonpath');
      expect(method === 'removal' ? prePath : postPath).toMatch(/^\$\./);
    }
  }
}

/** RFC 7095: version first, one `fn`, each property [name, parameters, type, value]. */
function checkCard([tag, properties]: [string, unknown[][]]): void {
  expect(tag).toBe('vcard');
  expect(properties[0]).toEqual(['version', {}, 'text', '4.0']);
  expect(properties.filter(([name]) => name === 'fn')).toHaveLength(1);
  for (const [name, parameters, type, value] of properties) {
    expect([typeof name, typeof parameters, typeof type]).toEqual(['string', 'object', 'string']);
    if (name === 'adr') expect(value).toHaveLength(7);
  }
}
