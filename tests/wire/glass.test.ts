// Does the glass browser show lab sites whole, teach when they fail, keep each seat to itself (T-20, T-21), and outlast hostile ones (T-22)?
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GlassUnderTest, type Visitor } from './glass-support.ts';

let under: GlassUnderTest;
let camille: Visitor;
/** What the site last heard. */
let heard: { headers: NodeJS.Dict<string | string[]>; body: string; url: string } | undefined;

beforeAll(async () => {
  under = await GlassUnderTest.start({
    glass: { times: { answerMs: 1_500, silenceMs: 1_000, wholeMs: 4_000 } },
  });
  await under.site('camille-exemple.fr', async (request, response) => {
    let body = '';
    for await (const bytes of request) body += String(bytes);
    heard = { headers: request.headers, body, url: request.url ?? '' };
    const path = (request.url ?? '').split('?')[0];
    if (path === '/to') response.writeHead(302, { location: 'http://camille-exemple.fr/arrived' }).end('x');
    else if (path === '/export')
      response
        .writeHead(200, { 'content-type': 'text/xml', 'content-disposition': 'attachment; filename="x.xml"' })
        .end('<x/>');
    else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (path === '/login')
      response
        .writeHead(200, { 'set-cookie': ['session=abc; HttpOnly; Path=/', 'theme=dark; Path=/'] })
        .end('<p>in</p>');
    else if (path === '/style.css')
      response
        .writeHead(200, { 'content-type': 'text/css' })
        .end('body{background:url(http://camille-exemple.fr/b.png)}');
    else if (path === '/photo.png')
      response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([0x89, 0x50, 0, 255, 10, 13]));
    else if (path === '/zip')
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end(gzipSync('<a href=/x>é</a>'));
    else if (path === '/latin')
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
        .end(Buffer.from('<p>\xe9t\xe9</p>', 'latin1'));
    else
      response
        .writeHead(200, {
          'content-type': 'text/html',
          'x-frame-options': 'DENY',
          etag: '"1"',
          'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT',
          'content-security-policy': "default-src 'none'",
        })
        .end(
          '<html><head><title>Camille</title></head><body><a href="http://camille-exemple.fr/contact">Contact</a></body></html>',
        );
  });
  camille = await under.visitor('Camille');
});
afterAll(() => under[Symbol.asyncDispose]());

