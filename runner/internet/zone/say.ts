// How does a refusal of a record or a zone become a sentence of somebody's language?
import { fill, sayLabel, sayValues } from '../registry/say.ts';
import type { ZoneRefusal } from './refusals.ts';
import type { ZoneWords } from './words.ts';

export function sayZoneRefusal(words: ZoneWords, refusal: ZoneRefusal): string {
  const values = sayValues(words, refusal.params);
  if (refusal.code === 'owner-invalid' || refusal.code === 'target-invalid') {
    values.label = sayLabel(words, refusal.params.label);
  }
  return fill(words.refusals[refusal.code], values);
}
