// Do the pure rules of the HTTP side hold: hosts, JSON, policies, addresses, cookies?
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { joinUrl, ownOrigins } from '../../../../runner/http/addresses.ts';
import { readCookies } from '../../../../runner/http/cookies.ts';
import { isOwnHost, isOwnOrigin, originAt } from '../../../../runner/http/guard-host.ts';
import { listenSentence } from '../../../../runner/http/listen-error.ts';
import { inlineScriptHashes } from '../../../../runner/http/page-policy.ts';
import { readJson } from '../../../../runner/http/read-json.ts';
import { wordsOf } from '../../../../runner/words/index.ts';

const own = { port: 8017, publicUrl: new URL('https://atelier.exemple.fr') };

test('ours are loopback, the address that was dialled, and the public address', () => {
  expect(isOwnHost('192.168.1.20:8017', '192.168.1.20', own)).toBe(true);
  expect(isOwnHost('192.168.1.20:8017', '::ffff:192.168.1.20', own)).toBe(true);
  expect(isOwnHost('[fd00::5]:8017', 'fd00::5', own)).toBe(true);
  expect(isOwnHost('192.168.1.21:8017', '192.168.1.20', own)).toBe(false);
  expect(isOwnHost('192.168.1.20:8017', undefined, own)).toBe(false);
  expect(isOwnHost('atelier.exemple.fr', '10.0.0.1', own)).toBe(true);
  expect(isOwnHost('atelier.exemple.fr:8017', '10.0.0.1', own)).toBe(false);
  expect(isOwnHost('localhost', '127.0.0.1', { port: 80, publicUrl: undefined })).toBe(true);
});

test('an origin is ours when it is exactly that of the host', () => {
  expect(originAt('atelier.exemple.fr', own)).toBe('https://atelier.exemple.fr');
  expect(isOwnOrigin('https://atelier.exemple.fr', 'atelier.exemple.fr', own)).toBe(true);
  expect(isOwnOrigin('http://atelier.exemple.fr', 'atelier.exemple.fr', own)).toBe(false);
  expect(isOwnOrigin('http://LOCALHOST:8017', 'localhost:8017', own)).toBe(false);
  expect(isOwnOrigin('http://localhost', 'localhost:80', { port: 80, publicUrl: undefined })).toBe(true);
});

const json = (text: string) => readJson(Buffer.from(text));

test('honest JSON is read as it is, whatever its spacing and escapes', () => {
  expect(json(' { "a" : "x:\\"{}[]\\u00e9" , "b" : [ 1 , { "a" : null } ] } ')).toEqual({
    a: 'x:"{}[]é',
    b: [1, { a: null }],
  });
  expect(json('{"a":{"a":{"a":1}}}')).toEqual({ a: { a: { a: 1 } } });
  expect(json('["a","a"]')).toEqual(['a', 'a']);
});

test.each([
  '{"a":1,"a":2}',
  '{"a":{"b":1,"b":2}}',
  '{"\\u0061":1,"a":2}',
  '{"__proto__":1}',
  '{"x":{"constructor":1}}',
  '[[[[[[[[[1]]]]]]]]]',
  '"\\ud800"',
  '{"\\u005f_proto__":1}',
])('%s is refused', (text) => expect(() => json(text)).toThrow());

test('inline scripts are found by parsing, not by looking: comments and text are none, templates count', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  const page = `<!doctype html><!-- <script>no()</script> --><p>&lt;script&gt;no()&lt;/script&gt;</p><textarea><script>no()</script></textarea>
    <script src="/a.js"></script><SCRIPT type=module>one()</SCRIPT><template><script>two('</p>')</script></template><script>one()</script>`;
  expect(inlineScriptHashes(page)).toEqual([hash('one()'), hash("two('</p>')")]);
});

const card = (address: string, internal = false) =>
  ({
    address,
    internal,
    family: address.includes(':') ? 'IPv6' : 'IPv4',
    netmask: '',
    mac: '',
    cidr: null,
    scopeid: 0,
  }) as never;

test('trainees are shown the room’s address first, never a container’s or a self-assigned one', () => {
  const interfaces = {
    lo: [card('127.0.0.1', true)],
    docker0: [card('172.17.0.1')],
    'br-0a1b': [card('198.18.0.1')],
    eth0: [card('192.168.1.20'), card('fe80::1')],
    wlan0: [card('169.254.3.4'), card('10.1.2.3')],
  };
  const room = { host: '0.0.0.0', publicUrl: undefined };
  expect(ownOrigins(room, 8017, interfaces)).toEqual([
    'http://192.168.1.20:8017',
    'http://10.1.2.3:8017',
    'http://localhost:8017',
  ]);
  expect(ownOrigins({ ...room, host: '127.0.0.1' }, 8017, interfaces)).toEqual(['http://localhost:8017']);
  expect(ownOrigins({ ...room, host: '10.1.2.3' }, 80, interfaces)).toEqual(['http://10.1.2.3']);
  expect(ownOrigins({ ...room, publicUrl: own.publicUrl }, 8017, interfaces)).toEqual([
    'https://atelier.exemple.fr',
    'http://localhost:8017',
  ]);
});

test('the last origin answers on this machine, whatever address the runner listens on', () => {
  const origins = (host: string, publicUrl?: URL) => ownOrigins({ host, publicUrl }, 8017, {});
  expect(origins('127.0.0.2')).toEqual(['http://127.0.0.2:8017']);
  expect(origins('::1')).toEqual(['http://localhost:8017']);
  expect(origins('10.1.2.3', own.publicUrl).at(-1)).toBe('http://10.1.2.3:8017');
});

test('the code travels in the fragment', () => {
  const url = new URL(joinUrl('http://192.168.1.20:8017', 'fr', 'école-été-piano-zeste'));
  expect([url.pathname, url.search, decodeURIComponent(url.hash)]).toEqual([
    '/rejoindre/',
    '',
    '#école-été-piano-zeste',
  ]);
});

test('only our exact cookie name is read, and not without end', () => {
  expect(
    readCookies('a=1; boite_seat=x;boite_seat=y; xboite_seat=z; boite_seatx=z', 'boite_seat', false),
  ).toEqual(['x', 'y']);
  expect(readCookies('boite_seat=x; __Host-boite_seat=y', 'boite_seat', true)).toEqual(['y']);
  expect(readCookies('boite_seat=x;'.repeat(100), 'boite_seat', false)).toHaveLength(40);
  expect(readCookies(undefined, 'boite_seat', false)).toEqual([]);
});

test('a port that is taken or reserved is said with a remedy', () => {
  const say = (code: string, port: number) =>
    listenSentence(Object.assign(new Error(code), { code }), { host: '10.0.0.1', port }, wordsOf('en'));
  expect(say('EADDRINUSE', 8017)).toContain('--port 8018');
  expect(say('EACCES', 80)).toContain('--port 8017');
  expect(say('EADDRNOTAVAIL', 80)).toContain('10.0.0.1');
});
