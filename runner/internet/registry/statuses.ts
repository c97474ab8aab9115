// Which EPP and RDAP statuses does a name show (RFC 5731, 3915, 8056)?
import type { Instant } from './instant.ts';
import { inAddGrace, lifeOf, lockedUntil } from './life-cycle.ts';
import type { Registration } from './registration.ts';
import type { Tld } from './tld.ts';

/** The EPP statuses that this registry uses, and their RDAP names (RFC 8056, section 2). */
export const RDAP_STATUS = {
  ok: 'active',
  inactive: 'inactive',
  clientHold: 'client hold',
  clientTransferProhibited: 'client transfer prohibited',
  serverTransferProhibited: 'server transfer prohibited',
  pendingTransfer: 'pending transfer',
  pendingDelete: 'pending delete',
  addPeriod: 'add period',
  autoRenewPeriod: 'auto renew period',
  redemptionPeriod: 'redemption period',
} as const;

export type EppStatus = keyof typeof RDAP_STATUS;

/** Statuses of a registration, in the order in which registries print them; `ok` stands alone (RFC 5731, 2.3). */
export function eppStatuses(registration: Registration, tld: Tld, now: Instant): EppStatus[] {
  const life = lifeOf(registration, tld, now);
  switch (life.state) {
    case 'free':
      return [];
    case 'grace':
      // The registrar cuts the name off, so that its holder notices.
      return ['autoRenewPeriod', 'clientHold'];
    case 'redemption':
      return ['redemptionPeriod'];
    case 'pending-delete':
      return ['pendingDelete'];
    case 'registered':
    case 'transfer-pending':
      return livingStatuses(registration, tld, now);
  }
}

function livingStatuses(registration: Registration, tld: Tld, now: Instant): EppStatus[] {
  const list: EppStatus[] = [];
  if (registration.transferLocked) list.push('clientTransferProhibited');
  if (lockedUntil(registration, tld, now) !== undefined) list.push('serverTransferProhibited');
  if (registration.transferPending) list.push('pendingTransfer');
  if (registration.nameServers.length === 0) list.push('inactive');
  if (list.length === 0) list.push('ok');
  if (inAddGrace(registration, tld, now)) list.unshift('addPeriod');
  return list;
}
