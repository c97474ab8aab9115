// Does every refusal make a whole sentence in both languages, from its own facts?
import { describe, expect, it } from 'vitest';
import type { RegistryRefusal, RegistryRefusals } from '../../../../../runner/internet/registry/refusals.ts';
import { sayEvent, sayRefusal } from '../../../../../runner/internet/registry/say.ts';
import { TLDS } from '../../../../../runner/internet/registry/tlds.ts';
import { en } from '../../../../../runner/internet/registry/words.en.ts';
import { fr } from '../../../../../runner/internet/registry/words.fr.ts';
import type { ZoneRefusal, ZoneRefusals } from '../../../../../runner/internet/zone/refusals.ts';
import { sayZoneRefusal } from '../../../../../runner/internet/zone/say.ts';
import { en as zoneEn } from '../../../../../runner/internet/zone/words.en.ts';
import { fr as zoneFr } from '../../../../../runner/internet/zone/words.fr.ts';
import { Bench, CAMILLE, NOW } from './helpers.ts';

const name = 'mon-exemple.fr';
const host = 'ns1.mon-exemple.fr';
const zones = ['fr', 'eu'];
const label = { code: 'label-character', params: { character: ';' } } as const;
const one = { character: 'U+0000' };

/** One example of each refusal, with the facts that it carries. */
const REGISTRY: { [C in keyof RegistryRefusals]: RegistryRefusals[C] } = {
  'label-empty': {},
  'label-too-short': { length: 1, min: 2 },
  'label-too-long': { length: 64, max: 63 },
  'label-control-character': one,
  'label-space': {},
  'label-wildcard': {},
  'label-underscore': {},
  'label-character': one,
  'label-mixed-scripts': one,
  'label-hyphen-edge': {},
  'label-hyphens-3-4': {},
  'label-a-label': {},
  'name-empty': {},
  'name-too-long': { max: 253 },
  'name-is-an-address': {},
  'name-without-tld': { word: 'mon-exemple', firstZone: 'fr', zones },
  'tld-unknown': { zone: 'ru', zones },
  'name-too-deep': { registrable: name },
  'name-is-a-tld': { zone: 'fr' },
  'holder-field-empty': { field: 'street' },
  'holder-field-too-long': { field: 'name', max: 80 },
  'holder-field-character': { field: 'city', ...one },
  'holder-country': { field: 'country', country: 'XX' },
  'holder-email': {},
  'holder-phone': {},
  'holder-not-eligible': { zone: 'fr', country: 'AR' },
  reserved: { name, reason: 'state' },
  taken: { name },
  'already-yours': { name },
  'not-registered': { name },
  'not-yours': { name },
  'too-many-names': { max: 10 },
  'years-out-of-range': { min: 1, max: 10 },
  'too-many-years': { max: 10 },
  'wrong-state': { name, state: 'redemption' },
  'registrar-unknown': {},
  'name-servers-too-many': { max: 8 },
  'name-server-syntax': { host },
  'name-server-twice': { host },
  'name-server-needs-address': { host },
  'name-server-address': { host, address: '300.1.1.1' },
  'name-server-unknown': { host, name },
  'transfer-locked': { name },
  'transfer-too-early': { name, until: NOW },
  'transfer-near-expiry': { name, expiresAt: NOW },
  'transfer-code-wrong': { name },
  'transfer-to-itself': { name },
  'transfer-pending': { name, until: NOW },
  'transfer-none': { name },
};

const ZONE: { [C in keyof ZoneRefusals]: ZoneRefusals[C] } = {
  'type-unknown': { types: ['A', 'AAAA'] },
  'owner-invalid': { label },
  'owner-syntax': {},
  'owner-outside': { owner: 'www.exemple.org', zone: name },
  'owner-underscore': { type: 'A' },
  'ttl-invalid': { min: 5, max: 604_800 },
  'value-empty': { type: 'A' },
  'address-not-ipv4': { value: '300.1.1.1' },
  'address-is-ipv6': {},
  'address-not-ipv6': { value: 'x' },
  'address-is-ipv4': {},
  'address-is-a-name': { value: 'exemple.org', type: 'A' },
  'target-is-address': { type: 'MX' },
  'cname-target-is-address': {},
  'target-is-web-address': { type: 'CNAME' },
  'target-is-mail-address': { type: 'MX' },
  'target-invalid': { label },
  'target-syntax': { type: 'MX' },
  'preference-invalid': { max: 65_535 },
  'text-too-long': { octets: 3000, max: 2048 },
  'text-control-character': one,
  'ns-at-apex': {},
  'cname-at-apex': { zone: name },
  'cname-not-alone': { owner: 'www', others: ['A', 'TXT'] },
  'cname-to-itself': { owner: 'www' },
  'cname-loop': { owner: 'www' },
  'record-twice': { owner: 'www', type: 'A' },
  'ttl-differs': { owner: 'www', type: 'A' },
  'target-is-alias': { type: 'MX', target: 'mail' },
  'below-delegation': { owner: 'a.b', delegation: 'b' },
  'delegation-without-address': { target: host },
  'too-many-records': { max: 100 },
};

describe('every refusal is said whole, and otherwise in each language', () => {
  it.each(Object.entries(REGISTRY))('%s', (code, params) => {
    const refusal = { code, params } as RegistryRefusal;
    compare(sayRefusal(fr, refusal), sayRefusal(en, refusal));
  });
  it.each(Object.entries(ZONE))('%s', (code, params) => {
    const refusal = { code, params } as ZoneRefusal;
    compare(sayZoneRefusal(zoneFr, refusal), sayZoneRefusal(zoneEn, refusal));
  });
});

function compare(french: string, english: string): void {
  expect(french).not.toBe(english);
  for (const sentence of [french, english]) {
    expect(sentence).not.toMatch(/[{}]|undefined|\[object|NaN/);
    expect(sentence).toMatch(/[.!?]$/);
  }
}

it.each([
  ['gouv.fr', 'gouv.fr n’est pas proposé. Le registre garde ce nom'],
  ['a;b.fr', 'Le caractère «\u00a0;\u00a0» n’est pas accepté ici.'],
  ['exemple.fr', 'exemple.fr est déjà pris.'],
  ['mon-exemple', 'Essayez mon-exemple.fr'],
  ['mon-exemple.ru', '.fr, .eu, .org, .com, .net, .paris ou .info'],
])('%s is refused with a sentence that helps', (typed, part) => {
  const refusal = new Bench().refuses({
    type: 'register',
    seat: 's',
    name: typed,
    years: 1,
    holder: CAMILLE,
  });
  expect(sayRefusal(fr, refusal)).toContain(part);
});

it('days are written as people write them', () => {
  const refusal = { code: 'transfer-too-early', params: { name, until: NOW } } as const;
  expect(sayRefusal(fr, refusal)).toContain('22 novembre 2026');
  expect(sayRefusal(en, refusal)).toContain('22 November 2026');
});

it('an event is told with the name as people read it', () => {
  const bench = new Bench();
  const [event] = bench.register('camille', 'éléphant-exemple.fr');
  expect(event && sayEvent(fr, event, 'éléphant-exemple.fr')).toBe('éléphant-exemple.fr a été enregistré.');
});

it('every TLD is told in both languages', () => {
  const told = TLDS.map(({ zone }) => zone).sort();
  expect(Object.keys(fr.tlds).sort()).toEqual(told);
  expect(Object.keys(en.tlds).sort()).toEqual(told);
});
