// Which top-level domains exist in the box, and by which rules does each live?
import { EUROPEAN_LATIN, FRENCH } from './alphabets.ts';
import type { LifeCycleDays, Source, Tld, TransferRules } from './tld.ts';

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const TO_VERIFY = (what: string): Source => ({ from: what, read: 'to verify' });
const read = (from: string): Source => ({ from, read: '2026-11' });

/** The common rules of generic TLDs: ICANN lets registrars choose up to 45 days of grace; we take them all. */
const ICANN_DAYS: LifeCycleDays = { addGrace: 5, grace: 45, redemption: 30, pendingDelete: 5 };
const ICANN_TRANSFER: TransferRules = { lockDays: 60, decisionDays: 5, codeDays: 14, addsYears: 1 };
const ICANN_SOURCES = {
  publication: TO_VERIFY('ICANN, Registration Data Policy'),
  days: read('icann.org EDDP 3.7.5; RFC 3915; refdomaine.com, cycle de vie'),
  transfer: TO_VERIFY('ICANN, Transfer Policy'),
};

const FR: Tld = {
  zone: 'fr',
  kind: 'country',
  operator: { name: 'Afnic', country: 'FR' },
  eligibility: { rule: 'residence', countries: [...EU, 'IS', 'LI', 'NO', 'CH'] },
  publication: 'afnic',
  years: { min: 1, max: 10 },
  minLength: 1,
  alphabet: FRENCH,
  // Afnic renews by tacit agreement; a registrar that is not paid deletes at the term, and 30 days of redemption begin.
  days: { addGrace: 0, grace: 0, redemption: 30, pendingDelete: 0 },
  transfer: { lockDays: 0, decisionDays: 8, codeDays: 0, addsYears: 0 },
  prices: { register: 700, renew: 900, restore: 3000, transfer: 0 },
  sources: {
    operator: read('domain facts A12'),
    eligibility: read('domain facts A3, A9'),
    publication: read('domain facts A4, A6, A10'),
    syntax: read('domain facts A3, A9'),
    days: read('afnic.fr, remember to renew your domain name'),
    transfer: TO_VERIFY('Afnic, charte de nommage'),
  },
};

const EU_TLD: Tld = {
  zone: 'eu',
  kind: 'country',
  operator: { name: 'EURid', country: 'BE' },
  eligibility: { rule: 'residence-or-citizenship', countries: [...EU, 'IS', 'LI', 'NO'] },
  publication: 'eurid',
  years: { min: 1, max: 10 },
  minLength: 2,
  alphabet: EUROPEAN_LATIN,
  // EURid calls its forty days « quarantine »; there is no grace before them.
  days: { addGrace: 0, grace: 0, redemption: 40, pendingDelete: 0 },
  transfer: { lockDays: 0, decisionDays: 0, codeDays: 40, addsYears: 1 },
  prices: { register: 600, renew: 1000, restore: 2500, transfer: 1000 },
  sources: {
    operator: read('support.opensrs.com, .eu policies'),
    eligibility: read('support.opensrs.com, .eu policies'),
    publication: TO_VERIFY('EURid, WHOIS policy'),
    syntax: read('kb.hostcontrol.com .eu; alphabet simplified'),
    days: read('calzadamedia.com kb246; kb.hostcontrol.com .eu'),
    transfer: read('myhostingpartner.com 2012-11-21; kb.hostcontrol.com .eu'),
  },
};

const PARIS: Tld = {
  zone: 'paris',
  kind: 'city',
  operator: { name: 'Ville de Paris', country: 'FR' },
  eligibility: { rule: 'attachment' },
  publication: 'icann',
  years: { min: 1, max: 10 },
  minLength: 1,
  alphabet: FRENCH,
  days: ICANN_DAYS,
  transfer: ICANN_TRANSFER,
  prices: { register: 3900, renew: 4400, restore: 6000, transfer: 4400 },
  sources: {
    ...ICANN_SOURCES,
    operator: read('bienvenue.paris/en/faq (technical operator: Afnic)'),
    eligibility: read('bienvenue.paris/en/faq'),
    syntax: TO_VERIFY('.paris registration policy; alphabet taken from .fr'),
  },
};

type Operator = Tld['operator'];
type OpenTld = {
  zone: string;
  operator: Operator;
  source: Source;
  prices: Tld['prices'];
  publication: Tld['publication'];
};

/** A generic TLD open to everybody. */
function open({ zone, operator, source, prices, publication }: OpenTld): Tld {
  return {
    zone,
    kind: 'generic',
    operator,
    eligibility: { rule: 'anyone' },
    publication,
    years: { min: 1, max: 10 },
    minLength: 2,
    alphabet: EUROPEAN_LATIN,
    days: ICANN_DAYS,
    transfer: ICANN_TRANSFER,
    prices,
    sources: {
      ...ICANN_SOURCES,
      operator: source,
      eligibility: source,
      syntax: TO_VERIFY('one-character names are reserved; alphabet simplified'),
    },
  };
}

const PIR = { name: 'Public Interest Registry (PIR)', country: 'US' };
const VERISIGN = { name: 'Verisign', country: 'US' };
const IDENTITY_DIGITAL = { name: 'Identity Digital', country: 'US' };
const VERISIGN_SOURCE = read('graphsearch.epfl.ch, Verisign, .net and .com');

/** The TLDs of the box, in the order in which the counter shows them. */
export const TLDS: readonly Tld[] = [
  FR,
  EU_TLD,
  open({
    zone: 'org',
    operator: PIR,
    source: read('Wikipedia, Public Interest Registry'),
    prices: { register: 900, renew: 1300, restore: 8000, transfer: 1300 },
    publication: 'icann',
  }),
  open({
    zone: 'com',
    operator: VERISIGN,
    source: VERISIGN_SOURCE,
    prices: { register: 900, renew: 1400, restore: 8000, transfer: 1400 },
    publication: 'thin',
  }),
  open({
    zone: 'net',
    operator: VERISIGN,
    source: VERISIGN_SOURCE,
    prices: { register: 1100, renew: 1600, restore: 8000, transfer: 1600 },
    publication: 'thin',
  }),
  PARIS,
  open({
    zone: 'info',
    operator: IDENTITY_DIGITAL,
    source: TO_VERIFY('IANA root database'),
    prices: { register: 400, renew: 2200, restore: 8000, transfer: 2200 },
    publication: 'icann',
  }),
];
