// Does one come in with a code, come back with another, and leave, and do wrong codes wait while right ones pass (T-16)?
import { expect, test } from 'vitest';
import { cookieOf, HttpServer } from './http-server.ts';

test('joining gives a seat, its codes, and a cookie that no script can read', async () => {
  await using server = await HttpServer.start();
  const answer = await server.post('/api/join', { code: server.workshop.joinCode, pseudonym: '  Camille ' });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    pseudonym: 'Camille',
    personalCode: expect.stringMatching(/^\p{L}+-\p{L}+-\p{L}+$/u),
    workshop: { title: 'Essai' },
  });
  const set = answer.headers['set-cookie']?.[0] ?? '';
  expect(set).toMatch(/^boite_seat=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
  const me = await server.ask({ path: '/api/me', cookie: cookieOf(answer) });
  expect(me.json).toEqual(answer.json);
  expect(me.headers['cache-control']).toBe('no-store');
});

test.each([
  ['upper case', (code: string) => code.toUpperCase()],
  ['spaces for hyphens', (code: string) => code.replaceAll('-', '  ')],
  ['no separators', (code: string) => code.replaceAll('-', '')],
  ['no accents', (code: string) => code.normalize('NFD').replace(/\p{M}/gu, '')],
  ['decomposed accents', (code: string) => code.normalize('NFD')],
  ['zero for o, one for l', (code: string) => code.replaceAll('o', '0').replaceAll('l', '1')],
  ['apostrophes and dots', (code: string) => `« ${code.replaceAll('-', '’')}. »`],
])('a join code typed with %s opens the door', async (_how, typed) => {
  await using server = await HttpServer.start();
  const answer = await server.post('/api/join', {
    code: typed(server.workshop.joinCode),
    pseudonym: 'Camille',
  });
  expect(answer.status).toBe(200);
});

test('a personal code brings a second device to the same seat, and the first keeps its own way', async () => {
  await using server = await HttpServer.start();
  const first = await server.join('Camille');
  const { personalCode } = (await server.ask({ path: '/api/me', cookie: first })).json;
  const back = await server.post('/api/return', {
    personalCode: personalCode.replaceAll('-', ' ').toUpperCase(),
  });
  expect(back.json.pseudonym).toBe('Camille');
  expect(cookieOf(back)).not.toBe(first);
  for (const cookie of [first, cookieOf(back)])
    expect((await server.ask({ path: '/api/me', cookie })).json.personalCode).toBe(personalCode);
  expect(server.store.seatsOf(server.workshop.id)).toHaveLength(1);
});

test('leaving makes this browser forget; the seat and its other browsers stay', async () => {
  await using server = await HttpServer.start();
  const cookie = await server.join('Camille');
  const { personalCode } = (await server.ask({ path: '/api/me', cookie })).json;
  const left = await server.post('/api/leave', {}, cookie);
  expect(left.headers['set-cookie']?.[0]).toMatch(/^boite_seat=; Max-Age=0;/);
  expect((await server.ask({ path: '/api/me', cookie })).status).toBe(401);
  expect((await server.post('/api/return', { personalCode })).status).toBe(200);
});

test('a taken, a reserved and an unreadable pseudonym are refused by name', async () => {
  await using server = await HttpServer.start();
  await server.join('Éléonore');
  const refusal = async (pseudonym: string) =>
    (await server.post('/api/join', { code: server.workshop.joinCode, pseudonym })).json.error;
  expect(await refusal('eleonore')).toBe('pseudonym-taken');
  expect(await refusal('El\u00e9onоre')).toBe('pseudonym-unreadable');
  expect(await refusal('Fоrmateur')).toBe('pseudonym-reserved');
  expect(await refusal(' \t ')).toBe('pseudonym-unreadable');
});

test('the code of a séance that is over says so, and its seats are over too', async () => {
  await using server = await HttpServer.start();
  const cookie = await server.join('Camille');
  server.workshops.end(server.workshop.id);
  const join = await server.post('/api/join', { code: server.workshop.joinCode, pseudonym: 'Sacha' });
  expect([join.status, join.json.error]).toEqual([410, 'workshop-ended']);
  expect((await server.ask({ path: '/api/me', cookie })).json.error).toBe('workshop-ended');
});

