// Does the checker tell the truth, whatever the check or the trainee does? With the real agent, in a bash of this machine.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Checker } from '../../../../runner/checks/checker.ts';
import { checkerCommand } from '../../../../runner/checks/checker-command.ts';
import { type LocalPipe, openLocalPipe } from '../../../doubles/local-pipe.ts';

const SECONDS = 1;
let folder: string;
let pipes: LocalPipe[];
let checker: Checker | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boite-checker-'));
  pipes = [];
});
afterEach(async () => {
  checker?.close();
  for (const pipe of pipes) pipe.release();
  await rm(folder, { recursive: true });
});

function start(scripts: Record<string, string>, env: Record<string, string> = {}): Checker {
  checker = new Checker({
    scripts,
    openPipe: async () => {
      const pipe = openLocalPipe(checkerCommand(SECONDS), env);
      pipes.push(pipe);
      return pipe;
    },
  });
  return checker;
}

const none = { commands: [] };

describe('verdicts', () => {
  test('exit code 0 passes; a hint is its key; a failure without a hint is the fault of the check', async () => {
    const it = start({
      good: 'exit 0',
      bad: 'echo "looking"; hint no-file',
      mute: 'echo something; exit 3',
      wrong: 'if [ then',
      shouting: 'echo "hint: NOT A KEY"; exit 1',
    });
    expect(await it.check('good', none)).toEqual({ passed: true });
    expect(await it.check('bad', none)).toEqual({ passed: false, hint: 'no-file' });
    expect(await it.check('mute', none)).toEqual({ broken: expect.stringContaining('exit code 3') });
    expect(await it.check('wrong', none)).toEqual({ broken: expect.stringContaining('syntax error') });
    expect(await it.check('shouting', none)).toEqual({ broken: expect.stringContaining('NOT A KEY') });
    expect(await it.check('unknown', none)).toEqual({ broken: expect.stringContaining('unknown') });
  });

  test('several steps are answered in one exchange, each on its own', async () => {
    const it = start({ one: 'x=1; cd /; exit 0', two: '[[ -z $x && $PWD != / ]] || hint leaked; exit 0' });
    const verdicts = await it.checkAll(['one', 'two', 'three'], none);
    expect(verdicts.get('one')).toEqual({ passed: true });
    expect(verdicts.get('two')).toEqual({ passed: true });
    expect(verdicts.get('three')).toHaveProperty('broken');
  });

  test('commands arrive on standard input, oldest first, with their exit code or a dash', async () => {
    const it = start({
      stdin: `mapfile -t lines
        [[ \${#lines[@]} == 2 && \${lines[0]} == $'1\\tfalse' && \${lines[1]} == $'-\\tnano "été \\\\ 100%.txt"' ]] || hint other`,
    });
    const commands = [
      { line: 'false', exitCode: 1 },
      { line: 'nano "été \\ 100%.txt"', exitCode: undefined },
    ];
    expect(await it.check('stdin', { commands })).toEqual({ passed: true });
  });

  test('a short answer arrives as it was given, whatever signs it has', async () => {
    const it = start({ answer: `[[ $ANSWER == $'$(touch x) \\\\n \\'é\\' %s;"' ]] || hint other` });
    expect(await it.check('answer', { commands: [], answer: `$(touch x) \\n 'é' %s;"` })).toEqual({
      passed: true,
    });
    expect(await it.check('answer', none)).toEqual({ passed: false, hint: 'other' });
    const word = start({ word: '[[ $ANSWER == trainee ]] || hint other' });
    expect(await word.check('word', { commands: [], answer: '«\u00a0trainee\u202f»' })).toEqual({
      passed: true,
    });
  });

  test('scripts can be replaced while it runs', async () => {
    const it = start({ step: 'hint old' });
    expect(await it.check('step', none)).toEqual({ passed: false, hint: 'old' });
    it.replaceScripts({ step: 'exit 0' });
    expect(await it.check('step', none)).toEqual({ passed: true });
  });
});

