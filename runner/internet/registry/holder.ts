// Are these a holder's particulars that a registry accepts, for this TLD?
import { showCharacter } from './label.ts';
import type { Holder } from './registration.ts';
import type { Tld } from './tld.ts';

export const HOLDER_FIELDS = [
  'name',
  'street',
  'postalCode',
  'city',
  'country',
  'citizenship',
  'email',
  'phone',
] as const;
export type HolderField = (typeof HOLDER_FIELDS)[number];

const LONGEST: Record<HolderField, number> = {
  name: 80,
  street: 120,
  postalCode: 16,
  city: 80,
  country: 2,
  citizenship: 2,
  email: 120,
  phone: 20,
};

/** A registry may live without these. */
const MAY_BE_EMPTY: readonly HolderField[] = ['citizenship', 'phone'];

export interface HolderRefusals {
  'holder-field-empty': { field: HolderField };
  'holder-field-too-long': { field: HolderField; max: number };
  'holder-field-character': { field: HolderField; character: string };
  'holder-country': { field: 'country' | 'citizenship'; country: string };
  'holder-email': Record<never, never>;
  'holder-phone': Record<never, never>;
  /** Neither residence nor citizenship opens this TLD. */
  'holder-not-eligible': { zone: string; country: string };
}

export type HolderRefusal = {
  [C in keyof HolderRefusals]: { code: C; params: HolderRefusals[C] };
}[keyof HolderRefusals];
export type HolderVerdict = { ok: true; holder: Holder } | ({ ok: false } & HolderRefusal);

/** A fictional holder for somebody of whom we know a pseudonym only: what the counter's form proposes. */
export function fictionalHolder(name: string): Holder {
  return {
    kind: 'person',
    name,
    street: '1 rue de l’Exemple',
    postalCode: '99999',
    city: 'Saint-Exemple-sur-Loire',
    country: 'FR',
    citizenship: '',
    email: 'contact@camille-exemple.fr',
    phone: '+33.199000000',
  };
}

/** Checks and tidies a holder (spaces, case of country codes). What passes holds on one line of a WHOIS answer. */
export function readHolder(form: Holder, tld: Tld): HolderVerdict {
  const holder: Holder = {
    ...fictionalHolder(''),
    kind: form.kind === 'organisation' ? 'organisation' : 'person',
  };
  for (const field of HOLDER_FIELDS) {
    const text = form[field].normalize('NFC').trim().replace(/ {2,}/g, ' ');
    const refusal = checkField(field, text);
    if (refusal) return { ok: false, ...refusal };
    holder[field] = field === 'country' || field === 'citizenship' ? text.toUpperCase() : text;
  }
  const refusal = checkMeaning(holder) ?? checkEligibility(holder, tld);
  return refusal ? { ok: false, ...refusal } : { ok: true, holder };
}

function checkField(field: HolderField, text: string): HolderRefusal | undefined {
  if (text === '' && !MAY_BE_EMPTY.includes(field)) return { code: 'holder-field-empty', params: { field } };
  if ([...text].length > LONGEST[field]) {
    return { code: 'holder-field-too-long', params: { field, max: LONGEST[field] } };
  }
  // Control, invisible and direction-changing signs, and what could end a line.
  const bad = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Co}|\p{Cn}/u.exec(text)?.[0];
  if (bad !== undefined)
    return { code: 'holder-field-character', params: { field, character: showCharacter(bad) } };
  return undefined;
}

function checkMeaning(holder: Holder): HolderRefusal | undefined {
  for (const field of ['country', 'citizenship'] as const) {
    const country = holder[field];
    if (country !== '' && !isCountry(country)) return { code: 'holder-country', params: { field, country } };
  }
  if (!/^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\]]+$/.test(holder.email)) {
    return { code: 'holder-email', params: {} };
  }
  if (holder.phone !== '' && !/^\+?[0-9][0-9 .-]{3,}$/.test(holder.phone))
    return { code: 'holder-phone', params: {} };
  return undefined;
}

function checkEligibility(holder: Holder, tld: Tld): HolderRefusal | undefined {
  const { eligibility } = tld;
  if (eligibility.rule === 'anyone' || eligibility.rule === 'attachment') return undefined;
  if (eligibility.countries.includes(holder.country)) return undefined;
  const citizen =
    eligibility.rule === 'residence-or-citizenship' &&
    holder.kind === 'person' &&
    eligibility.countries.includes(holder.citizenship);
  return citizen
    ? undefined
    : { code: 'holder-not-eligible', params: { zone: tld.zone, country: holder.country } };
}

/** Is it a country code that has a name? */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code)) return false;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}
