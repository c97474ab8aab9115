// Which sentences does the registry need in each language? A new language is a file that fills this in.
import type { RegistryEventType } from './commands.ts';
import type { HolderField } from './holder.ts';
import type { LabelRefusal, LabelRefusals } from './label.ts';
import type { LifeState } from './life-cycle.ts';
import type { RegistryRefusal, RegistryRefusals } from './refusals.ts';
import type { ReservedReason } from './reserved.ts';
import type { EppStatus } from './statuses.ts';

/** One sentence per refusal, made from its facts. */
export type SentencesFor<R> = { [C in keyof R]: (params: R[C]) => string };

/** What the counter tells of a TLD. */
export interface TldWords {
  /** Who runs the registry. */
  operator: string;
  /** Who may register. */
  mayRegister: string;
  /** What anybody can read about the holder. */
  published: string;
}

export interface RegistryWords {
  refusals: SentencesFor<RegistryRefusals>;
  reserved: Record<ReservedReason, string>;
  fields: Record<HolderField, string>;
  /** A state in a few words, and what the holder can do then. */
  states: Record<LifeState, { name: string; meaning: string }>;
  statuses: Record<EppStatus, string>;
  events: Record<RegistryEventType, (name: string) => string>;
  /** By `Tld.zone`. */
  tlds: Record<string, TldWords>;
  /** What WHOIS and RDAP say besides data. */
  answers: {
    simulatedTitle: string;
    simulated: string;
    withheldTitle: string;
    withheld: string;
    notFoundTitle: string;
    nobodyHolds: (name: string) => string;
    noHost: (host: string) => string;
    noEntity: string;
    badRequestTitle: string;
    badPath: string;
    notImplementedTitle: string;
    notImplemented: string;
  };
}

/** The sentence for a refusal of the registry. */
export function sayRefusal(words: RegistryWords, refusal: RegistryRefusal): string {
  const say = words.refusals[refusal.code] as (params: RegistryRefusal['params']) => string;
  return say(refusal.params);
}

/** The sentence for what is wrong with a label. */
export function sayLabel(words: SentencesFor<LabelRefusals>, refusal: LabelRefusal): string {
  const say = words[refusal.code] as (params: LabelRefusal['params']) => string;
  return say(refusal.params);
}
