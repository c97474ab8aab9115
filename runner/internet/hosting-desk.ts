// What happens at the hosts' counter? Offers, orders of servers up to a limit, and what one does with them; rent follows the séance's clock.
import type {
  HostsOutcome,
  HostsView,
  OrderRequest,
  PasswordOutcome,
  Problem,
  ServerDeed,
} from '../protocol/counters.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Accounts } from './counters/account.ts';
import type { HostsDesk, Visitor } from './counters/desk.ts';
import type { Keep } from './counters/ports.ts';
import {
  adopt,
  build,
  consoleOf,
  discard,
  type HostedParts,
  type Sold,
  start,
  stop,
  stopped,
} from './hosting/hosted.ts';
import { MAX_SERVERS, readOrder } from './hosting/read-order.ts';
import { firstBill, MONTH_DAYS, noticeDue, rentDue } from './hosting/rent.ts';
import { type Live, type Rented, serverView } from './hosting/rented.ts';
import { createWaitingServers, type WaitingServers } from './hosting/waiting.ts';
import { OFFERS, offerOf, offerView } from './offers.ts';
import { addDays, type Instant } from './registry/instant.ts';

export interface HostingParts extends Omit<HostedParts, 'save'> {
  keep: Keep;
  accounts: Accounts;
  /** The workshop's clock. */
  now: () => Instant;
  /** Names of the class that lead to an address. */
  namesAt: (address: string) => string[];
  /** Names of machines that labs have: a server must not be called like one. */
  reserved: ReadonlySet<string>;
  /** A server stands where the last one stood, and not at a fresh address: a proof takes back what it did. */
  sameAddresses?: boolean;
  /** Servers that are up before anybody orders them, once somebody looks at the offers; none without it. */
  waiting?: number;
}

export interface HostingDesk extends HostsDesk {
  /** True when this seat rents a server of that name: then `terminal` speaks for it. */
  owns(seatId: string, host: string): boolean;
  /** Its console, terminal '1'. @throws Refusal `not-found`, `machine-not-ready` */
  terminal(seatId: string, host: string, terminal: string): Promise<Terminal>;
  /** Container of a server, to look into it (a lab's checks). */
  containerOf(seatId: string, host: string): string | undefined;
  /** Servers of a seat that run now, in the order in which they were rented. */
  runningOf(seatId: string): { host: string; address: string; containerId: string; password: string }[];
  /** Containers of every server that runs, those that wait included. */
  runningContainers(): string[];
  /** A server is about to be stopped: it has written more than this computer can give it. */
  overflows(containerId: string): void;
  /** The engine says that a container stopped or is gone. */
  stopped(containerId: string, gone: boolean): void;
  /** Takes everything back after a restart; `running` says whether a container runs, undefined when it is gone. */
  adopt(running: (containerId: string) => boolean | undefined): void;
  /** Host names of a seat's servers, whatever their state, in the order in which they were rented. */
  hostsOf(seatId: string): string[];
  /** Takes a server of a seat back as if it had never been rented; one that is gone is a success. */
  withdraw(seatId: string, host: string): Promise<void>;
  /** Gives every server of a seat back. */
  endSeat(seatId: string): Promise<void>;
  /** Lets go of consoles and makes nothing any more; servers stay. */
  release(): void;
  /** Removes the servers that wait for somebody, and makes no more. */
  close(): Promise<void>;
}

interface Kept {
  version: 1;
  servers: Rented[];
}

/** The hosts' counter of one workshop, with the servers that were kept. */
export function createHostingDesk(parts: HostingParts): HostingDesk {
  const json = parts.keep.load();
  const kept: Kept = json === undefined ? { version: 1, servers: [] } : JSON.parse(json);
  const lives: Live[] = kept.servers.map((rented) => ({
    rented,
    state: { is: 'off' },
    turn: 0,
    console: undefined,
  }));
  const desk = new Desk(parts, lives);
  return desk;
}

class Desk implements HostingDesk {
  readonly #parts: HostingParts;
  readonly #hosted: HostedParts;
  readonly #waiting: WaitingServers;
  /** Addresses that servers had here: a fresh one comes first, for whoever logged in there remembers another host key. */
  readonly #used = new Set<string>();
  #lives: Live[];

