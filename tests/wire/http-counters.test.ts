// Do the counters answer bad input with a reason, never with a bug, and does nobody reach what is another's?
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  directorySchema,
  hostsOutcomeSchema,
  hostsViewSchema,
  registrarOutcomeSchema,
  registrarViewSchema,
  searchReplySchema,
  zoneOutcomeSchema,
} from '../../runner/protocol/counters.ts';
import type { Workshop } from '../../runner/store/store.ts';
import { cookieOf, HttpServer } from './http-server.ts';

const NAME = 'camille-exemple.fr';
let server: HttpServer;
/** Each test has a séance, and so a small Internet, of its own. */
let workshop: Workshop;
let camille: string;
let sacha: string;

beforeAll(async () => {
  server = await HttpServer.start();
});
beforeEach(async () => {
  workshop = server.workshops.openWorkshop({ title: 'Essai', language: 'fr', seats: 5 });
  camille = await server.join('Camille', workshop);
  sacha = await server.join('Sacha', workshop);
  server.counters.maker.plans.length = 0;
});
afterAll(() => server[Symbol.asyncDispose]());

const registrar = (deed: string, body: unknown, cookie = camille) =>
  server.post(`/api/registrar/${deed}`, body, cookie);
const hosts = (what: string, body: unknown, cookie = camille) =>
  server.post(`/api/hosts/${what}`, body, cookie);
const register = (name = NAME, cookie = camille) =>
  registrar('register', { name, years: 1, holder: 'person' }, cookie);
const add = (record: Record<string, unknown>, cookie = camille, name = NAME) =>
  registrar('zone-change', { do: 'add', name, version: 0, record }, cookie);
const order = (host: string, cookie = camille, more: object = {}) =>
  hosts('order', { offer: 'vps-ruche-exemple', host, ...more }, cookie);
/** The first reason for a « no », or `ok`; fails on anything that is not an answer of a counter. */
const codeOf = (answer: { status: number; json: { ok: boolean; refused?: { code: string }[] } }): string => {
  expect(answer.status).toBe(200);
  return answer.json.ok ? 'ok' : (answer.json.refused?.[0]?.code ?? '');
};

const HOSTILE = [
  'a;b',
  '*.x',
  'a'.repeat(300),
  'a\n$INCLUDE /etc/passwd',
  '../../etc',
  '',
  ' ',
  '<b>x</b>',
  'é\u202e',
];

describe('the registrar', () => {
  test.each(HOSTILE)('a search for %j is answered with a reason', async (name) => {
    const answer = await registrar('search', { name });
    expect(answer.status).toBe(200);
    const { found } = searchReplySchema.parse(answer.json);
    expect(found.filter(({ kind }) => kind === 'free')).toEqual([]);
  });

  test.each(HOSTILE)('%j cannot be registered, under a TLD or not', async (label) => {
    for (const name of [label, `${label}.fr`]) {
      const answer = await register(name);
      expect(registrarOutcomeSchema.parse(answer.json).ok).toBe(false);
    }
    expect(
      registrarViewSchema.parse((await server.ask({ path: '/api/registrar', cookie: camille })).json).names,
    ).toEqual([]);
  });

  test('first come, first served: what is another’s is refused, whatever is asked of it', async () => {
    expect(codeOf(await register())).toBe('ok');
    expect(codeOf(await register(NAME, sacha))).toBe('taken');
    const version = 0;
    for (const [deed, body] of [
      ['renew', { years: 1 }],
      ['delete', {}],
      ['own-servers', {}],
      ['name-servers', { servers: [] }],
      ['lock', { locked: false }],
      ['code', {}],
      ['zone', {}],
      ['zone-change', { do: 'add', version, record: { owner: '@', type: 'A', value: '198.18.20.10' } }],
      ['zone-change', { do: 'remove', version, index: 0 }],
    ] as const)
      expect([deed, codeOf(await registrar(deed, { name: NAME, ...body }, sacha))]).toEqual([
        deed,
        'not-yours',
      ]);
    expect(codeOf(await registrar('answer-transfer', { name: NAME, accept: true }, sacha))).toBe('not-yours');
  });

  test.each(HOSTILE)('an owner %j in the zone is refused at its line, or is a name', async (owner) => {
    await register();
    const answer = await add({ owner, type: 'A', value: '198.18.20.10' });
    const outcome = zoneOutcomeSchema.parse(answer.json);
    if (outcome.ok) expect(outcome.zone.records[0]?.owner).toMatch(/^(@|\*|(\*\.)?[a-z0-9-]+)$/);
    else expect(outcome.refused).toMatchObject([{ index: 0 }]);
  });

  test('a value cannot bring a second line into the zone', async () => {
    await register();
    for (const [type, value] of [
      ['A', '198.18.20.10\n@ IN NS ns.mechant-exemple.fr.'],
      ['TXT', 'a"\n$INCLUDE /etc/passwd'],
      ['MX', '10 mail\n$ORIGIN .'],
      ['CNAME', 'x;y'],
      ['AAAA', '::1%eth0'],
      ['SOA', 'x'],
    ])
      expect(codeOf(await add({ owner: 'www', type, value }))).not.toBe('ok');
    expect((await registrar('zone', { name: NAME })).json.zone.records).toEqual([]);
  });

  test.each([
    ['register', { name: NAME, years: 1.5, holder: 'person' }],
    ['register', { name: NAME, years: 1, holder: 'king' }],
    ['register', { name: NAME, years: 1, holder: 'person', seat: 'other' }],
    ['register', { name: 7, years: 1, holder: 'person' }],
    ['search', { name: 'a'.repeat(2000) }],
    ['name-servers', { name: NAME, servers: Array(30).fill({ host: 'a', addresses: [] }) }],
    ['zone-change', { do: 'explode', name: NAME }],
    ['zone-change', { do: 'remove', name: NAME, version: 0, index: -1 }],
  ])('%s %j is a bad request', async (deed, body) => {
    const answer = await registrar(deed, body);
    expect([answer.status, answer.json.error]).toEqual([400, 'bad-request']);
  });

  test('years beyond what a registry takes are a reason, not an error', async () => {
    expect(codeOf(await registrar('register', { name: NAME, years: 99, holder: 'person' }))).toBe(
      'years-out-of-range',
    );
  });

  test('only the trainer moves the clock, and everybody sees it', async () => {
    await register();
    expect((await server.post('/api/trainer/clock', { days: 30 }, camille)).status).toBe(401);
    const link = server.workshops.trainerLink(workshop.id);
    const trainer = cookieOf(await server.post('/api/trainer/enter', { token: link }));
    const before = (await server.post('/api/trainer/clock', {}, trainer)).json.now;
    for (const days of [0, -1, 4000, 1.5])
      expect((await server.post('/api/trainer/clock', { days }, trainer)).status).toBe(400);
    expect((await server.post('/api/trainer/clock', { days: 400 }, trainer)).json.now - before).toBe(
      400 * 86_400_000,
    );
    expect(codeOf(await register(NAME, sacha))).toBe('ok');
  });
});

