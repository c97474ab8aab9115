// Does the authority give certificates for names that one really holds, to nobody else, under a root that lives and dies with its workshop (T-23, T-24)?
import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { connect as secure } from 'node:tls';
import { beforeAll, expect, test } from 'vitest';
import { introduceDesktop } from '../../runner/internet/introduce-desktop.ts';
import { register, soon, type WorkshopUnderTest, withInternet } from './internet-support.ts';

const under = withInternet();
const { engine } = under;
const HOST = 'acme.autorite-exemple.org';
let workshop: WorkshopUnderTest;
let site: { id: string; sh: (line: string) => Promise<string> };
let roots: string;

/** A web server on port 80 of a desktop that serves the one file that a challenge asks for. */
const SITE = `use IO::Socket::INET; my $s = IO::Socket::INET->new(Listen => 20, LocalPort => 80, ReuseAddr => 1) or die;
  while (my $c = $s->accept) { my $l = <$c>; my ($f) = $l =~ m{acme-challenge/([\\w-]+) }; open my $h, '<', "/tmp/$f"; my $b = $h ? <$h> : '';
  print $c "HTTP/1.0 200 OK\\r\\nContent-Length: " . length($b) . "\\r\\n\\r\\n$b"; close $c }`;

const pems = (text: string): string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
const base64url = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** What the authority says of an authorization or an order. */
interface Settled {
  status: string;
  certificate: string;
  challenges: { error?: { type: string } }[];
}

interface Reply {
  headers: Record<string, string>;
  text: string;
}

