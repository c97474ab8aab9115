// Which sentences does the registry need in each language? A new language is a file that fills this in; `{…}` is filled by `say.ts`.
import type { RegistryEventType } from './commands.ts';
import type { HolderField } from './holder.ts';
import type { LabelRefusals } from './label.ts';
import type { LifeState } from './life-cycle.ts';
import type { RegistryRefusalCode } from './refusals.ts';
import type { ReservedReason } from './reserved.ts';
import type { EppStatus } from './statuses.ts';

export type LabelCode = keyof LabelRefusals;
export type LabelSentences = Record<LabelCode, string>;

/** What the counter tells of a TLD. */
export interface TldWords {
  /** Who runs the registry. */
  operator: string;
  /** Who may register. */
  mayRegister: string;
  /** What anybody can read about the holder. */
  published: string;
}

/** What every words file of the small Internet has. */
export interface LanguageWords {
  /** BCP 47, for dates and lists. */
  locale: string;
  labels: LabelSentences;
}

export interface RegistryWords extends LanguageWords {
  refusals: Record<Exclude<RegistryRefusalCode, LabelCode>, string>;
  reserved: Record<ReservedReason, string>;
  fields: Record<HolderField, string>;
  /** A state in a few words, and what the holder can do then. */
  states: Record<LifeState, { name: string; meaning: string }>;
  statuses: Record<EppStatus, string>;
  events: Record<RegistryEventType, string>;
  /** By `Tld.zone`. */
  tlds: Record<string, TldWords>;
  /** What WHOIS and RDAP say besides data. */
  answers: Record<
    | `${'simulated' | 'withheld' | 'notFound' | 'badRequest' | 'notImplemented' | 'busy'}Title`
    | 'simulated'
    | 'withheld'
    | 'nobodyHolds'
    | 'noHost'
    | 'addressAsked'
    | 'noEntity'
    | 'badPath'
    | 'notImplemented'
    | 'busy',
    string
  >;
}
