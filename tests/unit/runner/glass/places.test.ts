// At which origin do a seat's pages live, for each way of reaching the course; and under which names do files arrive?
import { describe, expect, test } from 'vitest';
import { frameSources, originFor, placeOf, wayFor } from '../../../../runner/glass/places.ts';
import { safeFileName } from '../../../../runner/glass/put-file.ts';
import { rememberRoots } from '../../../../runner/glass/roots.ts';

const ID = '0123456789abcdef0123';
const room = {
  host: '0.0.0.0',
  publicUrl: undefined,
  glassDomain: undefined,
  glassPorts: [8100, 8101],
} as const;
const hosted = { ...room, publicUrl: new URL('https://atelier.exemple.fr'), glassDomain: 'verre.exemple.fr' };

describe('origins', () => {
  test.each([
    ['localhost:8017', room, 'localhost'],
    ['127.0.0.1:8017', room, 'localhost'],
    ['192.168.1.20:8017', room, 'port'],
    ['atelier.exemple.fr', hosted, 'domain'],
    ['atelier.exemple.fr', { ...hosted, glassDomain: undefined }, undefined],
  ] as const)('%s', (host, settings, way) => {
    expect(wayFor(host, settings)).toBe(way);
  });

  test('never the course’s own, and each leads back to its seat', () => {
    const ports = { own: 8017, seat: 8100 };
    const local = originFor('localhost', ID, 'localhost:8017', room, ports);
    expect(local).toBe(`http://s-${ID}.localhost:8017`);
    expect(placeOf(`s-${ID}.localhost:8017`, room, 8017)).toEqual({ id: ID, origin: local, secure: true });
    expect(originFor('port', ID, '192.168.1.20:8017', room, ports)).toBe('http://192.168.1.20:8100');
    expect(originFor('port', ID, '[fe80::1]:8017', room, ports)).toBe('http://[fe80::1]:8100');
    expect(originFor('port', ID, '192.168.1.20:8017', room, { own: 8017, seat: undefined })).toBeUndefined();
    const domain = originFor('domain', ID, 'atelier.exemple.fr', hosted, ports);
    expect(domain).toBe(`https://s-${ID}.verre.exemple.fr`);
    expect(placeOf(`S-${ID}.verre.exemple.fr`, hosted, 8017)).toEqual({
      id: ID,
      origin: domain,
      secure: true,
    });
  });

  test.each([
    'localhost:8017',
    `s-${ID}.localhost:8018`,
    `s-${ID}.localhost`,
    's-1.localhost:8017',
    `x.s-${ID}.localhost:8017`,
    `s-${ID}.localhost.evil.exemple:8017`,
    `s-${ID}.verre.exemple.fr:444`,
    `s-${ID}.exemple.fr`,
    '',
    'a'.repeat(10_000),
  ])('%s is no place of a seat', (host) => {
    expect(placeOf(host, hosted, 8017)).toBeUndefined();
  });

  test('the course’s page may frame those places only', () => {
    expect(frameSources('localhost:8017', room, 8017)).toBe('http://*.localhost:8017');
    expect(frameSources('192.168.1.20:8017', room, 8017)).toBe('http://192.168.1.20:*');
    expect(frameSources('atelier.exemple.fr', hosted, 8017)).toBe('https://*.verre.exemple.fr');
    expect(frameSources('atelier.exemple.fr', { ...hosted, glassDomain: undefined }, 8017)).toBeUndefined();
  });
});

describe('names of files', () => {
  test.each([
    ['photo.jpg', 'photo', '.jpg'],
    ['Ma photo d’été (1).JPG', 'Ma_photo_d_été_1_', '.JPG'],
    ['../../etc/passwd', 'passwd', ''],
    ['C:\\Users\\x\\notes.txt', 'notes', '.txt'],
    ['.bashrc', 'bashrc', ''],
    ['-rf', 'rf', ''],
    ['$(reboot).sh', 'reboot_', '.sh'],
    ['a\nb\0c.txt', 'a_b_c', '.txt'],
    ['', 'fichier', ''],
    ['...', 'fichier', ''],
    ['archive.tar.gz', 'archive.tar', '.gz'],
  ])('%j', (name, stem, end) => {
    expect(safeFileName(name)).toEqual({ stem, end });
  });

  test('a name without end is cut between two letters', () => {
    const { stem } = safeFileName('é'.repeat(1000));
    expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(200);
    expect(stem).toMatch(/^é+$/);
  });
});

test('authorities are asked for seldom, again when they did not do, and after a failure', async () => {
  let now = 0;
  let asked = 0;
  const roots = rememberRoots(
    async () => {
      asked += 1;
      if (asked === 3) throw new Error('away');
      return `roots ${asked}`;
    },
    () => now,
  );
  expect([await roots(false), await roots(false), await roots(true)]).toEqual([
    'roots 1',
    'roots 1',
    'roots 1',
  ]);
  now = 5_000;
  expect(await roots(true)).toBe('roots 2');
  now = 100_000;
  await expect(roots(false)).rejects.toThrow('away');
  expect(await roots(false)).toBe('roots 4');
});