test('a full séance says so', async () => {
  await using server = await HttpServer.start();
  const small = server.workshops.openWorkshop({ title: 'Petite', language: 'fr', seats: 1 });
  await server.join('Camille', small);
  const answer = await server.post('/api/join', { code: small.joinCode, pseudonym: 'Sacha' });
  expect([answer.status, answer.json.error]).toEqual([409, 'workshop-full']);
});

test('of two cookies with our name, the one that is a seat counts, wherever it stands', async () => {
  await using server = await HttpServer.start();
  const good = await server.join('Camille');
  const forged = `boite_seat=${'A'.repeat(43)}`;
  for (const cookie of [`${forged}; ${good}`, `${good}; ${forged}`, `x=1; ${good}; boite_seat=`])
    expect((await server.ask({ path: '/api/me', cookie })).status).toBe(200);
  expect((await server.ask({ path: '/api/me', cookie: forged })).status).toBe(401);
});

test('joining again voids the token that the browser had before', async () => {
  await using server = await HttpServer.start();
  const planted = await server.join('Camille');
  const answer = await server.post(
    '/api/join',
    { code: server.workshop.joinCode, pseudonym: 'Sacha' },
    planted,
  );
  expect(answer.status).toBe(200);
  expect((await server.ask({ path: '/api/me', cookie: planted })).status).toBe(401);
});

test('5,000 guesses do not beat the limiter, while 40 honest joins from the same address succeed', {
  timeout: 90_000,
}, async () => {
  await using server = await HttpServer.start();
  const counts = new Map<string, number>();
  const guess = async (n: number) => {
    const answer = await server.post('/api/join', {
      code: `abaisser-abandon-abdiquer-${n}x`,
      pseudonym: 'Mallory',
    });
    const error = String(answer.json.error);
    counts.set(error, (counts.get(error) ?? 0) + 1);
    if (error === 'too-many-attempts') expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  };
  const honest: number[] = [];
  for (let round = 0; round < 40; round++) {
    const guesses = Array.from({ length: 125 }, (_, i) => guess(round * 125 + i));
    honest.push(
      (await server.post('/api/join', { code: server.workshop.joinCode, pseudonym: `Élève ${round}` }))
        .status,
    );
    await Promise.all(guesses);
  }
  expect(counts).toEqual(
    new Map([
      ['code-unknown', 10],
      ['too-many-attempts', 4990],
    ]),
  );
  expect(honest).toEqual(Array(40).fill(200));
});

test('guesses at personal codes from an address over its budget are hardly compared at all', async () => {
  await using server = await HttpServer.start();
  const cookie = await server.join('Camille');
  const { personalCode } = (await server.ask({ path: '/api/me', cookie })).json;
  const guess = (code: string) => server.post('/api/return', { personalCode: code });
  for (let i = 0; i < 10; i++) expect((await guess(`faux ${i}`)).status).toBe(404);
  // Over the budget: five comparisons in this second, of which the right one may be one.
  expect((await guess(personalCode)).status).toBe(200);
  for (let i = 0; i < 10; i++) expect((await guess('faux')).status).toBe(429);
  expect((await guess(personalCode)).status).toBe(429);
  server.now += 1000;
  expect((await guess(personalCode)).status).toBe(200);
});

test('one address, however long it guesses, does not pause joining for everybody else', async () => {
  await using server = await HttpServer.start();
  const cookie = await server.join('Camille');
  const trainer = cookieOf(
    await server.post('/api/trainer/enter', { token: server.workshops.trainerLink(server.workshop.id) }),
  );
  const wrong = () => server.post('/api/join', { code: 'faux', pseudonym: 'Mallory' });
  for (let minute = 0; minute < 50; minute++) {
    for (let i = 0; i < 20; i++) await wrong();
    server.now += 30_001;
  }
  // One address alone cannot: ten failures count per minute, 600 an hour.
  expect((await wrong()).json.error).not.toBe('joining-paused');
  const { warnings } = (await server.ask({ path: '/api/trainer/workshop', cookie: trainer })).json;
  expect(warnings).not.toContain('joining-paused');
  expect((await server.ask({ path: '/api/me', cookie })).status).toBe(200);
});
