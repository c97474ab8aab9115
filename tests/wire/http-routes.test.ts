// Who may call what? Every route of the table with every kind of visitor (T-12, T-14, T-17).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_ROUTES } from '../../runner/http/routes/all.ts';
import { StoreError } from '../../runner/store/store-error.ts';
import { cookieOf, HttpServer } from './http-server.ts';

const VISITORS = [
  'nobody',
  'trainee',
  'other trainee',
  "other workshop's trainer",
  'trainer',
  'forger',
] as const;
type Visitor = (typeof VISITORS)[number];

/** A body that each route takes. */
const BODIES: Record<string, (server: HttpServer) => unknown> = {
  '/api/join': () => ({ code: 'faux', pseudonym: 'Sacha' }),
  '/api/return': () => ({ personalCode: 'faux' }),
  '/api/leave': () => ({}),
  '/api/labs/open': () => ({ lab: 'first-steps' }),
  '/api/labs/build-up': () => ({ lab: 'first-steps' }),
  '/api/labs/reset': () => ({ lab: 'first-steps' }),
  '/api/labs/start-machine': () => ({ lab: 'first-steps', machine: 'desktop' }),
  '/api/steps/check': () => ({ lab: 'first-steps', step: 'where-am-i' }),
  '/api/steps/solve': () => ({ lab: 'first-steps', step: 'where-am-i' }),
  '/api/steps/hint': () => ({ lab: 'first-steps', step: 'where-am-i', level: 1 }),
  '/api/steps/answer': () => ({ lab: 'first-steps', step: 'where-am-i', answer: '/home' }),
  '/api/tickets': () => ({ for: 'terminal', machine: 'desktop', terminal: '1' }),
  '/api/terminals/open': () => ({ machine: 'desktop' }),
  '/api/terminals/close': () => ({ machine: 'desktop', terminal: '2' }),
  '/api/trainer/enter': () => ({ token: 'faux' }),
  '/api/trainer/link': () => ({ key: 'faux' }),
  '/api/registrar/search': () => ({ name: 'camille-exemple' }),
  '/api/registrar/register': () => ({ name: 'camille-exemple.fr', years: 1, holder: 'person' }),
  '/api/registrar/renew': () => ({ name: 'camille-exemple.fr', years: 1 }),
  '/api/registrar/restore': () => ({ name: 'camille-exemple.fr' }),
  '/api/registrar/delete': () => ({ name: 'camille-exemple.fr' }),
  '/api/registrar/name-servers': () => ({ name: 'camille-exemple.fr', servers: [] }),
  '/api/registrar/own-servers': () => ({ name: 'camille-exemple.fr' }),
  '/api/registrar/lock': () => ({ name: 'camille-exemple.fr', locked: true }),
  '/api/registrar/code': () => ({ name: 'camille-exemple.fr' }),
  '/api/registrar/transfer': () => ({ name: 'camille-exemple.fr', code: 'x', registrar: 'x' }),
  '/api/registrar/answer-transfer': () => ({ name: 'camille-exemple.fr', accept: true }),
  '/api/registrar/cancel-transfer': () => ({ name: 'camille-exemple.fr' }),
  '/api/registrar/allowance': () => ({}),
  '/api/registrar/zone': () => ({ name: 'camille-exemple.fr' }),
  '/api/registrar/zone-change': () => ({ do: 'remove', name: 'camille-exemple.fr', version: 0, index: 0 }),
  '/api/trainer/clock': () => ({}),
  '/api/hosts/order': () => ({ offer: 'vps-ruche-exemple', host: 'mon-serveur' }),
  '/api/hosts/act': () => ({ host: 'mon-serveur', do: 'start' }),
  '/api/glass/open': () => ({ language: 'fr' }),
  '/api/glass/visit': () => ({}),
  '/api/glass/walk': () => ({ name: 'camille-exemple.fr' }),
  '/api/hosts/password': () => ({ host: 'mon-serveur' }),
  '/api/class/hand': () => ({ raised: true, sentence: 'Je ne vois plus ma souris.' }),
  '/api/class/answer': () => ({ id: 'x', answer: 'watch' }),
  '/api/class/cut': () => ({ id: 'x' }),
  '/api/class/solve': () => ({ id: 'x', accept: true }),
  '/api/trainer/say': () => ({ text: 'Bonjour' }),
  '/api/trainer/look': () => ({ on: true }),
  '/api/trainer/timer': () => ({ minutes: 5 }),
  '/api/trainer/extend': () => ({ minutes: 15 }),
  '/api/trainer/ends-at': () => ({ endsAt: null }),
  '/api/trainer/pause': () => ({ on: true }),
  '/api/trainer/everybody': () => ({ at: { lab: 'first-steps', step: 'where-am-i' } }),
  '/api/trainer/offer': () => ({ lab: 'first-steps', step: 'where-am-i' }),
  '/api/trainer/closing': () => ({ on: true }),
  '/api/trainer/show': () => ({ seat: null }),
  '/api/trainer/hand': (server) => ({ seat: seatOf(server), do: 'take' }),
  '/api/trainer/ask': (server) => ({ seat: seatOf(server) }),
  '/api/trainer/leave': (server) => ({ seat: seatOf(server) }),
  '/api/trainer/code': (server) => ({ seat: seatOf(server) }),
  '/api/trainer/repair': (server) => ({ do: 'restart', seat: seatOf(server), machine: 'desktop' }),
  '/api/trainer/tickets': () => ({ for: 'trainer' }),
  '/api/trainer/name': () => ({ name: 'Ana' }),
  '/api/trainer/open': () => ({ title: 'Encore une', language: 'fr', seats: 3 }),
  '/api/trainer/warm': () => ({ machines: 2 }),
  '/api/trainer/invite': () => ({}),
  '/api/trainer/try': () => ({}),
  '/api/trainer/purge': (server) => ({ workshop: server.workshop.id }),
  '/api/trainer/end': (server) => ({ workshop: server.workshop.id }),
};

