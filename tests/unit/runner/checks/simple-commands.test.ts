// Are deeds recognised however they were typed?
import { describe, expect, test } from 'vitest';
import { encodeText, readReply } from '../../../../runner/checks/agent-wire.ts';
import { rawLines, simpleCommands, simpleLines } from '../../../../runner/checks/simple-commands.ts';

describe('the simple commands of a line', () => {
  test.each<[string, string[]]>([
    ['pwd', ['pwd']],
    ['  /bin/pwd   -P  ', ['pwd -P']],
    ['cd / && ls -l; whoami', ['cd /', 'ls -l', 'whoami']],
    ['cat a | sort || echo no', ['cat a', 'sort', 'echo no']],
    ['cat "note.txt"', ['cat note.txt']],
    ["echo 'a; rm b' c", ['echo a;_rm_b c']],
    ['cat my\\ note.txt', ['cat my_note.txt']],
    ['sudo LANG=C command ls', ['ls']],
    ['X=1', []],
    ['echo $(pwd)', ['echo $', 'pwd']],
    ['echo "$PWD"', ['echo $PWD']],
    ["echo '$PWD'", ['echo \\$PWD']],
    ['echo x > note.txt', ['echo x >note.txt']],
    ['echo x>>note.txt 2>&1', ['echo x >>note.txt 2>&1']],
    ['cat < note.txt', ['cat <note.txt']],
    ['ls # and nothing more; pwd', ['ls']],
    ['echo a#b', ['echo a#b']],
    ['yes &', ['yes']],
    ['for i in 1 2; do echo $i; done', ['for i in 1 2', 'echo $i', 'done']],
    ['echo "unclosed', ['echo unclosed']],
    ["'", ['']],
    ['', []],
  ])('%s', (line, expected) => expect(simpleCommands(line)).toEqual(expected));

  test('a line of 100 000 signs costs no more than its first 500', () => {
    expect(simpleLines([{ line: '('.repeat(100_000), exitCode: 0 }])).toBe('');
  });
});

describe('what a check is told', () => {
  test('one line per command, whatever a line holds', () => {
    expect(
      rawLines([
        { line: 'a\tb\nc', exitCode: 0 },
        { line: 'd', exitCode: undefined },
      ]),
    ).toBe('0\ta b c\n-\td');
  });

  test('the last 200 commands', () => {
    const many = Array.from({ length: 250 }, (_, i) => ({ line: `echo ${i}`, exitCode: 0 }));
    expect(simpleLines(many).split('\n')).toHaveLength(201);
    expect(simpleLines(many)).toMatch(/^0\techo 50\n/);
  });
});

describe('the wire to the agent', () => {
  test('text is one line of plain signs', () => {
    expect(encodeText('a\\b\né\0 7')).toBe('a\\0134b\\0012\\0303\\0251? 7');
  });

  test.each([
    [''],
    ['hello'],
    ['1'],
    ['x end'],
    ['1 Step 0 '],
    ['1 step 0'],
    ['1 step 9999 x'],
    ['99999999999 end'],
  ])('a hostile line is no reply: %s', (line) => expect(readReply(line)).toBeUndefined());

  test('replies are read', () => {
    expect(readReply('7 end')).toEqual({ type: 'end', request: 7 });
    expect(readReply('7 go-in 1 hint: elsewhere')).toEqual({
      type: 'verdict',
      request: 7,
      step: 'go-in',
      exit: '1',
      lastLine: 'hint: elsewhere',
    });
  });
});
