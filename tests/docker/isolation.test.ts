// Can a trainee's machine reach anything but its own workshop (T-03 to T-06)? Sends only to what this file made (reliability.md 8.1):
// listeners of ours on exact addresses, containers and networks with our label.

import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeConfiguration, probeIsolation } from '../../runner/machines/isolation-probe.ts';
import { objectName } from '../../runner/machines/names.ts';
import { gatewayAddress, resolverAddress } from '../../runner/machines/subnets.ts';
import { withEngine } from './support.ts';

const { engine, desktop, images, instance, onFreeSubnet } = withEngine();
const docker = async (...args: string[]) => (await promisify(execFile)('docker', args)).stdout.trim();

/** What was heard by each listener of ours. */
const heard: string[] = [];
const closers: (() => unknown)[] = [];
/** `address port` of each listener. */
const targets: Record<string, string> = {};

const made = { net: '', subnet: '', machine: '', neighbour: '', lan: '', control: '', lanHost: '' };

/** An ordinary bridge of ours, made with the engine's own command. */
const bridge = (name: string) =>
  onFreeSubnet((subnet) =>
    docker(
      ...['network', 'create', '--label', `boite.instance=${instance}`],
      ...['--subnet', subnet, objectName(instance, name)],
    ),
  );

/** TCP and UDP listeners on one exact address of this host. */
async function listen(name: string, address: string): Promise<void> {
  const tcp = createServer((socket) => {
    heard.push(`${name} tcp`);
    socket.on('error', () => undefined);
    socket.end();
  });
  await new Promise<void>((resolve) => tcp.listen(0, address, resolve));
  const bound = tcp.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  const udp = createSocket('udp4');
  udp.on('message', () => heard.push(`${name} udp`));
  await new Promise<void>((resolve) => udp.bind(bound.port, address, resolve));
  closers.push(
    () => tcp.close(),
    () => udp.close(),
  );
  targets[name] = `${address} ${bound.port}`;
}

/** Tries TCP, then UDP; gives the names of what TCP reached. */
async function reaches(id: string): Promise<string[]> {
  const script = `while read -r name address port; do {
      timeout 1 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$address" "$port" 2>/dev/null && echo "$name"
      timeout 1 bash -c 'echo x > "/dev/udp/$0/$1"' "$address" "$port" 2>/dev/null
    } & done; wait`;
  const input = Object.entries(targets).map(([name, target]) => `${name} ${target}\n`);
  const { output } = await engine.run(id, ['bash', '-c', script], { stdin: input.join('') });
  await sleep(200);
  return output
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}

/** Reads the configuration of the machine and its network; fails on anything that could let a packet out. */
async function checkConfiguration(): Promise<void> {
  const [facts] = JSON.parse(await docker('inspect', made.machine));
  expect(facts.HostConfig.Dns).toEqual([resolverAddress(made.subnet)]);
  expect(Object.keys(facts.NetworkSettings.Networks)).toHaveLength(1);
  expect(facts.NetworkSettings.Ports).toEqual({});
  const [network] = JSON.parse(await docker('network', 'inspect', made.net));
  expect(network).toMatchObject({ Internal: true, EnableIPv6: false });
  const { output } = await engine.run(made.machine, ['cat', '/proc/net/if_inet6']);
  expect(output.split('\n').filter((line) => line !== '' && !line.startsWith('0'.repeat(31)))).toEqual([]);
  // The host itself holds no address in the workshop's block.
  const mine = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  expect(mine.map((entry) => entry.address)).not.toContain(gatewayAddress(made.subnet));
}

beforeAll(async () => {
  const image = (await images()).desktop ?? '';
  const label = ['--label', `boite.instance=${instance}`];
  const workshop = await onFreeSubnet((subnet) =>
    engine.createNetwork({ name: objectName(instance, 'workshop'), subnet, labels: {} }),
  );
  made.subnet = workshop.subnet;
  made.net = workshop.made;
  const network = { id: made.net, address: undefined };
  made.machine = await desktop({ network, dns: [resolverAddress(made.subnet)] });
  made.neighbour = await desktop({ network, dns: [resolverAddress(made.subnet)] });

  // Before anything is sent: a wrong configuration ends the whole file here.
  await checkConfiguration();

  // An ordinary bridge of ours plays the LAN: this host has an address on it, and so has a server.
  const { made: lan, subnet: lanSubnet } = await bridge('lan');
  made.lan = lan;
  const server =
    'use IO::Socket::INET; my $s = IO::Socket::INET->new(Listen => 5, LocalPort => 8080, ReuseAddr => 1); while (my $c = $s->accept) { close $c }';
  made.lanHost = await docker('run', '-d', ...label, '--network', made.lan, image, 'perl', '-e', server);
  made.control = await docker('run', '-dit', ...label, '--network', made.lan, image);
  const lanAddress = await docker(
    'inspect',
    '-f',
    '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}',
    made.lanHost,
  );

  await listen('loopback', '127.0.0.1');
  await listen('lan-gateway', gatewayAddress(lanSubnet));
  for (const entry of networkInterfaces().docker0 ?? [])
    if (entry.family === 'IPv4') await listen('docker0', entry.address);
  targets['lan-server'] = `${lanAddress} 8080`;
  targets['own-gateway'] = `${gatewayAddress(made.subnet)} ${targets['lan-gateway']?.split(' ')[1]}`;
});
afterAll(() => {
  for (const close of closers) close();
});

test('the machine is configured to have no way out', checkConfiguration);

