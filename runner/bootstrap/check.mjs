// `npm run check`: is the repository sound, as far as one can tell in a minute without Docker?
import { openCommand, ready } from './command.mjs';
import { runCommand } from './stop.mjs';
import { runSuite, sumUp, WITHOUT_DOCKER } from './suite.mjs';

await runCommand(async () => {
  const command = openCommand(process.argv.slice(2), { '--lang': 'value' });
  const node = await ready(command);
  return sumUp(await runSuite({ ...command, node, projects: WITHOUT_DOCKER }), command.words);
});
