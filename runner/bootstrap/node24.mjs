// Which Node runs everything after the bootstrap? The one that the lockfile pins, whatever the machine has.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stop } from './stop.mjs';

/** The repository's root; every command works from there, wherever it was typed. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const OLDEST_MAJOR = 18;
const NEEDED_MAJOR = 24;
const major = (version) => Number(version.split('.')[0]);

/** @returns {string | undefined} the pinned package for this machine; undefined where there is none (macOS, Windows) */
export function pinnedNodePackage(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && (arch === 'x64' || arch === 'arm64') ? `node-linux-${arch}` : undefined;
}

/** Stops with a sentence where this Node cannot even install the dependencies. */
export function checkOwnNode(words, version = process.versions.node) {
  if (major(version) < OLDEST_MAJOR) throw new Stop(words.nodeOld(version));
  if (pinnedNodePackage() === undefined && major(version) < NEEDED_MAJOR)
    throw new Stop(words.nodePlatform(process.platform, version));
}

/** @returns {string} path of the Node to run TypeScript with; throws `Stop` when it is not installed */
export function node24(words, root = ROOT) {
  const name = pinnedNodePackage();
  if (name === undefined) return process.execPath;
  const path = join(root, 'node_modules', name, 'bin', 'node');
  if (!existsSync(path)) throw new Stop(words.nodePinnedMissing(name));
  return path;
}

/**
 * Environment for children: the pinned Node and the project's tools come first on PATH, no tool reports home, and compiled code is kept
 * (measured: the runner's 1.5 s of processor before its first line become 0.65 s).
 */
export function childEnv(root = ROOT) {
  const name = pinnedNodePackage();
  const first = [name && join(root, 'node_modules', name, 'bin'), join(root, 'node_modules', '.bin')];
  return {
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_COMPILE_CACHE: join(root, '.data', 'compile-cache'),
    ...process.env,
    PATH: [...first.filter(Boolean), process.env.PATH].join(delimiter),
  };
}

/**
 * Runs a program on the pinned Node with this process's screen and keyboard, and waits.
 * Ctrl-C reaches the child by itself; SIGTERM and SIGHUP are passed on.
 * @param {string} node @param {string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>} its exit code
 */
export function runHere(node, args, env = childEnv()) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: ROOT, stdio: 'inherit', env });
    const ignore = () => {};
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', ignore);
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, passOn);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', ignore);
      for (const name of ['SIGTERM', 'SIGHUP']) process.off(name, passOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}
