// Do these records go together in one zone (RFC 1034, 2181)?
import { MAX_RECORDS, type ZoneRecord } from './record.ts';
import { type ZoneRefusal, zoneRefusal } from './refusals.ts';

/** A problem, with the place in the list of the record that shows it (-1: the list itself). */
export type ZoneProblem = { index: number } & ZoneRefusal;

/** All problems of a customer's zone; an empty list means that it may be published. The zone's own NS and SOA are not in `records`. */
export function checkZone(records: readonly ZoneRecord[]): ZoneProblem[] {
  if (records.length > MAX_RECORDS)
    return [{ index: -1, ...zoneRefusal('too-many-records', { max: MAX_RECORDS }) }];
  const problems: ZoneProblem[] = [];
  for (const [index, record] of records.entries()) {
    const refusal = checkOne(record, index, records);
    if (refusal) problems.push({ index, ...refusal });
  }
  return problems;
}

function checkOne(
  record: ZoneRecord,
  index: number,
  records: readonly ZoneRecord[],
): ZoneRefusal | undefined {
  return (
    checkAlias(record, records) ??
    checkTwins(record, index, records) ??
    checkDelegation(record, records) ??
    checkTarget(record, records)
  );
}

/** A CNAME stands alone at its name (RFC 2181, 10.1) and leads somewhere. */
function checkAlias(record: ZoneRecord, records: readonly ZoneRecord[]): ZoneRefusal | undefined {
  if (record.type !== 'CNAME') return undefined;
  const { owner, target } = record;
  if (owner === target) return zoneRefusal('cname-to-itself', { owner });
  const others = records
    .filter((other) => other.owner === owner && other !== record)
    .map((other) => other.type);
  if (others.length > 0) return zoneRefusal('cname-not-alone', { owner, others: [...new Set(others)] });
  const seen = new Set([owner]);
  for (let next: string | undefined = target; next !== undefined; next = aliasOf(next, records)) {
    if (seen.has(next)) return zoneRefusal('cname-loop', { owner });
    seen.add(next);
  }
  return undefined;
}

function aliasOf(name: string, records: readonly ZoneRecord[]): string | undefined {
  for (const record of records) if (record.type === 'CNAME' && record.owner === name) return record.target;
  return undefined;
}

/** No record twice, one TTL for all records of a name and type (RFC 2181, 5 and 5.2). */
function checkTwins(
  record: ZoneRecord,
  index: number,
  records: readonly ZoneRecord[],
): ZoneRefusal | undefined {
  const { owner, type } = record;
  const before = records.slice(0, index).filter((other) => other.owner === owner && other.type === type);
  if (before.some((other) => sameData(other, record))) return zoneRefusal('record-twice', { owner, type });
  return before.some((other) => other.ttl !== record.ttl)
    ? zoneRefusal('ttl-differs', { owner, type })
    : undefined;
}

function sameData(one: ZoneRecord, other: ZoneRecord): boolean {
  return JSON.stringify({ ...one, ttl: 0 }) === JSON.stringify({ ...other, ttl: 0 });
}

/** Below a delegation only the addresses of its name servers may stand (RFC 1034, 4.2.1). */
function checkDelegation(record: ZoneRecord, records: readonly ZoneRecord[]): ZoneRefusal | undefined {
  const { owner, type } = record;
  for (const cut of records) {
    if (cut.type !== 'NS' || (owner !== cut.owner && !owner.endsWith(`.${cut.owner}`))) continue;
    if (type === 'NS' && owner === cut.owner) continue;
    const glue =
      (type === 'A' || type === 'AAAA') && records.some((ns) => ns.type === 'NS' && ns.target === owner);
    if (!glue) return zoneRefusal('below-delegation', { owner, delegation: cut.owner });
  }
  if (record.type !== 'NS' || (record.target !== owner && !record.target.endsWith(`.${owner}`)))
    return undefined;
  const hasAddress = records.some(
    (other) => other.owner === record.target && (other.type === 'A' || other.type === 'AAAA'),
  );
  return hasAddress ? undefined : zoneRefusal('delegation-without-address', { target: record.target });
}

/** MX and NS lead to a machine, never to an alias (RFC 2181, 10.3). */
function checkTarget(record: ZoneRecord, records: readonly ZoneRecord[]): ZoneRefusal | undefined {
  if (record.type !== 'MX' && record.type !== 'NS') return undefined;
  const { type, target } = record;
  return aliasOf(target, records) === undefined
    ? undefined
    : zoneRefusal('target-is-alias', { type, target });
}
