// Which sentences does the zone editor need in each language?
import type { LanguageWords } from '../registry/words.ts';
import type { RecordType } from './record.ts';
import type { ZoneRefusalCode } from './refusals.ts';

export interface ZoneWords extends LanguageWords {
  refusals: Record<ZoneRefusalCode, string>;
  /** What each type of record is for, in one sentence. */
  types: Record<RecordType | 'SOA', string>;
}
