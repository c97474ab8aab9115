// How is a noisy program run quietly? Its output goes to a log file; its last lines are kept for the sentence that says it failed.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const TAIL_LINES = 12;
const KEPT_BYTES = 64 * 1024;

/**
 * @param {string} command @param {string[]} args
 * @param {{ log: string, env?: NodeJS.ProcessEnv, cwd?: string, onStatus?: (line: string) => void }} options
 *   log: file that gets the output, started anew; onStatus: each line the program writes to its file descriptor 3
 * @returns {Promise<{ code: number, output: string, tail: string }>} code 127 when the program does not exist
 */
export function runQuietly(command, args, { log, env = process.env, cwd, onStatus }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log);
  let output = '';
  return new Promise((resolve) => {
    const end = (code) => {
      file.end();
      resolve({ code, output, tail: output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n') });
    };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const keep = (bytes) => {
      file.write(bytes);
      output = (output + bytes).slice(-KEPT_BYTES);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let line = '';
    child.stdio[3].on('data', (bytes) => {
      const lines = (line + bytes).split('\n');
      line = lines.pop() ?? '';
      for (const whole of lines) onStatus?.(whole);
    });
    child.stdio[3].on('error', () => {});
    child.once('error', (error) => {
      keep(`${error.message}\n`);
      end(error.code === 'ENOENT' ? 127 : 1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}
