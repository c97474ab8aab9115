// What is a record of a zone, and which ones may a trainee write?

/** TTL in seconds. Names are absolute, lower-case ASCII, without final dot. */
interface Common {
  owner: string;
  ttl: number;
}

export type ZoneRecord = Common &
  (
    | { type: 'A'; address: string }
    | { type: 'AAAA'; address: string }
    | { type: 'CNAME'; target: string }
    | { type: 'MX'; preference: number; target: string }
    | { type: 'NS'; target: string }
    /** Bare text; cut and escaped when written. */
    | { type: 'TXT'; text: string }
  );

export type RecordType = ZoneRecord['type'];
export const RECORD_TYPES = [
  'A',
  'AAAA',
  'CNAME',
  'MX',
  'TXT',
  'NS',
] as const satisfies readonly RecordType[];

/** A line of the zone editor, as typed. */
export interface RecordForm {
  /** `@` or empty for the name itself, `www`, or a whole name. */
  owner: string;
  type: string;
  value: string;
  /** Seconds; the default when left out or empty. */
  ttl?: number | string;
  /** For MX: lower comes first. */
  preference?: number | string;
}

/** Short enough that a change is seen within a class. */
export const DEFAULT_TTL = 60;
export const MIN_TTL = 5;
/** One week, the most that RFC 1912 (2.2) finds reasonable for hosts; RFC 2181 (8) allows 2^31-1. */
export const MAX_TTL = 604_800;
export const DEFAULT_PREFERENCE = 10;
export const MAX_TEXT_OCTETS = 2048;
/** Records of one zone: a class writes a dozen; this bounds the work. */
export const MAX_RECORDS = 100;
