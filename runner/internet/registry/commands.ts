// What may be asked of the registry, and what does it tell when something happened?
import type { Instant } from './instant.ts';
import type { Holder, NameServer, SeatId } from './registration.ts';

interface OnName {
  /** Who asks. The caller has proved it; the registry compares it with the name's seat. */
  seat: SeatId;
  /** As typed. */
  name: string;
}

export type RegisterCommand = OnName & {
  type: 'register';
  years: number;
  holder: Holder;
  /** `Registrar.id`; the first registrar when left out. */
  registrar?: string;
  /** The registrar's own when left out. */
  nameServers?: NameServer[];
};

export type TransferCommand = OnName & {
  type: 'transfer';
  code: string;
  registrar: string;
  /** New holder; left out when the name keeps its holder and only changes registrar. */
  holder?: Holder;
};

export type RegistryCommand =
  | RegisterCommand
  | (OnName & { type: 'renew'; years: number })
  | (OnName & { type: 'restore' })
  | (OnName & { type: 'delete' })
  /** No registrar can ask it: the name is free again at once, in whatever state it is, as if it had never been registered. */
  | (OnName & { type: 'withdraw' })
  | (OnName & { type: 'set-name-servers'; nameServers: NameServer[] })
  | (OnName & { type: 'set-holder'; holder: Holder })
  | (OnName & { type: 'set-transfer-lock'; locked: boolean })
  /** `code`: a new random one of 16 characters or more, made by the caller (the registry has no randomness of its own). */
  | (OnName & { type: 'make-transfer-code'; code: string })
  | TransferCommand
  /** The present holder lets a pending transfer through at once, or stops it. */
  | (OnName & { type: 'approve-transfer' })
  | (OnName & { type: 'refuse-transfer' })
  /** Who asked for the transfer gives up. */
  | (OnName & { type: 'cancel-transfer' });

export type RegistryEventType =
  | 'registered'
  | 'renewed'
  | 'restored'
  | 'deleted'
  | 'name-servers-changed'
  | 'holder-changed'
  | 'transfer-lock-changed'
  | 'transfer-code-made'
  | 'transfer-asked'
  | 'transfer-refused'
  | 'transfer-cancelled'
  | 'transferred'
  | 'expired'
  | 'redemption-began'
  | 'pending-delete-began'
  | 'released';

/** Something that happened to a name; holds no personal particulars. */
export interface RegistryEvent {
  type: RegistryEventType;
  at: Instant;
  /** ASCII form. */
  name: string;
  /** `Tld.zone`: which zone may have changed. */
  tld: string;
  /** Seat that holds the name after it happened (before, for `released`); null: nobody in the class. */
  seat: SeatId | null;
  /** Play money to take from whoever asked, in cents; 0 when nothing is due. */
  price: number;
}
