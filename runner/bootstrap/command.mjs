// What does every command do first? Finds its language, reads its flags, makes sure of Node and of the dependencies.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureEngine, findEngine } from './engine.mjs';
import { chooseLanguage, isOn, readFlags } from './flags.mjs';
import { asksForHelp, commandOf, helpOf } from './help.mjs';
import { checkDisk, FIRST_START_GB } from './machine.mjs';
import { checkOwnNode, childEnv, node24, ROOT, runHere } from './node24.mjs';
import { dependenciesAreInstalled, installDependencies } from './packages.mjs';
import { DONE, MISUSED, runCommand, Stop } from './stop.mjs';
import { WORDS } from './words.mjs';

/**
 * Opens a command from its arguments; nothing is installed yet. `--help` ends it with what it does.
 * @param {string[]} argv @param {Record<string, import('./flags.mjs').FlagKind>} known
 * @param {string[]} [names] takes the words that are no flags; without it there may be none
 */
export function openCommand(argv, known, names) {
  const lang = chooseLanguage(argv, process.env);
  const words = WORDS[lang];
  const name = commandOf(process.argv[1]);
  if (asksForHelp(name, argv)) throw new Stop(helpOf(name, Object.keys(known), lang), DONE);
  checkOwnNode(words);
  const flags = readFlags(argv, known, words, names);
  const asked = flags.get('--lang');
  if (asked !== undefined && !Object.hasOwn(WORDS, asked)) throw new Stop(words.langUnknown(asked), MISUSED);
  return { argv, flags, lang, words };
}

/** Installs the dependencies if need be, and gives the path of the Node to go on with. */
export async function ready({ words, lang }) {
  if (!dependenciesAreInstalled()) {
    checkDisk(ROOT, FIRST_START_GB, words);
    await installDependencies({ words, lang });
  }
  return node24(words);
}

/** Runs a TypeScript program of the repository on the pinned Node; says so plainly when it is not there yet. */
export function runProgram(node, program, args, words, env) {
  if (!existsSync(join(ROOT, program))) throw new Stop(words.notThere(program));
  return runHere(node, [program, ...args], env);
}

/**
 * A whole command that is one TypeScript program: everything it needs first, then the program with the same arguments.
 * @param {{ program: string, flags?: Record<string, import('./flags.mjs').FlagKind>, engine: 'needed' | 'wanted' | 'none', args?: string[], names?: boolean }} options
 *   engine: `needed` installs one where that is allowed; `wanted` only says where one is; names: words that are no flags may be given
 */
export const delegate = ({ program, flags = {}, engine, args = [], names = false }) =>
  runCommand(async () => {
    const command = openCommand(
      process.argv.slice(2),
      { '--lang': 'value', ...flags },
      names ? [] : undefined,
    );
    const { words, lang } = command;
    const node = await ready(command);
    const env = childEnv();
    const found = engine === 'wanted' ? await findEngine() : undefined;
    if (found?.state === 'up') env.DOCKER_HOST = `unix://${found.socket}`;
    if (engine === 'needed')
      env.DOCKER_HOST = `unix://${await ensureEngine({ words, lang, yes: isOn(command.flags, '--yes') })}`;
    const language = command.flags.has('--lang') ? [] : ['--lang', lang];
    return runProgram(node, program, [...args, ...command.argv, ...language], words, env);
  });
