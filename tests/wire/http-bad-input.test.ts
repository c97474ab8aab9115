// Is every bad request a 4xx with a code, never a 5xx, and is nothing of it sent back (reliability, section 11; T-29)?
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REFUSALS } from '../../runner/protocol/refusals.ts';
import { type Ask, HttpServer } from './http-server.ts';

let server: HttpServer;
let cookie: string;
beforeAll(async () => {
  server = await HttpServer.start();
  cookie = await server.join('Camille');
});
afterAll(() => server[Symbol.asyncDispose]());

const headers = { 'content-type': 'application/json', 'x-boite': '1' };

const TEXTS: Record<string, string> = {
  empty: '',
  spaces: '   ',
  'a megabyte': 'a'.repeat(2 ** 20),
  '60 kB': 'é'.repeat(30_000),
  NUL: 'a\0b',
  'line ends': 'a\r\nSet-Cookie: x=1',
  escapes: '\u001b[2J\u001b]0;x\u0007',
  'right to left': '\u202eabc',
  'zero width': 'a\u200bb',
  'lone surrogate': 'a\ud800',
  emoji: '👨‍👩‍👧‍👦',
  script: '<script>alert(1)</script>',
  template: '{{7*7}}',
  sql: "' OR 1=1--",
  path: '../../etc/passwd',
  'encoded path': '%2e%2e%2f',
  'encoded NUL': '%00',
  proto: '__proto__',
  constructor: 'constructor',
};
const VALUES: unknown[] = [null, 1, -0, 1e308, true, [], ['a'], {}, { a: 1 }];

const FIELDS: [path: string, body: (value: unknown) => unknown][] = [
  ['/api/join', (value) => ({ code: value, pseudonym: 'Sacha' })],
  ['/api/return', (value) => ({ personalCode: value })],
  ['/api/labs/open', (value) => ({ lab: value })],
  ['/api/labs/start-machine', (value) => ({ lab: 'first-steps', machine: value, extra: 1 })],
  ['/api/steps/check', (value) => ({ lab: 'first-steps', step: value })],
  ['/api/steps/hint', (value) => ({ lab: 'first-steps', step: 'where-am-i', level: value })],
  ['/api/steps/answer', (value) => ({ lab: value, step: 'where-am-i', answer: 'x' })],
  ['/api/tickets', (value) => ({ for: value })],
  ['/api/tickets', (value) => ({ for: 'terminal', machine: value, terminal: '1' })],
  ['/api/terminals/open', (value) => ({ machine: value })],
  ['/api/trainer/enter', (value) => ({ token: value })],
];

/** A refusal with a known code, its own status, and not a word of what was sent. */
async function expectRefused(ask: Ask): Promise<{ status: number; error: keyof typeof REFUSALS }> {
  const answer = await server.ask(ask);
  const seen = `${ask.method} ${ask.path.slice(0, 80)} → ${answer.status} ${answer.text.slice(0, 200)}`;
  expect(answer.status, seen).toBeGreaterThanOrEqual(400);
  expect(answer.status, seen).toBeLessThan(500);
  const error = answer.json?.error as keyof typeof REFUSALS;
  expect(REFUSALS[error], seen).toBe(answer.status);
  expect(answer.text.length, seen).toBeLessThan(250);
  return { status: answer.status, error };
}

test.each(FIELDS)('%s takes no hostile text or type in any field (%#)', async (path, body) => {
  const ask = (value: unknown) => ({ method: 'POST', path, headers, cookie, body: body(value) as object });
  for (const text of Object.values(TEXTS)) await expectRefused(ask(text));
  for (const value of VALUES) if (path !== '/api/steps/hint' || value !== 1) await expectRefused(ask(value));
});

test('a pseudonym is refused, or comes back as the same text and nothing else', async () => {
  for (const [name, pseudonym] of Object.entries(TEXTS)) {
    const body = { code: server.workshop.joinCode, pseudonym };
    const answer = await server.ask({ method: 'POST', path: '/api/join', headers, body });
    expect([name, [200, 400, 409, 413, 422].includes(answer.status)]).toEqual([name, true]);
    if (answer.status === 200) expect(answer.json.pseudonym).toBe(pseudonym);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  }
  for (const pseudonym of VALUES) {
    const body = { code: server.workshop.joinCode, pseudonym };
    await expectRefused({ method: 'POST', path: '/api/join', headers, body });
  }
});

