// Does every question to the registry's server get exactly one well-formed answer, whatever it holds?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { rdapAnswer } from '../../../../runner/internet/registry/rdap.ts';
import { whoisAnswer } from '../../../../runner/internet/registry/whois.ts';
import { newRegistry } from '../../../../runner/internet/registry/world.ts';
import { busyHttp, busyWhois, httpBytes, whoisBytes } from '../../../../runner/internet/registry-answers.ts';
import { answerLine } from '../../../../runner/internet/registry-line.ts';
import { NOW } from './registry/helpers.ts';

const state = newRegistry(NOW);
const service = { base: 'http://rdap.registre-exemple.net', whois: 'whois.registre-exemple.net' };
const voice = {
  whois: (query: string) => whoisAnswer(state, query, NOW),
  rdap: (path: string) => rdapAnswer(state, path, NOW, service),
};
const ask = (head: string) => httpBytes(Buffer.from(head), voice).toString();
function split(answer: string): { status: number; headers: string; body: string } {
  const end = answer.indexOf('\r\n\r\n');
  const headers = answer.slice(0, end);
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(headers)?.[1]),
    headers,
    body: answer.slice(end + 4),
  };
}

describe('over HTTP', () => {
  it('a GET of a domain is answered with its RDAP object and its exact length', () => {
    const { status, headers, body } = split(
      ask('GET /domain/mairie-exemple.fr?x=1 HTTP/1.1\r\nHost: x\r\n\r\n'),
    );
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ objectClassName: 'domain', ldhName: 'mairie-exemple.fr' });
    expect(headers).toContain('content-type: application/rdap+json');
    expect(headers).toContain(`content-length: ${Buffer.byteLength(body)}\r\n`);
  });

  it('HEAD has the headers alone, a whole address as target is read, other methods do not exist', () => {
    const head = split(ask('HEAD /domain/mairie-exemple.fr HTTP/1.1\r\n\r\n'));
    expect([head.status, head.body]).toEqual([200, '']);
    expect(head.headers).toMatch(/content-length: [1-9]/);
    expect(split(ask('GET http://rdap.registre-exemple.net/help HTTP/1.1\r\n\r\n')).status).toBe(200);
    expect(split(ask('POST /domain/a HTTP/1.1\r\n\r\n')).status).toBe(405);
  });

  it('any bytes get one answer with a status, and no line of what was sent comes back as a header', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 60 }), (bytes, path) => {
        for (const head of [
          Buffer.from(bytes),
          Buffer.from(`GET /domain/${path} HTTP/1.1\r\nX-Sent: 1\r\n\r\n`),
        ]) {
          const { status, headers } = split(httpBytes(head, voice).toString());
          expect([200, 400, 404, 405, 501]).toContain(status);
          expect(headers.toLowerCase()).not.toContain('x-sent');
        }
      }),
    );
  });
});

test('a WHOIS query is answered as text', () => {
  expect(whoisBytes(Buffer.from('mairie-exemple.fr\r\n'), voice).toString()).toContain('mairie-exemple.fr');
});

test('while the registry cannot be asked, both say so and when to come back', () => {
  const { status, headers, body } = split(busyHttp());
  expect(status).toBe(503);
  expect(headers).toContain('retry-after: 5');
  expect(JSON.parse(body)).toMatchObject({ errorCode: 503, rdapConformance: ['rdap_level_0'] });
  expect(busyWhois()).toMatch(/^%% .+\r\n%% .+\r\n$/);
});

describe('a line of the registry’s server', () => {
  const hex = (text: string) => Buffer.from(text).toString('hex');
  it('is answered with its own number', () => {
    const answer = answerLine(`7 whois ${hex('mairie-exemple.fr\n')}`, voice) ?? '';
    expect(answer).toMatch(/^7 [0-9a-f]+$/);
    expect(Buffer.from(answer.slice(2), 'hex').toString()).toContain('mairie-exemple.fr');
  });

  it('that is none gets no answer', () => {
    for (const line of ['', 'x', '7 whois zz', '7 ftp 00', '7 whois 0', `7 whois ${hex('a')} `])
      expect(answerLine(line, voice)).toBeUndefined();
  });
});
