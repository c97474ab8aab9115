// How does the runner come to the site of a page, and what can it tell of the way? Name, address, TCP, TLS: facts of this very connection.
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { checkServerIdentity, connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls';
import { DialError } from '../internet/dial-error.ts';
import type { DnsAnswer } from '../internet/dns-message.ts';
import type { GlassErrorCode, Resolved, TlsFacts, Visit } from '../protocol/glass.ts';
import { GlassError } from './glass-error.ts';
import type { LabSite } from './lab-address.ts';
import type { GlassInternet } from './parts.ts';

const HANDSHAKE_MS = 10_000;
const CONNECT_MS = 8_000;

/** Connects and, for https, proves who answers; fills in `visit` as far as it comes. @throws GlassError */
export async function connectTo(internet: GlassInternet, site: LabSite, visit: Visit): Promise<Duplex> {
  if (site.scheme === 'http') return open(internet, site, visit);
  try {
    return await openSecure(internet, site, visit, false);
  } catch (error) {
    if (!(error instanceof GlassError) || error.code !== 'tls-unknown-authority') throw error;
    // The authority may have been started anew since its root was fetched.
    return openSecure(internet, site, visit, true);
  }
}

async function openSecure(
  internet: GlassInternet,
  site: LabSite,
  visit: Visit,
  fresh: boolean,
): Promise<Duplex> {
  const roots = await internet.caRoots(fresh).catch(() => '');
  const socket = await open(internet, site, visit);
  try {
    return await secure(socket, site, visit, roots);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

async function open(internet: GlassInternet, site: LabSite, visit: Visit): Promise<Duplex> {
  const began = performance.now();
  try {
    const { socket, address, resolved } = await internet.dialler.dial(site.host, site.port, {
      timeoutMs: CONNECT_MS,
    });
    if (resolved) visit.resolved = resolvedFacts(internet, resolved);
    const took = Math.round(performance.now() - began) - (resolved?.milliseconds ?? 0);
    visit.connected = { address, port: site.port, milliseconds: Math.max(0, took) };
    // Whatever comes before somebody listens must not end the runner.
    socket.on('error', () => undefined);
    return socket;
  } catch (error) {
    if (!(error instanceof DialError)) throw error;
    await explain(internet, site, visit);
    throw new GlassError(error.code, { cause: error });
  }
}

/** The dialler says only that it failed: what the resolver answers is asked again, for the page that explains. */
async function explain(internet: GlassInternet, site: LabSite, visit: Visit): Promise<void> {
  if (isIP(site.host) !== 0) return;
  const answer = await internet.dialler.ask(site.host, 'A', { timeoutMs: 3_000 }).catch(() => undefined);
  if (answer) visit.resolved = resolvedFacts(internet, answer);
}

function resolvedFacts(internet: GlassInternet, answer: DnsAnswer & { milliseconds: number }): Resolved {
  const soa = answer.authority.find(({ type }) => type === 'SOA');
  return {
    resolver: internet.addresses.resolver,
    milliseconds: answer.milliseconds,
    rcode: answer.rcode,
    answers: answer.answers.slice(0, 20),
    ...(soa && answer.answers.every(({ type }) => type !== 'A')
      ? { soa: { zone: soa.name, server: soa.data.split(' ')[0] ?? '' } }
      : {}),
  };
}

async function secure(socket: Duplex, site: LabSite, visit: Visit, roots: string): Promise<TLSSocket> {
  const began = performance.now();
  const tls = await handshake(socket, site, roots);
  const certificate = tls.getPeerCertificate();
  visit.tls = tlsFacts(tls, certificate, Math.round(performance.now() - began));
  const problem = problemOf(tls, certificate, site.host);
  if (problem === undefined) return tls;
  tls.destroy();
  throw new GlassError(problem);
}

function handshake(socket: Duplex, site: LabSite, roots: string): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const tls = connectTls({
      socket,
      // The workshop's authority and no other: a real one has no say here.
      ca: roots === '' ? [] : [roots],
      ...(isIP(site.host) === 0 ? { servername: site.host } : {}),
      // Judged below, so that the page can tell what is wrong.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ALPNProtocols: ['http/1.1'],
      minVersion: 'TLSv1.2',
    });
    const fail = (code: GlassErrorCode, cause?: unknown): void => {
      clearTimeout(timer);
      tls.destroy();
      reject(new GlassError(code, { cause }));
    };
    const timer = setTimeout(() => fail('timeout'), HANDSHAKE_MS);
    tls.on('error', (error) => fail('tls-not-spoken', error));
    tls.on('close', () => fail('tls-not-spoken'));
    tls.once('secureConnect', () => {
      clearTimeout(timer);
      tls.removeAllListeners('close');
      resolve(tls);
    });
  });
}

/** When, then who signed, then for whom: in this order browsers say it. */
function problemOf(tls: TLSSocket, certificate: PeerCertificate, host: string): GlassErrorCode | undefined {
  const now = Date.now();
  if (Date.parse(certificate.valid_to) < now) return 'tls-expired';
  if (Date.parse(certificate.valid_from) > now) return 'tls-not-yet';
  if (!tls.authorized) return 'tls-unknown-authority';
  return checkServerIdentity(host, certificate) === undefined ? undefined : 'tls-other-name';
}

const MAX_TEXT = 200;
const MAX_NAMES = 30;

function tlsFacts(tls: TLSSocket, certificate: PeerCertificate, milliseconds: number): TlsFacts {
  const names = (certificate.subjectaltname ?? '')
    .split(', ')
    .filter((name) => name !== '')
    .slice(0, MAX_NAMES)
    .map((name) => name.replace(/^(DNS|IP Address):/, '').slice(0, MAX_TEXT));
  return {
    protocol: tls.getProtocol() ?? '',
    issuer: nameOf(certificate.issuer),
    subject: nameOf(certificate.subject),
    names,
    from: Date.parse(certificate.valid_from) || 0,
    to: Date.parse(certificate.valid_to) || 0,
    milliseconds,
  };
}

function nameOf(entity: PeerCertificate['issuer'] | undefined): string {
  const value = entity?.CN ?? entity?.O ?? '';
  return (Array.isArray(value) ? value.join(', ') : String(value)).slice(0, MAX_TEXT);
}