const seatOf = (server: HttpServer) => server.store.seatsOf(server.workshop.id)[0]?.id ?? '?';

/** Routes that name a seat: a trainer's of another workshop is told that there is none. */
const OF_A_SEAT = ['hand', 'ask', 'leave', 'code', 'repair'].map((name) => `/api/trainer/${name}`);
/** Routes of a question that nobody asked here. */
const NO_QUESTION = ['/api/class/answer', '/api/class/cut', '/api/class/solve'];

/** Status that a route gives to a visitor. */
function expected(who: string, path: string, visitor: Visitor): number {
  if (path === '/api/join' || path === '/api/return') return 404;
  if (path === '/api/trainer/enter' || path === '/api/trainer/link') return 401;
  if (who === 'anyone') return 200;
  if (who === 'seat' && visitor !== 'trainee' && visitor !== 'other trainee') return 401;
  if (who === 'seat') return NO_QUESTION.includes(path) ? 404 : 200;
  if (visitor !== 'trainer' && visitor !== "other workshop's trainer") return 401;
  // The séance goes on: nothing is erased under people's feet.
  if (path === '/api/trainer/purge') return 403;
  if (visitor === 'trainer') return 200;
  if (OF_A_SEAT.includes(path)) return 404;
  return path === '/api/trainer/end' ? 403 : 200;
}