  constructor(parts: HostingParts, lives: Live[]) {
    this.#parts = parts;
    this.#lives = lives;
    this.#hosted = { ...parts, save: () => this.#save() };
    const { maker, failed } = parts;
    this.#waiting = createWaitingServers({
      wanted: parts.waiting ?? 0,
      pickAddress: () => this.#freeAddress(),
      prepare: (address) => maker.prepare(address),
      remove: (containerId) => maker.remove(containerId),
      roomy: () => maker.roomy(),
      busy: () => this.#lives.some(({ state: { is } }) => is === 'ordered' || is === 'starting'),
      failed,
    });
  }

  view(who: Visitor): HostsView {
    this.#collectRent();
    this.#waiting.refill();
    const { accounts, now, namesAt } = this.#parts;
    return {
      now: now(),
      account: accounts.of(who.seatId, now()),
      offers: OFFERS.map(offerView),
      servers: this.#of(who.seatId).map((live) => serverView(live, namesAt(live.rented.address))),
      max: MAX_SERVERS,
    };
  }

  async order(who: Visitor, order: OrderRequest): Promise<HostsOutcome> {
    const problem = this.#order(who, order);
    return problem ? refused(problem) : { ok: true, view: this.view(who) };
  }

  #order(who: Visitor, order: OrderRequest): Problem | undefined {
    const { accounts, maker, now, reserved } = this.#parts;
    const taken = this.#of(who.seatId).map(({ rented }) => rented.host);
    const read = readOrder(order, taken, reserved);
    if ('code' in read) return read;
    const { offer, host, password, sshKey } = read;
    const { system } = order;
    const price = firstBill(offer);
    const { balance } = accounts.of(who.seatId, now());
    if (price > balance) return { code: 'no-money', params: { price, balance } };
    const waiting = system === 'wordpress' ? undefined : this.#waiting.take();
    const address = waiting?.address ?? this.#freeAddress();
    if (address === undefined || (!waiting && !maker.canTake())) return { code: 'no-room', params: {} };
    const at = now();
    const bills = [
      accounts.book(who.seatId, { at, what: 'rent', about: host, cents: -offer.monthly }),
      ...(offer.setup === 0
        ? []
        : [accounts.book(who.seatId, { at, what: 'setup', about: host, cents: -offer.setup })]),
    ];
    const rented: Rented = {
      seatId: who.seatId,
      host,
      offer: offer.id,
      password,
      ...(sshKey === undefined ? {} : { sshKey }),
      ...(system === undefined ? {} : { system }),
      address,
      orderedAt: at,
      paidUntil: addDays(at, MONTH_DAYS),
      on: true,
    };
    const live: Live = { rented, state: { is: 'ordered', position: 0 }, turn: 0, console: undefined };
    this.#lives.push(live);
    this.#save();
    const undo = () => {
      for (const takeBack of bills) takeBack();
    };
    void build(this.#hosted, live, offer, undo, waiting?.containerId).then(() => this.#waiting.refill());
    return undefined;
  }

  #freeAddress(): string | undefined {
    const { maker } = this.#parts;
    const taken = [...this.#lives.map(({ rented }) => rented.address), ...this.#waiting.addresses()];
    const found = maker.pickAddress(new Set([...taken, ...this.#used])) ?? maker.pickAddress(new Set(taken));
    if (found !== undefined && !this.#parts.sameAddresses) this.#used.add(found);
    return found;
  }

  async act(who: Visitor, { host, do: deed }: ServerDeed): Promise<HostsOutcome> {
    const live = this.#find(who.seatId, host);
    if (!live) return refused({ code: 'server-unknown', params: { host } });
    const problem = await this.#act(live, deed);
    return problem ? refused(problem) : { ok: true, view: this.view(who) };
  }

  async #act(live: Live, deed: ServerDeed['do']): Promise<Problem | undefined> {
    const { is } = live.state;
    const { host } = live.rented;
    if (deed === 'delete') return this.#delete(live);
    const possible = {
      start: ['off'],
      stop: ['running'],
      reboot: ['running'],
      reinstall: ['running', 'off', 'lost'],
    };
    if (!possible[deed].includes(is)) return { code: 'server-state', params: { host, state: is } };
    if (deed === 'start') void start(this.#hosted, live);
    if (deed === 'stop' || deed === 'reboot') void stop(this.#hosted, live, deed === 'reboot');
    if (deed === 'reinstall') {
      if (!this.#parts.maker.canTake()) return { code: 'no-room', params: {} };
      await discard(this.#hosted, live);
      void build(this.#hosted, live, soldWith(live), () => {});
    }
    return undefined;
  }

  async #delete(live: Live): Promise<undefined> {
    const { accounts, now } = this.#parts;
    const { seatId, host, offer: id, orderedAt, paidUntil } = live.rented;
    const offer = offerOf(id);
    // What never worked owes nothing.
    const cents = offer && live.state.is !== 'lost' ? noticeDue(offer, orderedAt, paidUntil) : 0;
    if (cents > 0) accounts.book(seatId, { at: now(), what: 'notice', about: host, cents: -cents });
    this.#lives = this.#lives.filter((one) => one !== live);
    this.#save();
    await discard(this.#hosted, live);
    this.#parts.changed(seatId);
  }

  password(who: Visitor, host: string): PasswordOutcome {
    const live = this.#find(who.seatId, host);
    return live
      ? { ok: true, password: live.rented.password }
      : { ok: false, refused: [{ code: 'server-unknown', params: { host } }] };
  }

  runningAddresses(): ReadonlySet<string> {
    return new Set(
      this.#lives.flatMap(({ state, rented: { address } }) => (state.is === 'running' ? [address] : [])),
    );
  }

  owns(seatId: string, host: string): boolean {
    return this.#find(seatId, host) !== undefined;
  }

  containerOf(seatId: string, host: string): string | undefined {
    return this.#find(seatId, host)?.rented.containerId;
  }

  runningOf(seatId: string): { host: string; address: string; containerId: string; password: string }[] {
    return this.#of(seatId).flatMap(({ state, rented: { host, address, containerId, password } }) =>
      state.is === 'running' && containerId !== undefined ? [{ host, address, containerId, password }] : [],
    );
  }

  runningContainers(): string[] {
    const rented = this.#lives.flatMap(({ state, rented: { containerId } }) =>
      state.is === 'running' && containerId !== undefined ? [containerId] : [],
    );
    return [...rented, ...this.#waiting.containers()];
  }

  async terminal(seatId: string, host: string, terminal: string): Promise<Terminal> {
    const live = this.#find(seatId, host);
    if (!live || terminal !== '1') throw new Refusal('not-found');
    const found = consoleOf(this.#hosted, live);
    if (!found) throw new Refusal('machine-not-ready');
    return found.terminal();
  }

  overflows(containerId: string): void {
    const live = this.#lives.find(({ rented }) => rented.containerId === containerId);
    if (!live) return;
    live.rented.full = true;
    // After a power cut it stays off, as after its owner's own « off ».
    live.rented.on = false;
    this.#save();
  }

  stopped(containerId: string, gone: boolean): void {
    const live = this.#lives.find(({ rented }) => rented.containerId === containerId);
    if (!live) {
      this.#waiting.stopped(containerId);
      return;
    }
    if (!gone) {
      stopped(this.#hosted, live).catch((error: unknown) => this.#parts.failed('server stopped', error));
      return;
    }
    live.turn += 1;
    live.state = { is: 'lost' };
    this.#parts.changed(live.rented.seatId);
  }

  adopt(running: (containerId: string) => boolean | undefined): void {
    const { maker, failed } = this.#parts;
    const ours = new Set(this.#lives.map(({ rented }) => rented.containerId));
    for (const live of this.#lives)
      this.#adopt(live, running).catch((error: unknown) => failed('adopt server', error));
    // Those that waited, and what was being made for nobody that we know.
    for (const id of maker.known())
      if (!ours.has(id)) maker.remove(id).catch((error: unknown) => failed('remove stray server', error));
  }

  async #adopt(live: Live, running: (containerId: string) => boolean | undefined): Promise<void> {
    const { containerId, fingerprint } = live.rented;
    if (containerId !== undefined && fingerprint !== undefined)
      return adopt(this.#hosted, live, running(containerId));
    // Ordered, and the runner died before it was made, or before it had taken its order.
    await discard(this.#hosted, live);
    await build(this.#hosted, live, soldWith(live), () => {});
  }

  hostsOf(seatId: string): string[] {
    return this.#of(seatId).map(({ rented }) => rented.host);
  }

  async withdraw(seatId: string, host: string): Promise<void> {
    const live = this.#find(seatId, host);
    if (!live) return;
    this.#lives = this.#lives.filter((one) => one !== live);
    this.#parts.accounts.takeBack(seatId, live.rented.host, live.rented.orderedAt);
    this.#save();
    await discard(this.#hosted, live);
    this.#parts.changed(seatId);
  }

  async endSeat(seatId: string): Promise<void> {
    const mine = this.#of(seatId);
    this.#parts.line.abandon(seatId);
    this.#lives = this.#lives.filter((live) => !mine.includes(live));
    this.#save();
    await Promise.all(mine.map((live) => discard(this.#hosted, live)));
  }

  release(): void {
    this.#waiting.release();
    for (const live of this.#lives) void live.console?.end();
  }

  close(): Promise<void> {
    return this.#waiting.close();
  }

  #of(seatId: string): Live[] {
    return this.#lives.filter(({ rented }) => rented.seatId === seatId);
  }

  #find(seatId: string, host: string): Live | undefined {
    const wanted = host.trim().toLowerCase();
    return this.#of(seatId).find(({ rented }) => rented.host === wanted);
  }

  #collectRent(): void {
    const { accounts, now } = this.#parts;
    let changed = false;
    for (const { rented, state } of this.#lives) {
      const offer = offerOf(rented.offer);
      if (!offer || state.is === 'lost') continue;
      const due = rentDue(offer, rented.host, rented.orderedAt, rented.paidUntil, now());
      if (!due) continue;
      accounts.book(rented.seatId, due.entry);
      rented.paidUntil = due.paidUntil;
      changed = true;
    }
    if (changed) this.#save();
  }

  #save(): void {
    const kept: Kept = { version: 1, servers: this.#lives.map(({ rented }) => rented) };
    this.#parts.keep.save(JSON.stringify(kept));
  }
}

/** What was sold with a server; the smallest when its offer is no longer sold. */
function soldWith({ rented }: Live): Sold {
  return offerOf(rented.offer) ?? { memoryMiB: 384, cpus: 1, timeZone: 'Europe/Paris' };
}

function refused(problem: Problem): { ok: false; refused: Problem[] } {
  return { ok: false, refused: [problem] };
}
