// `npm test`: what must this machine have so that everything can be tested? It gets it, then everything runs.
import { installDebianPackages } from './apt.mjs';
import { CHROMIUMS, findChromium } from './chromium.mjs';
import { openCommand, ready } from './command.mjs';
import { ensureEngine, findEngine } from './engine.mjs';
import { findProgram, isDebianLike, isRoot } from './machine.mjs';
import { installDependencies, ptyIsCompiled } from './packages.mjs';
import { runCommand } from './stop.mjs';
import { runSuite, sumUp, WITH_DOCKER, WITHOUT_DOCKER } from './suite.mjs';

const COMPILERS = ['python3', 'make', 'g++'];
const hasChromium = () => findChromium() !== undefined;

/** The wire tests use a real shell by node-pty, which compiles at install; the browser tests use Debian's Chromium. */
function missingPackages() {
  return [
    ...(ptyIsCompiled() ? [] : COMPILERS.filter((name) => findProgram(name) === undefined)),
    ...(hasChromium() ? [] : CHROMIUMS.slice(0, 1)),
  ];
}

await runCommand(async () => {
  const command = openCommand(process.argv.slice(2), { '--lang': 'value', '--yes': 'switch' });
  const { words, lang } = command;
  const mayInstall = isRoot() && isDebianLike();
  const missing = missingPackages();
  if (mayInstall && missing.length > 0) await installDebianPackages(missing, { words, lang });
  const node = await ready(command);
  // Installed earlier without a compiler: node-pty was left out then.
  if (mayInstall && !ptyIsCompiled()) await installDependencies({ words, lang, force: true });
  if (mayInstall) process.env.DOCKER_HOST = `unix://${await ensureEngine({ words, lang, yes: true })}`;
  const engine = await findEngine();
  const withEngine = engine.state === 'up';
  if (withEngine) process.env.DOCKER_HOST = `unix://${engine.socket}`;
  const withBrowser = withEngine && hasChromium();
  const projects = [
    ...WITHOUT_DOCKER,
    ...(withEngine ? ['docker', 'labs'] : []),
    ...(withBrowser ? ['browser'] : []),
  ];
  const total = await runSuite({
    node,
    words,
    lang,
    projects,
    prepare: withEngine
      ? [
          // Those of a class: built before the tests, whose time is counted.
          [words.preparingImages, ['runner/prepare.ts', 'images', '--lang', lang]],
          [words.preparingSite, ['runner/prepare.ts', 'site', '--lang', lang]],
        ]
      : [],
  });
  total.skipped += WITH_DOCKER.filter((name) => !projects.includes(name)).length;
  if (!withEngine) console.log(`\n${words.skippedDocker}`);
  else if (!withBrowser) console.log(`\n${words.skippedChromium}`);
  return sumUp(total, words);
});
