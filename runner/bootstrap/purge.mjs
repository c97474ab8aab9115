// `npm run purge`: starts the removal of everything that the runner made on this machine (runner/purge.ts).
import { openCommand, ready, runProgram } from './command.mjs';
import { findEngine } from './engine.mjs';
import { childEnv } from './node24.mjs';
import { runCommand } from './stop.mjs';

await runCommand(async () => {
  const known = { '--lang': 'value', '--keep-images': 'none', '--data': 'value', '--yes': 'none' };
  const command = openCommand(process.argv.slice(2), known);
  const node = await ready(command);
  const engine = await findEngine();
  const env = childEnv();
  if (engine.state === 'up') env.DOCKER_HOST = `unix://${engine.socket}`;
  const args = command.flags.has('--lang') ? command.argv : [...command.argv, '--lang', command.lang];
  return runProgram(node, 'runner/purge.ts', args, command.words, env);
});
