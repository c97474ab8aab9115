// Do the three access boxes do what the lab says of them, seen from a trainee's desktop: one denies a name, one holds a site back, one does neither?
import { beforeAll, describe, expect, test } from 'vitest';
import { introduceDesktop } from '../../runner/internet/introduce-desktop.ts';
import { type WorkshopUnderTest, withInternet } from './internet-support.ts';

const under = withInternet();
let workshop: WorkshopUnderTest;
let sh: (line: string) => Promise<string>;

beforeAll(async () => {
  workshop = await under.workshop('w1');
  await workshop.internet.up();
  const desktop = await under.desktopOn(workshop);
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
