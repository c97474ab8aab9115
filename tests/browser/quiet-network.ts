// How does Chromium stay undisturbed while containers start beside it? In a network of its own, whose only way out is a door that this test keeps.
//
// Each container brings a network interface, and Chromium then breaks off what it is loading (ERR_NETWORK_CHANGED): true on a trainer's
// own computer, unknown on a trainee's. The door speaks SOCKS 5 (RFC 1928) and opens to this very computer only, so that it also proves
// that nothing, not even Chromium itself, asks anybody else.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect as dial, type Socket } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from './find-chromium.ts';

const SOCKS_PORT = 1080;
const RELAY = fileURLToPath(new URL('./quiet-relay.mjs', import.meta.url));

/** Loopback, and an interface that never changes: without one Chromium takes itself for offline. */
const INTERFACES = [
  'ip link set lo up',
  // An address of IPv6 comes a second after its interface, in the middle of the first page.
  '{ echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6 || true; }',
  'ip link add quiet0 type veth peer name quiet1',
  'ip addr add 192.0.2.1/24 dev quiet0',
  'ip link set quiet0 up',
  'ip link set quiet1 up',
].join(' && ');

const SOCKS = { version: 5, noPassword: 0, connect: 1, name: 3, ipv4: 1, done: 0, notAllowed: 2, refused: 5 };

export interface QuietNetwork {
  /** Program to start in Chromium's place. */
  executablePath: string;
  args: string[];
  /** Hosts beyond this computer that somebody in there (Chromium itself included) wanted to reach. */
  strays: string[];
  close(): void;
}

/** Makes the network, or gives undefined where namespaces cannot be made: Chromium then shares the computer's. */
export function openQuietNetwork(): QuietNetwork | undefined {
  const unshare = ['--net', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];
  if (spawnSync('unshare', [...unshare, 'sh', '-c', INTERFACES]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'boite-chromium-'));
  const door = join(folder, 'door');
  const executablePath = join(folder, 'chromium');
  const inside = `${INTERFACES} && { "${process.execPath}" "${RELAY}" "${door}" ${SOCKS_PORT} <&- >/dev/null 2>&1 3>&- 4>&- & exec ${chromiumPath()} "$@"; }`;
  writeFileSync(executablePath, `#!/bin/sh\nexec unshare ${unshare.join(' ')} sh -c '${inside}' sh "$@"\n`);
  chmodSync(executablePath, 0o755);
  const strays: string[] = [];
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    client.on('close', () => clients.delete(client));
    welcome(client, strays);
  }).listen(door);
  return {
    executablePath,
    args: [`--proxy-server=socks5://127.0.0.1:${SOCKS_PORT}`, '--proxy-bypass-list=<-loopback>'],
    strays,
    close() {
      server.close();
      for (const client of clients) client.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Greeting, then one request; each fits into one piece. */
function welcome(client: Socket, strays: string[]): void {
  client.on('error', () => client.destroy());
  client.once('data', () => {
    client.write(Buffer.from([SOCKS.version, SOCKS.noPassword]));
    client.once('data', (request) => letThrough(client, request, strays));
  });
}

function letThrough(client: Socket, request: Buffer, strays: string[]): void {
  const { host, port } = readRequest(request);
  const answer = (code: number) =>
    client.write(Buffer.from([SOCKS.version, code, 0, SOCKS.ipv4, 0, 0, 0, 0, 0, 0]));
  if (!isHere(host)) {
    strays.push(`${host}:${port}`);
    answer(SOCKS.notAllowed);
    return void client.end();
  }
  const there = dial(port, isLocalName(host) ? '127.0.0.1' : host);
  there.once('connect', () => {
    answer(SOCKS.done);
    client.pipe(there).pipe(client);
  });
  there.on('error', () => {
    if (there.connecting || there.bytesRead === 0) answer(SOCKS.refused);
    client.destroy();
  });
  there.on('close', () => client.destroy());
  client.on('close', () => there.destroy());
}

/** RFC 1928 section 4: version, command, 0, kind of address, address, port. */
function readRequest(request: Buffer): { host: string; port: number } {
  const isName = request[3] === SOCKS.name;
  const length = isName ? (request[4] ?? 0) : 4;
  const start = isName ? 5 : 4;
  const address = request.subarray(start, start + length);
  const host = isName ? address.toString('latin1') : address.join('.');
  return { host, port: request.readUInt16BE(start + length) };
}

/** RFC 6761, 6.3. */
const isLocalName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');

const isHere = (host: string): boolean =>
  isLocalName(host) ||
  Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === host));
