// How does a registry like Afnic answer about one name over WHOIS?
import { type Instant, toRfc3339 } from './instant.ts';
import { lifeOf } from './life-cycle.ts';
import { ANONYMOUS_HANDLE, publishedHolder } from './published.ts';
import type { Registration } from './registration.ts';
import type { Registrar } from './rules.ts';
import { eppStatuses } from './statuses.ts';
import type { Tld } from './tld.ts';
import { column } from './whois-lines.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const WIDTH = 31;
const line = (label: string, value: string): string => column(label, value, WIDTH);

/** Status words of Afnic for the states of a name. */
const STATUS = {
  free: 'AVAILABLE',
  registered: 'ACTIVE',
  'transfer-pending': 'ACTIVE',
  grace: 'EXPIRED',
  redemption: 'REDEMPTION',
  'pending-delete': 'DELETED',
} as const;

/** The blocks of the answer, each a list of lines: the name, its hosts, its registrar, its holder. */
export function afnicBlocks(
  registration: Registration,
  registrar: Registrar,
  tld: Tld,
  now: Instant,
): string[][] {
  return [
    nameBlock(registration, registrar, tld, now),
    hostBlock(registration),
    registrarBlock(registrar),
    holderBlock(registration, registrar, tld),
  ].filter((block) => block.length > 0);
}

function nameBlock(registration: Registration, registrar: Registrar, tld: Tld, now: Instant): string[] {
  const life = lifeOf(registration, tld, now);
  const published = publishedHolder(registration, tld);
  const handle = published.kind === 'not-here' ? ANONYMOUS_HANDLE : published.handle;
  const alive = life.state === 'registered' || life.state === 'transfer-pending';
  return [
    line('domain', registration.unicode),
    ...(registration.unicode === registration.name ? [] : [line('ascii', registration.name)]),
    line('status', STATUS[life.state]),
    ...eppStatuses(registration, tld, now).map((status) =>
      line('eppstatus', status === 'ok' ? 'active' : status),
    ),
    line('hold', alive ? 'NO' : 'YES'),
    line('holder-c', handle),
    line('admin-c', handle),
    line('registrar', registrar.name),
    line('Expiry Date', toRfc3339(registration.expiresAt)),
    line('created', toRfc3339(registration.createdAt)),
    line('last-update', toRfc3339(registration.changedAt)),
    line('source', 'FRNIC (Internet simulé)'),
  ];
}

function hostBlock(registration: Registration): string[] {
  return registration.nameServers.map(({ host, addresses }) =>
    line('nserver', addresses.length > 0 ? `${host} [${addresses.join(' ')}]` : host),
  );
}

function registrarBlock(registrar: Registrar): string[] {
  return [
    line('registrar', registrar.name),
    line('country', registrar.country),
    line('phone', registrar.phone),
    line('e-mail', registrar.email),
    line('website', registrar.website),
    line('anonymous', 'NO'),
  ];
}

function holderBlock(registration: Registration, registrar: Registrar, tld: Tld): string[] {
  const published = publishedHolder(registration, tld);
  if (published.kind === 'not-here') return [];
  if (published.kind === 'withheld') {
    return [
      line('nic-hdl', published.handle),
      line('type', 'PERSON'),
      line('contact', 'Ano Nymous'),
      line('registrar', registrar.name),
      line('anonymous', 'YES'),
      line('remarks', fr.answers.withheldTitle),
      line('remarks', fr.answers.withheld),
      line('remarks', `(${en.answers.withheldTitle})`),
      line('remarks', en.answers.withheld),
    ];
  }
  const { holder, handle } = published;
  return [
    line('nic-hdl', handle),
    line('type', 'ORGANIZATION'),
    line('contact', holder.name),
    line('address', holder.street),
    line('address', `${holder.postalCode} ${holder.city}`),
    line('country', holder.country),
    ...(holder.phone === '' ? [] : [line('phone', holder.phone)]),
    line('e-mail', holder.email),
    line('registrar', registrar.name),
    line('anonymous', 'NO'),
  ];
}
