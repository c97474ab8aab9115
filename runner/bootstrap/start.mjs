// `npm start`: what must be there before the runner can run? Dependencies, an engine, a free port; then the runner takes over.
import { openCommand, ready, runProgram } from './command.mjs';
import { ensureEngine } from './engine.mjs';
import { RUNNER_FLAGS } from './flags.mjs';
import { checkPort, readPort } from './machine.mjs';
import { childEnv } from './node24.mjs';
import { runCommand } from './stop.mjs';

await runCommand(async () => {
  const command = openCommand(process.argv.slice(2), RUNNER_FLAGS);
  const { argv, flags, lang, words } = command;
  if (flags.has('--help')) {
    console.log(words.help);
    return 0;
  }
  await checkPort(readPort(flags.get('--port'), words), flags.get('--host'), words);
  const node = await ready(command);
  const socket = await ensureEngine({ words, lang, yes: flags.has('--yes') });
  const args = flags.has('--lang') ? argv : [...argv, '--lang', lang];
  return runProgram(node, 'runner/main.ts', args, words, { ...childEnv(), DOCKER_HOST: `unix://${socket}` });
});
