// Are the dependencies that the lockfile names installed? If not, installs exactly those.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNodePackage, ROOT } from './node24.mjs';
import { runQuietly } from './quiet-run.mjs';
import { openStep } from './screen.mjs';
import { Stop } from './stop.mjs';

const OFFLINE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|network request/;

const readPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/**
 * Compares the lockfile with the record that npm keeps of what it installed (written last, so an install that was cut is seen as undone).
 * Packages that are optional may be absent: another system's, or one that did not compile.
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
      if (found === undefined) return wanted.optional === true || wanted.peer === true;
      return found.version === wanted.version && found.integrity === wanted.integrity;
    });
  } catch {
    return false;
  }
}

/** npm makes every folder first and fills them one by one: a package is there when its manifest is. */
const countInstalled = (root, paths) =>
  paths.filter((path) => existsSync(join(root, path, 'package.json'))).length;

/** npm itself, as it started us, or as found on PATH. */
function npmCommand(env) {
  const script = env.npm_execpath;
  return script && /npm-cli\.c?js$/.test(script) && existsSync(script)
    ? [process.execPath, [script]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

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
  const [command, first] = npmCommand(process.env);
  const log = join(root, '.data', 'logs', 'npm-ci.log');
  const { code, output, tail } = await runQuietly(
    command,
    [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=warn'],
    { log, cwd: root, env: { ...process.env, ...headers } },
  );
  clearInterval(timer);
  if (code === 0) return step.done();
  step.fail();
  if (code === 127) throw new Stop(words.npmMissing);
  throw new Stop(OFFLINE.test(output) ? words.installOffline(log) : words.installFailed(log, tail));
}
