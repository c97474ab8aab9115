// Does the gateway carry what the runner asks for, whole and at once, and nothing for anybody else (T-21, T-22, T-27)?
import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { DialError } from '../../runner/internet/dial-error.ts';
import { type Door, doorOf } from '../../runner/internet/gateway.ts';
import { gatewayAddress } from '../../runner/machines/subnets.ts';
import { register, soon, type WorkshopUnderTest, withInternet } from './internet-support.ts';

const under = withInternet();
const { engine } = under;
let workshop: WorkshopUnderTest;
let site: { id: string; sh: (line: string) => Promise<string>; address: string };
let door: Door;
let gateway: string;

/** A server in a desktop that sends back what it gets, forked per connection. */
const ECHO = `use IO::Socket::INET; $SIG{CHLD} = "IGNORE"; my $s = IO::Socket::INET->new(Listen => 100, LocalPort => 8080, ReuseAddr => 1) or die;
  while (1) { my $c = $s->accept or next; next if fork; while (sysread $c, my $b, 65536) { my $at = 0; while ($at < length $b) { $at += syswrite $c, $b, length($b) - $at, $at } } exit }`;

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'reached',
    (error: unknown) => (error instanceof DialError ? error.code : String(error)),
  );
const dial = async (host: string, port: number): Promise<Duplex> =>
  (await workshop.internet.dialler.dial(host, port)).socket;

