// Is the small Internet closed, separate from the next one, small, and does it survive its runner and its own servers' deaths (T-03, T-06, T-24, F-05)?
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ServerStep } from '../../runner/internet/internet.ts';
import { isInternetServer, SERVERS } from '../../runner/internet/server-specs.ts';
import { judgeConfiguration } from '../../runner/machines/isolation-probe.ts';
import { ROLE_LABEL, WORKSHOP_LABEL } from '../../runner/machines/labels.ts';
import { nobodyAddress } from '../../runner/machines/subnets.ts';
import { register, soon, type WorkshopUnderTest, withInternet } from './internet-support.ts';

const under = withInternet();
const { engine, instance } = under;
const docker = async (...args: string[]) => (await promisify(execFile)('docker', args)).stdout.trim();
let one: WorkshopUnderTest;
let two: WorkshopUnderTest;
let here: Awaited<ReturnType<typeof under.desktopOn>>;
let there: Awaited<ReturnType<typeof under.desktopOn>>;
const steps: (readonly ServerStep[])[] = [];

/** Our servers of a workshop, by role. */
async function serversOf(workshop: string) {
  const machines = (await engine.listMachines()).filter(
    ({ labels }) => isInternetServer(labels) && labels[WORKSHOP_LABEL] === workshop,
  );
  return new Map(
    machines.map((machine) => [(machine.labels[ROLE_LABEL] ?? '').replace('internet-', ''), machine]),
  );
}
const idOf = async (workshop: string, server: string) => (await serversOf(workshop)).get(server)?.id ?? '';

beforeAll(async () => {
  one = await under.workshop('w1');
  two = await under.workshop('w2');
  await Promise.all([one.internet.up((seen) => steps.push(seen)), two.internet.up()]);
  here = await under.desktopOn(one);
  there = await under.desktopOn(two);
});

test('while it comes up, each server is told of as it starts and when it is ready', () => {
  const states = (server: string) => [
    ...new Set(steps.map((seen) => seen.find((step) => step.server === server)?.state)),
  ];
  for (const server of SERVERS)
    expect(states(server).filter((state) => state !== 'waiting')).toEqual(['starting', 'ready']);
  expect(one.internet.steps().every(({ state }) => state === 'ready')).toBe(true);
});

describe.each(SERVERS)('%s', (server) => {
  test('runs without any right, on a read-only file system, and has no way out of its workshop', async () => {
    const id = await idOf('w1', server);
    const [facts] = JSON.parse(await docker('inspect', id));
    expect(facts.HostConfig).toMatchObject({ ReadonlyRootfs: true, Privileged: false, CapDrop: ['ALL'] });
    expect(facts.HostConfig.Binds ?? []).toEqual([]);
    const run = async (line: string) => (await engine.run(id, ['sh', '-c', line])).output;
    expect(await run('grep -E "CapEff|CapBnd|NoNewPrivs|Seccomp:" /proc/1/status')).toBe(
      'CapEff:\t0000000000000000\nCapBnd:\t0000000000000000\nNoNewPrivs:\t1\nSeccomp:\t2\n',
    );
    expect(await run('id -u; touch /usr/x 2>&1; cat /proc/sys/net/ipv4/ip_forward')).toMatch(
      /^(990|33)\n.*Read-only.*\n0\n$/,
    );

    const routes = await run('cat /proc/net/route');
    if (server !== 'gateway')
      return expect(
        judgeConfiguration(routes, await run('cat /proc/net/if_inet6 2>/dev/null; true'), one.network.subnet),
      ).toEqual([]);
    // Its second network leads to this host's bridge; its default route leads to an address that nobody has.
    const door = (await engine.listNetworks()).find(
      ({ labels }) => labels[ROLE_LABEL] === 'internet-gateway' && labels[WORKSHOP_LABEL] === 'w1',
    );
    const hex = nobodyAddress(door?.subnet ?? '')
      .split('.')
      .reverse()
      .map((byte) => Number(byte).toString(16).padStart(2, '0').toUpperCase())
      .join('');
    const gateways = routes
      .split('\n')
      .slice(1)
      .map((line) => line.split(/\s+/)[2])
      .filter((gateway) => gateway && gateway !== '00000000');
    expect(gateways).toEqual([hex]);
  });
});

test('only the gateway publishes a port, on 127.0.0.1; its second network hides nobody behind this host', async () => {
  for (const [server, { id }] of await serversOf('w1')) {
    const [facts] = JSON.parse(await docker('inspect', id));
    const ports = Object.values<{ HostIp: string }[] | null>(facts.NetworkSettings.Ports).flatMap(
      (list) => list ?? [],
    );
    expect([server, ports.map(({ HostIp }) => HostIp)]).toEqual([
      server,
      server === 'gateway' ? ['127.0.0.1'] : [],
    ]);
  }
  const [door] = JSON.parse(await docker('network', 'inspect', `boite-${instance}-w1-door`));
  expect(door.Options).toMatchObject({ 'com.docker.network.bridge.enable_ip_masquerade': 'false' });
});

