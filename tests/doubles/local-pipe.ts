// How does a test talk to a program of this machine as the runner talks to one in a container? A `Pipe` over a child process.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Pipe } from '../../runner/machines/shell.ts';

export interface LocalPipe extends Pipe {
  readonly child: ChildProcessWithoutNullStreams;
}

/** Starts a program with exactly this environment. */
export function openLocalPipe(command: readonly string[], env: Record<string, string>): LocalPipe {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env, stdio: 'pipe' });
  // What is written to a program that is gone is dropped, as the contract says.
  child.stdin.on('error', () => undefined);
  return {
    child,
    onLine: (listener) => void createInterface({ input: child.stdout }).on('line', listener),
    onEnd: (listener) => void child.once('exit', listener),
    writeLine: (line) => void child.stdin.write(`${line}\n`),
    pause: () => void child.stdout.pause(),
    resume: () => void child.stdout.resume(),
    release: () => void child.kill('SIGKILL'),
  };
}
