// What goes back to somebody who asked the registry's server: one WHOIS text, or one whole HTTP answer (RFC 7480)?
import type { RdapAnswer } from './registry/rdap-types.ts';
import { en } from './registry/words.en.ts';
import { fr } from './registry/words.fr.ts';

/** What the registry says; `registry-desk.ts` has it. */
export interface RegistryVoice {
  whois(query: string): string;
  rdap(path: string): RdapAnswer;
}

/** Bytes for the client on TCP 43. */
export function whoisBytes(question: Buffer, voice: RegistryVoice): Buffer {
  return Buffer.from(voice.whois(question.toString('utf8')));
}

/** Bytes for an HTTP client whose request's head this is. Only GET and HEAD exist (RFC 7480, 4.1); the connection ends with the answer. */
export function httpBytes(head: Buffer, voice: RegistryVoice): Buffer {
  const [line = ''] = head.toString('latin1').split('\r\n');
  const [, method = '', target = ''] = /^([A-Z]{1,10}) (\S{1,4096}) HTTP\/1\.[01]$/.exec(line) ?? [];
  if (method === '') return http(400, {}, '');
  if (method !== 'GET' && method !== 'HEAD') return http(405, { allow: 'GET, HEAD' }, '');
  const path = target.replace(/^https?:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '';
  const { status, headers, body } = voice.rdap(path);
  return http(status, headers, JSON.stringify(body), method === 'HEAD');
}

/** What the server on TCP 43 says while the registry itself cannot be asked. */
export const busyWhois = (): string => `%% ${fr.answers.busy}\r\n%% ${en.answers.busy}\r\n`;

/** The whole HTTP answer meanwhile (RFC 9083, 6). */
export function busyHttp(): string {
  const body = {
    rdapConformance: ['rdap_level_0'],
    errorCode: 503,
    title: fr.answers.busyTitle,
    description: [fr.answers.busy, en.answers.busy],
  };
  const headers = { 'content-type': 'application/rdap+json', 'retry-after': '5' };
  return http(503, headers, JSON.stringify(body)).toString();
}

const REASONS: Record<number, string> = {
  200: 'OK',
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

function http(status: number, headers: Record<string, string>, body: string, headOnly = false): Buffer {
  const all = {
    date: new Date().toUTCString(),
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'Error'}\r\n${lines.join('')}\r\n${headOnly ? '' : body}`,
  );
}
