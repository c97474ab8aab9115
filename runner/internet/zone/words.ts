// Which sentences does the zone editor need in each language?
import type { SentencesFor } from '../registry/words.ts';
import type { RecordType } from './record.ts';
import type { ZoneRefusal, ZoneRefusals } from './refusals.ts';

export interface ZoneWords {
  refusals: SentencesFor<ZoneRefusals>;
  /** What each type of record is for, in one sentence. */
  types: Record<RecordType | 'SOA', string>;
}

/** The sentence for a refusal of a record or a zone. */
export function sayZoneRefusal(words: ZoneWords, refusal: ZoneRefusal): string {
  const say = words.refusals[refusal.code] as (params: ZoneRefusal['params']) => string;
  return say(refusal.params);
}
