// Does the board hear in time, and does nobody get further than they were let? The trainer's socket, help by consent, and what goes wrong in a class.
import { expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import type { TrainerFromRunner } from '../../runner/protocol/board.ts';
import { CLOSE } from '../../runner/protocol/terminal-frames.ts';
import { TERMINAL_PROTOCOL, TRAINER_PROTOCOL } from '../../runner/protocol/version.ts';
import { cookieOf, HttpServer } from './http-server.ts';

async function lead(server: HttpServer, workshopId = server.workshop.id): Promise<string> {
  return cookieOf(
    await server.post('/api/trainer/enter', { token: server.workshops.trainerLink(workshopId) }),
  );
}

const seatOf = (server: HttpServer, pseudonym: string) =>
  server.store.seatsOf(server.workshop.id).find((seat) => seat.pseudonym === pseudonym)?.id ?? '?';

/** A socket with these cookies; its code when it closes, or the HTTP status that refused it. */
async function dial(server: HttpServer, door: 'trainer' | 'terminal', ticket: string, cookie: string) {
  const protocol = door === 'trainer' ? TRAINER_PROTOCOL : TERMINAL_PROTOCOL;
  const socket = new WebSocket(`ws://${server.host}/ws/${door}?ticket=${ticket}`, protocol, {
    origin: server.origin,
    headers: { cookie },
  });
  const frames: TrainerFromRunner[] = [];
  socket.on('message', (data, isBinary) => {
    if (!isBinary) frames.push(JSON.parse(String(data)));
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const status = await new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0));
    socket.on('error', () => resolve(0));
  });
  return { socket, frames, closed, status };
}

const ticketOf = async (server: HttpServer, body: object, cookie: string) =>
  (await server.post('/api/trainer/tickets', body, cookie)).json;

test('a board gets everything, then the rows that change, and nothing of another séance', async () => {
  await using server = await HttpServer.start();
  const camille = await server.join('Camille');
  await server.join('Sacha');
  const other = server.workshops.openWorkshop({ title: 'Autre', language: 'fr', seats: 5 });
  const ana = await lead(server);
  const { ticket } = await ticketOf(server, { for: 'trainer' }, ana);
  const board = await dial(server, 'trainer', ticket, ana);
  await vi.waitFor(() => expect(board.frames).toHaveLength(1));
  expect(board.frames[0]).toMatchObject({
    type: 'board',
    rows: [{ pseudonym: 'Camille' }, { pseudonym: 'Sacha' }],
  });
  await server.join('Ailleurs', other);
  await server.post('/api/class/hand', { raised: true, sentence: '<img src=x>\u202e' }, camille);
  await vi.waitFor(() => expect(board.frames.length).toBeGreaterThan(1));
  const last = board.frames.at(-1);
  expect(last).toMatchObject({
    type: 'changes',
    rows: [{ pseudonym: 'Camille', hand: { sentence: '<img src=x>' } }],
    order: [seatOf(server, 'Camille'), seatOf(server, 'Sacha')],
  });
  board.socket.send('x'.repeat(1000));
  expect(await board.closed).toBe(CLOSE.badFrame);
});

test('a ticket of the board is worth nothing to a trainee, to another trainer, or twice', async () => {
  await using server = await HttpServer.start();
  const camille = await server.join('Camille');
  const other = server.workshops.openWorkshop({ title: 'Autre', language: 'fr', seats: 5 });
  const [ana, ben] = [await lead(server), await lead(server, other.id)];
  for (const cookie of [camille, ben, '']) {
    const { ticket } = await ticketOf(server, { for: 'trainer' }, ana);
    expect((await dial(server, 'trainer', ticket, cookie)).status).toBe(403);
  }
  const { ticket } = await ticketOf(server, { for: 'trainer' }, ana);
  expect((await dial(server, 'terminal', ticket, ana)).status).toBe(403);
  const second = await ticketOf(server, { for: 'trainer' }, ana);
  expect((await dial(server, 'trainer', second.ticket, ana)).status).toBe(101);
  expect((await dial(server, 'trainer', second.ticket, ana)).status).toBe(401);
});

test('a terminal opens for a trainer after a yes, to look or to type as was said, and closes at the cut', async () => {
  await using server = await HttpServer.start();
  const camille = await server.join('Camille');
  const seat = seatOf(server, 'Camille');
  const [ana, ben] = [await lead(server), await lead(server)];
  const place = { for: 'help', seat, machine: 'desktop', terminal: '1' };
  const help = () => server.classroom.help.view(seat);
  expect(await ticketOf(server, place, ana)).toMatchObject({ error: 'forbidden' });
  await server.post('/api/trainer/ask', { seat }, ana);
  expect(await ticketOf(server, place, ana)).toMatchObject({ error: 'forbidden' });
  await server.post('/api/class/answer', { id: help().asks[0]?.id, answer: 'watch' }, camille);
  // The yes was for Ana.
  expect(await ticketOf(server, place, ben)).toMatchObject({ error: 'forbidden' });
  const looking = await dial(server, 'terminal', (await ticketOf(server, place, ana)).ticket, ana);
  await vi.waitFor(() => expect(looking.frames).toHaveLength(1));
  looking.socket.send(Buffer.from('rm -r ~\r'), { binary: true });
  looking.socket.send(Buffer.from('\x1b[?1;2c'), { binary: true });
  await server.post('/api/class/answer', { id: help().here[0]?.id, answer: 'write' }, camille);
  const typing = await dial(server, 'terminal', (await ticketOf(server, place, ana)).ticket, ana);
  typing.socket.send(Buffer.from('ls'), { binary: true });
  await vi.waitFor(() => expect(server.desk.shells.get(`${seat}/1`)?.typed.toString()).toBe('ls'));
  expect(help().here).toMatchObject([{ write: true, typing: true }]);
  const unused = await ticketOf(server, place, ana);
  await server.post('/api/class/cut', { id: help().here[0]?.id }, camille);
  expect([await looking.closed, await typing.closed]).toEqual([CLOSE.helpEnded, CLOSE.helpEnded]);
  // A ticket from before the cut opens nothing after it.
  const late = await dial(server, 'terminal', unused.ticket, ana);
  expect(await late.closed).toBe(CLOSE.helpEnded);
  expect(server.desk.shells.get(`${seat}/1`)?.typed.toString()).toBe('ls');
});

