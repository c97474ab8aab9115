// May other sites and other names speak to us (T-13 to T-15)?
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { LIVE_PROTOCOL, TERMINAL_PROTOCOL } from '../../runner/protocol/version.ts';
import { HttpServer } from './http-server.ts';

let server: HttpServer;
let cookie: string;
beforeAll(async () => {
  server = await HttpServer.start();
  cookie = await server.join('Camille');
});
afterAll(() => server[Symbol.asyncDispose]());

const FOREIGN_HOSTS = [
  'evil.test',
  'localhost.evil.test',
  'evil.localhost',
  '127.0.0.1.evil.test',
  '127.0.0.2',
  '10.0.0.1',
  '192.168.1.20',
  '0.0.0.0',
  '[::]',
  '2130706433',
  '0x7f.1',
  '127.1',
  'localhost.',
  '[::ffff:127.0.0.1]',
  'localhost@evil.test',
  'localhost evil.test',
  '',
  'xn--lcalhost-64a',
  'LOCALHOST.EVIL.TEST',
  'machine.local',
];

test.each(FOREIGN_HOSTS)('Host %s is not ours', async (name) => {
  for (const path of ['/', '/api/health', '/api/me', '/en/join/'])
    expect((await server.ask({ path, cookie, headers: { host: `${name}:${server.port}` } })).status).toBe(
      421,
    );
});

test('the right name with another port is not ours; loopback names with ours are', async () => {
  const status = async (host: string) =>
    (await server.ask({ path: '/api/health', headers: { host } })).status;
  expect(await status('localhost')).toBe(421);
  expect(await status(`localhost:${server.port + 1}`)).toBe(421);
  for (const name of ['localhost', 'LocalHost', '127.0.0.1', '[::1]'])
    expect(await status(`${name}:${server.port}`)).toBe(200);
});

test('a person with the wrong address reads a sentence in the language of the page', async () => {
  const ask = (path: string) => server.ask({ path, headers: { host: 'evil.test', accept: 'text/html,*/*' } });
  expect((await ask('/')).text).toContain('Cette adresse n’est pas celle de la séance');
  const english = await ask('/en/');
  expect([english.status, english.text.includes('not the address of the workshop')]).toEqual([421, true]);
});

const foreignOrigins = () => [
  'http://evil.test',
  'null',
  `https://${server.host}`,
  `http://${server.host}.evil.test`,
  `http://evil.test/${server.host}`,
  `http://127.0.0.1:${server.port + 1}`,
  'http://127.0.0.1',
  `http://localhost:${server.port}`,
  `http://${server.host}/`,
  `http://x@${server.host}`,
  '',
];

test('a request that changes something from another origin is refused and changes nothing', async () => {
  const before = server.desk.calls.length;
  for (const origin of foreignOrigins()) {
    const headers = { 'content-type': 'application/json', 'x-boite': '1', origin };
    const answer = await server.ask({
      method: 'POST',
      path: '/api/labs/open',
      cookie,
      headers,
      body: { lab: 'first-steps' },
    });
    expect([origin, answer.status, answer.json.error]).toEqual([origin, 403, 'wrong-origin']);
  }
  expect(server.desk.calls).toHaveLength(before);
});

test('what an HTML form or a simple request can send is refused', async () => {
  const before = server.desk.calls.length;
  for (const type of [
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/json',
  ]) {
    const answer = await server.ask({
      method: 'POST',
      path: '/api/labs/open',
      cookie,
      headers: { 'content-type': type },
      body: '{"lab":"first-steps"}',
    });
    expect([type, answer.status]).toEqual([type, 403]);
  }
  expect(server.desk.calls).toHaveLength(before);
});

test('writing the address in another way is no way around', async () => {
  const headers = { 'content-type': 'text/plain' };
  for (const path of ['/%61pi/labs/open', '/api/labs%2fopen', '/api/labs/open?x', '/api/labs/%6fpen'])
    expect(
      (await server.ask({ method: 'POST', path, cookie, headers, body: '{"lab":"first-steps"}' })).status,
    ).toBeGreaterThanOrEqual(403);
});

test.each(['cross-site', 'same-site', 'none', 'nonsense'])(
  'Sec-Fetch-Site: %s may change nothing',
  async (site) => {
    const headers = { 'content-type': 'application/json', 'x-boite': '1', 'sec-fetch-site': site };
    const answer = await server.ask({
      method: 'POST',
      path: '/api/labs/open',
      cookie,
      headers,
      body: { lab: 'first-steps' },
    });
    expect(answer.json.error).toBe('wrong-origin');
  },
);

test('another site cannot even read', async () => {
  const answer = await server.ask({ path: '/api/me', cookie, headers: { 'sec-fetch-site': 'cross-site' } });
  expect(answer.status).toBe(403);
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});

/** What happens to a handshake: the status of a refusal, or 101. */
function handshake(
  path: string,
  protocol: string,
  options: { origin?: string; host?: string; cookie?: string },
): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      ...(options.host === undefined ? {} : { host: options.host }),
      ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
    };
    const socket = new WebSocket(`ws://${server.host}${path}`, protocol, {
      headers,
      ...(options.origin === undefined ? {} : { origin: options.origin }),
    });
    socket.on('open', () => {
      resolve(101);
      socket.close();
    });
    socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0));
    socket.on('error', () => resolve(-1));
  });
}

const ticketFor = async (body: object, by = cookie): Promise<string> =>
  (await server.post('/api/tickets', body, by)).json.ticket;
const terminal = { for: 'terminal', machine: 'desktop', terminal: '1' };

test('a socket needs our origin, our host, a ticket, and the seat that asked for it', async () => {
  const other = await server.join('Sacha');
  const open = async (options: { origin?: string; host?: string; cookie?: string }) =>
    handshake(`/ws/terminal?ticket=${await ticketFor(terminal)}`, TERMINAL_PROTOCOL, options);
  for (const origin of foreignOrigins())
    expect([origin, await open({ origin, cookie })]).toEqual([origin, 403]);
  expect(await open({ cookie })).toBe(403);
  expect(await open({ origin: server.origin })).toBe(403);
  expect(await open({ origin: server.origin, cookie: other })).toBe(403);
  expect(await open({ origin: 'http://evil.test', host: 'evil.test', cookie })).toBe(421);
  expect(await open({ origin: server.origin, cookie })).toBe(101);
});

test('a ticket is good once, for its own door', async () => {
  const ticket = await ticketFor(terminal);
  const ours = { origin: server.origin, cookie };
  expect(await handshake(`/ws/live?ticket=${ticket}`, LIVE_PROTOCOL, ours)).toBe(403);
  expect(await handshake(`/ws/terminal?ticket=${ticket}`, TERMINAL_PROTOCOL, ours)).toBe(401);
  const late = await ticketFor(terminal);
  server.now += 31_000;
  expect(await handshake(`/ws/terminal?ticket=${late}`, TERMINAL_PROTOCOL, ours)).toBe(401);
});
