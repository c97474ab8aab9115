// How is a zone written as text that Knot, NSD or BIND read (RFC 1035, section 5)?
import { MAX_TTL, type ZoneRecord } from './record.ts';
import { chunkText, quoteString } from './text.ts';

/** Timers of the zone, in seconds; short, because a class watches. */
export interface Soa {
  /** First name server. */
  primary: string;
  serial: number;
  /** How long a resolver may remember that a name does not exist (RFC 2308). */
  negativeTtl: number;
}

/** One line of a zone. */
export interface Zone {
  origin: string;
  soa: Soa;
  ttl: number;
  /** Hosts of the zone's own NS records. */
  nameServers: readonly string[];
  records: readonly ZoneRecord[];
}

/**
 * The zone as text: absolute names, TTL on every line, no `$` directive, so that no line changes the meaning of another.
 * Throws when a name holds anything but the signs of a host name: what was checked before is not trusted here.
 */
export function writeZone(zone: Zone): string {
  const { origin, soa, ttl } = zone;
  const timers = `${whole(soa.serial)} 3600 600 604800 ${whole(soa.negativeTtl)}`;
  const hostmaster = origin === '' ? 'hostmaster' : `hostmaster.${origin}`;
  const lines = [line(origin, ttl, 'SOA', `${writeName(soa.primary)} ${writeName(hostmaster)} ${timers}`)];
  for (const host of zone.nameServers) lines.push(line(origin, ttl, 'NS', writeName(host)));
  for (const record of zone.records)
    lines.push(line(record.owner, record.ttl, record.type, writeData(record)));
  return `${lines.join('\n')}\n`;
}

function line(owner: string, ttl: number, type: string, data: string): string {
  return `${writeName(owner)}\t${whole(ttl)}\tIN\t${type}\t${data}`;
}

/** The right-hand side of a record. */
export function writeData(record: ZoneRecord): string {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return writeAddress(record.address);
    case 'CNAME':
    case 'NS':
      return writeName(record.target);
    case 'MX':
      return `${whole(record.preference)} ${writeName(record.target)}`;
    case 'TXT':
      return chunkText(record.text).map(quoteString).join(' ');
  }
}

/** An absolute name with its final dot; the root is `.`. */
export function writeName(name: string): string {
  if (name === '') return '.';
  const label = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?';
  if (name.length > 253 || !new RegExp(`^(\\*\\.)?${label}(\\.${label})*$`).test(name)) {
    throw new Error(`Not a name that may be written in a zone: ${JSON.stringify(name.slice(0, 80))}.`);
  }
  return `${name}.`;
}

function writeAddress(address: string): string {
  if (!/^[0-9a-f.:]{2,45}$/.test(address)) {
    throw new Error(`Not an address that may be written in a zone: ${JSON.stringify(address.slice(0, 80))}.`);
  }
  return address;
}

function whole(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) {
    throw new Error(`A number of a zone is whole, from 0 to 2^32-1 (TTL up to ${MAX_TTL}); got ${value}.`);
  }
  return String(value);
}
