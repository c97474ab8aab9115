// How is the checker of a machine started? The command of its one long-lived program, with nothing of the trainee's environment.
import { readFileSync } from 'node:fs';

/** Seconds a check may take before it is killed in its machine. */
export const CHECK_SECONDS = 10;

/** The command to open as a `Pipe` in a machine, as user trainee: bash by its full path, no start-up files, an empty environment. */
export function checkerCommand(seconds: number = CHECK_SECONDS): string[] {
  const agent = readFileSync(new URL('./agent.sh', import.meta.url), 'utf8');
  return [
    '/usr/bin/env',
    '-i',
    '/bin/bash',
    '--noprofile',
    '--norc',
    '-c',
    agent,
    'boite-checker',
    String(seconds),
  ];
}
