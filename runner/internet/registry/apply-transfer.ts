// How does a name go to another registrar or another holder, with its code?
import {
  type Context,
  changed,
  eventOf,
  find,
  findAnyones,
  type Outcome,
  refused,
  tldFor,
  withoutOk,
} from './apply.ts';
import type { RegistryCommand, RegistryEvent, TransferCommand } from './commands.ts';
import { readHolder } from './holder.ts';
import { addDays, addYears, type Instant } from './instant.ts';
import { lockedUntil } from './life-cycle.ts';
import { type RegistryRefusal, refusal } from './refusals.ts';
import type { PendingTransfer, Registration } from './registration.ts';
import { type Rules, registrarOf } from './rules.ts';
import type { Tld } from './tld.ts';

type Of<T extends RegistryCommand['type']> = Extract<RegistryCommand, { type: T }>;

/** Asks for a name with its code; it comes at once or after the TLD's delay, unless its holder refuses meanwhile. */
export function transfer(context: Context, command: TransferCommand): Outcome {
  const found = findAnyones(context, command.name);
  if ('code' in found) return refused(found);
  const { registration, tld, life } = found;
  // The code first: without it, one learns nothing about the name.
  if (!codeFits(registration, tld, command.code, context.now)) {
    return refused(refusal('transfer-code-wrong', { name: registration.unicode }));
  }
  if (life.state !== 'registered') return refused(notNow(found));
  const obstacle = whyNotTransfer(context, command, registration, tld);
  if (obstacle) return refused(obstacle);
  let holder = null;
  if (command.holder !== undefined) {
    const read = readHolder(command.holder, tld);
    if (!read.ok) return refused(withoutOk(read));
    holder = read.holder;
  }
  const decidedAt = addDays(context.now, tld.transfer.decisionDays);
  const pending: PendingTransfer = {
    seat: command.seat,
    registrar: command.registrar,
    holder,
    askedAt: context.now,
    decidedAt,
  };
  const asked: Registration = { ...registration, transferPending: pending, transferCode: null };
  if (decidedAt === context.now) return approved(context, asked, tld.prices.transfer);
  const { transferPending, transferCode } = asked;
  return changed(
    context,
    registration,
    { transferPending, transferCode },
    { type: 'transfer-asked', price: tld.prices.transfer },
  );
}

function notNow(found: { registration: Registration; life: { state: string } }): RegistryRefusal {
  const { registration } = found;
  const name = registration.unicode;
  const pending = registration.transferPending;
  if (pending) return refusal('transfer-pending', { name, until: pending.decidedAt });
  return refusal('wrong-state', { name, state: found.life.state as 'grace' });
}

function codeFits(registration: Registration, tld: Tld, code: string, now: Instant): boolean {
  const made = registration.transferCode;
  if (!made || made.code !== code.trim()) return false;
  return tld.transfer.codeDays === 0 || now < addDays(made.madeAt, tld.transfer.codeDays);
}

function whyNotTransfer(
  context: Context,
  command: TransferCommand,
  registration: Registration,
  tld: Tld,
): RegistryRefusal | undefined {
  const name = registration.unicode;
  if (!registrarOf(command.registrar, context.rules)) return refusal('registrar-unknown', {});
  if (registration.seat === command.seat && registration.registrar === command.registrar) {
    return refusal('transfer-to-itself', { name });
  }
  if (registration.transferLocked) return refusal('transfer-locked', { name });
  const until = lockedUntil(registration, tld, context.now);
  if (until !== undefined) return refusal('transfer-too-early', { name, until });
  const { expiresAt } = registration;
  if (addDays(context.now, tld.transfer.decisionDays) >= expiresAt)
    return refusal('transfer-near-expiry', { name, expiresAt });
  const max = context.rules.maxNamesPerSeat;
  const held = Object.values(context.state.names).filter((each) => each.seat === command.seat);
  if (registration.seat !== command.seat && held.length >= max) return refusal('too-many-names', { max });
  return undefined;
}

/** The present holder lets the transfer through without waiting. */
export function approveTransfer(context: Context, command: Of<'approve-transfer'>): Outcome {
  const held = find(context, command, ['registered', 'transfer-pending']);
  if ('code' in held) return refused(held);
  if (!held.registration.transferPending)
    return refused(refusal('transfer-none', { name: held.registration.unicode }));
  return approved(context, held.registration, 0);
}

export function refuseTransfer(context: Context, command: Of<'refuse-transfer'>): Outcome {
  const held = find(context, command, ['registered', 'transfer-pending']);
  if ('code' in held) return refused(held);
  if (!held.registration.transferPending)
    return refused(refusal('transfer-none', { name: held.registration.unicode }));
  return changed(context, held.registration, { transferPending: null }, { type: 'transfer-refused' });
}

export function cancelTransfer(context: Context, command: Of<'cancel-transfer'>): Outcome {
  const found = findAnyones(context, command.name);
  if ('code' in found) return refused(found);
  const { registration } = found;
  if (registration.transferPending?.seat !== command.seat)
    return refused(refusal('transfer-none', { name: registration.unicode }));
  return changed(context, registration, { transferPending: null }, { type: 'transfer-cancelled' });
}

function approved(context: Context, registration: Registration, price: number): Outcome {
  const [moved, event] = completeTransfer(registration, context.now, context.rules);
  const names = { ...context.state.names, [moved.name]: moved };
  return { ok: true, state: { ...context.state, names }, events: [{ ...event, price }] };
}

/** Carries a pending transfer out: new seat, registrar and holder, lock and code gone. The site stays up: name servers do not change. */
export function completeTransfer(
  registration: Registration,
  at: Instant,
  rules: Rules,
): [Registration, RegistryEvent] {
  const pending = registration.transferPending;
  if (!pending) throw new Error(`${registration.name} has no pending transfer.`);
  const tld = tldFor(registration, rules);
  const longer = addYears(registration.expiresAt, tld.transfer.addsYears);
  const ceiling = addYears(at, tld.years.max);
  const moved: Registration = {
    ...registration,
    seat: pending.seat,
    registrar: pending.registrar,
    holder: pending.holder ?? registration.holder,
    changedAt: at,
    transferredAt: at,
    expiresAt: Math.max(registration.expiresAt, Math.min(longer, ceiling)),
    renewsItself: false,
    transferLocked: false,
    transferCode: null,
    transferPending: null,
  };
  return [moved, eventOf(moved, 'transferred', at)];
}
