// Is the output of a program without TTY read right, however the network cuts it?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameReader, lineReader } from '../../../../runner/machines/docker-frames.ts';

const frame = (stream: number, text: string): Buffer => {
  const bytes = Buffer.from(text);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
};

/** Cuts at the given places. */
function chunks(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return at.slice(1).map((end, i) => bytes.subarray(at[i], end));
}

test('frames come out whole whatever the cuts, standard error apart', () => {
  const text = fc.string({ maxLength: 40, unit: 'grapheme' });
  const frames = fc.array(fc.tuple(fc.constantFrom(1, 2), text), { maxLength: 8 });
  fc.assert(
    fc.property(frames, fc.array(fc.nat(400), { maxLength: 20 }), (list, cuts) => {
      const said = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
      const read = frameReader((stream, bytes) => said[stream].push(Buffer.from(bytes)));
      for (const chunk of chunks(Buffer.concat(list.map(([stream, t]) => frame(stream, t))), cuts))
        read(chunk);
      const whole = (stream: number) =>
        list
          .filter(([s]) => s === stream)
          .map(([, t]) => t)
          .join('');
      expect(Buffer.concat(said.stdout).toString()).toBe(whole(1));
      expect(Buffer.concat(said.stderr).toString()).toBe(whole(2));
    }),
  );
});

test('lines come out one by one, an accent cut in two included; the last waits for its newline', () => {
  const lines: string[] = [];
  const read = lineReader(1000, (line) => lines.push(line));
  for (const byte of Buffer.from('été\n\nhint: là\nrest')) read(Buffer.from([byte]));
  expect(lines).toEqual(['été', '', 'hint: là']);
});

test('an endless line is kept to its limit, and the next line is whole again', () => {
  const lines: string[] = [];
  const read = lineReader(10, (line) => lines.push(line));
  for (let i = 0; i < 1000; i += 1) read(Buffer.from('xxxxxxx'));
  read(Buffer.from('\nok\n'));
  expect(lines).toEqual(['xxxxxxxxxx', 'ok']);
});