describe('a site', () => {
  test('comes with its links inside, our rules in place of its own, and what happened told', async () => {
    const page = await camille.get('/http/camille-exemple.fr/?a=1');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<a href="/http/camille-exemple.fr/contact">Contact</a>');
    expect(page.text).toMatch(
      /<head><script src="\/~glass\/page\.js\?[0-9a-f]+" data-course="http:\/\/127\.0\.0\.1:\d+" data-visit="\d+"><\/script><title>/,
    );
    expect(page.headers['x-frame-options']).toBeUndefined();
    // Read again, it comes from the site again, and is told as such.
    expect([page.headers.etag, page.headers['last-modified']]).toEqual([undefined, undefined]);
    expect(page.headers['content-security-policy']).toContain(
      `frame-ancestors 'self' ${under.server.origin}`,
    );
    const [visit] = await camille.visits();
    expect(visit).toMatchObject({
      url: 'http://camille-exemple.fr/?a=1',
      resolved: { rcode: 0, answers: [{ type: 'A', data: '198.18.0.80' }] },
      connected: { address: '198.18.0.80', port: 80 },
      http: { status: 200, type: 'text/html' },
    });
  });

  test('a page that was read may be what a step asks: the seat’s steps are looked at, not so for its files', async () => {
    const { calls } = under.server.desk;
    calls.length = 0;
    await camille.get('/http/camille-exemple.fr/s.css', {
      headers: { accept: 'text/css', 'sec-fetch-dest': 'style' },
    });
    expect(calls).toEqual([]);
    await camille.get('/http/camille-exemple.fr/');
    await camille.get('/http/personne-exemple.fr/');
    await expect
      .poll(() => calls)
      .toEqual([expect.stringMatching(/ stir$/), expect.stringMatching(/ stir$/)]);
  });

  test('a redirection is one visit, the page that it leads to the next, and they are told together', async () => {
    const first = await camille.get('/http/camille-exemple.fr/to');
    expect([first.status, first.headers.location]).toEqual([302, '/http/camille-exemple.fr/arrived']);
    await camille.get('/http/camille-exemple.fr/arrived');
    expect((await camille.visits()).map(({ url, http }) => [url, http?.status])).toEqual([
      ['http://camille-exemple.fr/to', 302],
      ['http://camille-exemple.fr/arrived', 200],
    ]);
  });

  test('a file to download is told, with the command that brings it, where a sandboxed pane would do nothing', async () => {
    const page = await camille.get("/http/camille-exemple.fr/export?a='b");
    expect([page.status, page.headers['content-disposition']]).toEqual([200, undefined]);
    expect(page.text).toContain('curl -OJ &#39;http://camille-exemple.fr/export?a=%27b&#39;');
  });

  test('redirections without end become a page that teaches, before the browser gives up in words of its own', async () => {
    for (let hop = 0; hop < 10; hop += 1)
      expect((await camille.get('/http/camille-exemple.fr/loop')).status).toBe(302);
    const taught = await camille.get('/http/camille-exemple.fr/loop');
    expect([taught.status, taught.text]).toEqual([502, expect.stringContaining('sans fin')]);
    expect((await camille.visits()).at(-1)?.error).toBe('redirect-loop');
  });

  test('style sheets are rewritten, pictures come byte for byte, compressed and old-fashioned pages are read', async () => {
    expect((await camille.get('/http/camille-exemple.fr/style.css')).text).toBe(
      'body{background:url(/http/camille-exemple.fr/b.png)}',
    );
    const photo = await camille.get('/http/camille-exemple.fr/photo.png');
    expect([photo.headers['content-type'], photo.headers['content-length']]).toEqual([
      'image/png',
      undefined,
    ]);
    expect(photo.text).toBe(Buffer.from([0x89, 0x50, 0, 255, 10, 13]).toString('utf8'));
    expect((await camille.get('/http/camille-exemple.fr/zip')).text).toContain(
      '<a href="/http/camille-exemple.fr/x">é</a>',
    );
    expect((await camille.get('/http/camille-exemple.fr/latin')).text).toContain('<p>été</p>');
  });

  test('a form arrives as it was sent, from its own origin', async () => {
    await camille.get('/http/camille-exemple.fr/send?x=%20y', {
      method: 'POST',
      body: 'name=Zo%C3%A9&text=a%0D%0Ab',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': '27',
        origin: camille.origin,
        referer: `${camille.origin}/http/camille-exemple.fr/form`,
      },
    });
    expect(heard).toMatchObject({ url: '/send?x=%20y', body: 'name=Zo%C3%A9&text=a%0D%0Ab' });
    expect(heard?.headers).toMatchObject({
      host: 'camille-exemple.fr',
      origin: 'http://camille-exemple.fr',
      referer: 'http://camille-exemple.fr/form',
    });
  });

  test('what a script asks for without naming a site goes to the site of its page', async () => {
    const page = await camille.get('/wp-json/v2?x=1', {
      headers: { referer: `${camille.origin}/http/camille-exemple.fr/blog/` },
    });
    expect([page.status, page.headers.location]).toEqual([307, '/http/camille-exemple.fr/wp-json/v2?x=1']);
  });
});

describe('cookies', () => {
  test('those of sites stay in the seat’s jar: the browser gets none, the site gets its own back, another seat does not have them', async () => {
    const answer = await camille.get('/http/camille-exemple.fr/login');
    expect(answer.headers['set-cookie']).toBeUndefined();
    await camille.get('/http/camille-exemple.fr/', {
      headers: { cookie: `${camille.key}; stray=1; boite_seat=x` },
    });
    expect(heard?.headers.cookie).toBe('session=abc; theme=dark');
    const other = await under.visitor('Dominique');
    await other.get('/http/camille-exemple.fr/');
    expect(heard?.headers.cookie).toBeUndefined();
  });

  test('scripts of a page read those that are not HttpOnly, and set some', async () => {
    const page = await camille.get('/http/camille-exemple.fr/');
    expect(page.text).toContain('data-cookie="theme=dark"');
    expect(page.text).not.toContain('session=abc');
    await camille.get('/~glass/cookie', {
      method: 'POST',
      body: 'seen=1; path=/',
      headers: { origin: camille.origin, referer: `${camille.origin}/http/camille-exemple.fr/` },
    });
    await camille.get('/http/camille-exemple.fr/');
    expect(heard?.headers.cookie).toContain('seen=1');
  });
});

