// Is a workshop's network closed? Proved from inside one of its machines before anybody gets one; configuration alone is not believed (T-03).
import { connect, createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Engine } from './engine.ts';
import { gatewayAddress } from './subnets.ts';

/** Milliseconds that a connection from the machine gets; a closed network refuses at once or never answers. */
const CONNECT_MS = 400;

/**
 * Tries to leave the network from a running machine on it. Sends only to listeners opened here, on this host's loopback and on docker0's own
 * address, and to the network's own gateway address; and nothing at all when the machine's routes are wrong already (reliability.md 8.1).
 * @returns what was found open, as English sentences for the log; empty means closed
 * @throws EngineError
 */
export async function probeIsolation(
  engine: Engine,
  machineId: string,
  network: { id: string; subnet: string },
): Promise<string[]> {
  const configuration = await readConfiguration(engine, machineId, network.subnet);
  if (configuration.length > 0) return configuration;

  const heard: string[] = [];
  const gateway = gatewayAddress(network.subnet);
  const doors = await openDoors(gateway, (address) =>
    heard.push(`a connection from the machine reached this host at ${address}`),
  );
  try {
    const findings: string[] = [];
    for (const door of doors)
      if (!(await answers(door)))
        findings.push(`the probe's own listener at ${door.address} is silent: nothing is proved`);
    // The controls above were heard too.
    heard.length = 0;
    const targets = new Set(doors.map((door) => `${door.address} ${door.port}`));
    for (const door of doors) targets.add(`${gateway} ${door.port}`);
    const reached = await tryFrom(engine, machineId, [...targets]);
    return [...findings, ...reached, ...heard];
  } finally {
    for (const door of doors) door.server.close();
  }
}

/** Reads, without sending anything: no route but the network's own, no IPv6 but loopback. */
async function readConfiguration(engine: Engine, machineId: string, subnet: string): Promise<string[]> {
  const script = 'cat /proc/net/route; echo --; cat /proc/net/if_inet6 2>/dev/null; true';
  const { output, exitCode } = await engine.run(machineId, ['bash', '-c', script]);
  if (exitCode !== 0) return [`the machine's routes could not be read (exit code ${exitCode})`];
  const [routes = '', addresses = ''] = output.split('--\n');
  return judgeConfiguration(routes, addresses, subnet);
}

/**
 * Pure part: what is wrong with these tables of a machine whose network is `subnet`. Engines before 28 write a default route even on an internal
 * network, towards the address that `inhibit_ipv4` leaves without owner and that the engine gives to nobody: it leads nowhere (the attempts prove it).
 */
export function judgeConfiguration(routes: string, ipv6Addresses: string, subnet: string): string[] {
  const findings: string[] = [];
  const base = subnet.split('/')[0] ?? '';
  const nobody = gatewayAddress(subnet);
  for (const line of routes.split('\n').slice(1)) {
    const [device, destination, gateway] = line.split(/\s+/);
    if (device === undefined || destination === undefined || device === '') continue;
    if (destination === '00000000' && address(gateway ?? '') === nobody) continue;
    if (gateway !== '00000000') findings.push(`the machine has a route through a gateway (${line.trim()})`);
    else if (address(destination) !== base)
      findings.push(`the machine has a route to ${address(destination)}`);
  }
  for (const line of ipv6Addresses.split('\n'))
    if (line !== '' && !/^0{31}1 /.test(line))
      findings.push(`the machine has an IPv6 address (${line.split(' ')[0]})`);
  return findings;
}

const address = (hex: string): string =>
  [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.');

interface Door {
  address: string;
  port: number;
  server: Server;
}

/** One listener per address, each bound to exactly that address; the gateway's opens only where the host wrongly holds it. */
async function openDoors(gateway: string, onConnection: (address: string) => void): Promise<Door[]> {
  const docker0 = (networkInterfaces().docker0 ?? []).filter((entry) => entry.family === 'IPv4');
  const doors: Door[] = [];
  for (const host of ['127.0.0.1', ...docker0.map((entry) => entry.address), gateway]) {
    const door = await listen(host, onConnection);
    if (door !== undefined) doors.push(door);
  }
  return doors;
}

function listen(host: string, onConnection: (address: string) => void): Promise<Door | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      onConnection(host);
      socket.on('error', () => undefined);
      socket.destroy();
    });
    server.unref();
    // An address that cannot be listened on cannot be reached either.
    server.once('error', () => resolve(undefined));
    server.listen(0, host, () => {
      const bound = server.address();
      if (bound === null || typeof bound === 'string') return resolve(undefined);
      resolve({ address: host, port: bound.port, server });
    });
  });
}

/** The positive control: without it a silent listener would prove nothing. */
function answers(door: Door): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(door.port, door.address);
    socket.setTimeout(CONNECT_MS);
    const end = (connected: boolean) => {
      socket.destroy();
      resolve(connected);
    };
    // Closed by the listener as soon as it is heard: waiting for that makes sure it was.
    socket.on('close', (hadError) => end(!hadError));
    socket.on('timeout', () => end(false));
    socket.on('error', () => end(false));
    socket.resume();
  });
}

/** Connects from the machine to each `address port`, all at once. */
async function tryFrom(engine: Engine, machineId: string, targets: readonly string[]): Promise<string[]> {
  const script = `
    attempt() { timeout ${CONNECT_MS / 1000} bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>/dev/null && echo "reached $1 $2"; }
    while read -r address port; do attempt "$address" "$port" & done
    wait
    echo done`;
  const { output } = await engine.run(machineId, ['bash', '-c', script], {
    stdin: `${targets.join('\n')}\n`,
  });
  const lines = output.split('\n');
  if (!lines.includes('done')) return ['the attempts from the machine did not finish: nothing is proved'];
  return lines.filter((line) => line.startsWith('reached ')).map((line) => `the machine ${line}`);
}
