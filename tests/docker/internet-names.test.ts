// Does a name live in the small Internet as RFC 1034 and 1035 say, seen from a trainee's desktop with dig, whois and curl?
import { beforeAll, describe, expect, test } from 'vitest';
import { introduceDesktop } from '../../runner/internet/introduce-desktop.ts';
import { fictionalHolder } from '../../runner/internet/registry/holder.ts';
import { register, soon, type WorkshopUnderTest, withInternet } from './internet-support.ts';

const under = withInternet();
let workshop: WorkshopUnderTest;
let sh: (line: string) => Promise<string>;
let at: Record<string, string>;

beforeAll(async () => {
  workshop = await under.workshop('w1');
  await workshop.internet.up();
  at = workshop.internet.addresses;
  const desktop = await under.desktopOn(workshop);
  sh = desktop.sh;
  await introduceDesktop(under.engine, desktop.id, await workshop.internet.caRoots());
  await register(workshop.internet, 'mon-exemple.fr');
  await workshop.internet.names.setZone('mon-exemple.fr', [
    { owner: 'mon-exemple.fr', ttl: 60, type: 'A', address: '198.19.1.1' },
    { owner: 'mon-exemple.fr', ttl: 60, type: 'MX', preference: 10, target: 'courrier.mon-exemple.fr' },
    { owner: 'courrier.mon-exemple.fr', ttl: 60, type: 'A', address: '198.19.1.2' },
    { owner: 'www.mon-exemple.fr', ttl: 60, type: 'CNAME', target: 'mon-exemple.fr' },
    { owner: 'mon-exemple.fr', ttl: 60, type: 'AAAA', address: '2001:db8::1' },
    { owner: '_preuve.mon-exemple.fr', ttl: 60, type: 'TXT', text: 'une "preuve" ; é\\' },
    { owner: '*.essai.mon-exemple.fr', ttl: 60, type: 'A', address: '198.19.1.3' },
  ]);
});

test('dig +trace walks root → fr → the registrar’s server, one printed step each', async () => {
  const trace = await sh('dig +trace mon-exemple.fr A');
  const steps = [...trace.matchAll(/Received \d+ bytes from (\S+)#53\((\S+)\)/g)].map(([, address, name]) => [
    address,
    name,
  ]);
  expect(steps.slice(1, 3)).toEqual([
    [at.root, 'a.racine-exemple.net'],
    [at.tld, 'a.registre-exemple.net'],
  ]);
  expect(steps).toHaveLength(4);
  expect([
    [at.hosting, 'ns1.bureau-exemple.net'],
    [at.hosting2, 'ns2.bureau-exemple.net'],
  ]).toContainEqual(steps[3]);
  expect(trace).toMatch(/^fr\.\s+\d+\s+IN\s+NS\s+a\.registre-exemple\.net\.$/m);
  expect(trace).toMatch(/^mon-exemple\.fr\.\s+\d+\s+IN\s+NS\s+ns1\.bureau-exemple\.net\.$/m);
  expect(trace).toMatch(/^mon-exemple\.fr\.\s+60\s+IN\s+A\s+198\.19\.1\.1$/m);
});

