// Do sockets reach the seat's own terminal, and do they end when the séance or the runner does?
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { LIVE_PROTOCOL, TERMINAL_PROTOCOL } from '../../runner/protocol/version.ts';
import { cookieOf, HttpServer } from './http-server.ts';

interface Line {
  socket: WebSocket;
  texts: string[];
  bytes: () => string;
  closed: Promise<number>;
}

async function dial(server: HttpServer, cookie: string, door: 'terminal' | 'live'): Promise<Line> {
  const body = door === 'live' ? { for: 'live' } : { for: 'terminal', machine: 'desktop', terminal: '1' };
  const { ticket } = (await server.post('/api/tickets', body, cookie)).json;
  const protocol = door === 'live' ? LIVE_PROTOCOL : TERMINAL_PROTOCOL;
  const socket = new WebSocket(`ws://${server.host}/ws/${door}?ticket=${ticket}`, protocol, {
    origin: server.origin,
    headers: { cookie },
  });
  const texts: string[] = [];
  let bytes = '';
  socket.on('message', (data, isBinary) => {
    if (isBinary) bytes += String(data);
    else texts.push(String(data));
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  return { socket, texts, bytes: () => bytes, closed };
}

test('what is typed reaches the seat’s own shell, what it prints comes back', async () => {
  await using server = await HttpServer.start();
  const cookie = await server.join('Camille');
  const [seat] = server.store.seatsOf(server.workshop.id);
  const line = await dial(server, cookie, 'terminal');
  line.socket.send(Buffer.from('ls\r'), { binary: true });
  const shell = () => server.desk.shells.get(`${seat?.id}/1`);
  await expect.poll(() => shell()?.typed.toString()).toBe('ls\r');
  shell()?.print('Documents\r\n');
  await expect.poll(line.bytes).toContain('Documents');
});

test('an open page hears of its lab as it changes, and the desk of who looks', async () => {
  await using server = await HttpServer.start();
  const cookie = await server.join('Camille');
  const [seat] = server.store.seatsOf(server.workshop.id);
  const line = await dial(server, cookie, 'live');
  await expect.poll(() => line.texts[0]).toContain('"type":"hello"');
  expect(JSON.parse(line.texts[0] ?? '')).toMatchObject({
    pseudonym: 'Camille',
    workshop: 'Essai',
    now: server.now,
  });
  line.socket.send(JSON.stringify({ type: 'show', lab: 'first-steps' }));
  await expect.poll(() => line.texts.at(-1)).toContain('"type":"lab"');
  line.socket.send(JSON.stringify({ type: 'show', lab: 'no-such-lab' }));
  line.socket.send(JSON.stringify({ type: 'show', lab: 'first-steps' }));
  const before = line.texts.length;
  await server.post('/api/labs/open', { lab: 'first-steps' }, cookie);
  await expect.poll(() => line.texts.length).toBeGreaterThan(before);
  line.socket.close();
  await expect.poll(() => server.desk.calls).toContain(`${seat?.id} presence false`);
});

test('when the trainer ends the séance, its sockets close with « seat ended » and others stay', async () => {
  await using server = await HttpServer.start();
  const other = server.workshops.openWorkshop({ title: 'Autre', language: 'fr', seats: 5 });
  const cookie = await server.join('Camille');
  const lines = [await dial(server, cookie, 'terminal'), await dial(server, cookie, 'live')];
  const elsewhere = await dial(server, await server.join('Sacha', other), 'live');
  const { ticket } = (await server.post('/api/tickets', { for: 'live' }, cookie)).json;
  const trainer = cookieOf(
    await server.post('/api/trainer/enter', { token: server.workshops.trainerLink(server.workshop.id) }),
  );
  await server.post('/api/trainer/end', { workshop: server.workshop.id }, trainer);
  expect(await Promise.all(lines.map((line) => line.closed))).toEqual([4001, 4001]);
  expect(lines[1]?.texts.at(-1)).toBe('{"type":"ended"}');
  expect(elsewhere.socket.readyState).toBe(WebSocket.OPEN);
  const late = new WebSocket(`ws://${server.host}/ws/live?ticket=${ticket}`, LIVE_PROTOCOL, {
    origin: server.origin,
    headers: { cookie },
  });
  const status = await new Promise((resolve) =>
    late.on('unexpected-response', (_request, answer) => resolve(answer.statusCode)).on('error', () => {}),
  );
  expect([401, 403]).toContain(status);
});

test('stopping tells pages that we go, and does not wait for a connection that says nothing', async () => {
  const server = await HttpServer.start();
  const cookie = await server.join('Camille');
  const lines = [await dial(server, cookie, 'terminal'), await dial(server, cookie, 'live')];
  const silent = connect(server.port, '127.0.0.1').on('error', () => {});
  await new Promise((resolve) => silent.on('connect', resolve));
  await server[Symbol.asyncDispose]();
  expect(await Promise.all(lines.map((line) => line.closed))).toEqual([1001, 1001]);
});

test('500 slow connections do not keep an honest join out (T-28)', async () => {
  await using server = await HttpServer.start();
  const slow = Array.from({ length: 500 }, () => connect(server.port, '127.0.0.1').on('error', () => {}));
  await Promise.all(slow.map((socket) => new Promise((resolve) => socket.on('connect', resolve))));
  for (const socket of slow) socket.write('GET / HTTP/1.1\r\nX-Slow: ');
  await server.join('Camille');
  for (const socket of slow) socket.destroy();
});
