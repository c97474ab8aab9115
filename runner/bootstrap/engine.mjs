// Is there a Docker engine on this machine? If not, installs and starts one where that is allowed.
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { installDebianPackages } from './apt.mjs';
import { findProgram, isDebianLike, isRoot, systemdRuns } from './machine.mjs';
import { ROOT } from './node24.mjs';
import { runQuietly } from './quiet-run.mjs';
import { openStep } from './screen.mjs';
import { Stop } from './stop.mjs';

const PING_MS = 3000;
const START_SECONDS = 60;
const TAIL_LINES = 8;
/** Where an engine that is started here listens. */
const OWN_SOCKETS = ['/var/run/docker.sock', '/run/docker.sock'];
const PACKAGES = ['docker.io', 'apparmor', 'iptables', 'debootstrap'];
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Where an engine of this machine may listen, the likeliest first. */
export function socketCandidates(env = process.env, platform = process.platform) {
  if (env.DOCKER_HOST) return [env.DOCKER_HOST.replace(/^unix:\/\//, '')];
  if (platform === 'win32') return ['//./pipe/docker_engine'];
  const rootless = env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, 'docker.sock');
  return ['/var/run/docker.sock', rootless, join(homedir(), '.docker', 'run', 'docker.sock')].filter(Boolean);
}

/** @param {string} socketPath @returns {Promise<'up' | 'forbidden' | 'absent'>} */
export function pingEngine(socketPath) {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/_ping', timeout: PING_MS }, (reply) => {
      reply.resume();
      resolve(reply.statusCode === 200 ? 'up' : 'absent');
    });
    asked.once('timeout', () => asked.destroy(new Error('timeout')));
    asked.once('error', (error) =>
      resolve(error.code === 'EACCES' || error.code === 'EPERM' ? 'forbidden' : 'absent'),
    );
    asked.end();
  });
}

/** @returns {Promise<{ state: 'up' | 'forbidden' | 'absent', socket: string }>} */
export async function findEngine(env = process.env) {
  let best = { state: 'absent', socket: '/var/run/docker.sock' };
  for (const socket of socketCandidates(env)) {
    const state = await pingEngine(socket);
    if (state === 'up') return { state, socket };
    if (state === 'forbidden') best = { state, socket };
  }
  return best;
}

async function askToInstall({ yes, words }) {
  if (yes || !process.stdin.isTTY) return;
  const keyboard = createInterface({ input: process.stdin, output: process.stdout });
  const answer = (await keyboard.question(words.engineQuestion(PACKAGES.join(', ')))).trim().toLowerCase();
  keyboard.close();
  if (!/^(|o|oui|y|yes)$/.test(answer)) throw new Stop(words.engineDeclined);
}

/** Without systemd nobody starts the engine for us: it becomes a process of its own, with its log and its number in `.data/engine/`. */
function spawnEngine(dockerd, folder) {
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, 'dockerd.log'), 'w');
  const child = spawn(dockerd, [], { detached: true, stdio: ['ignore', log, log], cwd: '/' });
  child.once('error', () => {});
  closeSync(log);
  writeFileSync(join(folder, 'dockerd.pid'), `${child.pid}\n`);
  child.unref();
  return child;
}

async function waitUntilUp(step, gaveUp) {
  for (let waited = 0; waited < START_SECONDS * 4; waited++) {
    const found = await findEngine();
    if (found.state === 'up') return found.socket;
    if (gaveUp()) return undefined;
    step.progress(undefined);
    await sleep(250);
  }
  return undefined;
}

async function startEngine({ words, lang, root }) {
  const step = openStep(words.engineStarting, { lang });
  const folder = join(root, '.data', 'engine');
  if (systemdRuns()) {
    const { code } = await runQuietly('systemctl', ['start', 'docker'], {
      log: join(folder, 'systemctl.log'),
    });
    const socket = await waitUntilUp(step, () => code !== 0);
    if (socket === undefined) step.fail();
    if (socket === undefined) throw new Stop(words.engineFailedSystemd);
    step.done();
    return socket;
  }
  const child = spawnEngine(findProgram('dockerd') ?? 'dockerd', folder);
  const socket = await waitUntilUp(step, () => child.exitCode !== null || child.pid === undefined);
  if (socket === undefined) {
    step.fail();
    const log = join(folder, 'dockerd.log');
    throw new Stop(
      words.engineFailed(log, readFileSync(log, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n')),
    );
  }
  step.done();
  return socket;
}

/** `cgroupfs-mount` does what systemd does elsewhere: without control groups the engine does not start. */
function packagesToInstall() {
  const groups = '/sys/fs/cgroup';
  const mounted = existsSync(groups) && readdirSync(groups).length > 0;
  return mounted || systemdRuns() ? PACKAGES : [...PACKAGES, 'cgroupfs-mount'];
}

/** Trainees' machines belong on this machine: an engine elsewhere is refused, before anything long begins. */
export function refuseRemoteEngine(words, env = process.env) {
  const remote = env.DOCKER_HOST;
  if (remote && !remote.startsWith('unix://')) throw new Stop(words.engineRemote(remote));
}

/** An engine started here would never open the socket that a stale DOCKER_HOST names: it would be waited for in vain. */
function refuseStaleHost(words, env = process.env) {
  const stale = env.DOCKER_HOST && !OWN_SOCKETS.includes(socketCandidates(env)[0]);
  if (stale) throw new Stop(words.engineStaleHost(env.DOCKER_HOST));
}

/**
 * Gives the socket of an engine that answers; installs and starts one if it must and may. Throws `Stop` with the remedy otherwise.
 * @param {{ words: any, lang: string, yes?: boolean, root?: string }} options @returns {Promise<string>}
 */
export async function ensureEngine({ words, lang, yes = false, root = ROOT }) {
  refuseRemoteEngine(words);
  const found = await findEngine();
  if (found.state === 'up') return found.socket;
  if (found.state === 'forbidden') throw new Stop(words.engineForbidden(found.socket));
  refuseStaleHost(words);
  const installed = findProgram('dockerd') !== undefined;
  if (installed && !isRoot()) throw new Stop(words.engineStoppedNotRoot);
  if (!installed && !isDebianLike()) throw new Stop(words.engineAbsentOtherSystem);
  if (!installed && !isRoot()) throw new Stop(words.engineAbsentNotRoot);
  if (!installed) {
    await askToInstall({ yes, words });
    await installDebianPackages(packagesToInstall(), { words, lang, root });
    const fresh = await findEngine();
    if (fresh.state === 'up') return fresh.socket;
  }
  return startEngine({ words, lang, root });
}
