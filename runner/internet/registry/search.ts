// Is this name free, taken, or refused, and what would it cost? What the counter shows before one orders.
import { whyNot } from './apply-registration.ts';
import type { Instant } from './instant.ts';
import { type Life, lifeOf } from './life-cycle.ts';
import { readName } from './name.ts';
import type { RegistryRefusal } from './refusals.ts';
import { type RegistryState, registrationOf, type SeatId } from './registration.ts';
import { DEFAULT_RULES, type Rules, zoneName } from './rules.ts';
import type { Tld } from './tld.ts';

export type Availability =
  | { kind: 'free'; ascii: string; unicode: string; tld: Tld }
  | { kind: 'yours'; ascii: string; unicode: string; life: Life }
  /** `life.until` says when it might come back. */
  | { kind: 'taken'; ascii: string; unicode: string; life: Life }
  | { kind: 'refused'; refusal: RegistryRefusal };

/** Looks one name up for a seat, as typed. */
export function lookUp(
  state: RegistryState,
  input: string,
  seat: SeatId,
  now: Instant,
  rules: Rules = DEFAULT_RULES,
): Availability {
  const name = readName(input, rules);
  if (!name.ok) {
    const { ok: _, ...refusal } = name;
    return { kind: 'refused', refusal };
  }
  const { ascii, unicode, tld } = name;
  const life = lifeOf(registrationOf(state, ascii), tld, now);
  // A name whose time is over is free even before the registry has carried that out.
  if (life.state !== 'free') {
    return { kind: registrationOf(state, ascii)?.seat === seat ? 'yours' : 'taken', ascii, unicode, life };
  }
  const { [ascii]: _, ...names } = state.names;
  const refusal = whyNot({ state: { ...state, names }, rules, now }, name, seat);
  return refusal ? { kind: 'refused', refusal } : { kind: 'free', ascii, unicode, tld };
}

/** Looks a word up under every TLD (`mon-exemple`), or a whole name under its own TLD first and then the others. */
export function search(
  state: RegistryState,
  input: string,
  seat: SeatId,
  now: Instant,
  rules: Rules = DEFAULT_RULES,
): Availability[] {
  const text = input.trim();
  const whole = readName(text, rules);
  if (!whole.ok && whole.code !== 'name-without-tld') return [lookUp(state, text, seat, now, rules)];
  const label = whole.ok ? whole.unicodeLabel : text;
  const others = rules.tlds.filter((tld) => !whole.ok || tld.zone !== whole.tld.zone);
  const names = [
    ...(whole.ok ? [whole.ascii] : []),
    ...others.map((tld) => `${label}.${zoneName(tld, rules)}`),
  ];
  return names.map((name) => lookUp(state, name, seat, now, rules));
}
