// What does the hosting desk need of the machine rooms: somebody who makes servers, and a line to stand in?
import type { Shell } from '../../machines/shell.ts';
import type { System } from '../../protocol/counters.ts';

/** What a server is made from. */
export interface ServerPlan {
  /** Host name; `readHostname` took it. */
  host: string;
  system: System;
  memoryMiB: number;
  cpus: number;
  /** IANA time zone of its data centre. */
  timeZone: string;
  /** IPv4 address, its own for as long as it is rented. */
  address: string;
}

/** Servers of one workshop. Every call rejects with the engine's error when it could not be done. */
export interface ServerMaker {
  /** False when this computer cannot carry one more. */
  canTake(): boolean;
  /** An address that is not taken; undefined when there is none left. */
  pickAddress(taken: ReadonlySet<string>): string | undefined;
  /** Makes a container that is known to the store before anything else, and does not start it; gives its id. */
  create(plan: ServerPlan): Promise<string>;
  /** The container belongs to this seat under this name now. */
  assign(containerId: string, seatId: string, host: string): void;
  /** Starts it; resolves when it is ready for its order, or for its owner. `called`: its name, when it was made under another. */
  boot(containerId: string, called?: string): Promise<void>;
  /** Makes and boots a plain server for whoever orders next; undefined where a server cannot take a name after its boot. */
  prepare(address: string): Promise<string | undefined>;
  /** Gives a server of `prepare` the name and the limits of an order. */
  settle(containerId: string, plan: Pick<ServerPlan, 'host' | 'memoryMiB' | 'cpus'>): Promise<void>;
  /** False when memory is better left to what people do than to servers that wait. */
  roomy(): boolean;
  /** Containers of servers that the store knows, whoever they were made for. */
  known(): string[];
  /** Sets what the order says; gives the fingerprint of its SSH host key. */
  fulfil(
    containerId: string,
    order: { rootPassword: string; sshKey?: string; timeZone: string },
  ): Promise<string>;
  /** Asks it to shut down, and sees to it. */
  stop(containerId: string): Promise<void>;
  /** Why a server that is off went off. */
  whyStopped(containerId: string): Promise<'reboot' | 'off' | 'crash'>;
  /** Removes it for good; one that is gone is a success. */
  remove(containerId: string): Promise<void>;
  isRunning(containerId: string): Promise<boolean>;
  /** Its console, with what it showed before. */
  attach(containerId: string): Promise<Shell>;
}

/** A fair line: see `workshop/start-queue.ts`. */
export interface ServerLine {
  enqueue(owner: string, run: () => Promise<void>, moved: (position: number) => void): Promise<boolean>;
  abandon(owner: string): void;
}