test.each([
  ['nothing', undefined],
  ['an empty body', ''],
  ['half an object', '{"lab":'],
  ['a comment', '{"lab":"first-steps"} // no'],
  ['NaN', '{"lab":NaN}'],
  ['a number beyond all', '{"lab":1e999}'],
  ['an integer beyond doubles', '{"lab":9007199254740993}'],
  ['an array', '["first-steps"]'],
  ['text', '"first-steps"'],
  ['null', 'null'],
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0x6c, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', Buffer.from('{"lab":"first-steps"}', 'utf16le')],
  ['a lone surrogate as escape', '{"lab":"\\ud800"}'],
  ['NUL as escape', '{"lab":"\\u0000"}'],
  ['a key given twice', '{"lab":"x","lab":"first-steps"}'],
  ['a key given twice, once escaped', '{"lab":"x","\\u006cab":"first-steps"}'],
  ['__proto__', '{"lab":"first-steps","__proto__":{"isTrainer":true}}'],
  ['constructor', '{"lab":"first-steps","constructor":{"prototype":{"x":1}}}'],
  ['10,000 arrays', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['10,000 objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
])('a body of %s is a bad request', async (_name, body) => {
  const { error } = await expectRefused({ method: 'POST', path: '/api/labs/open', headers, cookie, body });
  expect(error).toBe('bad-request');
});

test('a body over 64 KiB is too large, announced or not', async () => {
  const body = JSON.stringify({ lab: 'x'.repeat(70_000) });
  const ask = { method: 'POST', path: '/api/labs/open', cookie, body };
  expect((await expectRefused({ ...ask, headers })).error).toBe('too-large');
  expect(
    (await expectRefused({ ...ask, headers: { ...headers, 'content-length': String(body.length) } })).error,
  ).toBe('too-large');
});

test('nothing is decompressed', async () => {
  const body = gzipSync(JSON.stringify({ lab: 'first-steps' }));
  const ask = { method: 'POST', path: '/api/labs/open', cookie, body };
  expect((await expectRefused({ ...ask, headers: { ...headers, 'content-encoding': 'gzip' } })).error).toBe(
    'unsupported-media-type',
  );
});

test.each([
  undefined,
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=latin1',
  'application/jsonp',
  'text/json',
])('content type %s is not taken', async (type) => {
  const body = '{"lab":"first-steps"}';
  const sent = { 'x-boite': '1', 'content-type': type };
  expect(
    (await expectRefused({ method: 'POST', path: '/api/labs/open', headers: sent, cookie, body })).error,
  ).toBe('unsupported-media-type');
});

test('the wrong method says which are right', async () => {
  const ask = async (method: string, path: string) => {
    const answer = await server.ask({ method, path, headers, cookie });
    return [answer.status, answer.headers.allow];
  };
  expect(await ask('GET', '/api/join')).toEqual([405, 'POST']);
  expect(await ask('POST', '/api/me')).toEqual([405, 'GET, HEAD']);
  expect(await ask('DELETE', '/api/labs/open')).toEqual([405, 'POST']);
  expect(await ask('OPTIONS', '/api/labs/open')).toEqual([405, 'POST']);
  expect(await ask('PROPFIND', '/api/me')).toEqual([405, 'GET, HEAD']);
  expect(await ask('PUT', '/')).toEqual([405, 'GET, HEAD']);
  expect((await server.ask({ method: 'HEAD', path: '/api/me', cookie })).status).toBe(200);
});

test.each([
  '/api',
  '/api/',
  '/api/nothing',
  '/api/join/',
  '/API/join',
  '/api/labs/../me',
  '/ws/terminal',
  '/api/me%00',
  '/api/me;x',
])('an unknown route is not found: %s', async (path) => {
  const answer = await server.ask({ path, cookie });
  expect(answer.status).toBe(404);
});

test('a query is no way around anything', async () => {
  expect((await server.ask({ path: '/api/me?id=1&id=2&__proto__[x]=1', cookie })).status).toBe(200);
  expect((await server.ask({ path: '/api/me?seat=other' })).status).toBe(401);
});

/** Sends bytes as they are; gives the first line of what comes back. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let text = '';
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
    socket.write(bytes);
  });
}

const close = 'Connection: close\r\n';
test.each([
  ['noise', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
  ['no Host', `GET / HTTP/1.1\r\n${close}\r\n`, 400],
  ['two Hosts', `GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.test\r\n${close}\r\n`, 400],
  [
    'two Origins',
    `POST /api/leave HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nOrigin: http://evil.test\r\nx-boite: 1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n${close}\r\n{}`,
    400,
  ],
  ['an absolute target', `GET http://evil.test/ HTTP/1.1\r\nHost: HOST\r\n${close}\r\n`, 400],
  ['a target with two slashes', `GET //evil.test/ HTTP/1.1\r\nHost: HOST\r\n${close}\r\n`, 400],
  ['a star', `OPTIONS * HTTP/1.1\r\nHost: HOST\r\n${close}\r\n`, 400],
  ['a broken escape', `GET /%zz HTTP/1.1\r\nHost: HOST\r\n${close}\r\n`, 400],
  ['a broken escape in the API', `GET /api/%e0%a4 HTTP/1.1\r\nHost: HOST\r\n${close}\r\n`, 400],
  [
    'chunked and a length',
    `POST /api/leave HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n${close}\r\n2\r\n{}\r\n0\r\n\r\n`,
    400,
  ],
  [
    'two lengths',
    `POST /api/leave HTTP/1.1\r\nHost: HOST\r\nContent-Length: 2\r\nContent-Length: 3\r\n${close}\r\n{}`,
    400,
  ],
  ['a method nobody knows', `BREW / HTTP/1.1\r\nHost: HOST\r\n${close}\r\n`, 400],
  ['a header of 20 kB', `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'a'.repeat(20_000)}\r\n${close}\r\n`, 431],
  ['2,000 headers', `GET / HTTP/1.1\r\nHost: HOST\r\n${'X: 1234567\r\n'.repeat(2000)}${close}\r\n`, 431],
  ['HTTP/0.9', 'GET /\r\n\r\n', 421],
  ['a line end in a header', `GET / HTTP/1.1\r\nHost: HOST\nX: 1\r\r\n${close}\r\n`, 400],
])('%s on the wire is refused', async (_name, bytes, status) => {
  expect(await raw(bytes.replaceAll('HOST', server.host))).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test('after all that the server still answers, and the log holds no stack and no megabyte', async () => {
  expect((await server.ask({ path: '/api/health' })).json).toEqual({ ok: true, engine: 'up' });
  expect(server.logLines.filter((line) => line.includes('"error"'))).toEqual([]);
  expect(Math.max(0, ...server.logLines.map((line) => line.length))).toBeLessThan(1000);
  expect(server.logLines.join('')).not.toContain('Camille');
});
