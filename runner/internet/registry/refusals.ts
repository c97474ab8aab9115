// Why may the registry say no? A closed list: each refusal has its facts here and a sentence per language in the words files.
import type { HolderRefusals } from './holder.ts';
import type { Instant } from './instant.ts';
import type { LifeState } from './life-cycle.ts';
import type { NameRefusals } from './name.ts';
import type { ReservedReason } from './reserved.ts';

type None = Record<never, never>;

export interface RegistryRefusals extends NameRefusals, HolderRefusals {
  reserved: { name: string; reason: ReservedReason };
  taken: { name: string };
  'already-yours': { name: string };
  /** Nobody holds it: there is nothing to change. */
  'not-registered': { name: string };
  /** Somebody else holds it. */
  'not-yours': { name: string };
  'too-many-names': { max: number };
  'years-out-of-range': { min: number; max: number };
  'too-many-years': { max: number };
  /** The operation does not exist in this state of the name's life. */
  'wrong-state': { name: string; state: LifeState };
  'registrar-unknown': None;
  'name-servers-too-many': { max: number };
  'name-server-syntax': { host: string };
  'name-server-twice': { host: string };
  /** It stands inside the very name that it serves: the parent must know its address. */
  'name-server-needs-address': { host: string };
  'name-server-address': { host: string; address: string };
  /** Its own name is not registered. */
  'name-server-unknown': { host: string; name: string };
  'transfer-locked': { name: string };
  'transfer-too-early': { name: string; until: Instant };
  'transfer-near-expiry': { name: string; expiresAt: Instant };
  /** Wrong, too old, used or never made: one answer for all, so that guessing teaches nothing. */
  'transfer-code-wrong': { name: string };
  'transfer-to-itself': { name: string };
  'transfer-pending': { name: string; until: Instant };
  'transfer-none': { name: string };
}

export type RegistryRefusalCode = keyof RegistryRefusals;
export type RegistryRefusal = {
  [C in RegistryRefusalCode]: { code: C; params: RegistryRefusals[C] };
}[RegistryRefusalCode];

/** Makes a refusal whose facts fit its code. */
export function refusal<C extends RegistryRefusalCode>(
  code: C,
  params: RegistryRefusals[C],
): RegistryRefusal {
  return { code, params } as RegistryRefusal;
}
