// Do pages, style sheets and headers of lab sites stay whole and inside the seat's origin?
import { describe, expect, test } from 'vitest';
import { answerHeaders, requestHeaders } from '../../../../runner/glass/headers.ts';
import { addressOf, pathOf, urlOf } from '../../../../runner/glass/lab-address.ts';
import { mapSrcset, urlMapper } from '../../../../runner/glass/map-url.ts';
import { rewriteCss } from '../../../../runner/glass/rewrite-css.ts';
import { HtmlRewriter, mapRefresh } from '../../../../runner/glass/rewrite-html.ts';

const URL_OF_PAGE = 'https://camille-exemple.fr/blog/index.html';
const map = urlMapper(URL_OF_PAGE);

/** A page rewritten in pieces of every size that could split something. */
function rewritten(html: string, url = URL_OF_PAGE): string {
  const whole = inPieces(html, html.length, url);
  for (const size of [1, 7]) expect(inPieces(html, size, url)).toBe(whole);
  return whole;
}
function inPieces(html: string, size: number, url: string): string {
  const rewriter = new HtmlRewriter({ url, head: '<HEAD-OF-OURS>' });
  let out = '';
  for (let at = 0; at < html.length; at += size) out += rewriter.write(html.slice(at, at + size));
  return out + rewriter.end();
}

describe('addresses', () => {
  test.each([
    ['https://camille-exemple.fr/', '/https/camille-exemple.fr/'],
    ['http://camille-exemple.fr:8080/a?b=1#c', '/http/camille-exemple.fr:8080/a?b=1#c'],
    ['https://camille-exemple.fr:443/x', '/https/camille-exemple.fr/x'],
    ['http://198.18.0.80/', '/http/198.18.0.80/'],
    ['http://café-exemple.fr/', '/http/xn--caf-exemple-dbb.fr/'],
  ])('%s is %s', (url, path) => {
    expect(pathOf(new URL(url))).toBe(path);
  });

  test('a path leads back to the address, to the letter', () => {
    for (const path of ['/https/camille-exemple.fr/a//b/%2e%2e/c?x=/&y=%00', '/http/198.18.0.80:81/']) {
      const address = addressOf(path);
      expect(
        address && pathOf(new URL('x', urlOf(address))) && `/${urlOf(address).replace('://', '/')}`,
      ).toBe(path);
    }
  });

  test.each([
    '/',
    '/http/',
    '/ftp/camille-exemple.fr/',
    '/http/a b/',
    '/http/user:secret@camille-exemple.fr/',
    '/http/camille-exemple.fr:0/',
    '/http/camille-exemple.fr:99999/',
    '/http/[::1]/',
    '/http/%63amille-exemple.fr/',
    '/http/camille-exemple.fr\\@x/',
    `/http/${'a'.repeat(300)}.fr/`,
    '/http/../x',
    '/http/999.1.1.1/',
    '/http/camille-exemple.fr/é',
    '/http/camille-exemple.fr/a b',
  ])('%s names no page', (path) => {
    expect(addressOf(path)).toBeUndefined();
  });
});

describe('links', () => {
  test.each([
    ['/contact', '/https/camille-exemple.fr/contact'],
    ['photo.jpg', '/https/camille-exemple.fr/blog/photo.jpg'],
    ['../../../up', '/https/camille-exemple.fr/up'],
    ['//dominique-exemple.fr/', '/https/dominique-exemple.fr/'],
    ['http://dominique-exemple.fr', '/http/dominique-exemple.fr/'],
    ['HTTPS://Camille-Exemple.fr/A', '/https/camille-exemple.fr/A'],
    [' /x\n', '/https/camille-exemple.fr/x'],
    ['?p=2', '/https/camille-exemple.fr/blog/index.html?p=2'],
  ])('%s leads to %s', (link, path) => {
    expect(map(link)).toBe(path);
  });

  test.each([
    '#top',
    '',
    'mailto:a@exemple.fr',
    'data:,x',
    'javascript:void 0',
    'tel:1',
    'blob:https://x/1',
    'http://[::1]/',
  ])('%s stays as it is', (link) => {
    expect(map(link)).toBe(link);
  });

  test('each picture of a srcset, sizes kept; a data: address with commas survives', () => {
    expect(mapSrcset('a.png 1x, /b.png 2x', map)).toBe(
      '/https/camille-exemple.fr/blog/a.png 1x, /https/camille-exemple.fr/b.png 2x',
    );
    expect(mapSrcset('data:image/png;base64,AAA= 1x', map)).toBe('data:image/png;base64,AAA= 1x');
  });
});