describe('a seat’s origin', () => {
  test('is entered by a ticket, once, and its key is out of the reach of scripts', async () => {
    expect(camille.entered?.headers.location).toBe('/http/camille-exemple.fr/');
    expect(camille.entered?.headers['set-cookie']?.[0]).toMatch(
      /^boite_glass_[0-9a-f]{20}=[\w-]{43}; Path=\/; HttpOnly; .*Secure; SameSite=None; Partitioned$/,
    );
    const opened = await under.server.post('/api/glass/open', { language: 'fr' }, camille.seat);
    const enter = (opened.json as { enter: string }).enter;
    expect((await camille.get(enter)).headers['set-cookie']).toHaveLength(1);
    expect((await camille.get(enter)).headers['set-cookie']).toBeUndefined();
  });

  test.each(['https://evil.exemple/', '//evil.exemple/', '/\\evil.exemple', '/api/me', 'javascript:1', ''])(
    'never leads out of itself: to=%s',
    async (to) => {
      const page = await camille.get(`/~glass/enter?ticket=x&to=${encodeURIComponent(to)}`);
      expect(page.headers.location).toBe('/~glass/blank');
    },
  );

  test('shows nothing to who has no key, another seat’s key, or a key for it at another seat’s name', async () => {
    const other = await under.visitor('Claude');
    for (const cookie of [undefined, 'boite_glass=1', other.key, camille.seat]) {
      const page = await camille.get('/http/camille-exemple.fr/', { headers: { cookie } });
      expect(page.status).toBe(401);
      expect(page.text).not.toContain('Contact');
    }
    const value = camille.key.split('=')[1];
    const stolen = `${other.key.split('=')[0]}=${value}`;
    expect((await other.get('/http/camille-exemple.fr/', { headers: { cookie: stolen } })).status).toBe(401);
  });

  test('its key is found among whatever another page has put in its way', async () => {
    const name = camille.key.split('=')[0];
    const cookie = `${Array.from({ length: 20 }, (_, i) => `${name}=no${i}`).join('; ')}; ${camille.key}`;
    expect((await camille.get('/http/camille-exemple.fr/', { headers: { cookie } })).status).toBe(200);
  });

  test('has nothing of the course, and the course nothing of it', async () => {
    for (const path of ['/api/me', '/api/health', '/rejoindre/', '/']) {
      const page = await camille.get(path, { headers: { cookie: `${camille.key}; ${camille.seat}` } });
      expect(page.text).not.toContain('pseudonym');
      expect([200, 404]).toContain(page.status);
      expect(page.headers['content-security-policy']).toContain('frame-ancestors');
    }
    const asked = await under.server.ask({
      path: '/api/health',
      cookie: camille.seat,
      headers: { origin: camille.origin, 'sec-fetch-site': 'cross-site' },
    });
    expect(asked.status).toBe(403);
    const posted = await under.server.ask({
      method: 'POST',
      path: '/api/glass/open',
      body: { language: 'fr' },
      cookie: camille.seat,
      headers: { origin: camille.origin, 'content-type': 'application/json', 'x-boite': '1' },
    });
    expect(posted.status).toBe(403);
  });

  test('takes no worker, no request of another site, no form from elsewhere', async () => {
    const refused = async (headers: Record<string, string>, method = 'GET') =>
      (await camille.get('/http/camille-exemple.fr/', { headers, method })).status;
    expect(await refused({ 'service-worker': 'script' })).toBe(403);
    expect(await refused({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).toBe(403);
    expect(await refused({ origin: 'http://localhost:8017' }, 'POST')).toBe(403);
    expect(await refused({ origin: 'null' }, 'POST')).toBe(403);
    expect(await refused({}, 'TRACE')).toBe(403);
  });

  test('ends with its seat', async () => {
    const own = await GlassUnderTest.start();
    await own.site('camille-exemple.fr', (_request, response) => response.end('<p>here</p>'));
    const visitor = await own.visitor('Camille');
    expect((await visitor.get('/http/camille-exemple.fr/')).status).toBe(200);
    own.server.workshops.end(own.server.workshop.id);
    expect((await visitor.get('/http/camille-exemple.fr/')).status).toBe(401);
    await own[Symbol.asyncDispose]();
  });
});

describe('only the small Internet is ever dialled (T-21)', () => {
  test.each([
    '/http/127.0.0.1/',
    '/http/localhost/',
    '/http/2130706433/',
    '/http/0x7f.1/',
    '/http/169.254.169.254/latest/',
    '/https/example.org/',
    '/http/camille-exemple.fr:22/',
  ])('%s goes to the dialler, which says no, and the page says why', async (path) => {
    const page = await camille.get(path);
    expect(page.status).toBe(502);
    expect(page.text).toContain('<h1>');
  });

  test.each([
    '/http/[::1]/',
    '/http/a b/',
    '/http/user@127.0.0.1/',
    '/http/camille-exemple.fr%00.x/',
    '/http//x',
    '/file/etc/passwd',
    '/http/a%0d%0aX:1/',
  ])('%s is no address: nothing is dialled', async (path) => {
    under.internet.dialled.length = 0;
    const page = await camille.get(path.replaceAll(' ', '%20'));
    expect(page.status).toBe(404);
    expect(under.internet.dialled).toEqual([]);
  });

  test('neither an absolute form nor two slashes nor a second host change where a request goes', async () => {
    under.internet.dialled.length = 0;
    expect((await camille.get('http://127.0.0.1/x')).status).toBe(403);
    expect((await camille.get('//127.0.0.1/x')).status).toBe(403);
    expect(
      (
        await camille.get('/http/camille-exemple.fr/', {
          headers: { host: `s-${'0'.repeat(20)}.localhost:${under.server.port}` },
        })
      ).status,
    ).toBe(401);
    expect(under.internet.dialled).toEqual([]);
  });
});

describe('errors teach', () => {
  test('a name that does not exist: which server says so', async () => {
    const page = await camille.get('/http/rien-exemple.fr/');
    expect(page.status).toBe(502);
    expect(page.text).toContain('<h1>rien-exemple.fr n’existe pas</h1>');
    expect(page.text).toContain('a.registre-exemple.net');
    expect(page.text).toContain('dig +trace rien-exemple.fr');
    const [visit] = await camille.visits();
    expect(visit).toMatchObject({ error: 'no-such-name', resolved: { rcode: 3, soa: { zone: 'fr' } } });
  });

  test.each([
    ['outside', 'hors du petit Internet'],
    ['timeout', 'Pas de réponse à temps'],
    ['unreachable', 'Aucune machine'],
    ['resolver-failed', 'ne sait pas répondre'],
    ['gateway-down', 'passerelle'],
    ['no-address', 'pas d’adresse'],
  ] as const)('%s', async (code, words) => {
    under.internet.failures.set('panne-exemple.fr', code);
    expect((await camille.get('/http/panne-exemple.fr/')).text).toContain(words);
    expect((await camille.visits())[0]?.error).toBe(code);
  });

  test('a server that speaks http where https is meant', async () => {
    await under.rawSite(
      'camille-exemple.fr',
      (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      443,
    );
    expect((await camille.get('/https/camille-exemple.fr/')).text).toContain('ne parle pas https');
    expect((await camille.visits())[0]?.error).toBe('tls-not-spoken');
  });

  test('nothing from an address enters a page as markup', async () => {
    const page = await camille.get('/http/rien-exemple.fr/"><script>alert(1)</script>');
    expect(page.text).not.toContain('<script>alert');
  });

  test('before the small Internet is there', async () => {
    const early = await GlassUnderTest.start();
    const visitor = await early.visitor('Camille');
    early.server.internet = undefined;
    const page = await visitor.get('/http/camille-exemple.fr/');
    expect([page.status, page.text.includes('Le petit Internet n’est pas là')]).toEqual([503, true]);
    await early[Symbol.asyncDispose]();
  });
});

describe('hostile sites (T-22)', () => {
  const hostile = async (send: (socket: import('node:net').Socket) => void) => {
    await under.rawSite('mechant-exemple.fr', (socket) => socket.once('data', () => send(socket)));
    return camille.get('/http/mechant-exemple.fr/');
  };
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';

  test.each([
    ['garbage', (s: import('node:net').Socket) => s.end('\0\x01\x02 not http at all\r\n\r\n'), 'bad-http'],
    ['nothing, and the line is cut', (s: import('node:net').Socket) => s.destroy(), 'no-answer'],
    ['nothing, for ever', () => undefined, 'no-answer'],
    [
      'headers without end',
      (s: import('node:net').Socket) => s.write(`${head}${'X-A: b\r\n'.repeat(20_000)}`),
      'headers-too-large',
    ],
    [
      'one giant header',
      (s: import('node:net').Socket) => s.write(`${head}X: ${'a'.repeat(200_000)}`),
      'headers-too-large',
    ],
    [
      'interim answers without end',
      (s: import('node:net').Socket) => s.write('HTTP/1.1 102 Processing\r\n\r\n'.repeat(100)),
      'no-answer',
    ],
    [
      'a change of protocol',
      (s: import('node:net').Socket) =>
        s.write('HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
      'bad-http',
    ],
    [
      'a header within a header',
      (s: import('node:net').Socket) =>
        s.end('HTTP/1.1 200 OK\r\nLocation: /x\r\n Set-Cookie: boite_seat=1\r\n\r\n'),
      undefined,
    ],
    [
      'an unknown compression',
      (s: import('node:net').Socket) => s.end(`${head}Content-Encoding: rot13\r\n\r\nabc`),
      'bad-http',
    ],
    ['a status that is none', (s: import('node:net').Socket) => s.end('HTTP/1.1 999 X\r\n\r\n'), 'bad-http'],
  ] as const)('%s', async (_what, send, code) => {
    const page = await hostile(send);
    expect(page.headers['set-cookie']).toBeUndefined();
    if (code === undefined) return;
    expect(page.text).toContain('<h1>');
    expect((await camille.visits())[0]?.error).toBe(code);
  });

  test('a page that never ends is cut, and says so', async () => {
    const page = await hostile((socket) => {
      socket.write(`${head}\r\n`);
      const more = () => {
        while (!socket.destroyed && socket.write(`<p>${'x'.repeat(60_000)}</p>`));
      };
      socket.on('drain', more);
      more();
    });
    expect(page.text.slice(-300)).toContain('Page coupée ici');
    expect(page.text.length).toBeLessThan(6_000_000);
  });

  test('a page that stops in the middle is cut, and says so', async () => {
    const page = await hostile((socket) => socket.write(`${head}\r\n<p>début`));
    expect(page.text).toMatch(/<p>début[\s\S]*Page coupée ici\s: le serveur met trop longtemps/);
    expect((await camille.visits())[0]?.cut).toBe('too-slow');
  });

  test('a page that breaks off is cut, and says so', async () => {
    const page = await hostile((socket) => socket.end(`${head}Content-Length: 1000\r\n\r\n<p>début`));
    expect(page.text).toContain('la connexion s’est rompue');
  });

  test('a small file that becomes a giant when it is opened is cut', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000, '<p>a</p>'));
    const page = await hostile((socket) =>
      socket.end(Buffer.concat([Buffer.from(`${head}Content-Encoding: gzip\r\n\r\n`), bomb])),
    );
    expect(page.text.slice(-300)).toContain('Page coupée ici');
  });

  test('drawings within drawings are cut, and not waited for', async () => {
    const page = await hostile((socket) => socket.end(`${head}\r\n${'<svg>'.repeat(400_000)}`));
    expect(page.text.slice(-300)).toContain('Page coupée ici');
  });

  test('a redirection cannot lead out, whatever it says', async () => {
    for (const location of [
      'http://user:pw@[::1]/',
      'javascript:alert(1)',
      'data:text/html,x',
      '\\\\\\evil',
      'http://127.0.0.1:8017/api',
    ]) {
      const page = await hostile((socket) =>
        socket.end(`HTTP/1.1 302 Found\r\nLocation: ${location}\r\n\r\n`),
      );
      expect(page.headers.location).toMatch(/^\/(https?\/|~glass\/nowhere)/);
    }
  });

  test('a form beyond measure is refused with a page', async () => {
    await under.site('formulaire-exemple.fr', (request, response) => {
      request.resume();
      response.end('<p>taken</p>');
    });
    const page = await camille.get('/http/formulaire-exemple.fr/', {
      method: 'POST',
      body: Buffer.alloc(25 * 1024 * 1024),
      headers: { origin: camille.origin, 'content-length': String(25 * 1024 * 1024) },
    });
    expect([page.status, page.text.includes('Trop à envoyer')]).toEqual([413, true]);
  });

  test('while they do all this, others read on', async () => {
    await under.rawSite('lent-exemple.fr', () => undefined);
    const slow = Array.from({ length: 25 }, () =>
      camille.get('/http/lent-exemple.fr/', { headers: { accept: '*/*' } }),
    );
    const other = await under.visitor('Sacha');
    expect((await other.get('/http/camille-exemple.fr/')).text).toContain('Contact');
    expect((await camille.get('/http/camille-exemple.fr/')).text).toContain('Contact');
    expect((await Promise.all(slow)).every(({ status }) => status === 504)).toBe(true);
  });

  test('a seat that asks for too much at once is told so', async () => {
    const many = Array.from({ length: 40 }, () =>
      camille.get('/http/lent-exemple.fr/', { headers: { accept: '*/*' } }),
    );
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThanOrEqual(8);
  });
});

describe('in a room without names of its own', () => {
  test('each seat has a port, and only its own key opens it', async () => {
    const room = await GlassUnderTest.start({ glass: { glassPorts: [18_300, 18_301] } });
    await room.site('camille-exemple.fr', (_request, response) => response.end('<p>here</p>'));
    const host = `127.0.0.2:${room.server.port}`;
    const open = async (pseudonym: string) => {
      const seat = await room.server.join(pseudonym);
      // As somebody who reached the runner at an address of the room.
      const opened = room.server.glass.open(
        { seatId: seat, workshopId: 'w', language: 'fr', host, course: `http://${host}` },
        room.server.port,
      );
      return opened;
    };
    const [first, second, third] = [await open('Camille'), await open('Dominique'), await open('Claude')];
    expect(first).toMatchObject({ origin: 'http://127.0.0.2:18300' });
    expect(second).toMatchObject({ origin: 'http://127.0.0.2:18301' });
    expect(third).toBe('full');
    room.server.glass.endSeat('nobody');
    await room[Symbol.asyncDispose]();
  });
});

describe('files for one’s machine', () => {
  const put = (
    cookie: string | undefined,
    headers: Record<string, string> = {},
    body: Buffer | string = 'bonjour',
    name = 'photo.jpg',
  ) =>
    under.server.ask({
      method: 'PUT',
      path: `/api/files?name=${encodeURIComponent(name)}`,
      body,
      ...(cookie === undefined ? {} : { cookie }),
      headers: {
        'content-type': 'application/octet-stream',
        'x-boite': '1',
        origin: under.server.origin,
        ...headers,
      },
    });

  test('arrive whole, for who has a seat', async () => {
    const answer = await put(camille.seat, {}, Buffer.from([0, 255, 1]));
    expect([answer.status, answer.json]).toEqual([200, { path: '~/Téléversements/photo.jpg', bytes: 3 }]);
    expect(under.server.files.at(-1)).toMatchObject({ name: 'photo.jpg', bytes: Buffer.from([0, 255, 1]) });
  });

  test('are refused without a seat, from another site, without our header, as another type, or too large', async () => {
    expect((await put(undefined)).status).toBe(401);
    expect((await put(camille.seat, { origin: camille.origin })).status).toBe(403);
    expect((await put(camille.seat, { 'x-boite': undefined as unknown as string })).status).toBe(403);
    expect((await put(camille.seat, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await put(camille.seat, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await put(camille.seat, {}, Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await put(camille.seat, {}, 'x', '')).status).toBe(400);
  });
});