describe('through the resolver', () => {
  test('each type of record is there as it was written', async () => {
    const short = (question: string) => sh(`dig +short ${question}`);
    expect(await short('mon-exemple.fr A')).toBe('198.19.1.1');
    expect(await short('mon-exemple.fr AAAA')).toBe('2001:db8::1');
    expect(await short('www.mon-exemple.fr A')).toBe('mon-exemple.fr.\n198.19.1.1');
    expect(await short('mon-exemple.fr MX')).toBe('10 courrier.mon-exemple.fr.');
    expect(await short('_preuve.mon-exemple.fr TXT')).toBe('"une \\"preuve\\" ; \\195\\169\\\\"');
    expect((await short('mon-exemple.fr NS')).split('\n').sort()).toEqual([
      'ns1.bureau-exemple.net.',
      'ns2.bureau-exemple.net.',
    ]);
    expect(await short('mon-exemple.fr SOA')).toMatch(
      /^ns1\.bureau-exemple\.net\. hostmaster\.mon-exemple\.fr\. \d{10} /,
    );
    expect(await short('nimporte.essai.mon-exemple.fr A')).toBe('198.19.1.3');
    expect(await short('a.racine-exemple.net A')).toBe(at.root);
    expect(await short('www.bureau-exemple.net A')).toBe('');
  });

  test('a name that does not exist is NXDOMAIN with the SOA that says so, one without such a record is not', async () => {
    const missing = await sh('dig rien.mon-exemple.fr A');
    expect(missing).toContain('status: NXDOMAIN');
    expect(missing).toMatch(/^mon-exemple\.fr\.\s+[0-5]\s+IN\s+SOA\s+ns1\.bureau-exemple\.net\./m);
    const without = await sh('dig courrier.mon-exemple.fr AAAA');
    expect(without).toContain('status: NOERROR');
    expect(without).toContain('ANSWER: 0');
    expect(await sh('dig libre-exemple.fr A')).toMatch(/status: NXDOMAIN[\s\S]*^fr\.\s+[0-5]\s+IN\s+SOA/m);
    expect(await sh('dig exemple.zz A')).toMatch(/status: NXDOMAIN[\s\S]*^\.\s+[0-5]\s+IN\s+SOA/m);
    expect(await sh('dig expire-exemple.fr A; dig ancien-mandat-exemple.fr A')).not.toContain('ANSWER: 1');
  });

  test('it works over TCP as well', async () => {
    expect(await sh('dig +tcp +short mon-exemple.fr A')).toBe('198.19.1.1');
    expect(await sh(`dig +tcp +short @${at.tld} mon-exemple.fr NS`)).toBe('');
  });

  test('a cache is a cache: the old address is told until its time is over, while the name server tells the new one', async () => {
    await register(workshop.internet, 'cache-exemple.fr');
    const set = (address: string) =>
      workshop.internet.names.setZone('cache-exemple.fr', [
        { owner: 'cache-exemple.fr', ttl: 300, type: 'A', address },
      ]);
    await set('198.19.2.1');
    expect(
      await soon(
        () => sh('dig +short cache-exemple.fr'),
        (seen) => seen !== '',
      ),
    ).toBe('198.19.2.1');
    await set('198.19.2.2');
    expect(await sh(`dig +short @${at.hosting} cache-exemple.fr`)).toBe('198.19.2.2');
    const cached = await sh('dig cache-exemple.fr');
    expect(cached).toMatch(/^cache-exemple\.fr\.\s+(300|2\d\d)\s+IN\s+A\s+198\.19\.2\.1$/m);
  });
});

describe('a change', () => {
  test('is what the name servers answer as soon as it is made, both of them, with a later serial', async () => {
    await register(workshop.internet, 'change-exemple.org');
    const serial = async (server: string | undefined) =>
      Number((await sh(`dig +short @${server} change-exemple.org SOA`)).split(' ')[2]);
    const before = await serial(at.hosting);
    expect(before).toBeGreaterThan(2_000_000_000);
    await workshop.internet.names.setZone('change-exemple.org', [
      { owner: 'www.change-exemple.org', ttl: 60, type: 'A', address: '198.19.3.1' },
    ]);
    for (const server of [at.hosting, at.hosting2]) {
      expect(await sh(`dig +short @${server} www.change-exemple.org`)).toBe('198.19.3.1');
      expect(await serial(server)).toBe(before + 1);
    }
  });

  test('of name servers is told by the TLD at once; a deleted name is gone there', async () => {
    await register(workshop.internet, 'ailleurs-exemple.com');
    const at43 = () => sh(`dig +norecurse @${at.tld} ailleurs-exemple.com NS`);
    expect(await at43()).toContain('ns1.bureau-exemple.net.');
    const moved = await workshop.internet.names.apply({
      type: 'set-name-servers',
      seat: 'camille',
      name: 'ailleurs-exemple.com',
      nameServers: [{ host: 'ns.ailleurs-exemple.com', addresses: ['198.19.4.4'] }],
    });
    expect(moved.ok).toBe(true);
    expect(await at43()).toMatch(/ns\.ailleurs-exemple\.com\.\s+30\s+IN\s+A\s+198\.19\.4\.4/);
    expect(await sh(`dig @${at.hosting} ailleurs-exemple.com`)).toContain('status: REFUSED');
    await workshop.internet.names.apply({ type: 'delete', seat: 'camille', name: 'ailleurs-exemple.com' });
    expect(await at43()).toContain('status: NXDOMAIN');
  });

  test('twenty at once are all there in the end', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `classe-${i}-exemple.fr`);
    await Promise.all(names.map((name, i) => register(workshop.internet, name, `seat${i}`)));
    const answers = await sh(names.map((name) => `dig +short ${name} SOA`).join(';'));
    expect(answers.split('\n')).toHaveLength(20);
  });
});

