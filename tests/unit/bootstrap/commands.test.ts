// Does a wrong start end with one sentence and its exit code, never with a stack trace?
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

function command(name: string, flags: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [`runner/bootstrap/${name}.mjs`, ...flags], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    child.stdout.on('data', (bytes) => {
      stdout += bytes;
    });
    let stderr = '';
    child.stderr.on('data', (bytes) => {
      stderr += bytes;
    });
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

test.each([
  ['start', ['--prot', '80'], 2, '--port'],
  ['start', ['--port', '0'], 2, '65535'],
  ['start', ['--port', '99999'], 2, '65535'],
  ['start', ['--port', 'abc'], 2, '65535'],
  ['start', ['--lang', 'de'], 2, 'fr, en'],
  ['start', ['hello'], 2, 'hello'],
  ['purge', ['--keep-image'], 2, '--keep-images'],
  ['doctor', ['--jason'], 2, '--json'],
  ['prove', ['--lab'], 2, '--lab'],
  ['check', ['course/fr/nope.mdx'], 2, 'course/fr/nope.mdx'],
  ['check', ['--course', 'course/fr/nope.mdx'], 2, '--translated'],
])('npm run %s %j exits with %i and says %s', async (name, flags, code, said) => {
  const result = await command(name, flags);
  expect(result).toMatchObject({ code });
  expect(result.stderr).toContain(said);
  expect(result.stderr).not.toMatch(/^\s+at /m);
});

const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};
/** All but `npm start`, whose options are the runner's own. */
const COMMANDS = Object.values(scripts)
  .flatMap((line) => /bootstrap\/([\w-]+)\.mjs$/.exec(line)?.[1] ?? [])
  .filter((name) => name !== 'start');

test.each(COMMANDS)('npm run %s -- --help says what it does and what each option is', async (name) => {
  expect(COMMANDS.length).toBeGreaterThan(10);
  for (const lang of ['fr', 'en']) {
    const { code, stdout, stderr } = await command(name, ['--help', '--lang', lang]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(lang === 'fr' ? 'Codes de sortie' : 'Exit codes');
    for (const line of stdout.split('\n').filter((one) => one.startsWith('  --')))
      expect(line).toMatch(/^ {2}--\S+(?: \S+)? {2,}\S/);
    expect(stdout).not.toContain('undefined');
  }
});

test('a port of the environment that is none stops npm run dev, too', async () => {
  const result = await command('dev', ['--local-shell', '--lang', 'en'], { BOITE_PORT: 'abc' });
  expect(result).toMatchObject({ code: 2 });
  expect(result.stderr).toContain('"abc" is not a port');
});

test('a port that somebody has is said at once, with the next one to try', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const result = await command('start', ['--port', String(port), '--host', '127.0.0.1', '--lang', 'en']);
  taken.close();
  expect(result.code).toBe(1);
  expect(result.stderr).toContain(`Port ${port} is already used`);
  expect(result.stderr).not.toMatch(/^\s+at /m);
});

test('a DOCKER_HOST where nobody listens is named, and no engine is started for it', async () => {
  const stale = 'unix:///run/nobody-listens-here.sock';
  const result = await command('start', ['--lang', 'en', '--port', '48018', '--host', '127.0.0.1'], {
    DOCKER_HOST: stale,
  });
  expect(result.code).toBe(1);
  expect(result.stderr).toContain(stale);
  expect(result.stderr).toContain('unset DOCKER_HOST');
  expect(result.stderr).not.toMatch(/^\s+at /m);
});

test('an engine on another machine is refused: trainees’ machines belong here', async () => {
  const result = await command('start', ['--lang', 'en', '--port', '48017', '--host', '127.0.0.1'], {
    DOCKER_HOST: 'tcp://192.0.2.9:2375',
  });
  expect(result).toMatchObject({ code: 1 });
  expect(result.stderr).toContain('unset DOCKER_HOST');
});
