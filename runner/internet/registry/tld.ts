// What does the box know about a top-level domain? A remixer adds one by adding an entry to `tlds.ts` and its sentences to the words files.
import type { Alphabet } from './alphabets.ts';

/** Where a fact comes from. `to verify` means that no source that we read says it. */
export interface Source {
  /** Short address, or a mark of the domain facts. */
  from: string;
  /** When it was read (year and month), or `to verify`. */
  read: string;
}

/** Who may register. */
export type Eligibility =
  | { rule: 'anyone' }
  /** Residence or seat in one of these countries. */
  | { rule: 'residence'; countries: readonly string[] }
  /** Residence or seat there, or (natural persons) citizenship of one of them, wherever they live. */
  | { rule: 'residence-or-citizenship'; countries: readonly string[] }
  /** A declared link with a place, not proved beforehand. */
  | { rule: 'attachment' };

/** What the registry publishes about the holder. */
export type Publication =
  /** Afnic: natural persons withheld (« diffusion restreinte »), organisations published. */
  | 'afnic'
  /** EURid: nothing about the holder over WHOIS. */
  | 'eurid'
  /** ICANN's registration data policy: natural persons redacted but for the country, organisations published. */
  | 'icann'
  /** « Thin » registry: only the registrar knows the holder. */
  | 'thin';

export interface LifeCycleDays {
  /** Deleted this soon after registration, a name is free again at once. */
  addGrace: number;
  /** After expiry: the name no longer answers, an ordinary renewal still saves it. */
  grace: number;
  /** After that (or after a deletion): only a paid restoration saves it. */
  redemption: number;
  /** After that: nothing saves it. */
  pendingDelete: number;
}

export interface TransferRules {
  /** Days after registration or a transfer during which the name cannot leave. */
  lockDays: number;
  /** Days that the losing side has to refuse; 0 means at once. */
  decisionDays: number;
  /** Days that a transfer code stays valid; 0 means until it is used. */
  codeDays: number;
  /** Years that a transfer adds to the registration. */
  addsYears: 0 | 1;
}

/** Play money, in cents. */
export interface Prices {
  register: number;
  renew: number;
  restore: number;
  transfer: number;
}

export interface Tld {
  /** Without dots: `fr`. */
  zone: string;
  kind: 'country' | 'generic' | 'city';
  /** Who runs the registry, and in which country it has its seat (ISO 3166-1 alpha-2). */
  operator: { name: string; country: string };
  eligibility: Eligibility;
  publication: Publication;
  /** Fewest and most years of a registration, the most also counting from today when renewing. */
  years: { min: number; max: number };
  minLength: number;
  alphabet: Alphabet;
  days: LifeCycleDays;
  transfer: TransferRules;
  prices: Prices;
  /** One source for each group of facts above; prices are invented. */
  sources: Record<'operator' | 'eligibility' | 'publication' | 'syntax' | 'days' | 'transfer', Source>;
}