describe('whois and RDAP', () => {
  const { street, city, name, phone } = fictionalHolder('Camille Exemple');
  const particulars = [street, city, name, phone].filter((text) => text !== '');

  test('whois finds the box’s own server by itself and shows the registration, the person withheld', async () => {
    const answer = await sh('whois mon-exemple.fr');
    expect(answer).toMatch(/domain: +mon-exemple\.fr/);
    expect(answer).toContain('Bureau Exemple');
    for (const text of particulars) expect(answer).not.toContain(text);
    expect(await sh('whois libre-exemple.fr')).toContain('NOT FOUND');
  });

  test('RDAP tells the same over http and https, with the type of RFC 7480', async () => {
    const plain = await sh('curl -sS -D - http://rdap.registre-exemple.net/domain/mon-exemple.fr');
    expect(plain).toMatch(/^HTTP\/1\.1 200 OK\r?\n/);
    expect(plain).toMatch(/^content-type: application\/rdap\+json\r?$/m);
    const domain = JSON.parse(await sh('curl -sS https://rdap.registre-exemple.net/domain/mon-exemple.fr'));
    expect(domain).toMatchObject({
      objectClassName: 'domain',
      ldhName: 'mon-exemple.fr',
      status: ['active'],
    });
    for (const text of particulars) expect(JSON.stringify(domain)).not.toContain(text);
    expect(
      await sh(
        'curl -s -o /dev/null -w "%{http_code}" http://rdap.registre-exemple.net/domain/libre-exemple.fr',
      ),
    ).toBe('404');
  });

  test('endless, empty and odd questions end, and others are answered meanwhile', async () => {
    const odd = [
      'yes | tr -d "\\n" | timeout 8 bash -c "exec 3<>/dev/tcp/whois.registre-exemple.net/43; cat >&3 & cat <&3 | head -c 300"',
      'timeout 8 bash -c "exec 3<>/dev/tcp/rdap.registre-exemple.net/80; cat <&3"',
      'printf "\\0\\xff\\r\\n" | timeout 8 bash -c "exec 3<>/dev/tcp/whois.registre-exemple.net/43; cat >&3; cat <&3"',
      'head -c 20000 /dev/zero | timeout 8 bash -c "exec 3<>/dev/tcp/rdap.registre-exemple.net/80; cat >&3; cat <&3 | head -c 20"',
    ];
    const [answer, ...rest] = await Promise.all([
      sh('whois mon-exemple.fr'),
      ...odd.map((line) => sh(`${line} 2>/dev/null; true`)),
    ]);
    expect(answer).toMatch(/domain: +mon-exemple\.fr/);
    expect(rest).toHaveLength(odd.length);
    expect(await sh('whois mon-exemple.fr')).toMatch(/domain: +mon-exemple\.fr/);
  });

  test('while the runner is away the server says that it is being restarted; names go on', async () => {
    workshop.internet.release();
    expect(
      await soon(
        () => sh('whois mon-exemple.fr'),
        (seen) => seen.includes('redémarre'),
      ),
    ).toContain('restarting');
    expect(
      await sh(
        'curl -s -o /dev/null -w "%{http_code}" http://rdap.registre-exemple.net/domain/mon-exemple.fr',
      ),
    ).toBe('503');
    expect(await sh('dig +short mon-exemple.fr')).toBe('198.19.1.1');
    workshop.internet = workshop.again();
    await workshop.internet.up();
    expect(await sh('whois mon-exemple.fr')).toMatch(/domain: +mon-exemple\.fr/);
    expect(workshop.failures).toEqual([]);
  });
});