/** One request to the authority, through the gateway, over TLS that trusts what `caRoots` gave and nothing else. */
async function ask(method: string, path: string, body = ''): Promise<Reply> {
  const { socket } = await workshop.internet.dialler.dial(HOST, 443);
  const tls = secure({ socket, servername: HOST, ca: pems(roots), ALPNProtocols: ['http/1.1'] });
  const type = body === '' ? '' : 'content-type: application/jose+json\r\n';
  tls.write(
    `${method} ${path} HTTP/1.1\r\nhost: ${HOST}\r\nconnection: close\r\n${type}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const answer = (await buffer(tls)).toString();
  const end = answer.indexOf('\r\n\r\n');
  const lines = answer.slice(0, end).split('\r\n').slice(1);
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(': ')[0]?.toLowerCase() ?? '', line.slice(line.indexOf(': ') + 2)]),
  );
  return { headers, text: answer.slice(end + 4) };
}

/** A client of RFC 8555, as small as it can be: account, order, http-01, certificate. */
async function client() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
  const jwk = { crv, kty, x, y };
  const thumbprint = createHash('sha256').update(JSON.stringify(jwk)).digest('base64url');
  const directory: Record<string, string> = JSON.parse((await ask('GET', '/dir')).text);
  let kid: string | undefined;
  async function post(url: string, payload: unknown): Promise<Reply> {
    const nonce = (await ask('HEAD', new URL(directory.newNonce ?? '').pathname)).headers['replay-nonce'];
    const head = base64url({ alg: 'ES256', nonce, url, ...(kid === undefined ? { jwk } : { kid }) });
    const text = payload === '' ? '' : base64url(payload);
    const signature = sign('sha256', Buffer.from(`${head}.${text}`), {
      key: privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return ask(
      'POST',
      new URL(url).pathname,
      JSON.stringify({ protected: head, payload: text, signature: signature.toString('base64url') }),
    );
  }
  kid = (await post(directory.newAccount ?? '', { termsOfServiceAgreed: true })).headers.location;

  /** The chain, or the type of problem of the first refused name. */
  return async (names: string[]): Promise<{ chain: string } | { problem: string }> => {
    const order = await post(directory.newOrder ?? '', {
      identifiers: names.map((value) => ({ type: 'dns', value })),
    });
    const url = order.headers.location ?? '';
    const { authorizations, finalize }: { authorizations: string[]; finalize: string } = JSON.parse(
      order.text,
    );
    for (const authorization of authorizations) {
      const { challenges }: { challenges: { type: string; url: string; token: string }[] } = JSON.parse(
        (await post(authorization, '')).text,
      );
      const challenge = challenges.find(({ type }) => type === 'http-01');
      if (!challenge) throw new Error('no http-01');
      await site.sh(`printf %s ${challenge.token}.${thumbprint} > /tmp/${challenge.token}`);
      await post(challenge.url, {});
      const settled = await soon(
        async () => JSON.parse((await post(authorization, '')).text),
        ({ status }: Settled) => status !== 'pending',
        20_000,
      );
      if (settled.status !== 'valid')
        return {
          problem: settled.challenges.find((one) => one.error)?.error?.type ?? 'none',
        };
    }
    const csr = await site.sh(
      `openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout /tmp/key -subj "/CN=${names[0]}" -addext "subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}" -outform DER 2>/dev/null | base64 -w0`,
    );
    await post(finalize, { csr: Buffer.from(csr, 'base64').toString('base64url') });
    const done = await soon(
      async () => JSON.parse((await post(url, '')).text),
      ({ status }: Settled) => status !== 'processing' && status !== 'ready',
    );
    return { chain: (await post(done.certificate, '')).text };
  };
}

beforeAll(async () => {
  workshop = await under.workshop('w1');
  await workshop.internet.up();
  roots = await workshop.internet.caRoots();
  site = await under.desktopOn(workshop);
  await introduceDesktop(engine, site.id, roots);
  const address = (await engine.inspectMachine(site.id))?.addresses[workshop.network.id] ?? '';
  (await engine.openPipe(site.id, ['perl', '-e', SITE], {})).onLine(() => undefined);
  for (const [name, seat, to] of [
    ['mon-exemple.fr', 'camille', address],
    ['autre-exemple.fr', 'sacha', workshop.internet.addresses.registry],
  ] as const) {
    await register(workshop.internet, name, seat);
    await workshop.internet.names.setZone(name, [
      { owner: name, ttl: 60, type: 'A', address: to },
      { owner: `www.${name}`, ttl: 60, type: 'CNAME', target: name },
    ]);
  }
  await soon(
    () => site.sh('curl -s -o /dev/null -w "%{http_code}" http://mon-exemple.fr/'),
    (code) => code === '200',
  );
});

test('who holds a name gets a certificate for it, of ninety days, under the root that the machines trust', async () => {
  const answer = await (await client())(['mon-exemple.fr', 'www.mon-exemple.fr']);
  const [leaf, intermediate] = pems('chain' in answer ? answer.chain : '').map(
    (pem) => new X509Certificate(pem),
  );
  if (!leaf || !intermediate) throw new Error(JSON.stringify(answer));
  expect(leaf.checkHost('mon-exemple.fr')).toBe('mon-exemple.fr');
  expect(leaf.checkHost('www.mon-exemple.fr')).toBe('www.mon-exemple.fr');
  expect(leaf.verify(intermediate.publicKey)).toBe(true);
  const root = pems(roots)
    .map((pem) => new X509Certificate(pem))
    .find((each) => intermediate.checkIssued(each));
  expect(root && intermediate.verify(root.publicKey)).toBe(true);
  const days = (leaf.validToDate.getTime() - leaf.validFromDate.getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(88);
  expect(days).toBeLessThan(91);
});

test('for somebody else’s name, one that nobody holds and the box’s own, there is none', async () => {
  const order = await client();
  for (const name of ['autre-exemple.fr', 'libre-exemple.fr', 'rdap.registre-exemple.net', HOST])
    expect([name, await order([name])]).toEqual([
      name,
      { problem: expect.stringMatching(/^urn:ietf:params:acme:error:/) },
    ]);
});

test('each workshop has a root of its own, and no key is on any disk', async () => {
  const two = await under.workshop('w2');
  await two.internet.up();
  const others = pems(await two.internet.caRoots());
  expect(others).toHaveLength(3);
  expect(pems(roots).filter((pem) => others.includes(pem))).toEqual([]);
  const ca = (await engine.listMachines()).find(
    ({ labels }) => labels['boite.role'] === 'internet-ca' && labels['boite.workshop'] === 'w1',
  );
  // The one key in a file vouches for the authority's own host name and can sign nothing; the authority's is in its memory only.
  const { output } = await engine.run(ca?.id ?? '', [
    'sh',
    '-c',
    'grep -rl "PRIVATE KEY" /srv /tmp /etc 2>/dev/null; openssl x509 -in /srv/boite/tls.crt -noout -ext basicConstraints',
  ]);
  expect(output).toMatch(/^\/srv\/boite\/tls\.key\n[\s\S]*CA:FALSE/);
  await two.internet.down();
});

test('an authority that starts anew has a new root, which is told; a desktop that is given it goes on', async () => {
  expect(await site.sh(`curl -sS -o /dev/null -w "%{http_code}" https://${HOST}/dir`)).toBe('200');
  let told = 0;
  workshop.internet.onRootsChanged(() => {
    told += 1;
  });
  const ca = (await engine.listMachines()).find(
    ({ labels }) => labels['boite.role'] === 'internet-ca' && labels['boite.workshop'] === 'w1',
  );
  await engine.run(ca?.id ?? '', ['sh', '-c', 'kill 1']);
  await soon(
    async () => told,
    (times) => times > 0,
    30_000,
  );
  const fresh = await workshop.internet.caRoots();
  expect(pems(fresh)).toHaveLength(3);
  expect(pems(fresh).filter((pem) => pems(roots).includes(pem))).toHaveLength(1);
  expect(await site.sh(`curl -s -o /dev/null -w "%{http_code}" https://${HOST}/dir`)).toBe('000');
  roots = fresh;
  await introduceDesktop(engine, site.id, roots);
  expect(await site.sh(`curl -sS -o /dev/null -w "%{http_code}" https://${HOST}/dir`)).toBe('200');
  expect(await (await client())(['mon-exemple.fr'])).toHaveProperty('chain');
});