test('from a desktop: services answer, management ports, the gateway’s door and the other workshop do not', async () => {
  const { addresses } = one.internet;
  const reach = async (sh: typeof here.sh, targets: string[]) =>
    (
      await sh(
        `${targets.map((target) => `timeout 2 bash -c 'exec 3<>/dev/tcp/${target.replace(':', '/')}' 2>/dev/null && echo ${target} &`).join('\n')}\nwait`,
      )
    )
      .split('\n')
      .filter((line) => line !== '')
      .sort();
  const services = [
    `${addresses.resolver}:53`,
    `${addresses.root}:53`,
    `${addresses.registry}:43`,
    `${addresses.ca}:443`,
  ];
  expect(await reach(here.sh, services)).toEqual(services.sort());
  const hidden = ['15000', '14000', '8080', '8953', '1080', '22'].flatMap((port) =>
    Object.values(addresses).map((address) => `${address}:${port}`),
  );
  const [facts] = JSON.parse(await docker('inspect', await idOf('w1', 'gateway')));
  const door = facts.NetworkSettings.Networks[`boite-${instance}-w1-door`].IPAddress;
  // A few at a time: a desktop has room for a hundred programs.
  for (let from = 0; from < hidden.length; from += 20)
    expect(await reach(here.sh, hidden.slice(from, from + 20))).toEqual([]);
  expect(await reach(here.sh, [`${door}:1080`])).toEqual([]);
  expect(await reach(there.sh, services)).toEqual([]);
});

test('a second workshop has its own names', async () => {
  await register(one.internet, 'une-exemple.fr');
  expect(await here.sh('dig +short une-exemple.fr NS')).toContain('ns1.bureau-exemple.net.');
  expect(await there.sh('dig une-exemple.fr NS')).toContain('status: NXDOMAIN');
  await register(two.internet, 'une-exemple.fr', 'sacha');
  expect(two.internet.names.state().names['une-exemple.fr']?.seat).toBe('sacha');
});

test('all servers together idle under 100 MB', async () => {
  const health = await one.internet.health();
  const total = health.reduce((sum, { memory }) => sum + (memory ?? Number.NaN), 0);
  expect(total).toBeLessThan(100 * 1024 * 1024);
  expect(health.every(({ memory }) => (memory ?? 0) > 100_000)).toBe(true);
});

test('a runner that starts anew finds the servers as they were: nothing is made or started a second time', async () => {
  one.internet.release();
  const before = await serversOf('w1');
  one.internet = one.again();
  await one.internet.up();
  expect([...(await serversOf('w1')).values()].map(({ id }) => id).sort()).toEqual(
    [...before.values()].map(({ id }) => id).sort(),
  );
  await register(one.internet, 'apres-exemple.fr');
  expect(
    await here.sh(
      `dig +short @${one.internet.addresses.tld} apres-exemple.fr NS; dig +norec @${one.internet.addresses.tld} apres-exemple.fr NS`,
    ),
  ).toContain('ns1.bureau-exemple.net.');
  const { address } = await one.internet.dialler.dial('rdap.registre-exemple.net', 80);
  expect(address).toBe(one.internet.addresses.registry);
});

test('servers that die are started again by themselves, with their zones, at their addresses', async () => {
  for (const server of ['tld', 'hosting', 'registry', 'gateway'])
    await docker('kill', await idOf('w1', server));
  await soon(
    async () => one.internet.steps().filter(({ state }) => state !== 'ready').length,
    (missing) => missing > 0,
  );
  await soon(
    async () => one.internet.steps().filter(({ state }) => state !== 'ready').length,
    (missing) => missing === 0,
    30_000,
  );
  const { addresses } = one.internet;
  expect(await here.sh(`dig +norec @${addresses.tld} une-exemple.fr NS`)).toContain(
    'ns1.bureau-exemple.net.',
  );
  expect(await here.sh(`dig +short @${addresses.hosting} une-exemple.fr SOA`)).toContain(
    'ns1.bureau-exemple.net.',
  );
  await soon(
    () => here.sh('whois -p 43 -h whois.registre-exemple.net une-exemple.fr'),
    (seen) => seen.includes('Bureau Exemple'),
  );
  expect((await one.internet.dialler.dial('rdap.registre-exemple.net', 80)).address).toBe(addresses.registry);
});

test('after a power cut, servers that are off, or were half made, come up with what was kept', async () => {
  one.internet.release();
  await Promise.all([...(await serversOf('w1')).values()].map(({ id }) => docker('kill', id)));
  await docker('rm', await idOf('w1', 'resolver'));
  one.internet = one.again();
  await one.internet.up();
  expect(
    await soon(
      () => here.sh('dig +short une-exemple.fr NS'),
      (seen) => seen !== '',
    ),
  ).toContain('ns1.bureau-exemple.net.');
  // A server that was killed under the one who mends it is told, and mended the next time.
  expect(one.failures.filter((line) => !/^(registry line|mending)/.test(line))).toEqual([]);
});

test('when a workshop ends nothing of its small Internet is left, and the other’s goes on', async () => {
  await one.internet.down();
  await one.internet.down();
  expect([...(await serversOf('w1')).keys()]).toEqual([]);
  const networks = (await engine.listNetworks()).filter(({ labels }) => labels[WORKSHOP_LABEL] === 'w1');
  expect(networks.map(({ id }) => id)).toEqual([one.network.id]);
  await engine.removeMachine(here.id);
  await engine.removeNetwork(one.network.id);
  expect([...(await serversOf('w2')).keys()].sort()).toEqual([...SERVERS].sort());
  expect(await there.sh('dig +short une-exemple.fr NS')).toContain('ns1.bureau-exemple.net.');
});
