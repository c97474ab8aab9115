// The small Internet's two counters without a network: the real rules, zones, accounts and orders, kept in memory, with servers of notes.

import { createAccounts } from '../../runner/internet/counters/account.ts';
import type { Counters, HostsDesk, RegistrarDesk } from '../../runner/internet/counters/desk.ts';
import { keptNames } from '../../runner/internet/counters/kept-names.ts';
import { namesAt } from '../../runner/internet/counters/pointing.ts';
import type { Keep } from '../../runner/internet/counters/ports.ts';
import { createCodeTries } from '../../runner/internet/counters/transfer-code.ts';
import { createRegistrar } from '../../runner/internet/counters.ts';
import { createHostingDesk, type HostingDesk } from '../../runner/internet/hosting-desk.ts';
import type { InternetView } from '../../runner/protocol/counters.ts';
import { createStartQueue } from '../../runner/workshop/start-queue.ts';
import { FakeServerMaker } from './fake-server-maker.ts';

/** Two people of one class. */
export const CAMILLE = { seatId: 'seat-camille', pseudonym: 'Camille' };
export const SACHA = { seatId: 'seat-sacha', pseudonym: 'Sacha' };

/** What would be kept in the store. */
export function memoryKeep(): Keep {
  let json: string | undefined;
  return {
    load: () => json,
    save: (next) => {
      json = next;
    },
  };
}

export class FakeCounters implements Counters {
  readonly maker = new FakeServerMaker();
  readonly failures: string[] = [];
  readonly #now: () => number;
  readonly #desks = new Map<string, { registrar: RegistrarDesk; hosts: HostingDesk }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  registrar(workshopId: string): RegistrarDesk {
    return this.#of(workshopId).registrar;
  }

  health(): InternetView {
    return { state: 'up', now: this.#now(), servers: [] };
  }

  hosts(workshopId: string): HostsDesk {
    return this.#of(workshopId).hosts;
  }

  #of(workshopId: string) {
    const known = this.#desks.get(workshopId);
    if (known !== undefined) return known;
    const names = keptNames(memoryKeep(), this.#now);
    const accounts = createAccounts(memoryKeep());
    const made = {
      registrar: createRegistrar({ names, accounts, tries: createCodeTries(this.#now) }),
      hosts: createHostingDesk({
        maker: this.maker,
        line: createStartQueue(2),
        keep: memoryKeep(),
        accounts,
        now: names.now,
        namesAt: (address) => namesAt(names, address),
        reserved: new Set<string>(),
        changed: () => {},
        failed: (what) => this.failures.push(what),
      }),
    };
    this.#desks.set(workshopId, made);
    return made;
  }
}
