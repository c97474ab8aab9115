// Is the built site served whole, with its policy, its caching and nothing beside it?
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, HttpServer } from './http-server.ts';

let server: HttpServer;
const inline = "document.documentElement.dataset.theme = 'dark' && '</p>';";

const put = (path: string, text: string) => {
  const full = join(server.siteDir, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
};

beforeAll(async () => {
  server = await HttpServer.start();
  put(
    'index.html',
    `<!doctype html><html lang="fr"><head><script>${inline}</script><script src="/_astro/a.js"></script></head><body>Accueil</body></html>`,
  );
  put('en/index.html', '<!doctype html><title>Home</title>');
  put('rejoindre/index.html', '<!doctype html><title>Rejoindre</title>');
  put('formateur/notes/m/l/index.html', '<!doctype html><title>Notes</title>');
  put('en/trainer/notes/m/l/index.html', '<!doctype html><title>Notes</title>');
  put('404.html', '<!doctype html><title>Introuvable</title>');
  put('en/404.html', '<!doctype html><title>Not found</title>');
  put('_astro/a.C0ffee.js', `export const words = '${'le mot '.repeat(500)}';`);
  put('leçon à lire/index.html', '<!doctype html><title>Accents</title>');
  put('.secret', 'no');
  put('.git/config', 'no');
  writeFileSync(join(server.dir, 'outside.txt'), 'no');
  symlinkSync(join(server.dir, 'outside.txt'), join(server.siteDir, 'link.txt'));
});
afterAll(() => server[Symbol.asyncDispose]());

test('a page comes with a policy that allows its own inline script and no other', async () => {
  const answer = await server.ask({ path: '/' });
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  const policy = String(answer.headers['content-security-policy']);
  const hash = createHash('sha256').update(inline).digest('base64');
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}';`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain(`connect-src 'self' ws://${server.host}`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
});

test('a page that changed is served changed, with the policy of its new script', async () => {
  put('news/index.html', '<script>one()</script>');
  const before = await server.ask({ path: '/news/' });
  // A new file is found within two seconds of the last look.
  expect([200, 404]).toContain(before.status);
  put('index.html', '<script>two()</script>');
  const after = await server.ask({ path: '/' });
  expect(after.text).toBe('<script>two()</script>');
  const hash = createHash('sha256').update('two()').digest('base64');
  expect(after.headers['content-security-policy']).toContain(`'sha256-${hash}'`);
});

test('an asset whose name carries its content is kept for a year, anything else is asked again', async () => {
  const asset = await server.ask({ path: '/_astro/a.C0ffee.js' });
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8');
  const page = await server.ask({ path: '/en/' });
  const again = await server.ask({ path: '/en/', headers: { 'if-none-match': String(page.headers.etag) } });
  expect([again.status, again.text]).toEqual([304, '']);
  expect((await server.ask({ path: '/en/', headers: { 'if-none-match': '"other"' } })).status).toBe(200);
});

test('text is compressed for those who ask', async () => {
  const bytes = await new Promise<{ encoding: unknown; body: Buffer }>((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: server.port,
      path: '/_astro/a.C0ffee.js',
      headers: { 'accept-encoding': 'br, gzip' },
    };
    request(options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
  expect(bytes.encoding).toBe('gzip');
  expect(gunzipSync(bytes.body).toString()).toContain('le mot le mot');
  const plain = await server.ask({ path: '/_astro/a.C0ffee.js', headers: { 'accept-encoding': 'gzip;q=0' } });
  expect([plain.headers['content-encoding'], plain.headers.vary]).toEqual([undefined, 'accept-encoding']);
});

test('a folder without its slash is redirected to itself and nowhere else', async () => {
  const to = async (path: string) => {
    const answer = await server.ask({ path });
    return [answer.status, answer.headers.location];
  };
  expect(await to('/rejoindre?a=1')).toEqual([301, '/rejoindre/?a=1']);
  expect(await to(encodeURI('/leçon à lire'))).toEqual([301, encodeURI('/leçon à lire/')]);
  expect((await to('//evil.test/rejoindre'))[0]).toBe(400);
  expect((await to('/%2f/evil.test'))[0]).toBe(404);
});

test('HEAD says what GET would', async () => {
  const get = await server.ask({ path: '/en/' });
  const head = await server.ask({ method: 'HEAD', path: '/en/' });
  expect([head.status, head.text, head.headers.etag]).toEqual([200, '', get.headers.etag]);
  expect(head.headers['content-length']).toBe(String(Buffer.byteLength(get.text)));
});

test('what is not there is said in the language of the address', async () => {
  const french = await server.ask({ path: '/rien/' });
  expect([french.status, french.text]).toEqual([404, '<!doctype html><title>Introuvable</title>']);
  const english = await server.ask({ path: '/en/nothing/' });
  expect([english.status, english.text]).toEqual([404, '<!doctype html><title>Not found</title>']);
  expect(english.headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('trainers’ notes are for trainers: without their cookie, nothing of them is shown', async () => {
  const entered = await server.post('/api/trainer/enter', {
    token: server.workshops.trainerLink(server.workshop.id),
  });
  for (const path of [
    '/formateur/notes/m/l/',
    '/en/trainer/notes/m/l/',
    '/formateur/%6eotes/m/l/index.html',
  ]) {
    const refused = await server.ask({ path });
    expect([refused.status, refused.headers['cache-control']]).toEqual([403, 'no-store']);
    expect(refused.text).not.toContain('<title>Notes');
    const shown = await server.ask({ path, cookie: cookieOf(entered) });
    expect([shown.status, shown.text]).toEqual([200, '<!doctype html><title>Notes</title>']);
  }
  const seat = await server.ask({ path: '/formateur/notes/m/l/', cookie: 'boite_trainer=invented' });
  expect(seat.status).toBe(403);
});

test.each([
  '/../outside.txt',
  '/..%2foutside.txt',
  '/%2e%2e/outside.txt',
  '/%2e%2e%2foutside.txt',
  '/en/..%5c..%5coutside.txt',
  '/..\\outside.txt',
  '/.secret',
  '/.git/config',
  '/link.txt',
  '/en',
  '/index.html%00.png',
  '/en/index.html/',
  '/_astro/',
  '/%00',
  '/en//index.html',
  '/__proto__',
  '/constructor',
])('nothing but the files of the site is served: %s', async (path) => {
  const answer = await server.ask({ path });
  expect([404, 301]).toContain(answer.status);
  expect(answer.text).not.toBe('no');
});

test('without a built site, a page says so', async () => {
  await using bare = await HttpServer.start();
  rmSync(bare.siteDir, { recursive: true });
  expect((await bare.ask({ path: '/' })).text).toContain('Le site n’est pas encore construit');
  expect((await bare.ask({ path: '/en/' })).text).toContain('not built yet');
});