describe('every route with every visitor', () => {
  let server: HttpServer;
  const cookies = new Map<Visitor, string>();

  beforeAll(async () => {
    server = await HttpServer.start();
    const other = server.workshops.openWorkshop({ title: 'Autre', language: 'fr', seats: 5 });
    const enter = async (id: string) =>
      cookieOf(await server.post('/api/trainer/enter', { token: server.workshops.trainerLink(id) }));
    cookies.set('trainee', await server.join('Camille'));
    cookies.set('other trainee', await server.join('Sacha', other));
    cookies.set('trainer', await enter(server.workshop.id));
    cookies.set("other workshop's trainer", await enter(other.id));
    // A trainee's token under the trainer's name, and the reverse.
    cookies.set(
      'forger',
      `boite_trainer=${cookies.get('trainee')?.split('=')[1]}; boite_seat=${cookies.get('trainer')?.split('=')[1]}`,
    );
  });
  afterAll(() => server[Symbol.asyncDispose]());

  // Leaving and ending come last: they take the visitor's standing away; so does a further séance, which is then the one spoken of.
  const last = ['/api/leave', '/api/trainer/end', '/api/trainer/open'];
  const routes = [...API_ROUTES].sort((a, b) => last.indexOf(a.path) - last.indexOf(b.path));
  const rows = routes.flatMap((route) => VISITORS.map((visitor) => ({ ...route, visitor })));

  test.each(rows)('$method $path by $visitor', async ({ method, path, who, visitor }) => {
    const status = expected(who, path, visitor);
    const cookie = cookies.get(visitor);
    // Guesses of one test are not failures of the next.
    server.now += 60_000;
    const answer =
      method === 'GET'
        ? await server.ask({ path, ...(cookie === undefined ? {} : { cookie }) })
        : await server.post(path, BODIES[path]?.(server), cookie);
    expect([answer.status, answer.json?.error]).toEqual([
      status,
      status === 200 ? undefined : expect.any(String),
    ]);
    if (path === '/api/trainer/workshop' && answer.status === 200)
      expect(answer.json.workshop.id === server.workshop.id).toBe(visitor === 'trainer');
  });

  test('every POST route has a body in this table, so that a new one is tested too', () => {
    const missing = API_ROUTES.filter((route) => route.method === 'POST' && !(route.path in BODIES));
    expect(missing.map((route) => route.path)).toEqual([]);
  });
});

/** What a trainer may still ask when the séance is over: to see what was, to open the next one, to erase. */
const AFTER_THE_END = [
  ...['workshop', 'workshops', 'figures', 'figures.csv', 'internet'],
  ...['tickets', 'name', 'end', 'purge', 'open'],
].map((name) => `/api/trainer/${name}`);

