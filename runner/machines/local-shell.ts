// How does one get a shell on this very machine, without Docker? With node-pty: for the author mode and the wire tests.
import type { IPty } from 'node-pty';
import type { Shell } from './shell.ts';

export interface LocalShellOptions {
  /** Cells. */
  cols: number;
  rows: number;
  cwd: string;
  /** The shell's whole environment: nothing is inherited. */
  env: Record<string, string>;
  /** Default: `bash`. */
  program?: string;
  args?: readonly string[];
}

/** node-pty is an optional dependency that compiles when installed; this says what to do when it is not there. */
export class NoLocalShell extends Error {
  constructor(cause: unknown) {
    super(
      'A shell on this machine needs the package node-pty, which did not install: it is compiled at installation. ' +
        'Install a compiler (Debian: apt-get install build-essential python3), then run: npm install',
      { cause },
    );
    this.name = 'NoLocalShell';
  }
}

/** Starts a program on a new pseudo-terminal of this machine. @throws NoLocalShell when node-pty is missing. */
export async function createLocalShell(options: LocalShellOptions): Promise<Shell> {
  const { spawn } = await import('node-pty').catch((cause: unknown) => {
    throw new NoLocalShell(cause);
  });
  const pty = spawn(options.program ?? 'bash', [...(options.args ?? [])], {
    name: 'xterm-256color',
    cols: options.cols,
    rows: options.rows,
    cwd: options.cwd,
    env: options.env,
    encoding: null,
  });
  return shellOf(pty);
}

function shellOf(pty: IPty): Shell {
  let over = false;
  let onEnd: () => void = () => undefined;
  pty.onExit(() => {
    over = true;
    onEnd();
  });
  return {
    // With `encoding: null` node-pty gives Buffers; its types know strings only.
    onData: (listener) => void pty.onData((bytes) => listener(bytes as unknown as Buffer)),
    onEnd: (listener) => {
      onEnd = listener;
    },
    write: (bytes) => {
      if (!over) pty.write(Buffer.from(bytes));
    },
    // node-pty does not say; what waits is on the author's own computer.
    unread: 0,
    resize: async (cols, rows) => {
      try {
        if (!over) pty.resize(cols, rows);
      } catch {
        // The program ended and we have not been told yet: a size set too late is dropped (F-24).
      }
    },
    pause: () => pty.pause(),
    resume: () => pty.resume(),
    release: () => {
      if (!over) pty.kill();
    },
  };
}
