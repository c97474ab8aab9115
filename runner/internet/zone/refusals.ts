// Why may a record or a zone be refused? A closed list: each has its facts here and a sentence per language in the words files.
import type { LabelRefusal } from '../registry/label.ts';
import type { RecordType } from './record.ts';

type None = Record<never, never>;

export interface ZoneRefusals {
  'type-unknown': { types: readonly string[] };
  'owner-invalid': { label: LabelRefusal };
  'owner-syntax': None;
  /** Belongs to another zone than this one. */
  'owner-outside': { owner: string; zone: string };
  /** `_…` names a service: a machine's address or mail does not go there. */
  'owner-underscore': { type: RecordType };
  'ttl-invalid': { min: number; max: number };
  'value-empty': { type: RecordType };
  'address-not-ipv4': { value: string };
  'address-is-ipv6': None;
  'address-not-ipv6': { value: string };
  'address-is-ipv4': None;
  /** A name where an address is asked: what they want is a CNAME. */
  'address-is-a-name': { value: string; type: RecordType };
  'target-is-address': { type: RecordType };
  'cname-target-is-address': None;
  'target-is-web-address': { type: RecordType };
  'target-is-mail-address': { type: RecordType };
  'target-invalid': { label: LabelRefusal };
  'target-syntax': { type: RecordType };
  'preference-invalid': { max: number };
  'text-too-long': { octets: number; max: number };
  'text-control-character': { character: string };
  /** NS and CNAME at the top of the zone. */
  'ns-at-apex': None;
  'cname-at-apex': { zone: string };
  'cname-not-alone': { owner: string; others: string[] };
  'cname-to-itself': { owner: string };
  'cname-loop': { owner: string };
  'record-twice': { owner: string; type: RecordType };
  'ttl-differs': { owner: string; type: RecordType };
  'target-is-alias': { type: RecordType; target: string };
  /** Below a delegation: the other zone's servers answer there. */
  'below-delegation': { owner: string; delegation: string };
  'delegation-without-address': { target: string };
  'too-many-records': { max: number };
}

export type ZoneRefusalCode = keyof ZoneRefusals;
export type ZoneRefusal = { [C in ZoneRefusalCode]: { code: C; params: ZoneRefusals[C] } }[ZoneRefusalCode];

/** Makes a refusal whose facts fit its code. */
export function zoneRefusal<C extends ZoneRefusalCode>(code: C, params: ZoneRefusals[C]): ZoneRefusal {
  return { code, params } as ZoneRefusal;
}
