// Is a log line one line of JSON, short, printable, and never a flood (T-30, F-20)?
import { expect, test } from 'vitest';
import { openLog, safeText } from '../../../runner/log.ts';

function record() {
  const lines: string[] = [];
  let now = 0;
  const log = openLog({ write: (line: string) => lines.push(line) }, () => now);
  return {
    log,
    lines,
    later: (ms: number) => {
      now += ms;
    },
  };
}

test('an event is one line of JSON with its fields', () => {
  const { log, lines } = record();
  log.info('seat-entered', { seat: 's1', count: 2 });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.any(String),
    seat: 's1',
    count: 2,
    event: 'seat-entered',
  });
});

test('texts are cut and what would move a terminal’s cursor is shown as an escape', () => {
  expect(safeText('a\u001b[2J\r\nb\u202ec\u009b')).toBe('a\\u{1b}[2J\\u{d}\\u{a}b\\u{202e}c\\u{9b}');
  expect(safeText('x'.repeat(2 ** 20))).toHaveLength(200);
});

test('a thousand megabytes make a log of less than one', () => {
  const { log, lines } = record();
  const text = '\u001b'.repeat(2 ** 20);
  for (let i = 0; i < 1000; i++) {
    log.warn('odd', { text });
    log.error('bug', new Error(text), { text });
  }
  expect(lines.join('').length).toBeLessThan(1_000_000);
});

test('what a storm left out is counted in the next minute', () => {
  const { log, lines, later } = record();
  for (let i = 0; i < 500; i++) log.info('storm');
  expect(lines).toHaveLength(120);
  later(60_000);
  log.info('storm');
  expect(JSON.parse(lines[120] ?? '')).toMatchObject({
    event: 'log-lines-left-out',
    of: 'storm',
    lines: 380,
  });
  expect(lines).toHaveLength(122);
});

test('an error keeps its name, message, cause and a few frames', () => {
  const { log, lines } = record();
  log.error('bug', new TypeError('no', { cause: new Error('because') }));
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    error: 'TypeError: no',
    cause: 'Error: because',
    at: expect.any(Array),
  });
});
