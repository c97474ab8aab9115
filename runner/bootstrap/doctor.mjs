// `npm run doctor`: starts the examination of this machine (runner/doctor/main.ts).
import { openCommand, ready, runProgram } from './command.mjs';
import { findEngine } from './engine.mjs';
import { childEnv } from './node24.mjs';
import { runCommand } from './stop.mjs';

await runCommand(async () => {
  const command = openCommand(process.argv.slice(2), {
    '--lang': 'value',
    '--json': 'none',
    '--data': 'value',
  });
  const node = await ready(command);
  const engine = await findEngine();
  const env = childEnv();
  if (engine.state === 'up') env.DOCKER_HOST = `unix://${engine.socket}`;
  const args = command.flags.has('--lang') ? command.argv : [...command.argv, '--lang', command.lang];
  return runProgram(node, 'runner/doctor/main.ts', args, command.words, env);
});
