// `npm start`: what must be there before the runner can run? Dependencies, an engine, a free port; then the runner takes over.
import { openCommand, ready, runProgram } from './command.mjs';
import { ensureEngine, refuseRemoteEngine } from './engine.mjs';
import { isOn, RUNNER_FLAGS } from './flags.mjs';
import { checkPort, readPort } from './machine.mjs';
import { childEnv } from './node24.mjs';
import { dependenciesAreInstalled } from './packages.mjs';
import { runCommand } from './stop.mjs';

await runCommand(async () => {
  const command = openCommand(process.argv.slice(2), RUNNER_FLAGS);
  const { argv, flags, lang, words } = command;
  const help = isOn(flags, '--help');
  if (help && !dependenciesAreInstalled()) {
    console.log(words.help(Object.keys(RUNNER_FLAGS).join(' ')));
    return 0;
  }
  if (!help)
    await checkPort(readPort(flags.get('--port'), process.env.BOITE_PORT, words), flags.get('--host'), words);
  if (!help) refuseRemoteEngine(words);
  const node = await ready(command);
  const env = childEnv();
  const own = flags.get('--docker-socket') ?? process.env.BOITE_DOCKER_SOCKET;
  if (own === undefined && !help && !isOn(flags, '--local-shell'))
    env.DOCKER_HOST = `unix://${await ensureEngine({ words, lang, yes: isOn(flags, '--yes') })}`;
  return runProgram(node, 'runner/main.ts', argv, words, env);
});
