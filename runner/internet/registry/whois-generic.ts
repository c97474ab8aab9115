// How do the registries of generic TLDs, and EURid, answer about one name over WHOIS?
import { type Instant, toRfc3339 } from './instant.ts';
import { publishedHolder } from './published.ts';
import type { Registration } from './registration.ts';
import type { Registrar } from './rules.ts';
import { eppStatuses } from './statuses.ts';
import type { Tld } from './tld.ts';
import { field, oneLine } from './whois-lines.ts';

const REDACTED = 'REDACTED FOR PRIVACY';

/** ICANN's order of fields; a thin registry stops before the registrant. */
export function genericBlocks(
  registration: Registration,
  registrar: Registrar,
  tld: Tld,
  now: Instant,
): string[][] {
  const name = [
    field('Domain Name', registration.name.toUpperCase()),
    ...(registration.unicode === registration.name
      ? []
      : [field('Internationalized Domain Name', registration.unicode)]),
    field('Registry Domain ID', registration.handle),
    field('Registrar URL', registrar.website),
    field('Updated Date', toRfc3339(registration.changedAt)),
    field('Creation Date', toRfc3339(registration.createdAt)),
    field('Registry Expiry Date', toRfc3339(registration.expiresAt)),
    field('Registrar', registrar.name),
    field('Registrar Abuse Contact Email', registrar.email),
    field('Registrar Abuse Contact Phone', registrar.phone),
    ...eppStatuses(registration, tld, now).map((status) =>
      field('Domain Status', `${status} https://icann.org/epp#${status}`),
    ),
    ...registrantFields(registration, tld),
    ...registration.nameServers.map(({ host }) => field('Name Server', host.toUpperCase())),
    field('DNSSEC', 'unsigned'),
  ];
  return [name];
}

function registrantFields(registration: Registration, tld: Tld): string[] {
  const published = publishedHolder(registration, tld);
  if (published.kind === 'not-here') return [];
  const shown = published.kind === 'shown' ? published.holder : undefined;
  return [
    field('Registrant Name', shown?.name ?? REDACTED),
    field('Registrant Organization', shown?.name ?? REDACTED),
    field('Registrant Street', shown?.street ?? REDACTED),
    field('Registrant City', shown?.city ?? REDACTED),
    field('Registrant Postal Code', shown?.postalCode ?? REDACTED),
    field(
      'Registrant Country',
      published.kind === 'withheld' ? (published.country ?? REDACTED) : published.holder.country,
    ),
    field('Registrant Phone', shown ? shown.phone : REDACTED),
    field('Registrant Email', shown?.email ?? REDACTED),
  ];
}

/** EURid's blocks: title, then indented fields; nothing about the holder. */
export function euridBlocks(
  registration: Registration,
  registrar: Registrar,
  tld: Tld,
  now: Instant,
): string[][] {
  const script =
    registration.unicode === registration.name ? [] : [field('Domain (ASCII)', registration.name)];
  return [
    [field('Domain', registration.unicode), ...script, field('Script', 'LATIN')],
    [
      field('Status', eppStatuses(registration, tld, now).join(' ')),
      field('Expiry', toRfc3339(registration.expiresAt)),
    ],
    ['Registrant:', '        NOT DISCLOSED!'],
    [
      'Registrar:',
      `        Name: ${oneLine(registrar.name)}`,
      `        Website: ${oneLine(registrar.website)}`,
    ],
    ['Name servers:', ...registration.nameServers.map(({ host }) => `        ${oneLine(host)}`)],
  ];
}
