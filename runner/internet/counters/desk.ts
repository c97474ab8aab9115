// What may a seat ask at the two counters of the small Internet? HTTP stands before this door; registry, zones, accounts and servers behind it.
import type {
  ClockView,
  Directory,
  HostsOutcome,
  HostsView,
  InternetView,
  OrderRequest,
  PasswordOutcome,
  RegistrarDeed,
  RegistrarOutcome,
  RegistrarView,
  SearchReply,
  ServerDeed,
  ZoneChange,
  ZoneOutcome,
} from '../../protocol/counters.ts';

/** Who stands at the counter; proved by the caller. */
export interface Visitor {
  seatId: string;
  pseudonym: string;
}

/** What is refused by a rule of the game is data in the answer (`ok: false`); nothing here throws for it. */
export interface RegistrarDesk {
  view(who: Visitor): RegistrarView;
  search(who: Visitor, text: string): SearchReply;
  act(who: Visitor, deed: RegistrarDeed): Promise<RegistrarOutcome>;
  zone(who: Visitor, name: string): ZoneOutcome;
  changeZone(who: Visitor, change: ZoneChange): Promise<ZoneOutcome>;
  clock(): ClockView;
  /** The trainer moves the séance's clock on. */
  advance(days: number): Promise<ClockView>;
  /** Names of the class that lead to one of these addresses; `pseudonymOf` names a seat. */
  directory(addresses: ReadonlySet<string>, pseudonymOf: (seatId: string) => string | undefined): Directory;
}

export interface HostsDesk {
  view(who: Visitor): HostsView;
  order(who: Visitor, order: OrderRequest): Promise<HostsOutcome>;
  act(who: Visitor, deed: ServerDeed): Promise<HostsOutcome>;
  password(who: Visitor, host: string): PasswordOutcome;
  /** Addresses of the servers that run now. */
  runningAddresses(): ReadonlySet<string>;
}

/** Both throw `Refusal` when the séance has no small Internet (`engine-down` while it is not up, `workshop-ended` after). */
export interface Counters {
  registrar(workshopId: string): RegistrarDesk;
  hosts(workshopId: string): HostsDesk;
  /** How the small Internet of a workshop is; never throws. */
  health(workshopId: string): InternetView;
}
