// How does a record of a zone look in the editor: the short form that a person would type?
import type { RecordView } from '../../protocol/counters.ts';
import type { ZoneRecord } from '../zone/record.ts';

/** `@` for the zone itself, `www` for `www.<zone>`. */
export function shortOwner(owner: string, zone: string): string {
  if (owner === zone) return '@';
  return owner.endsWith(`.${zone}`) ? owner.slice(0, -zone.length - 1) : owner;
}

export function recordView(record: ZoneRecord, zone: string): RecordView {
  const { type, ttl } = record;
  const owner = shortOwner(record.owner, zone);
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return { owner, type, ttl, value: record.address };
    case 'TXT':
      return { owner, type, ttl, value: record.text };
    case 'MX':
      return { owner, type, ttl, value: record.target, preference: record.preference };
    case 'CNAME':
    case 'NS':
      return { owner, type, ttl, value: record.target };
  }
}