test('two trainers raise no collision: one has the hand, and both have the seats', async () => {
  await using server = await HttpServer.start();
  const camille = await server.join('Camille');
  const seat = seatOf(server, 'Camille');
  const [ana, ben] = [await lead(server), await lead(server)];
  await server.post('/api/trainer/name', { name: 'Ana' }, ana);
  await server.post('/api/trainer/name', { name: 'Ben\u202e\x1b[2J' }, ben);
  await server.post('/api/class/hand', { raised: true }, camille);
  const take = (cookie: string) => server.post('/api/trainer/hand', { seat, do: 'take' }, cookie);
  const answers = await Promise.all([take(ana), take(ben)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await server.ask({ path: '/api/class', cookie: camille })).json.hand.takenBy).toMatch(
    /^(Ana|Ben)$/,
  );
});

test('what a forged request adds is refused before anything is done', async () => {
  await using server = await HttpServer.start();
  const camille = await server.join('Camille');
  const ana = await lead(server);
  const seat = seatOf(server, 'Camille');
  const forged: [string, object, string][] = [
    ['/api/class/hand', { raised: true, seat: 'other' }, camille],
    ['/api/class/hand', { raised: true, sentence: 'x'.repeat(141) }, camille],
    ['/api/trainer/say', { text: 'x'.repeat(501) }, ana],
    ['/api/trainer/say', { text: 'bonjour', by: 'root' }, ana],
    ['/api/trainer/extend', { minutes: 1e9 }, ana],
    ['/api/trainer/repair', { do: 'become', seat }, ana],
    ['/api/trainer/repair', { do: 'merge', seat, into: seat }, ana],
    ['/api/trainer/open', { title: 'x', language: 'fr', seats: 10_000 }, ana],
    ['/api/trainer/open', { title: '\u202e\x1b[2J', language: 'fr', seats: 2 }, ana],
  ];
  for (const [path, body, cookie] of forged)
    expect([path, (await server.post(path, body, cookie)).status]).toEqual([path, 400]);
  expect(server.store.openWorkshops()).toHaveLength(1);
  expect(server.classroom.view(seat)).not.toHaveProperty('hand');
});

test('what is asked for a seat that has left, or of a séance that ended a second ago, gets its reason', async () => {
  await using server = await HttpServer.start();
  const [camille, sacha] = [await server.join('Camille'), await server.join('Sacha')];
  const ana = await lead(server);
  const seat = seatOf(server, 'Camille');
  await server.post('/api/class/hand', { raised: true }, camille);
  expect((await server.post('/api/trainer/repair', { do: 'remove', seat }, ana)).status).toBe(200);
  for (const [path, body] of [
    ['hand', { seat, do: 'take' }],
    ['ask', { seat }],
    ['code', { seat }],
    ['repair', { do: 'remove', seat }],
    ['extend', { seat, minutes: 5 }],
    ['offer', { seat, lab: 'first-steps', step: 'where-am-i' }],
  ] as const)
    expect([path, (await server.post(`/api/trainer/${path}`, body, ana)).status]).toEqual([path, 404]);
  expect((await server.post('/api/class/hand', { raised: true }, camille)).status).toBe(401);

  const { ticket } = await ticketOf(server, { for: 'trainer' }, ana);
  const board = await dial(server, 'trainer', ticket, ana);
  await server.post('/api/trainer/end', { workshop: server.workshop.id }, ana);
  expect((await server.post('/api/class/hand', { raised: true }, sacha)).json.error).toBe('workshop-ended');
  expect((await server.post('/api/trainer/say', { text: 'Encore' }, ana)).json.error).toBe('workshop-ended');
  await vi.waitFor(() => expect(board.frames.at(-1)).toMatchObject({ head: { workshop: { ended: true } } }));
  const purged = await server.post('/api/trainer/purge', { workshop: server.workshop.id }, ana);
  expect(purged.json).toEqual({ rows: 0, machines: 0, networks: 0 });
  expect(await board.closed).toBe(CLOSE.seatEnded);
  expect((await server.ask({ path: '/api/trainer/workshop', cookie: ana })).status).toBe(401);
});

test('a key of this run makes a link; any other makes none', async () => {
  await using server = await HttpServer.start({ controlKey: 'k'.repeat(43) });
  expect((await server.post('/api/trainer/link', { key: 'j'.repeat(43) })).status).toBe(401);
  const { url } = (await server.post('/api/trainer/link', { key: 'k'.repeat(43) })).json;
  const token = new URL(url).hash.slice(1);
  expect((await server.post('/api/trainer/enter', { token })).status).toBe(200);
});

test('one’s work goes home as a page when there is no machine: one’s names, and nothing that runs', async () => {
  await using server = await HttpServer.start();
  const camille = await server.join('<Camille>');
  const answer = await server.ask({ path: '/api/class/work', cookie: camille });
  expect([answer.status, answer.headers['content-disposition']]).toEqual([
    200,
    expect.stringContaining('refaites-le.html'),
  ]);
  expect(answer.text).toContain('&lt;Camille&gt;');
  expect(answer.text).not.toMatch(/<script|<Camille>/);
});
