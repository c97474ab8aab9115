// What do the root zone and the TLDs' zones contain, from the TLD list and the registry's state?
import type { Instant } from '../registry/instant.ts';
import { isDelegated } from '../registry/life-cycle.ts';
import { type Registration, type RegistryState, registrationOf } from '../registry/registration.ts';
import { DEFAULT_RULES, type Rules, zoneName } from '../registry/rules.ts';
import type { Tld } from '../registry/tld.ts';
import { readIpv4 } from './address.ts';
import type { HostAddress, Place } from './place.ts';
import type { ZoneRecord } from './record.ts';
import type { Zone } from './zone-file.ts';

/** TTL of delegations, and of the answer « no such name », in seconds: a change is seen within the class. */
export const PARENT_TTL = 30;
export const PARENT_NEGATIVE_TTL = 5;

/** The root zone: its own servers, one delegation per TLD (or the suffix alone), and the addresses of their servers. */
export function rootZone(place: Place, serial: number, rules: Rules = DEFAULT_RULES): Zone {
  const tops = rules.suffix === '' ? rules.tlds.map((tld) => tld.zone) : [rules.suffix.slice(1)];
  return parentZone('', place.rootServers, serial, [
    ...tops.flatMap((top) => delegation(top, place.tldServers)),
    ...addresses([...place.rootServers, ...place.tldServers], () => true),
  ]);
}

/** The zone of the suffix (`test`), which delegates `fr.test` and the others; undefined without a suffix. */
export function suffixZone(place: Place, serial: number, rules: Rules): Zone | undefined {
  if (rules.suffix === '') return undefined;
  const zones = rules.tlds.map((tld) => zoneName(tld, rules));
  const delegations = zones.flatMap((zone) => delegation(zone, place.tldServers));
  return parentZone(rules.suffix.slice(1), place.tldServers, serial, [
    ...delegations,
    ...addresses(place.tldServers, (host) => zones.some((zone) => host.endsWith(`.${zone}`))),
  ]);
}

/** The zone of one TLD at `now`: a delegation for each name that is alive, with the addresses that its servers need. */
export function tldZone(
  tld: Tld,
  state: RegistryState,
  place: Place,
  serial: number,
  now: Instant,
  rules: Rules = DEFAULT_RULES,
): Zone {
  const origin = zoneName(tld, rules);
  const own = [...place.rootServers, ...place.tldServers, ...place.hosts];
  const records = [...addresses(own, (host) => host.endsWith(`.${origin}`))];
  for (const name of Object.keys(state.names).sort()) {
    records.push(
      ...delegationOf(name, state, place, now, rules).filter(({ owner }) => owner.endsWith(`.${origin}`)),
    );
  }
  return parentZone(origin, place.tldServers, serial, unique(records));
}

/** What the parent says of one name now: its NS records and the addresses of the servers that stand inside it. Empty when it is not alive. */
export function delegationOf(
  name: string,
  state: RegistryState,
  place: Place,
  now: Instant,
  rules: Rules = DEFAULT_RULES,
): ZoneRecord[] {
  const registration = registrationOf(state, name);
  const tld = rules.tlds.find((each) => each.zone === registration?.tld);
  if (!registration || !tld || !isDelegated(registration, tld, now)) return [];
  const hosts = registration.nameServers.map((ns) => withPlace(ns, place));
  return [...delegation(name, hosts), ...addresses(hosts, (host) => isInside(host, registration))];
}

function isInside(host: string, registration: Registration): boolean {
  return host === registration.name || host.endsWith(`.${registration.name}`);
}

function withPlace(server: HostAddress, place: Place): HostAddress {
  return place.hosts.find(({ host }) => host === server.host) ?? server;
}

function delegation(owner: string, servers: readonly HostAddress[]): ZoneRecord[] {
  return servers.map(({ host }) => ({ owner, ttl: PARENT_TTL, type: 'NS', target: host }));
}

function addresses(hosts: readonly HostAddress[], wanted: (host: string) => boolean): ZoneRecord[] {
  return hosts
    .filter(({ host }) => wanted(host))
    .flatMap(({ host, addresses: list }) =>
      list.map((address): ZoneRecord => {
        const type = readIpv4(address) === undefined ? 'AAAA' : 'A';
        return { owner: host, ttl: PARENT_TTL, type, address };
      }),
    );
}

function parentZone(
  origin: string,
  servers: readonly HostAddress[],
  serial: number,
  records: ZoneRecord[],
): Zone {
  const nameServers = servers.map(({ host }) => host);
  const primary = nameServers[0];
  if (primary === undefined)
    throw new Error(`The zone « ${origin === '' ? '.' : origin} » needs at least one name server.`);
  const soa = { primary, serial, negativeTtl: PARENT_NEGATIVE_TTL };
  return { origin, soa, ttl: PARENT_TTL, nameServers, records: unique(records) };
}

function unique(records: readonly ZoneRecord[]): ZoneRecord[] {
  const seen = new Map(records.map((record) => [JSON.stringify(record), record]));
  return [...seen.values()];
}
