// Does the glass browser show the real small Internet: a site by its name, the way there from the root, and what is wrong when it does not come?
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rememberRoots } from '../../runner/glass/roots.ts';
import { walkTo } from '../../runner/glass/walk.ts';
import { GlassUnderTest, type Visitor } from '../wire/glass-support.ts';
import { register, soon, type WorkshopUnderTest, withInternet } from './internet-support.ts';

const under = withInternet();
const { engine } = under;
let workshop: WorkshopUnderTest;
let glass: GlassUnderTest;
let camille: Visitor;
let address: string;

/** A web server on port 80 of a desktop: one page with a link that names its own site. */
const SITE = `use IO::Socket::INET; my $s = IO::Socket::INET->new(Listen => 20, LocalPort => 80, ReuseAddr => 1) or die;
  while (my $c = $s->accept) { while (my $l = <$c>) { last if $l =~ /^\\r?$/ } my $b = '<h1>Chez Camille</h1><a href="http://www.mon-exemple.fr/x">x</a>';
  print $c "HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\nContent-Length: " . length($b) . "\\r\\n\\r\\n$b"; close $c }`;
/** One on port 443 whose certificate nobody has signed but itself. */
const SELF_SIGNED = `cd /tmp && openssl req -x509 -newkey rsa:2048 -nodes -keyout k -out c -days 2 -subj /CN=mon-exemple.fr -addext subjectAltName=DNS:mon-exemple.fr 2>/dev/null && exec openssl s_server -accept 443 -key k -cert c -www -quiet`;

beforeAll(async () => {
  workshop = await under.workshop('glass');
  const { internet } = workshop;
  await internet.up();
  glass = await GlassUnderTest.start();
  glass.server.internet = {
    dialler: internet.dialler,
    addresses: internet.addresses,
    caRoots: rememberRoots(() => internet.caRoots(), Date.now),
  };
  const desktop = await under.desktopOn(workshop);
  address = (await engine.inspectMachine(desktop.id))?.addresses[workshop.network.id] ?? '';
  for (const program of [
    ['perl', '-e', SITE],
    ['sh', '-c', SELF_SIGNED],
  ])
    (await engine.openPipe(desktop.id, program, { user: 'root' })).onLine(() => undefined);
  await register(internet, 'mon-exemple.fr');
  await internet.names.setZone('mon-exemple.fr', [
    { owner: 'www.mon-exemple.fr', ttl: 60, type: 'CNAME', target: 'mon-exemple.fr' },
    { owner: 'mon-exemple.fr', ttl: 60, type: 'A', address },
    { owner: 'autre.mon-exemple.fr', ttl: 60, type: 'A', address: internet.addresses.registry },
    { owner: 'dehors.mon-exemple.fr', ttl: 60, type: 'A', address: '127.0.0.1' },
  ]);
  camille = await glass.visitor('Camille');
  for (const port of [80, 443])
    await soon(
      () =>
        internet.dialler.dial(address, port).then(
          ({ socket }) => {
            socket.destroy();
            return true;
          },
          () => false,
        ),
      (up) => up,
    );
});
afterAll(() => glass?.[Symbol.asyncDispose]());

const last = async () => (await camille.visits()).at(-1);

test('a site comes by its name, and each step of the way is told', async () => {
  const page = await camille.get('/http/www.mon-exemple.fr/');
  expect(page.text).toContain('<h1>Chez Camille</h1><a href="/http/www.mon-exemple.fr/x">');
  expect(await last()).toMatchObject({
    resolved: { resolver: workshop.internet.addresses.resolver, rcode: 0 },
    connected: { address, port: 80 },
    http: { status: 200 },
  });
  expect((await last())?.resolved?.answers.map(({ type }) => type)).toEqual(['CNAME', 'A']);
});

test('the way from the root is walked server by server', async () => {
  if (!glass.server.internet) throw new Error('no internet');
  const steps = await walkTo(glass.server.internet, 'www.mon-exemple.fr');
  expect(steps.map(({ zone, said }) => [zone, said])).toEqual([
    ['', 'referral'],
    ['fr', 'referral'],
    ['mon-exemple.fr', 'answer'],
  ]);
  expect(steps.at(-1)?.records.map(({ data }) => data)).toContain(address);
  const none = await walkTo(glass.server.internet, 'libre-exemple.fr');
  expect(none.at(-1)).toMatchObject({ zone: 'fr', said: 'no-such-name' });
});

test('a name that does not exist: the page names the server that says so', async () => {
  const page = await camille.get('/http/libre-exemple.fr/');
  expect(page.text).toContain('libre-exemple.fr n’existe pas');
  expect(page.text).toContain((await last())?.resolved?.soa?.server ?? 'none');
});

test.each([
  ['a certificate that nobody signed', '/https/mon-exemple.fr/', 'tls-unknown-authority'],
  ['a certificate for another name', '/https/autre.mon-exemple.fr/', 'tls-other-name'],
  ['nobody at this port', '/http/mon-exemple.fr:81/', 'refused'],
  ['an address outside', '/http/dehors.mon-exemple.fr/', 'outside'],
])('%s', async (_what, path, code) => {
  const page = await camille.get(path);
  expect(page.status).toBe(502);
  expect((await last())?.error).toBe(code);
});

test('what is signed by an authority of the box is trusted, and its names and dates are told', async () => {
  const name = await soon(
    () => workshop.internet.dialler.ask('rdap.registre-exemple.net', 'A'),
    ({ rcode }) => rcode === 0,
  );
  expect(name.answers).not.toEqual([]);
  await camille.get('/https/rdap.registre-exemple.net/domain/mon-exemple.fr');
  const tls = (await last())?.tls;
  expect(await last()).not.toHaveProperty('error');
  expect(tls?.names).toContain('rdap.registre-exemple.net');
  expect(tls?.to).toBeGreaterThan(Date.now());
});
