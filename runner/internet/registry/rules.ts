// By which rules does this box's registry work? One value holds them all, so that a test or a remixer can change them.

import type { Tld } from './tld.ts';
import { TLDS } from './tlds.ts';

/** A registrar of the box; both are invented. */
export interface Registrar {
  id: string;
  name: string;
  country: string;
  website: string;
  email: string;
  phone: string;
  /** Hosts that a new name gets when its holder names none. */
  nameServers: readonly string[];
}

export interface Rules {
  tlds: readonly Tld[];
  /** First one: where names are registered when nothing else is said. */
  registrars: readonly [Registrar, ...Registrar[]];
  /** Added after each TLD, with its dot (`.test`), or empty. */
  suffix: string;
  /** Names that one seat may hold at once. */
  maxNamesPerSeat: number;
  maxNameServers: number;
}

const NAME_SERVERS = ['ns1.bureau-exemple.net', 'ns2.bureau-exemple.net'] as const;

export const DEFAULT_RULES: Rules = {
  tlds: TLDS,
  registrars: [
    {
      id: 'bureau-exemple',
      name: 'Bureau Exemple',
      country: 'FR',
      website: 'http://www.bureau-exemple.net',
      email: 'contact@bureau-exemple.net',
      phone: '+33.199000001',
      nameServers: NAME_SERVERS,
    },
    {
      id: 'cooperative-exemple',
      name: 'Coopérative Exemple des noms',
      country: 'FR',
      website: 'http://www.cooperative-exemple.org',
      email: 'contact@cooperative-exemple.org',
      phone: '+33.199000002',
      nameServers: NAME_SERVERS,
    },
  ],
  suffix: '',
  maxNamesPerSeat: 10,
  maxNameServers: 8,
};

/** The zone of a TLD in this box: `fr`, or `fr.test` with the suffix `.test`. */
export function zoneName(tld: Tld, rules: Rules): string {
  return `${tld.zone}${rules.suffix}`;
}

export function tldOf(zone: string, rules: Rules): Tld | undefined {
  return rules.tlds.find((tld) => tld.zone === zone);
}

export function registrarOf(id: string, rules: Rules): Registrar | undefined {
  return rules.registrars.find((registrar) => registrar.id === id);
}

/** The same rules with a suffix after every TLD (`.test`): TLDs, the registrars' hosts and pages all move under it. */
export function withSuffix(rules: Rules, suffix: string): Rules {
  const move = (text: string): string => `${text}${suffix}`;
  const [first, ...others] = rules.registrars.map((registrar) => ({
    ...registrar,
    website: move(registrar.website),
    email: move(registrar.email),
    nameServers: registrar.nameServers.map(move),
  }));
  return first ? { ...rules, suffix, registrars: [first, ...others] } : rules;
}
