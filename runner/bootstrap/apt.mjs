// How are Debian packages installed without a frozen screen? apt tells its progress on a pipe; the noise goes to a log.
import { join } from 'node:path';
import { ROOT } from './node24.mjs';
import { runQuietly } from './quiet-run.mjs';
import { openStep } from './screen.mjs';
import { Stop } from './stop.mjs';

// Another apt (automatic updates at boot) may hold the lock: wait two minutes for it.
const OPTIONS = ['-y', '-o', 'DPkg::Lock::Timeout=120', '-o', 'APT::Status-Fd=3'];

/** @param {string} line of apt's status pipe, e.g. `dlstatus:1:42.5:Retrieving file 1 of 3` @returns {{ fraction: number, text: string } | undefined} */
export function readAptStatus(line) {
  const match = /^(dlstatus|pmstatus):([^:]*):([\d.]+):/.exec(line);
  if (!match) return undefined;
  const [, kind, name, percent] = match;
  // Download counts for the first half, unpacking for the second.
  const half = Number(percent) / 200;
  return kind === 'dlstatus' ? { fraction: half, text: '' } : { fraction: 0.5 + half, text: name };
}

/**
 * Installs packages as root; throws `Stop` when apt fails.
 * @param {string[]} packages @param {{ words: any, lang: string, root?: string }} options
 */
export async function installDebianPackages(packages, { words, lang, root = ROOT }) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const log = join(root, '.data', 'logs', 'apt.log');
  const run = async (title, args) => {
    const step = openStep(title, { lang });
    const onStatus = (line) => {
      const status = readAptStatus(line);
      if (status) step.progress(status.fraction, status.text);
    };
    const result = await runQuietly('apt-get', [...OPTIONS, ...args], { log, env, onStatus });
    if (result.code === 0) step.done();
    else step.fail();
    return result;
  };
  await run(words.aptUpdating, ['update']);
  const list = packages.join(' ');
  const { code, tail } = await run(words.aptInstalling(list), [
    'install',
    '--no-install-recommends',
    ...packages,
  ]);
  if (code !== 0) throw new Stop(words.aptFailed(list, log, tail));
}
