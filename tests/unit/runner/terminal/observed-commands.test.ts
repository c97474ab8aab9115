// Are the shell's marks read whole, wherever the chunks are cut and whatever surrounds them?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EscapeScanner } from '../../../../runner/terminal/escape-scanner.ts';
import { ObservedCommands } from '../../../../runner/terminal/observed-commands.ts';

const mark = (payload: string, end = '\x07') => `\x1b]133;${payload}${end}`;
const ran = (line: string, code: number) =>
  `${mark('A')}$ ${mark('B')}${mark(`C;cmdline_url=${encodeURIComponent(line)}`)}out${mark(`D;${code}`)}`;

function observe(chunks: readonly Buffer[]): ObservedCommands {
  const commands = new ObservedCommands();
  const scanner = new EscapeScanner({
    modes: () => undefined,
    keypad: () => undefined,
    reset: () => undefined,
    mark: (payload) => commands.mark(payload),
  });
  for (const chunk of chunks) scanner.push(chunk);
  return commands;
}

const observeText = (text: string) => observe([Buffer.from(text)]);

test('the same commands come out wherever the stream is cut', () => {
  const stream = Buffer.from(
    `\x1b[31mhello\x1b]0;title\x07${ran('ls -la "été"', 0)}\x1b]8;;https://exemple.fr\x1b\\x${ran('cat <<EOF\na\nEOF', 1)}`,
  );
  const expected = [
    { line: 'ls -la "été"', exitCode: 0 },
    { line: 'cat <<EOF\na\nEOF', exitCode: 1 },
  ];
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: stream.length }), { maxLength: 40 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
      const chunks = places.slice(1).map((to, index) => stream.subarray(places[index] ?? 0, to));
      expect(observe(chunks).list).toEqual(expected);
    }),
  );
});

test('random bytes neither throw nor swallow the command that follows', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      // A line feed ends whatever mark the noise may have begun.
      const { list } = observe([Buffer.from(noise), Buffer.from(`\n${ran('pwd', 0)}`)]);
      expect(list.at(-1)).toEqual({ line: 'pwd', exitCode: 0 });
    }),
  );
});

describe('a command', () => {
  test('has no exit code while it runs', () => {
    const { list, atPrompt } = observeText(`${mark('B')}${mark('C;cmdline_url=sleep%2010')}`);
    expect(list).toEqual([{ line: 'sleep 10', exitCode: undefined }]);
    expect(atPrompt).toBe(false);
  });

  test('is read with either terminator', () => {
    expect(observeText(mark('C;cmdline_url=pwd', '\x1b\\')).list).toEqual([
      { line: 'pwd', exitCode: undefined },
    ]);
  });

  test('with broken percent signs or bytes that are not UTF-8 is still read', () => {
    expect(observeText(mark('C;cmdline_url=100%25%zz%ff')).list[0]?.line).toBe('100%%zz\ufffd');
  });

  test('of a megabyte is cut, and costs no more memory than that', () => {
    const { list } = observeText(mark(`C;cmdline_url=${'a'.repeat(1_000_000)}`) + mark('D;0'));
    expect(list).toEqual([{ line: 'a'.repeat(4096), exitCode: 0 }]);
  });
});

test('an empty Enter at the prompt is no command', () => {
  const commands = observeText(
    ran('true', 0) + mark('A') + mark('B') + mark('D;130') + mark('A') + mark('B'),
  );
  expect(commands.list).toEqual([{ line: 'true', exitCode: 0 }]);
  expect(commands.atPrompt).toBe(true);
});

test('the last 200 are kept', () => {
  const many = Array.from({ length: 250 }, (_, index) => ran(`echo ${index}`, 0)).join('');
  const { list } = observeText(many);
  expect([list.length, list[0]?.line, list.at(-1)?.line]).toEqual([200, 'echo 50', 'echo 249']);
});
