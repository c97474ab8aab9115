// Can a recording be read back, and watched without waiting?
import { expect, test } from 'vitest';
import { Recording } from '../../../../runner/proof/recording.ts';
import { readCast } from '../../../../site/src/player/cast.ts';

test('asciicast 2: a header, then events in order of time, a marker per step, no long silence', () => {
  let now = 100;
  const recording = new Recording('Un titre', { cols: 80, rows: 24 }, () => now, '2026-11-22');
  recording.step('one');
  recording.output(Buffer.from('$ ls\r\n'));
  now += 60;
  recording.output(Buffer.from('a\r\n'));
  recording.step('two');
  now += 0.1;
  recording.output(Buffer.from('b'));
  const [header, ...events] = recording
    .toString()
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(header).toMatchObject({ version: 2, width: 80, height: 24, title: 'Un titre' });
  expect(events.map((event) => (Array.isArray(event) ? event.slice(1) : event))).toEqual([
    ['m', 'one'],
    ['o', '$ ls\r\n'],
    ['o', 'a\r\n'],
    ['m', 'two'],
    ['o', 'b'],
  ]);
  const times = events.map((event) => (Array.isArray(event) ? Number(event[0]) : Number.NaN));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(-1)).toBeLessThan(5);
});

test('a sign that arrives in two pieces is whole', () => {
  const recording = new Recording('t', { cols: 80, rows: 24 }, () => 0, '2026-11-22');
  const bytes = Buffer.from('é');
  recording.output(bytes.subarray(0, 1));
  recording.output(bytes.subarray(1));
  expect(recording.toString()).toContain('"é"');
  expect(recording.toString()).not.toContain('�');
});

test('what the steps took is told in real seconds, with the day; what happened between them is not theirs', () => {
  let now = 0;
  const recording = new Recording('t', { cols: 80, rows: 24 }, () => now, '2026-11-22');
  recording.step('one');
  now += 90;
  recording.done();
  now += 50;
  recording.step('two');
  now += 30.4;
  recording.done();
  const { measured } = readCast(recording.toString());
  expect(measured).toEqual({ seconds: 120, day: '2026-11-22' });
});
