// Is this line of the zone editor a record, and what did its writer probably mean when it is not?
import { showCharacter } from '../registry/label.ts';
import { readIpv4, readIpv6 } from './address.ts';
import { type HostNameVerdict, readHostName } from './host-name.ts';
import {
  DEFAULT_PREFERENCE,
  DEFAULT_TTL,
  MAX_TEXT_OCTETS,
  MAX_TTL,
  MIN_TTL,
  RECORD_TYPES,
  type RecordForm,
  type RecordType,
  type ZoneRecord,
} from './record.ts';
import { type ZoneRefusal, zoneRefusal } from './refusals.ts';
import { unquoteText } from './text.ts';

export type RecordVerdict = { ok: true; record: ZoneRecord } | { ok: false; refusal: ZoneRefusal };

/**
 * Reads one record of the zone `zone` (ASCII, without final dot).
 * A name without a dot is taken as inside the zone (`www`, `mail`); one with a dot is a whole name, with or without final dot.
 */
export function readRecord(form: RecordForm, zone: string): RecordVerdict {
  const type = RECORD_TYPES.find((known) => known === form.type.trim().toUpperCase());
  if (!type) return no(zoneRefusal('type-unknown', { types: RECORD_TYPES }));
  const owner = readOwner(form.owner, zone, type);
  if (typeof owner !== 'string') return no(owner);
  const ttl = readNumber(form.ttl, DEFAULT_TTL);
  if (ttl === undefined || ttl < MIN_TTL || ttl > MAX_TTL)
    return no(zoneRefusal('ttl-invalid', { min: MIN_TTL, max: MAX_TTL }));
  if (form.value.trim() === '') return no(zoneRefusal('value-empty', { type }));
  const data = readData(type, form, zone);
  if ('code' in data) return no(data);
  if (owner === zone && type === 'CNAME') return no(zoneRefusal('cname-at-apex', { zone }));
  if (owner === zone && type === 'NS') return no(zoneRefusal('ns-at-apex', {}));
  return { ok: true, record: { owner, ttl, ...data } };
}

type Data = ZoneRecord extends infer R ? (R extends ZoneRecord ? Omit<R, 'owner' | 'ttl'> : never) : never;

function readData(type: RecordType, form: RecordForm, zone: string): Data | ZoneRefusal {
  switch (type) {
    case 'A':
    case 'AAAA':
      return readAddressData(type, form.value);
    case 'TXT':
      return readText(form.value);
    case 'CNAME':
    case 'NS': {
      const target = readTarget(type, form.value, zone);
      return typeof target === 'string' ? { type, target } : target;
    }
    case 'MX':
      return readMail(form, zone);
  }
}

function readMail(form: RecordForm, zone: string): Data | ZoneRefusal {
  // « 10 mail.exemple.fr » in one field, as zone files and other counters write it.
  const both = /^(\d{1,5})\s+(\S+)$/.exec(form.value.trim());
  const preference = readNumber(both?.[1] ?? form.preference, DEFAULT_PREFERENCE);
  if (preference === undefined || preference > 65_535)
    return zoneRefusal('preference-invalid', { max: 65_535 });
  const target = readTarget('MX', both?.[2] ?? form.value, zone);
  return typeof target === 'string' ? { type: 'MX', preference, target } : target;
}

function readOwner(input: string, zone: string, type: RecordType): string | ZoneRefusal {
  const text = input.trim();
  if (text === '' || text === '@') return zone;
  const services = type === 'TXT' || type === 'CNAME' || type === 'NS';
  const verdict = readHostName(text, { underscore: true, wildcard: true });
  if (!verdict.ok) {
    return verdict.why === 'label'
      ? zoneRefusal('owner-invalid', { label: verdict.label })
      : zoneRefusal('owner-syntax', {});
  }
  if (!services && verdict.ascii.split('.').some((label) => label.startsWith('_'))) {
    return zoneRefusal('owner-underscore', { type });
  }
  if (verdict.ascii === zone || verdict.ascii.endsWith(`.${zone}`)) return verdict.ascii;
  if (text.endsWith('.')) return zoneRefusal('owner-outside', { owner: verdict.ascii, zone });
  const whole = readHostName(`${verdict.ascii}.${zone}`, { underscore: true, wildcard: true });
  return whole.ok ? whole.ascii : zoneRefusal('owner-syntax', {});
}

function readAddressData(type: 'A' | 'AAAA', value: string): Data | ZoneRefusal {
  const v4 = readIpv4(value);
  const v6 = readIpv6(value);
  if (type === 'A' && v4 !== undefined) return { type, address: v4 };
  if (type === 'AAAA' && v6 !== undefined) return { type, address: v6 };
  if (v6 !== undefined) return zoneRefusal('address-is-ipv6', {});
  if (v4 !== undefined) return zoneRefusal('address-is-ipv4', {});
  const name = readHostName(value, { underscore: false, wildcard: false });
  if (name.ok && /[a-z]/.test(name.ascii))
    return zoneRefusal('address-is-a-name', { value: name.ascii, type });
  const shown = shorten(value);
  return type === 'A'
    ? zoneRefusal('address-not-ipv4', { value: shown })
    : zoneRefusal('address-not-ipv6', { value: shown });
}

function readTarget(type: 'CNAME' | 'MX' | 'NS', value: string, zone: string): string | ZoneRefusal {
  const text = value.trim();
  if (text === '@') return zone;
  const verdict = readHostName(text, { underscore: type === 'CNAME', wildcard: false });
  if (!verdict.ok) return badTarget(type, verdict);
  if (verdict.ascii.includes('.') || text.endsWith('.')) return verdict.ascii;
  const whole = readHostName(`${verdict.ascii}.${zone}`, { underscore: true, wildcard: false });
  return whole.ok ? whole.ascii : zoneRefusal('target-syntax', { type });
}

function badTarget(type: RecordType, verdict: HostNameVerdict & { ok: false }): ZoneRefusal {
  switch (verdict.why) {
    case 'label':
      return zoneRefusal('target-invalid', { label: verdict.label });
    case 'address':
      return type === 'CNAME'
        ? zoneRefusal('cname-target-is-address', {})
        : zoneRefusal('target-is-address', { type });
    case 'web-address':
      return zoneRefusal('target-is-web-address', { type });
    case 'mail-address':
      return zoneRefusal('target-is-mail-address', { type });
    default:
      return zoneRefusal('target-syntax', { type });
  }
}

function readText(value: string): Data | ZoneRefusal {
  const text = unquoteText(value);
  const bad = /\p{Cc}|\p{Cs}/u.exec(text)?.[0];
  if (bad !== undefined) return zoneRefusal('text-control-character', { character: showCharacter(bad) });
  const octets = Buffer.byteLength(text);
  if (octets > MAX_TEXT_OCTETS) return zoneRefusal('text-too-long', { octets, max: MAX_TEXT_OCTETS });
  return { type: 'TXT', text };
}

/** A whole number of zero or more; undefined when it is something else. */
function readNumber(given: number | string | undefined, otherwise: number): number | undefined {
  if (given === undefined || given === '') return otherwise;
  const text = String(given).trim();
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

function shorten(text: string): string {
  return [...text.trim()].slice(0, 60).map(showCharacter).join('');
}

function no(refusal: ZoneRefusal): RecordVerdict {
  return { ok: false, refusal };
}