describe('what a check can say of observed commands', () => {
  const commands = [
    { line: '/bin/ls -l "my folder" | sort', exitCode: 0 },
    { line: 'cat missing', exitCode: 1 },
    { line: 'sleep 600', exitCode: undefined },
  ];
  const ask = (script: string) => start({ step: `${script} || hint no` }).check('step', { commands });

  test.each([
    ['ran "ls( .*)?"'],
    ['ran "sort"'],
    ['ended 1 "cat .*"'],
    ['runs "sleep 600"'],
    ['tried "cat .*"'],
    ['tried_anything'],
  ])('%s is true', async (script) => expect(await ask(script)).toEqual({ passed: true }));

  test.each([
    // It failed.
    ['ran "cat .*"'],
    // Not from end to end.
    ['ran "ls"'],
    // `.*` and `[^x]*` never reach into the next command.
    ['tried "cat.*600"'],
    ['tried "cat[^x]*600"'],
    // The two last commands are those after `ls`.
    ['{ recent 2; tried "ls.*"; }'],
  ])('%s is false', async (script) => expect(await ask(script)).toEqual({ passed: false, hint: 'no' }));
});

describe('a hostile or broken check', () => {
  test('F-33: one that hangs is killed with everything it started, and the next one is answered', async () => {
    const it = start({
      hang: `sleep 300 & echo $! > ${folder}/child; sleep 300`,
      // Gone, or a zombie that nobody has reaped yet.
      alive: `[[ $(< /proc/$(< ${folder}/child)/stat) == *') '[!Z]* ]] && hint child-lives; exit 0`,
    });
    expect(await it.check('hang', none)).toEqual({ broken: expect.stringContaining('in time') });
    expect(await it.check('alive', none)).toEqual({ passed: true });
  });

  test('F-33: one that writes without end is cut, and its rest never becomes the next answer', async () => {
    // In large pieces, so that the limit of size is met well before the limit of time, however slow the computer.
    const loud = 'printf -v piece "%08192d" 0; while :; do echo "$piece"; done';
    const it = start({ loud, good: 'exit 0' });
    expect(await it.check('loud', none)).toEqual({ broken: expect.stringContaining('64 KiB') });
    expect(await it.check('good', none)).toEqual({ passed: true });
  });

  test('output cannot forge another answer', async () => {
    const it = start({ forge: 'printf "1 forge 0 \\n2 forge 0 \\n2 end\\n"; hint forged' });
    expect(await it.check('forge', none)).toEqual({ passed: false, hint: 'forged' });
    expect(await it.check('forge', none)).toEqual({ passed: false, hint: 'forged' });
  });
});

describe('a hostile trainee', () => {
  test('their environment does not reach a check', async () => {
    await writeFile(join(folder, 'evil.sh'), 'hint() { echo evil; exit 0; }\nalias exit=:\n');
    const it = start(
      {
        step: '[[ $PATH == /usr/local/sbin:* && -z $EVIL ]] || hint env; type -t ls | grep -qx file || hint ls; exit 0',
      },
      {
        PATH: folder,
        BASH_ENV: join(folder, 'evil.sh'),
        ENV: join(folder, 'evil.sh'),
        EVIL: '1',
        'BASH_FUNC_ls%%': '() { :; }',
      },
    );
    expect(await it.check('step', none)).toEqual({ passed: true });
  });

  test('command lines are never run', async () => {
    const it = start({ step: 'ran "echo .*"; tried ".*"; [[ -e pwned ]] && hint ran; exit 0' });
    const commands = ['$(touch pwned)', '`touch pwned`', "'; touch pwned; '", 'a[$(touch pwned)]=1'].map(
      (line) => ({
        line,
        exitCode: 0,
      }),
    );
    expect(await it.check('step', { commands })).toEqual({ passed: true });
  });

  test('a checker that they kill comes back', async () => {
    const it = start({ good: 'exit 0' });
    expect(await it.check('good', none)).toEqual({ passed: true });
    const ended = new Promise((resolve) => pipes[0]?.child.once('exit', resolve));
    pipes[0]?.child.kill('SIGKILL');
    await ended;
    expect(await it.check('good', none)).toEqual({ passed: true });
    expect(pipes).toHaveLength(2);
  });
});

describe('a machine that cannot run a checker', () => {
  test('is told as broken, and is not asked again at full speed', async () => {
    let opened = 0;
    let now = 0;
    checker = new Checker({
      scripts: { good: 'exit 0' },
      now: () => now,
      openPipe: () => {
        opened += 1;
        return Promise.reject(new Error('no such machine'));
      },
    });
    for (let i = 0; i < 20; i += 1) {
      expect(await checker.check('good', none)).toHaveProperty('broken');
      now += 50;
    }
    // At 0 ms, at once again, then after 500 ms.
    expect(opened).toBe(3);
  });

  test('a closed checker answers, and opens nothing', async () => {
    const it = start({ good: 'exit 0' });
    it.close();
    expect(await it.check('good', none)).toEqual({ broken: 'the checker was closed' });
    expect(pipes).toHaveLength(0);
  });
});
