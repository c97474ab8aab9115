// Do slips on the command line get a sentence, before anything is installed?
import { describe, expect, test } from 'vitest';
import { chooseLanguage, isOn, RUNNER_FLAGS, readFlags } from '../../../runner/bootstrap/flags.mjs';

const words = {
  flagUnknown: (flag: string, near?: string) => `unknown ${flag}, near ${near}`,
  flagTwice: (flag: string) => `twice ${flag}`,
  flagNeedsValue: (flag: string) => `no value ${flag}`,
  notAFlag: (text: string) => `not a flag ${text}`,
};
const read = (...argv: string[]) => readFlags(argv, RUNNER_FLAGS, words);

test('values come after a space or an equals sign', () => {
  expect([...read('--port', '80', '--title=Atelier = mardi', '--yes')]).toEqual([
    ['--port', '80'],
    ['--title', 'Atelier = mardi'],
    ['--yes', ''],
  ]);
});

test('a value may look like a negative number: the runner judges it', () => {
  expect(read('--port', '-1').get('--port')).toBe('-1');
});

test.each([
  [['--prot', '80'], 'unknown --prot, near --port'],
  [['--zzzzzzzz'], 'unknown --zzzzzzzz, near undefined'],
  [['--constructor'], /^unknown --constructor/],
  [['--port', '80', '--port', '81'], 'twice --port'],
  [['--port'], 'no value --port'],
  [['--port', '--yes'], 'no value --port'],
  [['--port='], 'no value --port'],
  [['80'], 'not a flag 80'],
])('%j is refused as wrong use (exit code 2)', (argv, sentence) => {
  expect(() => readFlags(argv, RUNNER_FLAGS, words)).toThrow(expect.objectContaining({ exitCode: 2 }));
  expect(() => readFlags(argv, RUNNER_FLAGS, words)).toThrow(sentence);
});

test('a switch can be turned off', () => {
  expect(isOn(read('--yes'), '--yes')).toBe(true);
  expect(isOn(read('--yes=non'), '--yes')).toBe(false);
  expect(isOn(read(), '--yes')).toBe(false);
});

describe('the language of the messages', () => {
  test.each([
    [['--lang', 'en'], { LANG: 'fr_FR.UTF-8' }, 'en'],
    [['--lang=fr'], { LANG: 'en_US.UTF-8' }, 'fr'],
    [['--lang', 'de'], {}, 'fr'],
    [[], {}, 'fr'],
    [[], { LANG: 'C.UTF-8' }, 'fr'],
    [[], { LANG: 'POSIX' }, 'fr'],
    [[], { LANG: 'en_GB.UTF-8' }, 'en'],
    [[], { LANG: 'fr_FR.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
  ] as const)('%j %j → %s', (argv, env, expected) => {
    expect(chooseLanguage(argv, env)).toBe(expected);
  });
});
