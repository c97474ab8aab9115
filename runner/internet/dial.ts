// How does the runner connect to a site of a workshop? Names are asked of the workshop's own resolver only, and only its own addresses are ever dialled (T-21).
import { randomInt } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { isInside } from './addresses.ts';
import { DialError } from './dial-error.ts';
import { type DnsAnswer, DnsFormatError, type DnsType, readAnswer, writeQuestion } from './dns-message.ts';
import { throughDoor } from './door.ts';
import type { Door } from './gateway.ts';

export interface DialParts {
  /** CIDR of the workshop's network. */
  subnet: string;
  /** Address of the workshop's resolver. */
  resolver: string;
  /** The gateway's proxy as it is now; undefined while it is not there. */
  door: () => Door | undefined;
  /** Opens a connection through it; a test may stand in its place and see every address that is dialled. */
  through?: typeof throughDoor;
}

export interface Dialled {
  socket: Duplex;
  address: string;
  /** What the resolver said; undefined when an address was asked for. */
  resolved: (DnsAnswer & { milliseconds: number }) | undefined;
}

export interface Dialler {
  /**
   * Connects to a host (ASCII name or IPv4 address) of the small Internet. The stream is paused: set its listeners, then resume or pipe it.
   * @throws DialError
   */
  dial(host: string, port: number, options?: { timeoutMs?: number }): Promise<Dialled>;
  /**
   * Asks a name server over TCP: the resolver, or `server` (an address of the small Internet) without recursion.
   * @throws DialError
   */
  ask(
    name: string,
    type: DnsType,
    options?: { server?: string; timeoutMs?: number },
  ): Promise<DnsAnswer & { milliseconds: number }>;
}

const CONNECT_MS = 10_000;
const ASK_MS = 5_000;
const MAX_CHAIN = 12;
const NO_SUCH_NAME = 3;

/** The one way from the runner to the machines of one workshop. */
export function createDialler(parts: DialParts): Dialler {
  const through = parts.through ?? throughDoor;

  function open(address: string, port: number, timeoutMs: number): Promise<Duplex> {
    // Before anything is sent, whoever asked and whatever a zone says.
    if (!isInside(parts.subnet, address)) throw new DialError('outside', address);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new DialError('outside', `port ${port}`);
    const door = parts.door();
    if (!door) throw new DialError('gateway-down', 'the gateway is not there');
    return through(door, address, port, timeoutMs);
  }

  const ask: Dialler['ask'] = async (name, type, { server, timeoutMs = ASK_MS } = {}) => {
    const began = performance.now();
    const socket = await open(server ?? parts.resolver, 53, timeoutMs);
    try {
      const id = randomInt(65_536);
      const answer = readAnswer(
        await exchange(socket, writeQuestion(id, name, type, server === undefined), timeoutMs),
        id,
      );
      return { ...answer, milliseconds: Math.round(performance.now() - began) };
    } catch (error) {
      if (error instanceof DnsFormatError)
        throw new DialError('resolver-failed', error.message, { cause: error });
      throw error;
    } finally {
      socket.destroy();
    }
  };

  return {
    ask,
    async dial(host, port, { timeoutMs = CONNECT_MS } = {}) {
      if (/^[0-9.]+$/.test(host))
        return { socket: await open(host, port, timeoutMs), address: host, resolved: undefined };
      const resolved = await ask(host.toLowerCase().replace(/\.$/, ''), 'A');
      const address = chosen(resolved, host, parts.subnet);
      return { socket: await open(address, port, timeoutMs), address, resolved };
    },
  };
}

/** The address that an answer leads to, along its aliases. An address of the small Internet is preferred; only when there is none is the name `outside`. */
function chosen(answer: DnsAnswer, host: string, subnet: string): string {
  if (answer.rcode === NO_SUCH_NAME) throw new DialError('no-such-name', host);
  if (answer.rcode !== 0) throw new DialError('resolver-failed', `${host}: code ${answer.rcode}`);
  let name = host.toLowerCase().replace(/\.$/, '');
  for (let step = 0; step < MAX_CHAIN; step += 1) {
    const addresses = answer.answers.filter((record) => record.type === 'A' && record.name === name);
    const inside = addresses.find(({ data }) => isInside(subnet, data)) ?? addresses[0];
    if (inside) return inside.data;
    const alias = answer.answers.find((record) => record.type === 'CNAME' && record.name === name);
    if (!alias) break;
    name = alias.data;
  }
  throw new DialError('no-address', host);
}

/** One question and one answer over TCP: each is preceded by its length (RFC 1035, 4.2.2). */
function exchange(socket: Duplex, question: Buffer, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new DialError('timeout', 'the name server does not answer')),
      timeoutMs,
    );
    const end = (error: DialError): void => {
      clearTimeout(timer);
      reject(error);
    };
    let heard = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes]);
      if (heard.length < 2 || heard.length < 2 + heard.readUInt16BE(0)) return;
      clearTimeout(timer);
      resolve(heard.subarray(2, 2 + heard.readUInt16BE(0)));
    });
    socket.on('error', (error: Error) => end(new DialError('resolver-failed', error.message)));
    socket.on('close', () => end(new DialError('resolver-failed', 'the name server closed the connection')));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(question.length);
    socket.write(Buffer.concat([length, question]));
    socket.resume();
  });
}
