// How does a command end early? With one sentence, its remedy and an exit code: never a stack trace.

/** Exit codes of every command: 0 done, 1 could not, 2 used wrongly. */
export const DONE = 0;
export const FAILED = 1;
export const MISUSED = 2;

/** Thrown to end a command with a sentence for the person at the keyboard; with `DONE`, the sentence is what they asked for. */
export class Stop extends Error {
  /** @param {string} sentence what is wrong and what to do  @param {number} [exitCode] */
  constructor(sentence, exitCode = FAILED) {
    super(sentence);
    this.name = 'Stop';
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command and sets the process's exit code: the number it gives, 0 when it gives none.
 * @param {() => Promise<number | void>} command
 */
export async function runCommand(command) {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    const known = error instanceof Stop;
    if (known && error.exitCode === DONE) {
      console.log(error.message);
      return;
    }
    process.stderr.write(`\n${known ? error.message : `${error?.stack ?? error}`}\n`);
    process.exitCode = known ? error.exitCode : FAILED;
  }
}
