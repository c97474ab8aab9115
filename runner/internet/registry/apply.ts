// What do the commands of the registry share: finding a name, knowing whose it is, changing one registration?
import type { RegistryEvent, RegistryEventType } from './commands.ts';
import type { Instant } from './instant.ts';
import { type Life, type LifeState, lifeOf } from './life-cycle.ts';
import { readName } from './name.ts';
import { type RegistryRefusal, refusal } from './refusals.ts';
import { type Registration, type RegistryState, registrationOf, type SeatId } from './registration.ts';
import { type Rules, tldOf } from './rules.ts';
import type { Tld } from './tld.ts';

/** What a command works with. */
export interface Context {
  state: RegistryState;
  rules: Rules;
  now: Instant;
}

export type Outcome =
  | { ok: true; state: RegistryState; events: RegistryEvent[] }
  | { ok: false; refused: RegistryRefusal };

/** A registration that the one who asks may touch. */
export interface Held {
  registration: Registration;
  tld: Tld;
  life: Life;
}

/** Finds a name and makes sure that this seat holds it and that its state allows the operation. */
export function find(
  context: Context,
  command: { seat: SeatId; name: string },
  allowed: readonly LifeState[],
): Held | RegistryRefusal {
  const found = findAnyones(context, command.name);
  if ('code' in found) return found;
  const { registration, life } = found;
  if (registration.seat !== command.seat) return refusal('not-yours', { name: registration.unicode });
  if (life.state === 'transfer-pending' && !allowed.includes('transfer-pending')) {
    return refusal('transfer-pending', { name: registration.unicode, until: life.until });
  }
  if (!allowed.includes(life.state))
    return refusal('wrong-state', { name: registration.unicode, state: life.state });
  return found;
}

/** Finds a registered name, whoever holds it. */
export function findAnyones(context: Context, input: string): Held | RegistryRefusal {
  const name = readName(input, context.rules);
  if (!name.ok) return withoutOk(name);
  const registration = registrationOf(context.state, name.ascii);
  if (!registration) return refusal('not-registered', { name: name.unicode });
  return { registration, tld: name.tld, life: lifeOf(registration, name.tld, context.now) };
}

/** The TLD of a registration. Throws when the rules no longer have it: the state and the rules do not belong together. */
export function tldFor(registration: Registration, rules: Rules): Tld {
  const tld = tldOf(registration.tld, rules);
  if (!tld)
    throw new Error(
      `The registry holds ${registration.name}, but its rules have no TLD ${registration.tld}.`,
    );
  return tld;
}

/** The state with one registration changed, and the event that says so. */
export function changed(
  context: Context,
  registration: Registration,
  changes: Partial<Registration>,
  event: { type: RegistryEventType; price?: number },
): Outcome {
  const next: Registration = { ...registration, ...changes, changedAt: context.now };
  const state = { ...context.state, names: { ...context.state.names, [next.name]: next } };
  return { ok: true, state, events: [eventOf(next, event.type, context.now, event.price)] };
}

export function eventOf(
  registration: Registration,
  type: RegistryEventType,
  at: Instant,
  price = 0,
): RegistryEvent {
  return { type, at, name: registration.name, tld: registration.tld, seat: registration.seat, price };
}

/** The state without this name. */
export function without(state: RegistryState, name: string): RegistryState {
  const { [name]: _, ...names } = state.names;
  return { ...state, names };
}

export function refused(reason: RegistryRefusal): Outcome {
  return { ok: false, refused: reason };
}

/** A verdict that said no, as a refusal. */
export function withoutOk<R extends RegistryRefusal>(verdict: { ok: false } & R): RegistryRefusal {
  return { code: verdict.code, params: verdict.params } as RegistryRefusal;
}
