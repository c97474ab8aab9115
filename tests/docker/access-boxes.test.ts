// Do the access boxes and the sites behind them do what the labs say of them, seen from a trainee’s desktop: one denies a name, one holds a site back, one does neither; the newspaper brings readers?
import { beforeAll, describe, expect, test } from 'vitest';
import { introduceDesktop } from '../../runner/internet/introduce-desktop.ts';
import { soon, type WorkshopUnderTest, withInternet } from './internet-support.ts';

const under = withInternet();
let workshop: WorkshopUnderTest;
let desktop: Awaited<ReturnType<typeof under.desktopOn>>;
let sh: (line: string) => Promise<string>;

beforeAll(async () => {
  workshop = await under.workshop('w1');
  await workshop.internet.up();
  desktop = await under.desktopOn(workshop);
  // As in the trainee's shell: the way out is a variable that `box` writes down.
  sh = (line) => desktop.sh(`[ -r ~/.box ] && . ~/.box; ${line}`);
  await introduceDesktop(under.engine, desktop.id, await workshop.internet.caRoots());
});

const plug = async (box: string): Promise<void> => {
  expect(await sh(`box ${box}`)).toMatch(new RegExp(`${box}.*\\d+\\.\\d+\\.\\d+\\.\\d+$`, 'i'));
};
/** Bytes per second of a download. */
const speedOf = async (address: string): Promise<number> =>
  Number(await sh(`curl -s -o /dev/null -w '%{speed_download}' http://${address}`));

describe.each([
  ['aurore', true, true],
  ['boreal', false, false],
  ['cigale', true, false],
] as const)('%s', (box, tellsTheTruth, slowsVideos) => {
  test('answers for the newspaper, and lets films through, as the lab says', async () => {
    await plug(box);
    expect(await sh('cat /etc/resolv.conf')).toContain(
      `nameserver ${workshop.internet.addresses[box === 'cigale' ? 'resolver' : box]}`,
    );
    const asked = await sh('dig www.journal-exemple.fr');
    expect(asked).toContain(tellsTheTruth ? 'status: NOERROR' : 'status: NXDOMAIN');
    if (tellsTheTruth) {
      expect(asked).toContain(workshop.internet.addresses.sites);
      // The same line, the same size: only the destination differs.
      const [photo, film] = [
        await speedOf('www.journal-exemple.fr/photo'),
        await speedOf('www.videos-exemple.fr/film'),
      ];
      expect(photo).toBeGreaterThan(400_000);
      if (slowsVideos) expect(film).toBeLessThan(150_000);
      else expect(film).toBeGreaterThan(400_000);
    } else {
      // Neither its resolver nor its way out leads there; other sites are reached.
      expect(await sh('curl -s -o /dev/null -w "%{http_code}" http://www.journal-exemple.fr/')).not.toBe(
        '200',
      );
      expect(await sh('curl -s -o /dev/null -w "%{http_code}" http://www.videos-exemple.fr/')).toBe('200');
    }
  });
});

test('whoever asks the source learns the truth through every box; a name that is denied is denied to nobody else', async () => {
  await plug('boreal');
  const { sites } = workshop.internet.addresses;
  expect(await sh('dig +short @ns1.bureau-exemple.net www.journal-exemple.fr')).toBe(sites);
  expect(await sh('dig +short @cigale.acces-exemple.net www.journal-exemple.fr')).toBe(sites);
  expect(await sh('dig +short www.videos-exemple.fr')).toBe(sites);
});

test('a report is acknowledged, and not kept', async () => {
  await plug('cigale');
  await sh('echo "boreal denies www.journal-exemple.fr" > report.txt');
  expect(await sh('curl -s --data-binary @report.txt http://www.regulateur-exemple.fr/signaler')).toMatch(
    /dossier n° \d+/,
  );
  expect(await sh('curl -s http://www.regulateur-exemple.fr/signaler')).toMatch(/POST/);
});

test('a box that does not exist is told, and nothing changes', async () => {
  const before = await sh('cat /etc/resolv.conf');
  expect(await sh('box gamma 2>&1; true')).toMatch(/gamma.*aurore boreal cigale/);
  expect(await sh('cat /etc/resolv.conf')).toBe(before);
});

