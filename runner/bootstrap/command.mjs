// What does every command do first? Finds its language, reads its flags, makes sure of Node and of the dependencies.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chooseLanguage, readFlags } from './flags.mjs';
import { checkDisk, FIRST_START_GB } from './machine.mjs';
import { checkOwnNode, node24, ROOT, runHere } from './node24.mjs';
import { dependenciesAreInstalled, installDependencies } from './packages.mjs';
import { MISUSED, Stop } from './stop.mjs';
import { WORDS } from './words.mjs';

/**
 * Opens a command from its arguments; nothing is installed yet.
 * @param {string[]} argv @param {Record<string, 'none' | 'value'>} known
 */
export function openCommand(argv, known) {
  const lang = chooseLanguage(argv, process.env);
  const words = WORDS[lang];
  checkOwnNode(words);
  const flags = readFlags(argv, known, words);
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
