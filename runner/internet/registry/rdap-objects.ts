// How is a registration told in RDAP: domain, entities, name servers (RFC 9083, section 5)?
import { readIpv4 } from '../zone/address.ts';
import { type Instant, toRfc3339 } from './instant.ts';
import { publishedHolder } from './published.ts';
import type {
  JCardProperty,
  RdapDomain,
  RdapEntity,
  RdapEvent,
  RdapLink,
  RdapNameserver,
  RdapService,
  Redaction,
} from './rdap-types.ts';
import type { NameServer, Registration } from './registration.ts';
import type { Registrar } from './rules.ts';
import { eppStatuses, RDAP_STATUS } from './statuses.ts';
import type { Tld } from './tld.ts';
import { oneLine } from './whois-lines.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const TYPE = 'application/rdap+json';

export function selfLink(service: RdapService, path: string): RdapLink {
  const href = `${service.base}/${path}`;
  return { value: href, rel: 'self', href, type: TYPE };
}

/** The domain object of a registration. */
export function domainObject(
  registration: Registration,
  registrar: Registrar,
  tld: Tld,
  now: Instant,
  service: RdapService,
): RdapDomain {
  const holder = holderEntity(registration, tld, service);
  const redacted = redactions(registration, tld);
  return {
    objectClassName: 'domain',
    handle: registration.handle,
    ldhName: registration.name,
    ...(registration.unicode === registration.name ? {} : { unicodeName: registration.unicode }),
    status: eppStatuses(registration, tld, now).map((status) => RDAP_STATUS[status]),
    events: eventsOf(registration, now),
    nameservers: registration.nameServers.map((server) => nameserverObject(server, service)),
    secureDNS: { delegationSigned: false },
    entities: [...(holder ? [holder] : []), registrarEntity(registrar, service)],
    links: [selfLink(service, `domain/${registration.name}`)],
    port43: service.whois,
    ...(redacted.length > 0 ? { redacted } : {}),
  };
}

function eventsOf(registration: Registration, now: Instant): RdapEvent[] {
  const events: RdapEvent[] = [
    { eventAction: 'registration', eventDate: toRfc3339(registration.createdAt) },
    { eventAction: 'expiration', eventDate: toRfc3339(registration.expiresAt) },
    { eventAction: 'last changed', eventDate: toRfc3339(registration.changedAt) },
  ];
  if (registration.transferredAt !== null) {
    events.push({ eventAction: 'transfer', eventDate: toRfc3339(registration.transferredAt) });
  }
  if (registration.deletedAt !== null)
    events.push({ eventAction: 'deletion', eventDate: toRfc3339(registration.deletedAt) });
  events.push({ eventAction: 'last update of RDAP database', eventDate: toRfc3339(now) });
  return events;
}

/** The registrant as the public may see it; undefined where the registry tells nothing of holders. */
export function holderEntity(
  registration: Registration,
  tld: Tld,
  service: RdapService,
): RdapEntity | undefined {
  const published = publishedHolder(registration, tld);
  if (published.kind === 'not-here') return undefined;
  if (published.kind === 'withheld') {
    const place: JCardProperty[] =
      published.country === undefined
        ? []
        : [['adr', { cc: published.country }, 'text', ['', '', '', '', '', '', '']]];
    return {
      objectClassName: 'entity',
      handle: published.handle,
      roles: ['registrant'],
      // jCard needs a formatted name: empty where it is withheld (RFC 9537, 3.2).
      vcardArray: [
        'vcard',
        [
          ['version', {}, 'text', '4.0'],
          ['fn', {}, 'text', ''],
          ['kind', {}, 'text', 'individual'],
          ...place,
        ],
      ],
      status: ['private'],
      remarks: [
        {
          title: `${fr.answers.withheldTitle} (${en.answers.withheldTitle})`,
          description: [fr.answers.withheld, en.answers.withheld],
        },
      ],
    };
  }
  const { holder, handle } = published;
  return {
    objectClassName: 'entity',
    handle,
    roles: ['registrant'],
    vcardArray: ['vcard', jcard({ ...holder, kind: 'org' })],
    status: ['active'],
    links: [selfLink(service, `entity/${handle}`)],
  };
}

export function registrarEntity(registrar: Registrar, service: RdapService): RdapEntity {
  const { name, country, email, phone, id } = registrar;
  return {
    objectClassName: 'entity',
    handle: id,
    roles: ['registrar'],
    vcardArray: [
      'vcard',
      jcard({ kind: 'org', name, street: '', city: '', postalCode: '', country, email, phone }),
    ],
    links: [selfLink(service, `entity/${id}`)],
  };
}

interface Card {
  kind: string;
  name: string;
  street: string;
  city: string;
  postalCode: string;
  country: string;
  email: string;
  phone: string;
}

/** RFC 7095; the address has its seven parts, the country as code in the parameter `cc` (RFC 8605). */
function jcard(card: Card): JCardProperty[] {
  const properties: JCardProperty[] = [
    ['version', {}, 'text', '4.0'],
    ['fn', {}, 'text', oneLine(card.name)],
    ['kind', {}, 'text', card.kind],
    [
      'adr',
      { cc: card.country },
      'text',
      ['', '', oneLine(card.street), oneLine(card.city), '', oneLine(card.postalCode), ''],
    ],
  ];
  if (card.phone !== '')
    properties.push(['tel', { type: 'voice' }, 'uri', `tel:${card.phone.replace(/[^+0-9]/g, '')}`]);
  properties.push(['email', {}, 'text', oneLine(card.email)]);
  return properties;
}

export function nameserverObject(server: NameServer, service: RdapService): RdapNameserver {
  const v4 = server.addresses.filter((address) => readIpv4(address) !== undefined);
  const v6 = server.addresses.filter((address) => readIpv4(address) === undefined);
  const ipAddresses = { ...(v4.length > 0 ? { v4 } : {}), ...(v6.length > 0 ? { v6 } : {}) };
  return {
    objectClassName: 'nameserver',
    ldhName: server.host,
    ...(server.addresses.length > 0 ? { ipAddresses } : {}),
    links: [selfLink(service, `nameserver/${server.host}`)],
  };
}

const REGISTRANT = "$.entities[?(@.roles[0]=='registrant')]";
const CARD = `${REGISTRANT}.vcardArray[1]`;

/** Says what was withheld, and how (RFC 9537). */
function redactions(registration: Registration, tld: Tld): Redaction[] {
  const published = publishedHolder(registration, tld);
  if (published.kind === 'shown') return [];
  const removal = (description: string, prePath: string, why: string): Redaction => ({
    name: { description },
    prePath,
    pathLang: 'jsonpath',
    method: 'removal',
    reason: { description: why },
  });
  if (published.kind === 'not-here')
    return [removal('Registrant', REGISTRANT, 'Registry policy: ask the registrar')];
  const why = 'Natural person: restricted publication';
  return [
    {
      name: { description: 'Registrant Name' },
      postPath: `${CARD}[?(@[0]=='fn')][3]`,
      pathLang: 'jsonpath',
      method: 'emptyValue',
      reason: { description: why },
    },
    ...['adr', 'tel', 'email']
      .filter((property) => property !== 'adr' || published.country === undefined)
      .map((property) => removal(`Registrant ${property}`, `${CARD}[?(@[0]=='${property}')]`, why)),
  ];
}
