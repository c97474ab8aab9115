// `npm run dev`: what does an author need? The runner, and beside it the site as it is being written, reloaded at each change.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openCommand, ready, runProgram } from './command.mjs';
import { ensureEngine } from './engine.mjs';
import { isOn, RUNNER_FLAGS } from './flags.mjs';
import { checkPort, firstFreePort, readPort } from './machine.mjs';
import { childEnv, ROOT } from './node24.mjs';
import { ptyIsCompiled } from './packages.mjs';
import { plainEnv } from './plain-env.mjs';
import { runCommand, Stop } from './stop.mjs';

/** Astro's own default; when another course is being written, the next. */
const PAGES_PORT = 4321;

await runCommand(async () => {
  const command = openCommand(process.argv.slice(2), RUNNER_FLAGS);
  const { argv, flags, lang, words } = command;
  // The runner is given a port that was judged here: it never sees what the variable said.
  const port = readPort(flags.get('--port') ?? (process.env.BOITE_PORT || undefined), undefined, words);
  await checkPort(port, '127.0.0.1', words);
  const pagesPort = await firstFreePort(PAGES_PORT, '127.0.0.1', words);
  const node = await ready(command);
  const local = isOn(flags, '--local-shell');
  if (local && process.platform === 'linux' && !ptyIsCompiled()) throw new Stop(words.ptyMissing);
  const env = { ...plainEnv(childEnv()), BOITE_PORT: String(port) };
  if (!local) env.DOCKER_HOST = `unix://${await ensureEngine({ words, lang, yes: isOn(flags, '--yes') })}`;
  const astro = join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const pages = spawn(
    node,
    [astro, 'dev', '--root', 'site', '--host', '127.0.0.1', '--port', String(pagesPort)],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    },
  );
  console.log(words.devPages(`http://127.0.0.1:${pagesPort}/`));
  // Authors work alone: nothing is offered to the network unless they ask.
  const alone = flags.has('--host') ? [] : ['--host', '127.0.0.1'];
  try {
    return await runProgram(
      node,
      'runner/main.ts',
      [...argv, ...(flags.has('--watch') ? [] : ['--watch']), ...alone],
      words,
      env,
    );
  } finally {
    pages.kill();
  }
});