describe('every route a second after the end', () => {
  let server: HttpServer;
  let cookies: Record<'seat' | 'trainer', string>;

  beforeAll(async () => {
    server = await HttpServer.start();
    const seat = await server.join('Camille');
    const link = server.workshops.trainerLink(server.workshop.id);
    cookies = { seat, trainer: cookieOf(await server.post('/api/trainer/enter', { token: link })) };
    server.workshops.end(server.workshop.id);
    server.now += 1_000;
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const last = ['/api/trainer/open', '/api/trainer/purge'];
  const rows = API_ROUTES.flatMap(({ method, path, who }) =>
    who === 'anyone' ? [] : [{ method, path, who }],
  );
  rows.sort((a, b) => last.indexOf(a.path) - last.indexOf(b.path));

  test.each(rows)('$method $path by its $who', async ({ method, path, who }) => {
    const cookie = cookies[who];
    // A trainer who opened the next séance speaks of this one.
    const asked = who === 'trainer' ? `${path}?workshop=${server.workshop.id}` : path;
    const answer =
      method === 'GET'
        ? await server.ask({ path: asked, cookie })
        : await server.post(asked, BODIES[path]?.(server), cookie);
    const open = AFTER_THE_END.includes(path);
    expect([answer.status, answer.json?.error]).toEqual(open ? [200, undefined] : [410, 'workshop-ended']);
  });
});

test('what a trainee asks is done for their own seat, whatever they add to the request', async () => {
  await using server = await HttpServer.start();
  const cookie = await server.join('Camille');
  const [seat] = server.store.seatsOf(server.workshop.id);
  for (const extra of [{ role: 'trainer' }, { isTrainer: true }, { id: 'x' }, { seatId: 'other' }]) {
    const answer = await server.post('/api/labs/open', { lab: 'first-steps', ...extra }, cookie);
    expect([answer.status, answer.json.error]).toEqual([400, 'bad-request']);
  }
  expect(server.desk.calls).toEqual([]);
  await server.post('/api/labs/open', { lab: 'first-steps' }, cookie);
  expect(server.desk.calls).toEqual([`${seat?.id} open first-steps`]);
});

test("a trainer's link is good once; a new link voids the one before", async () => {
  await using server = await HttpServer.start();
  const old = server.workshops.trainerLink(server.workshop.id);
  const token = server.workshops.trainerLink(server.workshop.id);
  const enter = async (link: string) => (await server.post('/api/trainer/enter', { token: link })).status;
  expect([await enter(old), await enter(token), await enter(token)]).toEqual([401, 200, 401]);
});

test('the trainer sees the séance, its code, its address and who is there', async () => {
  await using server = await HttpServer.start();
  await server.join('Camille');
  const token = server.workshops.trainerLink(server.workshop.id);
  const cookie = cookieOf(await server.post('/api/trainer/enter', { token }));
  const view = (await server.ask({ path: '/api/trainer/workshop', cookie })).json;
  expect(view.workshop).toMatchObject({
    joinCode: server.workshop.joinCode,
    addresses: [server.origin],
    ended: false,
    qrSvg: expect.stringContaining('<svg'),
  });
  expect(view.seats).toMatchObject([{ pseudonym: 'Camille', here: false, labs: [{ lab: 'first-steps' }] }]);
  expect((await server.post('/api/trainer/end', { workshop: server.workshop.id }, cookie)).status).toBe(200);
  expect((await server.ask({ path: '/api/trainer/workshop', cookie })).json.workshop.ended).toBe(true);
});

test('a bug of ours is said plainly, logged once, and shows no stack', async () => {
  await using server = await HttpServer.start();
  const cookie = await server.join('Camille');
  server.desk.failure = new Error('secret detail');
  const answer = await server.post('/api/labs/open', { lab: 'first-steps' }, cookie);
  expect([answer.status, answer.text]).toEqual([500, '{"error":"internal"}']);
  const lines = server.logLines.filter((line) => line.includes('secret detail'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    event: 'internal',
    where: '/api/labs/open',
  });
});

test('a full disk is « no room » with a time to come back, not a bug', async () => {
  await using server = await HttpServer.start();
  const cookie = await server.join('Camille');
  server.desk.failure = new StoreError({ kind: 'disk-full', dir: server.dir });
  const answer = await server.post('/api/labs/open', { lab: 'first-steps' }, cookie);
  expect([answer.status, answer.json.error, answer.headers['retry-after']]).toEqual([
    503,
    'house-full',
    '60',
  ]);
});

test('over https the cookies are Secure and locked to the host', async () => {
  await using server = await HttpServer.start({ publicUrl: 'https://atelier.exemple.fr' });
  const headers = {
    host: 'atelier.exemple.fr',
    origin: 'https://atelier.exemple.fr',
    'content-type': 'application/json',
    'x-boite': '1',
  };
  const body = { code: server.workshop.joinCode, pseudonym: 'Camille' };
  const answer = await server.ask({ method: 'POST', path: '/api/join', headers, body });
  expect(answer.headers['set-cookie']?.[0]).toMatch(
    /^__Host-boite_seat=.*; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
  const cookie = cookieOf(answer);
  expect((await server.ask({ path: '/api/me', headers: { host: headers.host }, cookie })).status).toBe(200);
  // The same token under the name without prefix is somebody else's doing.
  const stripped = cookie.replace('__Host-', '');
  expect(
    (await server.ask({ path: '/api/me', headers: { host: headers.host }, cookie: stripped })).status,
  ).toBe(401);
});
