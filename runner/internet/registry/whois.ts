// What does the registry answer on TCP port 43 (RFC 3912)?
import { readAddress } from '../zone/address.ts';
import { type Instant, toRfc3339 } from './instant.ts';
import { lifeOf } from './life-cycle.ts';
import { type ReadName, readName } from './name.ts';
import { type Registration, type RegistryState, registrationOf } from './registration.ts';
import { reservedReason } from './reserved.ts';
import { DEFAULT_RULES, type Rules, registrarOf, zoneName } from './rules.ts';
import { sayRefusal } from './say.ts';
import type { Tld } from './tld.ts';
import { afnicBlocks } from './whois-afnic.ts';
import { euridBlocks, genericBlocks } from './whois-generic.ts';
import { column, oneLine } from './whois-lines.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

/** Longest query answered, in characters; a name has 253. */
export const MAX_QUERY = 512;

const HEADER = [
  '%%',
  `%% ${fr.answers.simulatedTitle} (${en.answers.simulatedTitle})`,
  `%% ${oneLine(fr.answers.simulated)}`,
  `%% ${oneLine(en.answers.simulated)}`,
  '%%',
];

/**
 * The whole answer to one query line, lines ended by CRLF. Understands what `whois` sends to the real registries
 * (`domain NAME`, `=NAME`, options before the name), and answers about a TLD itself as IANA does.
 */
export function whoisAnswer(
  state: RegistryState,
  query: string,
  now: Instant,
  rules: Rules = DEFAULT_RULES,
): string {
  const text = queriedName(query);
  const blocks = [HEADER, ...answerBlocks(state, text, now, rules)];
  return `${blocks.map((block) => block.join('\r\n')).join('\r\n\r\n')}\r\n`;
}

function queriedName(query: string): string {
  const line = query.slice(0, MAX_QUERY).split(/[\r\n]/)[0] ?? '';
  const words = line.trim().split(/\s+/);
  // `-T dn,ace NAME`, `domain NAME`, `=NAME`: the name is always the last word.
  return (words.at(-1) ?? '').replace(/^=/, '');
}

function answerBlocks(state: RegistryState, text: string, now: Instant, rules: Rules): string[][] {
  const top = rules.tlds.find((tld) => zoneName(tld, rules) === text.toLowerCase().replace(/^\.|\.$/g, ''));
  if (top) return [tldBlock(top, rules)];
  if (readAddress(text) !== undefined)
    return [[`%% ${oneLine(fr.answers.addressAsked)}`, `%% ${oneLine(en.answers.addressAsked)}`]];
  const name = readName(text, rules);
  if (!name.ok) {
    if (name.code === 'name-too-deep') return answerBlocks(state, name.params.registrable, now, rules);
    return [[`%% ${oneLine(sayRefusal(fr, name))}`, `%% ${oneLine(sayRefusal(en, name))}`]];
  }
  const registration = registrationOf(state, name.ascii);
  if (!registration || lifeOf(registration, name.tld, now).state === 'free') return [notFound(name)];
  return [
    ...registered(registration, name.tld, now, rules),
    [`>>> Last update of WHOIS database: ${toRfc3339(now)} <<<`],
  ];
}

function registered(registration: Registration, tld: Tld, now: Instant, rules: Rules): string[][] {
  const registrar = registrarOf(registration.registrar, rules) ?? rules.registrars[0];
  if (tld.publication === 'afnic') return afnicBlocks(registration, registrar, tld, now);
  if (tld.publication === 'eurid') return euridBlocks(registration, registrar, tld, now);
  return genericBlocks(registration, registrar, tld, now);
}

/** Each registry has its own words for « nobody holds it »; a reserved name is free for nobody. */
function notFound(name: ReadName): string[] {
  const shown = oneLine(name.unicode);
  const reserved = reservedReason(name) === undefined ? [] : [`%% ${shown}: RESERVED`];
  switch (name.tld.publication) {
    case 'afnic':
      return [...reserved, '%% NOT FOUND'];
    case 'eurid':
      return [
        ...reserved,
        `Domain: ${shown}`,
        `Status: ${reserved.length > 0 ? 'NOT AVAILABLE' : 'AVAILABLE'}`,
      ];
    case 'thin':
      return [...reserved, `No match for "${name.ascii.toUpperCase()}".`];
    case 'icann':
      return [...reserved, 'Domain not found.'];
  }
}

function tldBlock(tld: Tld, rules: Rules): string[] {
  const line = (label: string, value: string): string => column(label, value, 14);
  return [
    line('domain', zoneName(tld, rules).toUpperCase()),
    line('organisation', tld.operator.name),
    line('country', tld.operator.country),
    line('remarks', `${tld.years.min} to ${tld.years.max} years; redemption ${tld.days.redemption} days`),
    line('status', 'ACTIVE'),
    line('source', 'IANA (Internet simulé)'),
  ];
}