/** The first line that the proxy itself says to raw bytes; nothing when it closes without a word. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(door.port, '127.0.0.1', () => socket.write(bytes));
    let heard = '';
    socket.setTimeout(8_000, () => socket.destroy());
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      if (heard.includes('\r\n')) socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(heard.split('\r\n')[0] ?? ''));
  });
}

beforeAll(async () => {
  workshop = await under.workshop('w1');
  await workshop.internet.up();
  const desktop = await under.desktopOn(workshop);
  const facts = await engine.inspectMachine(desktop.id);
  site = { ...desktop, address: facts?.addresses[workshop.network.id] ?? '' };
  const pipe = await engine.openPipe(desktop.id, ['perl', '-e', ECHO], {});
  pipe.onLine(() => undefined);
  await register(workshop.internet, 'mon-exemple.fr');
  await workshop.internet.names.setZone('mon-exemple.fr', [
    { owner: 'www.mon-exemple.fr', ttl: 60, type: 'CNAME', target: 'mon-exemple.fr' },
    { owner: 'mon-exemple.fr', ttl: 60, type: 'A', address: site.address },
    { owner: 'dehors.mon-exemple.fr', ttl: 60, type: 'A', address: '127.0.0.1' },
    { owner: 'hote.mon-exemple.fr', ttl: 60, type: 'A', address: gatewayAddress(workshop.network.subnet) },
  ]);
  gateway =
    (await engine.listMachines()).find(({ labels }) => labels['boite.role'] === 'internet-gateway')?.id ?? '';
  door = await doorOf(engine, gateway);
  await soon(
    () => codeOf(workshop.internet.dialler.dial(site.address, 8080)),
    (code) => code === 'reached',
  );
});

test('a site is reached by its name, along an alias; what the resolver said comes along', async () => {
  const { socket, address, resolved } = await workshop.internet.dialler.dial('www.mon-exemple.fr', 8080);
  expect(address).toBe(site.address);
  expect(resolved?.answers.map(({ type }) => type)).toEqual(['CNAME', 'A']);
  socket.end('bonjour');
  expect((await buffer(socket)).toString()).toBe('bonjour');
});

test('megabytes both ways at once arrive whole, and one stalled reader holds up nobody', async () => {
  const stalled = await dial(site.address, 8080);
  stalled.write(randomBytes(4_000_000));
  const sent = randomBytes(8_000_000);
  const hashes = await Promise.all(
    [1, 2, 3].map(async () => {
      const socket = await dial(site.address, 8080);
      socket.end(sent);
      return createHash('sha256')
        .update(await buffer(socket))
        .digest('hex');
    }),
  );
  expect(new Set(hashes)).toEqual(new Set([createHash('sha256').update(sent).digest('hex')]));
  stalled.destroy();
});

test('sixty connections at once are all served', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const socket = await dial(site.address, 8080);
      socket.end(`page ${i}`);
      return (await buffer(socket)).toString();
    }),
  );
  expect(answers).toEqual(Array.from({ length: 60 }, (_, i) => `page ${i}`));
});

test('each way of not reaching a site is told apart', async () => {
  const told = (host: string, port = 80) => codeOf(workshop.internet.dialler.dial(host, port));
  expect(await told('www.mon-exemple.fr', 81)).toBe('refused');
  expect(await told('rien.mon-exemple.fr')).toBe('no-such-name');
  expect(await told('libre-exemple.org')).toBe('no-such-name');
  expect(await told('dehors.mon-exemple.fr')).toBe('outside');
  expect(await told('_dmarc.www.mon-exemple.fr')).toMatch(/^no-/);
  expect(['unreachable', 'timeout']).toContain(await told('hote.mon-exemple.fr'));
});

test('the walk from the root can be asked step by step', async () => {
  const { dialler, addresses } = workshop.internet;
  const root = await dialler.ask('www.mon-exemple.fr', 'A', { server: addresses.root });
  expect([root.authoritative, root.authority[0]?.data]).toEqual([false, 'a.registre-exemple.net']);
  const tld = await dialler.ask('www.mon-exemple.fr', 'A', { server: addresses.tld });
  expect(tld.authority.map(({ data }) => data).sort()).toEqual([
    'ns1.bureau-exemple.net',
    'ns2.bureau-exemple.net',
  ]);
  const own = await dialler.ask('www.mon-exemple.fr', 'A', { server: addresses.hosting });
  expect([own.authoritative, own.answers.at(-1)?.data]).toEqual([true, site.address]);
});

test('the proxy itself refuses addresses outside the workshop, even to who has the password', async () => {
  const ask = (target: string, password = door.password) =>
    raw(`CONNECT ${target} HTTP/1.1\r\nProxy-Authorization: Bearer ${password}\r\n\r\n`);
  const networks = await engine.listNetworks();
  const second = networks.find(({ labels }) => labels['boite.role'] === 'internet-gateway')?.subnet ?? '';
  for (const target of ['127.0.0.1:1080', `${gatewayAddress(second)}:80`, '0.0.0.0:80', '198.18.0.1:0'])
    expect([target, await ask(target)]).toEqual([target, 'HTTP/1.1 403 Forbidden']);
  expect(await ask('localhost:80')).toBe('HTTP/1.1 400 Bad Request');
  expect(await ask(`${site.address}:8080`)).toBe('HTTP/1.1 200 OK');
});

test('without the password nothing is reached, and garbage is not answered for ever', async () => {
  // Slow on purpose: what says nothing more is hung up on after a while.
  const slow = raw('slow');
  const target = `CONNECT ${site.address}:8080 HTTP/1.1\r\n`;
  expect(await raw(`${target}\r\n`)).toBe('HTTP/1.1 407 Proxy Authentication Required');
  expect(await raw(`${target}Proxy-Authorization: Bearer ${'0'.repeat(48)}\r\n\r\n`)).toBe(
    'HTTP/1.1 407 Proxy Authentication Required',
  );
  expect(await raw('GET / HTTP/1.1\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
  expect(await raw('x'.repeat(10_000))).toBe('');
  expect(await slow).toBe('');
});

test('from the workshop the gateway is no way out: nothing of it listens there', async () => {
  const { output } = await engine.run(gateway, ['cat', '/proc/net/tcp']);
  const listening = output
    .split('\n')
    .filter((line) => / 0A /.test(line))
    .map((line) => line.trim().split(/\s+/)[1] ?? '');
  const inWorkshop = workshop.internet.addresses.gateway
    .split('.')
    .reverse()
    .map((byte) => Number(byte).toString(16).padStart(2, '0').toUpperCase())
    .join('');
  expect(listening.length).toBeGreaterThan(0);
  for (const entry of listening) {
    expect(entry).not.toMatch(/^00000000:/);
    expect(entry.startsWith(inWorkshop)).toBe(false);
  }
});
