// Is a long step alive on every screen, a narrow one and a log file included?
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAptStatus } from '../../../runner/bootstrap/apt.mjs';
import { drawBar, formatTime, openStep } from '../../../runner/bootstrap/screen.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function screen(columns?: number) {
  const written: string[] = [];
  const stream = {
    ...(columns === undefined ? {} : { isTTY: true, columns }),
    write: (text: string) => written.push(text),
  };
  return { stream, written, last: () => written.at(-1) ?? '' };
}

describe('on a terminal', () => {
  test('the bar moves in place and never wraps', () => {
    const { stream, written, last } = screen(20);
    const step = openStep('Dépendances du projet', { stream });
    step.progress(0.5, '323/646 paquets');
    vi.advanceTimersByTime(1000);
    expect(last().startsWith('\r')).toBe(true);
    // Without the return and the « erase line » of four characters.
    expect(Math.max(...written.map((text) => text.slice('\r\u001b[2K'.length).length))).toBeLessThan(20);
    step.done();
    expect(last()).toMatch(/✓ Dépendances du projet \(1,0\u00a0s\)\n$/);
  });
});

describe('in a log', () => {
  test('a line at the start, one now and then, one at the end, without control characters', () => {
    const { stream, written } = screen();
    const step = openStep('Images', { stream, lang: 'en' });
    step.progress(0.25, 'building');
    vi.advanceTimersByTime(31_000);
    step.fail('no network');
    expect(written[0]).toBe('  Images…\n');
    expect(written).toHaveLength(4);
    expect(written[1]).toContain('building');
    expect(written.at(-1)).toBe('✗ Images – no network (31\u00a0s)\n');
    expect(written.join('')).not.toContain('\u001b');
    vi.advanceTimersByTime(60_000);
    expect(written).toHaveLength(4);
  });
});

test.each([
  [400, 'fr', '0,4\u00a0s'],
  [400, 'en', '0.4\u00a0s'],
  [9_960, 'fr', '10\u00a0s'],
  [59_700, 'fr', '1\u00a0min 00\u00a0s'],
  [185_000, 'fr', '3\u00a0min 05\u00a0s'],
])('%i ms is %s: %s', (ms, lang, text) => {
  expect(formatTime(ms, lang)).toBe(text);
});

test('a bar stays a bar whatever it is given', () => {
  expect(new Set([-1, 0, 0.5, 1, 7].map((fraction) => drawBar(fraction).length)).size).toBe(1);
});

test('apt’s progress is read, its other lines are not', () => {
  expect(readAptStatus('dlstatus:3:50.0:Retrieving file 3 of 9')).toEqual({ fraction: 0.25, text: '' });
  expect(readAptStatus('pmstatus:docker.io:40.0:Unpacking docker.io')).toEqual({
    fraction: 0.7,
    text: 'docker.io',
  });
  expect(readAptStatus('pmconffile:/etc/x:10:…')).toBeUndefined();
});
