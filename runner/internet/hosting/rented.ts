// What is remembered of a rented server, and what has become of it now?
import type { ServerView, System } from '../../protocol/counters.ts';
import type { Instant } from '../registry/instant.ts';
import type { VpsConsole } from './vps-console.ts';

/** What outlives the runner. */
export interface Rented {
  seatId: string;
  host: string;
  /** `HostOffer.id`. */
  offer: string;
  password: string;
  /** Debian when left out. */
  system?: System;
  sshKey?: string;
  fingerprint?: string;
  containerId?: string;
  /** It was stopped because it had filled its disk; until it is started again. */
  full?: true;
  /** It was up before its order: its container was made under another name. */
  waited?: true;
  address: string;
  orderedAt: Instant;
  paidUntil: Instant;
  /** Its owner wants it on: after a power cut it comes back by itself. */
  on: boolean;
}

/** `position` 0: its turn has come. */
export type ServerState =
  | { is: 'ordered'; position: number }
  | { is: 'starting' }
  | { is: 'running' }
  | { is: 'stopping' }
  | { is: 'off' }
  | { is: 'lost' };

/** A server in the hands of this runner. */
export interface Live {
  rented: Rented;
  state: ServerState;
  /** Counts what was begun with it: what was begun earlier settles nothing any more. */
  turn: number;
  console: VpsConsole | undefined;
}

/** A server as its owner sees it. `names`: what leads to it. */
export function serverView({ rented, state }: Live, names: string[]): ServerView {
  const { host, offer, orderedAt, address, fingerprint, full } = rented;
  return {
    host,
    offer,
    state: state.is,
    ...(state.is === 'off' && full ? { full } : {}),
    ...(state.is === 'ordered' && state.position > 0 ? { position: state.position } : {}),
    orderedAt,
    address,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    sshKey: rented.sshKey !== undefined,
    names,
  };
}
