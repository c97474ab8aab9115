// Does a replay bring a new screen to the state of the old one, even when its beginning is lost?
import xterm from '@xterm/headless';
import { describe, expect, test } from 'vitest';
import { SCROLLBACK_BYTES } from '../../../../runner/protocol/limits.ts';
import { History } from '../../../../runner/terminal/history.ts';

const LINE = 80;

function history(...chunks: (string | Buffer)[]): History {
  const past = new History(() => undefined);
  for (const chunk of chunks) past.append(Buffer.from(chunk));
  return past;
}

/** More lines than the history keeps. */
function flood(past: History): void {
  for (let line = 0; line < (2 * SCROLLBACK_BYTES) / LINE; line += 100) {
    const lines = Array.from({ length: 100 }, (_, index) => `${line + index} é`.padEnd(LINE - 3, '.'));
    past.append(Buffer.from(`${lines.join('\r\n')}\r\n`));
  }
}

async function draw(bytes: Buffer) {
  const screen = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  await new Promise<void>((resolve) => screen.write(bytes, resolve));
  return screen;
}

test('nothing is added while everything is still kept', () => {
  expect(history('\x1b[?1049h', 'half a line').replay(SCROLLBACK_BYTES).toString()).toBe(
    '\x1b[?1049hhalf a line',
  );
});

describe('after the beginning is lost', () => {
  test('a replay starts at the beginning of a line', () => {
    const past = history('');
    flood(past);
    const first = past.replay(SCROLLBACK_BYTES).toString().split('\r\n')[0];
    expect(first).toMatch(/^\d+ é\.+$/);
    expect(first).toHaveLength(LINE - 3);
  });

  test('a short replay is short', () => {
    const past = history('');
    flood(past);
    const { length } = past.replay(16 * 1024);
    expect(length).toBeGreaterThan(12 * 1024);
    expect(length).toBeLessThanOrEqual(16 * 1024);
  });

  test('the screen is in the modes that were set before', async () => {
    const past = history('\x1b[?2004h\x1b[?1h\x1b[?1049h\x1b[?1002;1006h\x1b[?25l');
    flood(past);
    const screen = await draw(past.replay(SCROLLBACK_BYTES));
    expect(screen.buffer.active.type).toBe('alternate');
    expect(screen.modes).toMatchObject({
      bracketedPasteMode: true,
      applicationCursorKeysMode: true,
      mouseTrackingMode: 'drag',
    });
  });

  test('modes that were left again are not brought back', async () => {
    const past = history('\x1b[?1049h\x1b[?2004h');
    flood(past);
    past.append(Buffer.from('\x1b[?1049l\x1b[?2004l'));
    flood(past);
    const screen = await draw(past.replay(SCROLLBACK_BYTES));
    expect(screen.buffer.active.type).toBe('normal');
    expect(screen.modes.bracketedPasteMode).toBe(false);
  });

  test('a mode set by a sequence that two chunks share is known', () => {
    const past = history('\x1b[?10', '49h');
    expect(past.alternateScreen).toBe(true);
  });

  test('a full reset forgets every mode', () => {
    expect(history('\x1b[?1049h\x1bc').alternateScreen).toBe(false);
  });

  test('without a single line end the replay starts at a sequence', () => {
    const past = history('');
    const frame = `\x1b[5;5H${'x'.repeat(50)}`;
    for (let size = 0; size < 2 * SCROLLBACK_BYTES; size += frame.length * 100)
      past.append(Buffer.from(frame.repeat(100)));
    expect(past.replay(SCROLLBACK_BYTES).subarray(0, 6).toString()).toBe('\x1b[5;5H');
  });
});

test('a cleared history starts anew', () => {
  const past = history('\x1b[?1049hold');
  past.clear();
  past.append(Buffer.from('new'));
  expect(past.replay(SCROLLBACK_BYTES).toString()).toBe('new');
  expect(past.alternateScreen).toBe(false);
});
