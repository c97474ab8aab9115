// A maker of servers that makes nothing: it notes what was asked, and is ready at once or when the test says.
import type { ServerMaker, ServerPlan } from '../../runner/internet/hosting/ports.ts';
import type { Shell } from '../../runner/machines/shell.ts';
import { FakeShell } from './fake-shell.ts';

export class FakeServerMaker implements ServerMaker {
  readonly did: string[] = [];
  readonly plans: ServerPlan[] = [];
  readonly orders: Parameters<ServerMaker['fulfil']>[1][] = [];
  readonly running = new Set<string>();
  readonly shells: FakeShell[] = [];
  room = true;
  why: 'reboot' | 'off' | 'crash' = 'off';
  /** When set, `boot` waits for it. */
  gate: Promise<void> | undefined;
  broken: string | undefined;
  nobodyWaits = false;
  addresses = 250;
  /** Containers that the store knows. */
  strays: string[] = [];
  #made = 0;

  #note(what: string, id: string): void {
    if (this.broken === what) throw new Error(`${what} is broken`);
    this.did.push(`${what} ${id}`);
  }

  canTake(): boolean {
    return this.room;
  }
  pickAddress(taken: ReadonlySet<string>): string | undefined {
    for (let host = 1; host <= this.addresses; host += 1)
      if (!taken.has(`198.18.20.${host}`)) return `198.18.20.${host}`;
    return undefined;
  }
  async create(plan: ServerPlan): Promise<string> {
    this.#made += 1;
    const containerId = `c${this.#made}`;
    this.#note('create', containerId);
    this.plans.push(plan);
    return containerId;
  }
  assign(id: string, seatId: string, host: string): void {
    this.#note('assign', `${id} ${seatId} ${host}`);
  }
  async boot(id: string, called?: string): Promise<void> {
    await this.gate;
    this.#note('boot', called === undefined ? id : `${id} ${called}`);
    this.running.add(id);
  }
  async prepare(address: string): Promise<string | undefined> {
    if (this.nobodyWaits) return undefined;
    this.#made += 1;
    const containerId = `w${this.#made}`;
    this.#note('prepare', `${containerId} ${address}`);
    this.running.add(containerId);
    return containerId;
  }
  async settle(id: string, { host, memoryMiB, cpus }: Parameters<ServerMaker['settle']>[1]): Promise<void> {
    this.#note('settle', `${id} ${host} ${memoryMiB} ${cpus}`);
  }
  roomy(): boolean {
    return this.room;
  }
  known(): string[] {
    return this.strays;
  }
  async fulfil(id: string, order: Parameters<ServerMaker['fulfil']>[1]): Promise<string> {
    this.#note('fulfil', id);
    this.orders.push(order);
    return `SHA256:${id}`;
  }
  async stop(id: string): Promise<void> {
    this.#note('stop', id);
    this.running.delete(id);
  }
  async whyStopped() {
    return this.why;
  }
  async remove(id: string): Promise<void> {
    this.#note('remove', id);
    this.running.delete(id);
  }
  async isRunning(id: string): Promise<boolean> {
    return this.running.has(id);
  }
  async attach(): Promise<Shell> {
    const shell = new FakeShell();
    this.shells.push(shell);
    return shell;
  }
}