test('from the desktop nothing of this host or of the LAN answers, and nothing there hears it; a control reaches them', async () => {
  heard.length = 0;
  expect(await reaches(made.machine)).toEqual([]);
  expect(heard).toEqual([]);

  const control = await reaches(made.control);
  expect(control).toEqual(expect.arrayContaining(['lan-gateway', 'lan-server']));
  expect(heard).toEqual(expect.arrayContaining(['lan-gateway tcp', 'lan-gateway udp']));
  expect(heard.join()).not.toMatch(/loopback/);
});

test('a question to the engine’s own resolver goes to the workshop’s resolver and nowhere else', async () => {
  const image = (await images()).desktop ?? '';
  const nonce = `n${Date.now()}`;
  const server =
    'use IO::Socket::INET; $|=1; my $s = IO::Socket::INET->new(Proto => "udp", LocalPort => 53) or die $!; while ($s->recv(my $m, 512)) { $m =~ s/[^a-z0-9]/./g; print "$m\\n" }';
  const resolver = await docker(
    'run',
    '-d',
    '--label',
    `boite.instance=${instance}`,
    '--network',
    made.net,
    '--ip',
    resolverAddress(made.subnet),
    image,
    'perl',
    '-e',
    server,
  );
  const resolv = (await engine.run(made.machine, ['cat', '/etc/resolv.conf'])).output;
  expect(resolv).toMatch(/nameserver 127\.0\.0\.11/);
  expect(resolv).not.toMatch(/^search \w/m);
  await engine.run(made.machine, ['dig', '+tries=1', '+time=2', `${nonce}.exfil.test`]);
  expect(await docker('logs', resolver)).toContain(nonce);
});

test('a machine that answers where clouds keep their secrets, 169.254.169.254, is not reached from the desktop (T-04)', async () => {
  const image = (await images()).desktop ?? '';
  const label = ['--label', `boite.instance=${instance}`];
  // Without an address of this host on it: nothing that this host asks of that address comes here.
  const metadata = await docker(
    ...['network', 'create', ...label, '--internal', '-o', 'com.docker.network.bridge.inhibit_ipv4=true'],
    ...['--subnet', '169.254.169.248/29', objectName(instance, 'metadata')],
  );
  const server =
    'use IO::Socket::INET; $| = 1; my $s = IO::Socket::INET->new(Listen => 5, LocalPort => 80, ReuseAddr => 1) or die; while (my $c = $s->accept) { print $c->peerhost, "\\n"; close $c }';
  const onIt = [
    'run',
    '-dit',
    ...label,
    '--network',
    metadata,
    '--sysctl',
    'net.ipv4.ip_unprivileged_port_start=0',
  ];
  const listener = await docker(...onIt, '--ip', '169.254.169.254', image, 'perl', '-e', server);
  const control = await docker(...onIt, '--ip', '169.254.169.250', image);
  const reach = `timeout 2 bash -c 'exec 3<>/dev/tcp/169.254.169.254/80' 2>/dev/null && echo reached || echo nothing`;
  const from = async (id: string) => (await engine.run(id, ['bash', '-c', reach])).output.trim();
  await expect.poll(() => from(control)).toBe('reached');
  expect(await from(made.machine)).toBe('nothing');
  expect(
    new Set(
      (await docker('logs', listener))
        .split('\n')
        .filter(Boolean)
        .map((line) => line.trim()),
    ),
  ).toEqual(new Set(['169.254.169.250']));
  await docker('rm', '-f', listener, control);
});

test('neither raw packets nor routes can be made', async () => {
  const raw = 'use Socket; socket(my $s, 17, SOCK_RAW, 768) or die "refused: $!"; print "open"';
  const { output } = await engine.run(made.machine, ['perl', '-e', raw]);
  expect(output).toMatch(/refused/);
});

test('a neighbour’s desktop offers nothing to connect to', async () => {
  const address = (await engine.inspectMachine(made.neighbour))?.addresses[made.net] ?? '';
  expect(address).not.toBe('');
  const script = `for port in 22 80 443 8080; do timeout 1 bash -c 'exec 3<>"/dev/tcp/$0/$1"' ${address} $port 2>/dev/null && echo "open $port"; done; true`;
  expect((await engine.run(made.machine, ['bash', '-c', script])).output).toBe('');
});

test('the probe finds the workshop’s network closed, and an ordinary network open', async () => {
  const network = { id: made.net, subnet: made.subnet };
  expect(await probeIsolation(engine, made.machine, network)).toEqual([]);

  const { made: ordinary, subnet } = await bridge('ordinary');
  const leaky = await desktop({ network: { id: ordinary, address: undefined } });
  const findings = await probeIsolation(engine, leaky, { id: ordinary, subnet });
  expect(findings.join('\n')).toMatch(/reached/);
});

test('the probe sends nothing when the machine’s tables are wrong already', () => {
  const head = 'Iface\tDestination\tGateway \tFlags\n';
  const own = 'eth0\t001012C6\t00000000\t0001\n';
  const loopback = '00000000000000000000000000000001 01 80 10 80       lo\n';
  expect(judgeConfiguration(head + own, loopback, '198.18.16.0/20')).toEqual([]);
  expect(
    judgeConfiguration(`${head}eth0\t00000000\t010200C0\t0003\n${own}`, '', '198.18.16.0/20'),
  ).toHaveLength(1);
  expect(
    judgeConfiguration(`${head + own}eth1\t000011AC\t00000000\t0001\n`, '', '198.18.16.0/20'),
  ).toHaveLength(1);
  expect(
    judgeConfiguration(head + own, 'fe80000000000000004200fffe120002 05 40 20 80 eth0\n', '198.18.16.0/20'),
  ).toHaveLength(1);
});
