// In which state of its life is a name at a given moment, and what will happen to it next?
import { addDays, addYears, type Instant } from './instant.ts';
import type { Registration } from './registration.ts';
import type { Tld } from './tld.ts';

/** State of a name. `until` is when the next state comes by itself. */
export type Life =
  | { state: 'free' }
  | { state: 'registered'; until: Instant }
  /** Still works; goes to somebody else at `until` unless its holder refuses. */
  | { state: 'transfer-pending'; until: Instant }
  /** Expired: no longer in the DNS, an ordinary renewal saves it. */
  | { state: 'grace'; until: Instant }
  /** Only a paid restoration by its holder saves it. */
  | { state: 'redemption'; until: Instant }
  /** Nothing saves it. */
  | { state: 'pending-delete'; until: Instant };

export type LifeState = Life['state'];

interface Terms {
  /** End of grace, or the day its holder gave it up. */
  deletion: Instant;
  pendingDelete: Instant;
  release: Instant;
}

function terms(registration: Registration, tld: Tld): Terms {
  const deletion = registration.deletedAt ?? addDays(registration.expiresAt, tld.days.grace);
  const pendingDelete = addDays(deletion, tld.days.redemption);
  return { deletion, pendingDelete, release: addDays(pendingDelete, tld.days.pendingDelete) };
}

/** State of a registration at `now`. A moment that ends a state already belongs to the next one. */
export function lifeOf(registration: Registration | undefined, tld: Tld, now: Instant): Life {
  if (!registration) return { state: 'free' };
  const { deletion, pendingDelete, release } = terms(registration, tld);
  if (registration.deletedAt === null && now < registration.expiresAt) {
    const pending = registration.transferPending;
    if (pending) return { state: 'transfer-pending', until: pending.decidedAt };
    return { state: 'registered', until: registration.expiresAt };
  }
  if (now < deletion) return { state: 'grace', until: deletion };
  if (now < pendingDelete) return { state: 'redemption', until: pendingDelete };
  if (now < release) return { state: 'pending-delete', until: release };
  return { state: 'free' };
}

/** Does the TLD's zone delegate this name now? */
export function isDelegated(registration: Registration, tld: Tld, now: Instant): boolean {
  const { state } = lifeOf(registration, tld, now);
  return (state === 'registered' || state === 'transfer-pending') && registration.nameServers.length > 0;
}

export type Milestone = {
  at: Instant;
  what: 'transferred' | 'expired' | 'redemption-began' | 'pending-delete-began' | 'released';
};

/** What will happen to this registration if nobody does anything, in order; steps that last no time are left out. */
export function milestones(registration: Registration, tld: Tld): Milestone[] {
  const { deletion, pendingDelete, release } = terms(registration, tld);
  const list: Milestone[] = [];
  if (registration.transferPending)
    list.push({ at: registration.transferPending.decidedAt, what: 'transferred' });
  if (registration.deletedAt === null) list.push({ at: registration.expiresAt, what: 'expired' });
  if (tld.days.redemption > 0 && registration.deletedAt === null)
    list.push({ at: deletion, what: 'redemption-began' });
  if (tld.days.pendingDelete > 0) list.push({ at: pendingDelete, what: 'pending-delete-began' });
  list.push({ at: release, what: 'released' });
  return list;
}

/** Expiry after adding years, at most `tld.years.max` years from `now` (the registries' ceiling); undefined above it. */
export function renewedUntil(
  registration: Registration,
  years: number,
  tld: Tld,
  now: Instant,
): Instant | undefined {
  const until = addYears(registration.expiresAt, years);
  return until <= addYears(now, tld.years.max) ? until : undefined;
}

/** Until when a name cannot leave its registrar because it is too new or has just moved; undefined when it can. */
export function lockedUntil(registration: Registration, tld: Tld, now: Instant): Instant | undefined {
  const until = addDays(registration.transferredAt ?? registration.createdAt, tld.transfer.lockDays);
  return now < until ? until : undefined;
}

/** Is the name new enough to be given back at once when its holder deletes it? */
export function inAddGrace(registration: Registration, tld: Tld, now: Instant): boolean {
  return now < addDays(registration.createdAt, tld.days.addGrace);
}
