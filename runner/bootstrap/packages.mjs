// Are the dependencies that the lockfile names installed? If not, installs exactly those.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './machine.mjs';
import { pinnedNodePackage, ROOT } from './node24.mjs';
import { runQuietly } from './quiet-run.mjs';
import { openStep } from './screen.mjs';
import { Stop } from './stop.mjs';

const OFFLINE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|network request/;

const readPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

const GLIBC = ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1'];
const libc = () => (GLIBC.some((path) => existsSync(path)) ? 'glibc' : 'musl');

/** May an optional package be absent? Not when it was built for exactly this machine; otherwise it is another system's, or it did not compile. */
function mayBeAbsent(wanted) {
  if (wanted.optional !== true && wanted.peer !== true) return false;
  if (wanted.os === undefined || wanted.cpu === undefined) return true;
  const forUs = wanted.os.includes(process.platform) && wanted.cpu.includes(process.arch);
  return !forUs || (wanted.libc !== undefined && !wanted.libc.includes(libc()));
}

/**
 * Compares the lockfile with the record that npm keeps of what it installed (written last, so an install that was cut is seen as undone).
 * @returns {boolean}
 */
export function dependenciesAreInstalled(root = ROOT) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const pinned = pinnedNodePackage();
  if (pinned && !existsSync(join(root, 'node_modules', pinned, 'bin', 'node'))) return false;
  try {
    const installed = readPackages(record);
    return Object.entries(readPackages(join(root, 'package-lock.json'))).every(([path, wanted]) => {
      if (path === '') return true;
      const found = installed[path];
      if (found === undefined) return mayBeAbsent(wanted);
      return found.version === wanted.version && found.integrity === wanted.integrity;
    });
  } catch {
    return false;
  }
}

/** node-pty is optional: it is there only where a compiler was. */
export const ptyIsCompiled = (root = ROOT) =>
  existsSync(join(root, 'node_modules', 'node-pty', 'build', 'Release', 'pty.node'));

/** npm makes every folder first and fills them one by one: a package is there when its manifest is. */
const countInstalled = (root, paths) =>
  paths.filter((path) => existsSync(join(root, path, 'package.json'))).length;

/**
 * npm itself, as it started us, or as found on PATH, run so that it chooses packages for the Node that will use them: an npm on Node 18
 * silently leaves out optional packages that want a newer one (the bundler's own binaries are such).
 */
function npmCommand(env, root) {
  const own = env.npm_execpath;
  const found = own && /npm-cli\.c?js$/.test(own) && existsSync(own) ? own : npmScript();
  if (found === undefined) return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const pinned = pinnedNodePackage();
  if (pinned === undefined) return [process.execPath, [found]];
  const { version } = readPackages(join(root, 'package-lock.json'))[`node_modules/${pinned}`] ?? {};
  if (version === undefined) return [process.execPath, [found]];
  const stage = join(root, 'runner', 'bootstrap', 'npm-for-node24.cjs');
  return [process.execPath, ['--require', stage, found], { BOITE_NODE_VERSION: version }];
}

/** The script behind the command `npm`, where the command is a link to it. */
function npmScript() {
  const command = findProgram('npm');
  const script = command && realpathSync(command);
  return script?.endsWith('.js') ? script : undefined;
}

/** npm's words when the lockfile has no entry for a package, optional ones of other platforms included. */
const LOCK_LACKS_PLATFORMS = /Missing: \S+ from lock file/;

/**
 * Installs the dependencies if they are not there; throws `Stop` with a remedy when that fails.
 * @param {{ words: any, lang: string, root?: string, force?: boolean }} options
 */
export async function installDependencies({ words, lang, root = ROOT, force = false }) {
  if (!force && dependenciesAreInstalled(root)) return;
  const paths = Object.keys(readPackages(join(root, 'package-lock.json'))).filter((path) => path !== '');
  const step = openStep(words.installing, { lang });
  const timer = setInterval(() => {
    const count = countInstalled(root, paths);
    if (count === 0) step.progress(undefined, words.installFetching);
    else step.progress(count / paths.length, words.installCount(count, paths.length));
  }, 1000);
  const pinned = pinnedNodePackage();
  // node-gyp compiles node-pty against the headers that the pinned Node brings along: nothing more to download.
  const headers = pinned ? { npm_config_nodedir: join(root, 'node_modules', pinned) } : {};
  const [command, first, more] = npmCommand(process.env, root);
  const log = join(root, '.data', 'logs', 'npm-ci.log');
  const npm = (verb) =>
    runQuietly(
      command,
      [
        ...first,
        ...verb,
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--loglevel=warn',
      ],
      { log, cwd: root, env: { ...process.env, ...headers, ...more } },
    );
  let result = await npm(['ci']);
  // A lockfile written where the registry does not serve every platform lacks packages that this machine does not need either: `npm ci` refuses
  // it, `npm install --no-save` installs the same versions from the same lockfile and changes nothing in it.
  if (result.code !== 0 && LOCK_LACKS_PLATFORMS.test(result.output))
    result = await npm(['install', '--no-save']);
  const { code, output, tail } = result;
  clearInterval(timer);
  if (code === 0) return step.done();
  step.fail();
  if (code === 127) throw new Stop(words.npmMissing);
  throw new Stop(OFFLINE.test(output) ? words.installOffline(log) : words.installFailed(log, tail));
}