describe('style sheets', () => {
  test.each([
    ['a{background:url(/x.png)}', 'a{background:url(/https/camille-exemple.fr/x.png)}'],
    ['a{background:url( "x.png" )}', 'a{background:url( "/https/camille-exemple.fr/blog/x.png" )}'],
    ["@import '/s.css' screen;", "@import '/https/camille-exemple.fr/s.css' screen;"],
    ['@import url(//d-exemple.fr/s.css);', '@import url(/https/d-exemple.fr/s.css);'],
    ['a::after{content:"url(/no)"}/* url(/no) */', 'a::after{content:"url(/no)"}/* url(/no) */'],
    ['a{src:url(data:font/woff;base64,AA==)}', 'a{src:url(data:font/woff;base64,AA==)}'],
    ['a{mask:url(#m)}', 'a{mask:url(#m)}'],
  ])('%s', (css, expected) => {
    expect(rewriteCss(css, map)).toBe(expected);
  });

  test('texts made to be slow are not', () => {
    const evil = [
      '/*'.repeat(200_000),
      `url(${' '.repeat(400_000)}`,
      'url("'.repeat(20_000),
      '@import '.repeat(20_000),
    ];
    for (const css of evil) expect(rewriteCss(css, map).length).toBeGreaterThan(0);
  });
});

describe('pages', () => {
  test('links, pictures, forms, frames, scripts and styles stay inside', () => {
    expect(
      rewritten(
        '<!doctype html><html><head><title>T</title><link rel=stylesheet href=/s.css integrity=sha256-x></head>' +
          '<body background="/b.png" style="background:url(/c.png)"><a href="https://camille-exemple.fr/x?a=1&amp;b=2" target=_blank ping=/p>x</a>' +
          '<form action=""><button formaction="/f">f</button></form><img src=i.png srcset="j.png 2x"><iframe src="//d-exemple.fr"></iframe>' +
          '<style>p{background:url(/d.png)}</style><svg><image xlink:href="/e.svg"/></svg></body></html>',
      ),
    ).toBe(
      '<!doctype html><html><head><HEAD-OF-OURS><title>T</title><link rel="stylesheet" href="/https/camille-exemple.fr/s.css"></head>' +
        '<body background="/https/camille-exemple.fr/b.png" style="background:url(/https/camille-exemple.fr/c.png)"><a href="/https/camille-exemple.fr/x?a=1&amp;b=2" target="_self">x</a>' +
        '<form action=""><button formaction="/https/camille-exemple.fr/f">f</button></form><img src="/https/camille-exemple.fr/blog/i.png" srcset="/https/camille-exemple.fr/blog/j.png 2x"><iframe src="/https/d-exemple.fr/"></iframe>' +
        '<style>p{background:url(/https/camille-exemple.fr/d.png)}</style><svg><image xlink:href="/https/camille-exemple.fr/e.svg"/></svg></body></html>',
    );
  });

  test('scripts are left as they are, and what looks like a tag in them is none', () => {
    const script = '<script>if (a < b) x = "<a href=/y>";</script>';
    expect(rewritten(script)).toBe(`<HEAD-OF-OURS>${script}`);
  });

  test('a base is where relative links start; it is mapped, too', () => {
    expect(rewritten('<head><base href="https://d-exemple.fr/sub/"><a href=x>')).toBe(
      '<head><HEAD-OF-OURS><base href="/https/d-exemple.fr/sub/"><a href="/https/d-exemple.fr/sub/x">',
    );
  });

  test('our head comes before anything that runs, even where there is no head', () => {
    expect(rewritten('<script src=a.js></script>')).toMatch(/^<HEAD-OF-OURS><script/);
    expect(rewritten('just text')).toBe('just text<HEAD-OF-OURS>');
  });

  test('what would overrule our policies, or ask other hosts, is left out', () => {
    expect(
      rewritten(
        '<meta http-equiv="Content-Security-Policy" content="default-src *"><meta name=referrer content=unsafe-url>' +
          '<link rel="dns-prefetch" href="//x-exemple.fr"><meta charset=latin1><meta http-equiv=refresh content="0; url=/next">',
      ),
    ).toBe(
      '<HEAD-OF-OURS><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/https/camille-exemple.fr/next">',
    );
  });

  test('a map of modules with absolute addresses', () => {
    expect(
      rewritten(
        '<script type="importmap">{"imports":{"a":"https:\\/\\/camille-exemple.fr\\/a.js"}}</script>',
      ),
    ).toContain('{"imports":{"a":"/https/camille-exemple.fr/a.js"}}');
  });

  test('drawings nested thousands deep are refused, and not waited for', () => {
    expect(() => inPieces('<svg>'.repeat(100_000), 8192, URL_OF_PAGE)).toThrow('too deep');
  });

  test('garbage comes through without an error, whatever it is', () => {
    for (const html of [
      '<',
      '<a href="',
      '<!--',
      '<style>',
      '\0\0<p>',
      '</',
      '<svg><![CDATA[',
      '<a '.repeat(500),
      '<div>'.repeat(2_000),
    ])
      expect(typeof rewritten(html)).toBe('string');
  });
});

