// What does the registry remember? Plain data only: it can be stored as JSON and read back.
import type { Instant } from './instant.ts';

export type SeatId = string;

/** Who holds a name, as the registry knows it (fictional people only: the workshop never asks for a real one). */
export interface Holder {
  kind: 'person' | 'organisation';
  name: string;
  street: string;
  postalCode: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Citizenship, asked where a TLD admits citizens living elsewhere; empty otherwise. */
  citizenship: string;
  email: string;
  phone: string;
}

/** A host that answers for a name; addresses only where the parent must know them (glue). */
export interface NameServer {
  host: string;
  addresses: string[];
}

/** Somebody with the right code has asked for the name. */
export interface PendingTransfer {
  seat: SeatId;
  registrar: string;
  /** New holder, or null when the holder stays and only the registrar changes. */
  holder: Holder | null;
  askedAt: Instant;
  /** When it goes through by itself unless the present holder refuses. */
  decidedAt: Instant;
}

export interface Registration {
  /** ASCII form, without final dot; the key in `RegistryState.names`. */
  name: string;
  unicode: string;
  /** `Tld.zone`. */
  tld: string;
  /** The registry's own number for this registration. */
  handle: string;
  /** Who may touch it; null: somebody of the simulated world, nobody in the class. */
  seat: SeatId | null;
  holder: Holder;
  holderHandle: string;
  /** `Registrar.id`. */
  registrar: string;
  createdAt: Instant;
  changedAt: Instant;
  expiresAt: Instant;
  transferredAt: Instant | null;
  /** When its holder gave it up; null otherwise. */
  deletedAt: Instant | null;
  /** Names of the world may renew themselves at each term. */
  renewsItself: boolean;
  nameServers: NameServer[];
  transferLocked: boolean;
  transferCode: { code: string; madeAt: Instant } | null;
  transferPending: PendingTransfer | null;
}

export interface RegistryState {
  version: 1;
  names: Record<string, Registration>;
  /** Number of the next handle. */
  nextHandle: number;
  /** Until when the passing of time has been carried out. */
  asOf: Instant;
}

/** A registry without any name, opened at this moment of the workshop's clock. */
export function emptyRegistry(now: Instant): RegistryState {
  return { version: 1, names: {}, nextHandle: 1, asOf: now };
}

/** The registration of a name (ASCII form), never something inherited from Object. */
export function registrationOf(state: RegistryState, name: string): Registration | undefined {
  return Object.hasOwn(state.names, name) ? state.names[name] : undefined;
}
