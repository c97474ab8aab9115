// What do the authoritative servers of a workshop answer now? Every zone as text, with a serial that grows when, and only when, its content changes.
import { createHash } from 'node:crypto';
import type { Instant } from './registry/instant.ts';
import type { Registration, RegistryState } from './registry/registration.ts';
import { type Rules, zoneName } from './registry/rules.ts';
import { customerZone } from './zone/customer-zone.ts';
import { PARENT_TTL, rootZone, suffixZone, tldZone } from './zone/parent-zones.ts';
import type { Place } from './zone/place.ts';
import type { ZoneRecord } from './zone/record.ts';
import { nextSerial } from './zone/serial.ts';
import { writeZone, type Zone } from './zone/zone-file.ts';

/** Text of each zone by its origin (`.` for the root). */
export type ZoneTexts = Record<string, string>;

/** What each kind of authoritative server is given. */
export interface PublishedZones {
  root: ZoneTexts;
  tld: ZoneTexts;
  hosting: ZoneTexts;
}

/** Serial of each zone and the content that it stands for; plain data, kept across restarts. */
export type Serials = Record<string, { serial: number; content: string }>;

export interface Publication {
  zones: PublishedZones;
  serials: Serials;
}

export interface ToPublish {
  state: RegistryState;
  /** Records of a customer's zone, by ASCII name. */
  recordsOf: (name: string) => readonly ZoneRecord[];
  place: Place;
  rules: Rules;
  now: Instant;
}

/** Writes every zone. Pure: `previous` are the serials of the last publication. */
export function publishZones(what: ToPublish, previous: Serials): Publication {
  const { state, place, rules, now } = what;
  const serials: Serials = {};
  const write = (origin: string, zoneAt: (serial: number) => Zone): ZoneTexts => {
    const content = createHash('sha256')
      .update(writeZone(zoneAt(0)))
      .digest('base64url')
      .slice(0, 22);
    const before = Object.hasOwn(previous, origin) ? previous[origin] : undefined;
    const serial = before?.content === content ? before.serial : nextSerial(before?.serial, now);
    serials[origin] = { serial, content };
    return { [origin]: writeZone(zoneAt(serial)) };
  };

  const root = write('.', (serial) => rootZone(place, serial, rules));
  const tld: ZoneTexts = {};
  for (const each of rules.tlds)
    Object.assign(
      tld,
      write(zoneName(each, rules), (serial) => tldZone(each, state, place, serial, now, rules)),
    );
  if (suffixZone(place, 0, rules))
    Object.assign(
      tld,
      write(rules.suffix.slice(1), (serial) => suffixZone(place, serial, rules) ?? rootZone(place, serial)),
    );
  const hosting: ZoneTexts = {};
  for (const registration of Object.values(state.names))
    if (servedHere(registration, rules))
      Object.assign(
        hosting,
        write(registration.name, (serial) => customerZoneOf(registration, what, serial)),
      );
  return { zones: { root, tld, hosting }, serials };
}

/** Does one of the registrars' own name servers answer for this name? */
function servedHere(registration: Registration, rules: Rules): boolean {
  const own = new Set(rules.registrars.flatMap(({ nameServers }) => nameServers));
  return registration.nameServers.some(({ host }) => own.has(host));
}

function customerZoneOf(registration: Registration, what: ToPublish, serial: number): Zone {
  const { name } = registration;
  const [first, ...others] = registration.nameServers.map(({ host }) => host);
  if (first === undefined) throw new Error(`${name} has no name server, yet its zone was asked for.`);
  // The registrar's own domain says where its servers stand, as its parent does.
  const own = what.place.hosts
    .filter(({ host }) => host.endsWith(`.${name}`))
    .flatMap(({ host, addresses }) =>
      addresses.map((address): ZoneRecord => ({ owner: host, ttl: PARENT_TTL, type: 'A', address })),
    );
  return customerZone(name, [first, ...others], [...own, ...what.recordsOf(name)], serial);
}