test('a Refresh in a header is mapped', () => {
  expect(mapRefresh('5;URL="/x"', map)).toBe('5;URL="/https/camille-exemple.fr/x"');
  expect(mapRefresh('5', map)).toBe('5');
});

describe('headers to a site', () => {
  const own = 'http://s-0.localhost:8017';
  const to = { site: { scheme: 'https', host: 'camille-exemple.fr', port: 443 }, target: '/' } as const;

  test('nothing of ours goes along: no cookie, no origin of the course; the jar’s cookies and the site’s own names instead', () => {
    const sent = requestHeaders(
      {
        host: 's-0.localhost:8017',
        cookie: 'boite_seat=secret; boite_glass_0=secret',
        origin: own,
        referer: `${own}/https/camille-exemple.fr/wp-admin/?x=1`,
        'x-forwarded-for': '192.168.1.2',
        'sec-fetch-site': 'same-origin',
        'x-wp-nonce': 'abc',
        connection: 'keep-alive, x-hop',
        'x-hop': '1',
      },
      to,
      { cookie: 'a=b', ownOrigin: own, visitor: '198.18.0.11' },
    );
    expect(sent).toEqual({
      host: 'camille-exemple.fr',
      // The desktop's address, and not what somebody wrote there.
      'x-forwarded-for': '198.18.0.11',
      cookie: 'a=b',
      origin: 'https://camille-exemple.fr',
      referer: 'https://camille-exemple.fr/wp-admin/?x=1',
      'x-wp-nonce': 'abc',
      'accept-encoding': 'identity',
      connection: 'close',
    });
    expect(JSON.stringify(sent)).not.toContain('secret');
  });

  test('another site learns only where one came from; the course’s address is told to nobody', () => {
    const sentFrom = (referer: string) =>
      requestHeaders({ referer }, to, { cookie: '', ownOrigin: own, visitor: undefined });
    expect(sentFrom(`${own}/https/d-exemple.fr/private?x`).referer).toBe('https://d-exemple.fr/');
    expect(sentFrom('http://localhost:8017/lecon/').referer).toBeUndefined();
  });
});

describe('headers from a site', () => {
  const from = (headers: Record<string, string>) => answerHeaders(headers, URL_OF_PAGE);

  test('its policies, cookies and alternatives stay behind', () => {
    expect(
      from({
        'content-security-policy': "frame-ancestors 'none'",
        'x-frame-options': 'DENY',
        'strict-transport-security': 'max-age=1',
        'service-worker-allowed': '/',
        'clear-site-data': '"*"',
        'cross-origin-opener-policy': 'same-origin',
        'alt-svc': 'h3=":443"',
        'access-control-allow-origin': '*',
        'set-cookie': 'a=b',
        'transfer-encoding': 'chunked',
        'content-length': '3',
        'content-type': 'text/plain',
        'x-wp-total': '3',
      }),
    ).toEqual({ 'content-type': 'text/plain', 'x-wp-total': '3' });
  });

  test.each([
    ['/new', '/https/camille-exemple.fr/new'],
    ['https://d-exemple.fr/', '/https/d-exemple.fr/'],
    ['//d-exemple.fr/x', '/https/d-exemple.fr/x'],
    ['javascript:alert(1)', '/~glass/nowhere'],
    ['http://[::1]:8017/api', '/~glass/nowhere'],
    ['file:///etc/passwd', '/~glass/nowhere'],
    ['http://user:pw@127.0.0.1/', '/http/127.0.0.1/'],
    ['///x', '/https/x/'],
    ['\\\\evil\\x', '/https/evil/x'],
  ])('a redirection to %s ends in our origin: %s', (location, path) => {
    expect(from({ location }).location).toBe(path);
  });
});