describe('the newspaper brings readers', () => {
  /** A web server on a desktop that writes down who asks for what, one request a line: method and path, for whom, who sends. */
  const SITE = `use IO::Socket::INET; $| = 1; my $s = IO::Socket::INET->new(Listen => 20, LocalPort => 80, ReuseAddr => 1) or die;
    open my $log, '>', '/tmp/visits'; $log->autoflush; my $b = '<a href="/position/">x</a>';
    while (my $c = $s->accept) { my %h; my $first = <$c>; while (my $l = <$c>) { last if $l =~ /^\\r?$/; $h{lc $1} = $2 if $l =~ /^([^:]+): (.*?)\\r/ }
    $first =~ s/ HTTP.*//s; print {$log} join(' | ', $first, $h{'x-forwarded-for'}, $h{referer} // '-', $h{host}), "\\n";
    print $c "HTTP/1.1 200 OK\\r\\nContent-Length: " . length($b) . "\\r\\n\\r\\n$b"; close $c }`;
  const announce = (where: string) =>
    sh(
      `curl -s -w ' %{http_code}' --data-urlencode 'adresse=${where}' http://www.journal-exemple.fr/annoncer`,
    );
  const visits = async () =>
    (await sh('cat /tmp/visits 2>/dev/null; true'))
      .trim()
      .split('\n')
      .filter((line) => line !== '');

  test('a bounded crowd from many addresses, sent by others, robots among them; one at a time for each site', async () => {
    await plug('cigale');
    const open = await under.engine.openPipe(desktop.id, ['perl', '-e', SITE], { user: 'root' });
    open.onLine(() => undefined);
    const own = (await under.engine.inspectMachine(desktop.id))?.addresses[workshop.network.id] ?? '';
    await soon(
      () => sh(`curl -s -o /dev/null http://${own}/; echo $?`),
      (code) => code === '0',
    );
    expect(await announce(`http://${own}/`)).toMatch(/ 200$/);
    expect(await announce(`http://${own}/`)).toMatch(/ 429$/);
    // Over when nobody came for a second.
    const overOr = async () => {
      const before = await visits();
      await sh('sleep 1');
      return (await visits()).length === before.length ? before : [];
    };
    const lines = await soon(overOr, (seen) => seen.length >= 60, 60_000);
    await soon(
      () => announce(`http://${own}/`),
      (answer) => answer.endsWith(' 200'),
      60_000,
    );
    const addresses = lines.map((line) => line.split(' | ')[1] ?? '');
    expect(
      new Set(addresses.filter((address) => /^198\.1[89]\.|^2001:db8:/.test(address))).size,
    ).toBeGreaterThan(40);
    expect(lines.filter((line) => line.includes('jardiniers-exemple.fr')).length).toBeGreaterThan(15);
    expect(lines.filter((line) => line.startsWith('GET /wp-login.php')).length).toBe(2);
    expect(lines.every((line) => line.startsWith('GET ') && line.endsWith(own))).toBe(true);
    // 60 visitors, and a second page for some of the 48 who read.
    expect(lines.length).toBeLessThanOrEqual(60 + 48);
  });

  test('it goes nowhere else: not to the box’s own servers, not outside, not to what is no address', async () => {
    expect(await announce('http://www.videos-exemple.fr/')).toMatch(/ 403$/);
    expect(await announce(workshop.internet.addresses.resolver)).toMatch(/ 403$/);
    expect(await announce('http://127.0.0.1/')).toMatch(/ 403$/);
    expect(await announce('http://192.0.2.7/')).toMatch(/ 403$/);
    expect(await announce('http://personne-exemple.fr/')).toMatch(/ 404$/);
    expect(await announce('file:///etc/passwd')).toMatch(/ 400$/);
    expect(await announce('http://x:80@127.0.0.1/\nHost: y')).toMatch(/ 400$/);
    expect(await sh('curl -s http://www.journal-exemple.fr/annoncer')).toContain('<form');
  });
});
