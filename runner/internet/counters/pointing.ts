// Which names lead to an address? Read from the zones that the registrar keeps, for servers' lists and for the class's directory.
import type { Directory } from '../../protocol/counters.ts';
import { tldFor } from '../registry/apply.ts';
import { isDelegated } from '../registry/life-cycle.ts';
import type { Registration } from '../registry/registration.ts';
import type { ZoneRecord } from '../zone/record.ts';
import { servedHere } from './names-view.ts';
import type { Names } from './ports.ts';

/**
 * Names of a zone that lead to the address: those with that address, and their aliases within the zone. Of a wildcard (RFC 4592) one name that it
 * covers: nobody types the asterisk.
 */
function leadingTo(records: readonly ZoneRecord[], address: string): string[] {
  const direct = new Set(
    records
      .filter((one) => (one.type === 'A' || one.type === 'AAAA') && one.address === address)
      .map(({ owner }) => owner),
  );
  const aliases = records.filter((one) => one.type === 'CNAME' && direct.has(one.target));
  const written = new Set(records.map(({ owner }) => owner));
  return [...direct, ...aliases.map(({ owner }) => owner)].flatMap((owner) => {
    if (!owner.startsWith('*.')) return [owner];
    const covered = `www.${owner.slice(2)}`;
    return written.has(covered) ? [] : [covered];
  });
}

/** Registrations of the class whose zone is kept and answered here now. */
function alive(names: Names): Registration[] {
  const now = names.now();
  return Object.values(names.state().names).filter(
    (one) =>
      one.seat !== null && servedHere(one, names.rules) && isDelegated(one, tldFor(one, names.rules), now),
  );
}

/** Names of the class that lead to this address now, shortest first. */
export function namesAt(names: Names, address: string): string[] {
  return alive(names)
    .flatMap(({ name }) => leadingTo(names.zone(name).records, address))
    .sort((a, b) => a.length - b.length || a.localeCompare(b));
}

/** One line per name of the class that leads to one of these addresses: the name itself when it does, else `www`, else the first that does. */
export function directoryOf(
  names: Names,
  addresses: ReadonlySet<string>,
  pseudonymOf: (seatId: string) => string | undefined,
): Directory {
  const sites = alive(names).flatMap((registration) => {
    const { records } = names.zone(registration.name);
    const leading = [...addresses].flatMap((address) => leadingTo(records, address));
    const best = [registration.name, `www.${registration.name}`].find((name) => leading.includes(name));
    const name = best ?? leading[0];
    const pseudonym = registration.seat === null ? undefined : pseudonymOf(registration.seat);
    if (name === undefined || pseudonym === undefined) return [];
    const front = name.slice(0, name.length - registration.name.length);
    return [{ name, unicode: `${front}${registration.unicode}`, pseudonym }];
  });
  return { sites: sites.sort((a, b) => a.unicode.localeCompare(b.unicode)) };
}
