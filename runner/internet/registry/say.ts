// How does a refusal or an event become a sentence of somebody's language?
import type { RegistryEvent } from './commands.ts';
import type { LabelRefusal } from './label.ts';
import type { RegistryRefusal } from './refusals.ts';
import type { LabelCode, LanguageWords, RegistryWords } from './words.ts';

/** Values for the `{…}` of a sentence. */
export type Values = Record<string, string>;

/** A sentence with its `{…}` filled in. Throws when a value is missing: the words file and the code disagree. */
export function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined) throw new Error(`Nothing to fill {${key}} with in « ${sentence} ».`);
    return value;
  });
}

/** The sentence for what is wrong with a label (a piece of a name between two dots). */
export function sayLabel(words: LanguageWords, refusal: LabelRefusal): string {
  return fill(words.labels[refusal.code], sayValues(words, refusal.params));
}

/** The sentence for a refusal of the registry. */
export function sayRefusal(words: RegistryWords, refusal: RegistryRefusal): string {
  const sentence = isLabelCode(words, refusal.code)
    ? words.labels[refusal.code]
    : words.refusals[refusal.code];
  return fill(sentence, { ...sayValues(words, refusal.params), ...lookUps(words, refusal) }).trim();
}

/** The sentence for an event, with the name as people read it. */
export function sayEvent(words: RegistryWords, event: RegistryEvent, unicode: string): string {
  return fill(words.events[event.type], { name: unicode });
}

function isLabelCode(words: LanguageWords, code: RegistryRefusal['code']): code is LabelCode {
  return Object.hasOwn(words.labels, code);
}

/** Facts that stand for sentences of their own. */
function lookUps(words: RegistryWords, refusal: RegistryRefusal): Values {
  switch (refusal.code) {
    case 'reserved':
      return { reason: words.reserved[refusal.params.reason] };
    case 'wrong-state': {
      const { name, meaning } = words.states[refusal.params.state];
      return { state: name, meaning };
    }
    case 'holder-not-eligible':
      return { mayRegister: words.tlds[refusal.params.zone]?.mayRegister ?? '' };
    case 'holder-field-empty':
    case 'holder-field-too-long':
    case 'holder-field-character':
      return { field: words.fields[refusal.params.field] };
    default:
      return {};
  }
}

/** Facts as people write them: days, lists, numbers. */
export function sayValues(words: LanguageWords, params: object): Values {
  const values: Values = {};
  for (const [key, value] of Object.entries(params) as [string, unknown][])
    values[key] = sayValue(words, key, value);
  return values;
}

function sayValue({ locale }: LanguageWords, key: string, value: unknown): string {
  if (typeof value === 'number' && (key === 'until' || key === 'expiresAt')) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(value);
  }
  if (!Array.isArray(value)) return String(value);
  if (key !== 'zones') return new Intl.ListFormat(locale, { type: 'conjunction' }).format(value.map(String));
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(value.map((zone) => `.${String(zone)}`));
}
