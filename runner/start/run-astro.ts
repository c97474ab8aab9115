// How is Astro run? On this very Node, with its output in a log.
import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { plainEnv } from '../bootstrap/plain-env.mjs';

/** Runs `astro <args>` on `<root>/site`; gives its exit code. `log`: file that takes everything it prints. */
export async function runAstro(root: string, args: readonly string[], log: string): Promise<number> {
  await mkdir(dirname(log), { recursive: true });
  const output = await open(log, 'w');
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  try {
    return await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, [astro, ...args, '--root', 'site'], {
        cwd: root,
        stdio: ['ignore', output.fd, output.fd],
        env: plainEnv(),
      });
      child.once('error', () => resolve(1));
      child.once('close', (code, signal) => {
        if (signal !== null) writeSync(output.fd, `\nended by ${signal}\n`);
        resolve(code ?? 1);
      });
    });
  } finally {
    await output.close();
  }
}
