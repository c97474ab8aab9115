// What is this machine, and has it room? Asked before anything long begins.
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { MISUSED, Stop } from './stop.mjs';

/** Room that a first start takes: dependencies, images, site. */
export const FIRST_START_GB = 4;
/** Where the runner listens unless told otherwise; the same number is the default of runner/settings.ts. */
export const DEFAULT_PORT = 8017;
const GB = 1e9;

export const isRoot = () => process.getuid?.() === 0;

/** @returns {boolean} Debian, Ubuntu or a child of theirs */
export function isDebianLike(release = '/etc/os-release') {
  if (process.platform !== 'linux' || !existsSync(release)) return false;
  return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(readFileSync(release, 'utf8'));
}

export const systemdRuns = () => existsSync('/run/systemd/system');

/** @returns {string | undefined} where a program lies; the administrator's folders count even when PATH forgets them */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Stops when fewer than `needGb` gigabytes are free where `folder` lies. */
export function checkDisk(folder, needGb, words) {
  if (typeof statfsSync !== 'function') return;
  const { bavail, bsize } = statfsSync(folder);
  const free = (bavail * bsize) / GB;
  if (free < needGb) throw new Stop(words.diskShort(free.toFixed(1), String(needGb), folder));
}

/**
 * @param {string | undefined} flag what --port says; throws `Stop` when it is no port
 * @param {string | undefined} variable what BOITE_PORT says; judged by the runner
 * @returns {number}
 */
export function readPort(flag, variable, words) {
  const text = flag ?? (/^\d{1,5}$/.test(variable ?? '') ? variable : undefined);
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new Stop(words.portBad(text), MISUSED);
  return port;
}

/** Stops when nobody may listen there: better now than after ten minutes of building. */
export function checkPort(port, host, words) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE')
        reject(new Stop(words.portTaken(port, port === 65_535 ? DEFAULT_PORT + 1 : port + 1)));
      else if (error.code === 'EACCES') reject(new Stop(words.portForbidden(port)));
      else resolve(undefined);
    });
    probe.listen({ port, host: host ?? '0.0.0.0', exclusive: true }, () =>
      probe.close(() => resolve(undefined)),
    );
  });
}

/** Ports tried one after the other. */
const PORTS_TRIED = 20;

/**
 * For what one finds by its printed address: the first port from `first` on where one may listen. Throws `Stop` when none of the next twenty is free.
 * @returns {Promise<number>}
 */
export async function firstFreePort(first, host, words) {
  for (let port = first; port < first + PORTS_TRIED - 1; port++) {
    const free = await checkPort(port, host, words).then(
      () => true,
      () => false,
    );
    if (free) return port;
  }
  await checkPort(first + PORTS_TRIED - 1, host, words);
  return first + PORTS_TRIED - 1;
}
