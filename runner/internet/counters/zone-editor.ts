// How does a holder change the zone of their name: one record at a time, each change checked with the whole?
import type { Problem, ZoneChange, ZoneOutcome } from '../../protocol/counters.ts';
import { checkZone } from '../zone/check-zone.ts';
import { readRecord } from '../zone/read-record.ts';
import type { ZoneRecord } from '../zone/record.ts';
import { problemOf } from './names-view.ts';
import type { Names } from './ports.ts';
import { recordView } from './record-view.ts';

/** A name that its holder may edit. */
export interface EditedName {
  name: string;
  unicode: string;
}

const no = (...refused: Problem[]): ZoneOutcome => ({ ok: false, refused });

export function zoneOutcome(names: Names, { name, unicode }: EditedName): ZoneOutcome {
  const { records, version } = names.zone(name);
  return { ok: true, zone: { name, unicode, version, records: records.map((one) => recordView(one, name)) } };
}

/** Carries one change out. The caller has made sure that the name is the visitor's. */
export async function changeZone(names: Names, edited: EditedName, change: ZoneChange): Promise<ZoneOutcome> {
  const { records, version } = names.zone(edited.name);
  // Two people share a seat, or two tabs are open: a change of line 3 must not hit another line 3.
  if (change.do !== 'add' && (change.version !== version || records[change.index] === undefined))
    return no({ code: 'zone-changed', params: {} });
  const next = nextRecords(records, edited.name, change);
  if ('problem' in next) return no(next.problem);
  const problems = newProblems(records, next.records);
  if (problems.length > 0) return no(...problems);
  await names.setZone(edited.name, next.records);
  return zoneOutcome(names, edited);
}

function nextRecords(
  records: readonly ZoneRecord[],
  zone: string,
  change: ZoneChange,
): { records: ZoneRecord[] } | { problem: Problem } {
  if (change.do === 'remove') return { records: records.filter((_, index) => index !== change.index) };
  const { owner, type, value, ttl, preference } = change.record;
  const read = readRecord(
    {
      owner,
      type,
      value,
      ...(ttl === undefined ? {} : { ttl }),
      ...(preference === undefined ? {} : { preference }),
    },
    zone,
  );
  const at = change.do === 'change' ? change.index : records.length;
  if (!read.ok) return { problem: problemOf(read.refusal, at) };
  return change.do === 'change'
    ? { records: records.map((one, index) => (index === at ? read.record : one)) }
    : { records: [...records, read.record] };
}

/** All problems of the next zone. A removal may only be stopped by one that it brings: what was wrong before must not lock the editor. */
function newProblems(before: readonly ZoneRecord[], after: readonly ZoneRecord[]): Problem[] {
  const old = after.length < before.length ? checkZone(before).map(({ code }) => code) : [];
  return checkZone(after)
    .filter(({ code }) => !old.includes(code))
    .map(({ index, ...refusal }) => problemOf(refusal, index));
}
