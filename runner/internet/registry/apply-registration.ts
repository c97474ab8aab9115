// How is a name registered, renewed, restored and given up?
import {
  type Context,
  changed,
  eventOf,
  find,
  findAnyones,
  type Outcome,
  refused,
  without,
  withoutOk,
} from './apply.ts';
import type { RegisterCommand, RegistryCommand } from './commands.ts';
import { readHolder } from './holder.ts';
import { addYears } from './instant.ts';
import { inAddGrace, renewedUntil } from './life-cycle.ts';
import { type ReadName, readName } from './name.ts';
import { readNameServers } from './name-servers.ts';
import { type RegistryRefusal, refusal } from './refusals.ts';
import { type Registration, registrationOf } from './registration.ts';
import { reservedReason } from './reserved.ts';
import { type Registrar, registrarOf } from './rules.ts';

type Of<T extends RegistryCommand['type']> = Extract<RegistryCommand, { type: T }>;

/** First come, first served: the name goes to whoever asks first, if it may go to anybody. */
export function register(context: Context, command: RegisterCommand): Outcome {
  const name = readName(command.name, context.rules);
  if (!name.ok) return refused(withoutOk(name));
  const obstacle = whyNot(context, name, command.seat) ?? checkYears(command.years, name);
  if (obstacle) return refused(obstacle);
  const registrar =
    command.registrar === undefined
      ? context.rules.registrars[0]
      : registrarOf(command.registrar, context.rules);
  if (!registrar) return refused(refusal('registrar-unknown', {}));
  const holder = readHolder(command.holder, name.tld);
  if (!holder.ok) return refused(withoutOk(holder));
  const given = command.nameServers ?? registrar.nameServers.map((host) => ({ host, addresses: [] }));
  const nameServers = readNameServers(given, name.ascii, context.state, context.rules);
  if (!nameServers.ok) return refused(nameServers.refusal);

  const registration = newRegistration(context, command, name, registrar);
  registration.holder = holder.holder;
  registration.nameServers = nameServers.nameServers;
  const { state } = context;
  const names = { ...state.names, [name.ascii]: registration };
  const price = name.tld.prices.register + (command.years - 1) * name.tld.prices.renew;
  return {
    ok: true,
    state: { ...state, names, nextHandle: state.nextHandle + 1 },
    events: [eventOf(registration, 'registered', context.now, price)],
  };
}

/** Why this seat cannot have this name, whatever it fills in; undefined when it can. */
export function whyNot(context: Context, name: ReadName, seat: string): RegistryRefusal | undefined {
  const reason = reservedReason(name);
  if (reason) return refusal('reserved', { name: name.unicode, reason });
  const present = registrationOf(context.state, name.ascii);
  if (present) return refusal(present.seat === seat ? 'already-yours' : 'taken', { name: name.unicode });
  const held = Object.values(context.state.names).filter((each) => each.seat === seat).length;
  const max = context.rules.maxNamesPerSeat;
  return held >= max ? refusal('too-many-names', { max }) : undefined;
}

function checkYears(years: number, name: ReadName): RegistryRefusal | undefined {
  const { min, max } = name.tld.years;
  return Number.isInteger(years) && years >= min && years <= max
    ? undefined
    : refusal('years-out-of-range', { min, max });
}

function newRegistration(
  context: Context,
  command: RegisterCommand,
  name: ReadName,
  registrar: Registrar,
): Registration {
  const number = String(context.state.nextHandle).padStart(6, '0');
  return {
    name: name.ascii,
    unicode: name.unicode,
    tld: name.tld.zone,
    handle: `DOM${number}-${name.tld.zone.toUpperCase()}`,
    seat: command.seat,
    holder: command.holder,
    holderHandle: `CTC${number}-${name.tld.zone.toUpperCase()}`,
    registrar: registrar.id,
    createdAt: context.now,
    changedAt: context.now,
    expiresAt: addYears(context.now, command.years),
    transferredAt: null,
    deletedAt: null,
    renewsItself: false,
    nameServers: [],
    transferLocked: false,
    transferCode: null,
    transferPending: null,
  };
}

/** Adds years to a name that is registered or in grace; what was left of the present term is kept. */
export function renew(context: Context, command: Of<'renew'>): Outcome {
  const held = find(context, command, ['registered', 'grace']);
  if ('code' in held) return refused(held);
  const { min, max } = held.tld.years;
  if (!Number.isInteger(command.years) || command.years < min || command.years > max) {
    return refused(refusal('years-out-of-range', { min, max }));
  }
  const until = renewedUntil(held.registration, command.years, held.tld, context.now);
  if (until === undefined) return refused(refusal('too-many-years', { max }));
  const price = command.years * held.tld.prices.renew;
  return changed(context, held.registration, { expiresAt: until }, { type: 'renewed', price });
}

/** Takes a name out of redemption: the restoration is paid, and one year with it. */
export function restore(context: Context, command: Of<'restore'>): Outcome {
  const held = find(context, command, ['redemption']);
  if ('code' in held) return refused(held);
  const { registration, tld } = held;
  // A name given up before its term keeps it; an expired one gets a year from its old term, or from now when that is past too.
  const kept = registration.expiresAt > context.now;
  const oneYear = addYears(registration.expiresAt, 1);
  const renewed = oneYear > context.now ? oneYear : addYears(context.now, 1);
  const price = tld.prices.restore + (kept ? 0 : tld.prices.renew);
  const changes = { deletedAt: null, expiresAt: kept ? registration.expiresAt : renewed };
  return changed(context, registration, changes, { type: 'restored', price });
}

/** Takes a name back as if it had never been registered: a lab begins again. */
export function withdraw(context: Context, command: Of<'withdraw'>): Outcome {
  const held = findAnyones(context, command.name);
  if ('code' in held) return refused(held);
  const { registration } = held;
  if (registration.seat !== command.seat)
    return refused(refusal('not-yours', { name: registration.unicode }));
  const events = [eventOf(registration, 'released', context.now)];
  return { ok: true, state: without(context.state, registration.name), events };
}

/** Gives a name up: at once free when it is very new, in redemption otherwise. */
export function remove(context: Context, command: Of<'delete'>): Outcome {
  const held = find(context, command, ['registered', 'grace']);
  if ('code' in held) return refused(held);
  const { registration, tld } = held;
  if (inAddGrace(registration, tld, context.now)) {
    const events = [
      eventOf(registration, 'deleted', context.now),
      eventOf(registration, 'released', context.now),
    ];
    return { ok: true, state: without(context.state, registration.name), events };
  }
  return changed(context, registration, { deletedAt: context.now, transferCode: null }, { type: 'deleted' });
}