describe('the hosts', () => {
  test('a server beyond the limit is refused, also when all orders come at once', async () => {
    const codes = (await Promise.all(Array.from({ length: 8 }, (_, n) => order(`serveur-${n}`)))).map(codeOf);
    expect(codes.sort()).toEqual([...Array(3).fill('ok'), ...Array(5).fill('too-many-servers')]);
    const view = hostsViewSchema.parse((await server.ask({ path: '/api/hosts', cookie: camille })).json);
    expect([view.servers.length, view.max]).toEqual([3, 3]);
    expect(server.counters.maker.plans.length).toBeLessThanOrEqual(3);
  });

  test.each([...HOSTILE.filter((host) => host.length <= 200), 'a'.repeat(64), 'localhost', '-a', 'a..b'])(
    'a server called %j is refused with a reason',
    async (host) => {
      const outcome = hostsOutcomeSchema.parse((await order(host)).json);
      expect(outcome).toMatchObject({ ok: false, refused: [{ code: expect.stringMatching(/^host-/) }] });
      expect(server.counters.maker.plans).toEqual([]);
    },
  );

  test('what is too long to be read is a bad request', async () => {
    expect((await order('a'.repeat(300))).status).toBe(400);
    expect((await order('a', camille, { sshKey: 'x'.repeat(5000) })).status).toBe(400);
  });

  test('a password that would end a line is refused', async () => {
    expect(codeOf(await order('serveur', camille, { password: 'secret12\nssh-ed25519 AAAA' }))).toBe(
      'password-signs',
    );
  });

  test("another's server answers nothing: no act, no password", async () => {
    await order('mon-serveur');
    for (const deed of ['start', 'stop', 'reboot', 'reinstall', 'delete'])
      expect(codeOf(await hosts('act', { host: 'mon-serveur', do: deed }, sacha))).toBe('server-unknown');
    expect(codeOf(await hosts('password', { host: 'mon-serveur' }, sacha))).toBe('server-unknown');
    expect((await server.ask({ path: '/api/hosts', cookie: sacha })).text).not.toContain('mon-serveur');
    expect((await hosts('password', { host: 'mon-serveur' })).json).toMatchObject({ ok: true });
  });

  test('an act that does not exist is a bad request', async () => {
    expect((await hosts('act', { host: 'mon-serveur', do: 'explode' })).status).toBe(400);
  });

  test('nothing secret is in a view that polls', async () => {
    await order('mon-serveur', camille, { password: 'Correct-cheval-7' });
    expect((await server.ask({ path: '/api/hosts', cookie: camille })).text).not.toContain(
      'Correct-cheval-7',
    );
    expect(server.logLines.join('\n')).not.toContain('Correct-cheval-7');
  });
});

test('the directory shows the class’s sites by name, to those of the same séance', async () => {
  await register();
  await order('mon-serveur');
  const { servers } = (await server.ask({ path: '/api/hosts', cookie: camille })).json;
  await add({ owner: '@', type: 'A', value: servers[0].address });
  const seen = directorySchema.parse((await server.ask({ path: '/api/directory', cookie: sacha })).json);
  expect(seen.sites).toEqual([{ name: NAME, unicode: NAME, pseudonym: 'Camille' }]);
  const other = server.workshops.openWorkshop({ title: 'Autre', language: 'fr', seats: 5 });
  const stranger = await server.join('Alex', other);
  expect((await server.ask({ path: '/api/directory', cookie: stranger })).json).toEqual({ sites: [] });
});

test('where there is no small Internet, the counters do not exist', async () => {
  await using bare = await HttpServer.start({ counters: false });
  const cookie = await bare.join('Camille');
  for (const path of ['/api/registrar', '/api/hosts', '/api/directory'])
    expect((await bare.ask({ path, cookie })).status).toBe(404);
});
