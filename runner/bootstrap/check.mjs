// `npm run check`: is the repository sound, as far as one can tell in a minute without Docker? `--translated [file…]` notes translations as up to date instead.
import { openCommand, ready, runProgram } from './command.mjs';
import { isOn } from './flags.mjs';
import { MISUSED, runCommand, Stop } from './stop.mjs';
import { runSuite, sumUp, WITHOUT_DOCKER } from './suite.mjs';

await runCommand(async () => {
  const files = [];
  const command = openCommand(
    process.argv.slice(2),
    { '--lang': 'value', '--translated': 'switch', '--course': 'switch' },
    files,
  );
  const { flags, lang, words } = command;
  if (files.length > 0 && !isOn(flags, '--translated')) throw new Stop(words.filesAlone(files[0]), MISUSED);
  const node = await ready(command);
  // The part for authors alone: a second, and nothing but the course and the labs.
  if (isOn(flags, '--translated') || isOn(flags, '--course')) {
    const does = isOn(flags, '--translated') ? ['--translated'] : [];
    return runProgram(node, 'runner/author/check.ts', [...files, ...does, '--lang', lang], words);
  }
  return sumUp(await runSuite({ ...command, node, projects: WITHOUT_DOCKER }), words);
});
