// A small Internet without machines: names lead to servers of the test on this computer's loopback, and every dial is written down.
import { once } from 'node:events';
import { connect } from 'node:net';
import type { GlassInternet } from '../../runner/glass/parts.ts';
import { DialError, type DialErrorCode } from '../../runner/internet/dial-error.ts';
import type { DnsAnswer, DnsRecord } from '../../runner/internet/dns-message.ts';

const ADDRESS = '198.18.0.80';

export class FakeLabInternet implements GlassInternet {
  /** `name:port` → port of a server of the test. */
  readonly sites = new Map<string, number>();
  /** Names that cannot be reached, and why. */
  readonly failures = new Map<string, DialErrorCode>();
  /** Everything that was dialled, in order. */
  readonly dialled: string[] = [];
  readonly addresses = { root: '198.18.0.253', resolver: '198.18.0.254' };
  /** PEM of the authorities. */
  roots = '';
  rootsAsked = 0;

  readonly dialler: GlassInternet['dialler'] = {
    dial: async (host, port) => {
      const place = `${host}:${port}`;
      this.dialled.push(place);
      const failure = this.failures.get(host);
      if (failure !== undefined) throw new DialError(failure, place);
      const local = this.sites.get(place);
      if (local === undefined)
        throw new DialError(
          this.#isKnown(host) ? 'refused' : /^[\d.]+$/.test(host) ? 'outside' : 'no-such-name',
          place,
        );
      const socket = connect(local, '127.0.0.1');
      await once(socket, 'connect');
      socket.pause();
      return { socket, address: ADDRESS, resolved: this.#answer(host) };
    },
    ask: async (name) => this.#answer(name),
  };

  caRoots = async (): Promise<string> => {
    this.rootsAsked += 1;
    return this.roots;
  };

  #isKnown = (host: string): boolean => [...this.sites.keys()].some((place) => place.startsWith(`${host}:`));

  #answer(name: string): DnsAnswer & { milliseconds: number } {
    const record = (type: DnsRecord['type'], owner: string, data: string) => ({
      name: owner,
      type,
      ttl: 60,
      data,
    });
    const found = this.#isKnown(name);
    return {
      rcode: found ? 0 : 3,
      authoritative: false,
      answers: found ? [record('A', name, ADDRESS)] : [],
      authority: found
        ? []
        : [record('SOA', 'fr', 'a.registre-exemple.net hostmaster.registre-exemple.net 1')],
      additional: [],
      milliseconds: 1,
    };
  }
}
