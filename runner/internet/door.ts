// How is a connection opened through the gateway's proxy (HTTP CONNECT on this computer's loopback)?
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { DialError } from './dial-error.ts';
import type { Door } from './gateway.ts';

/** Longest answer of the proxy, octets. */
const MAX_HEAD = 1024;

/**
 * A connection to an address of the small Internet, which the caller has checked; the proxy checks it again.
 * @throws DialError
 */
export function throughDoor(door: Door, address: string, port: number, timeoutMs: number): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ host: '127.0.0.1', port: door.port, noDelay: true });
    const fail = (error: DialError): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(new DialError('timeout', `${address}:${port}`)), timeoutMs);
    let head = Buffer.alloc(0);
    socket.on('connect', () =>
      socket.write(
        `CONNECT ${address}:${port} HTTP/1.1\r\nProxy-Authorization: Bearer ${door.password}\r\n\r\n`,
      ),
    );
    socket.on('error', (error) => fail(new DialError('gateway-down', error.message)));
    socket.on('close', () => fail(new DialError('gateway-down', 'the proxy closed the connection')));
    socket.on('data', function hear(bytes: Buffer) {
      head = Buffer.concat([head, bytes]);
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) {
        if (head.length > MAX_HEAD) fail(new DialError('gateway-down', 'the proxy answers at length'));
        return;
      }
      const status = /^HTTP\/1\.1 (\d{3} ?\w*)/.exec(head.toString('latin1'))?.[1] ?? '';
      if (!status.startsWith('200')) return fail(refusal(status, `${address}:${port}`));
      clearTimeout(timer);
      for (const event of ['data', 'error', 'close']) socket.removeAllListeners(event);
      socket.pause();
      const rest = head.subarray(end + 4);
      if (rest.length > 0) socket.unshift(rest);
      resolve(socket);
    });
  });
}

function refusal(status: string, target: string): DialError {
  if (status === '502 Refused') return new DialError('refused', target);
  if (status === '502 Unreachable') return new DialError('unreachable', target);
  if (status.startsWith('504')) return new DialError('timeout', target);
  if (status.startsWith('403')) return new DialError('outside', target);
  return new DialError('gateway-down', `the proxy answered ${status}`);
}
