// What does the registrar's name server publish for one customer's name?
import { DEFAULT_TTL, type ZoneRecord } from './record.ts';
import type { Zone } from './zone-file.ts';

/** How long resolvers may remember that a name of a customer's zone does not exist, in seconds: a new record is seen within the class. */
export const CUSTOMER_NEGATIVE_TTL = 5;

/** A customer's zone: its SOA and NS, which the registrar keeps, and the customer's own (already checked) records. */
export function customerZone(
  name: string,
  nameServers: readonly [string, ...string[]],
  records: readonly ZoneRecord[],
  serial: number,
): Zone {
  const soa = { primary: nameServers[0], serial, negativeTtl: CUSTOMER_NEGATIVE_TTL };
  return { origin: name, soa, ttl: DEFAULT_TTL, nameServers, records };
}
