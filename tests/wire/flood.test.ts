// Is a flood bounded in memory, and does Ctrl-C reach it, whatever the page can take? (T-10, F-21) Amounts, never times.
import { expect, test, vi } from 'vitest';
import { SCROLLBACK_BYTES, WINDOW_HIGH_BYTES } from '../../runner/protocol/limits.ts';
import type { Terminal } from '../../runner/terminal/terminal.ts';
import { FakeShell } from '../doubles/fake-shell.ts';
import type { Page } from './page.ts';
import { bash, WireServer } from './wire-server.ts';

const FINE = { timeout: 5000, interval: 2 };
const MIB = 1024 * 1024;
/** One piece of output may come after the window was found full. */
const PIECE = 64 * 1024;
/** What ^C shows of the past, and the prompt. */
const SHORT_TAIL = 20 * 1024;
const KEPT_AT_MOST = SCROLLBACK_BYTES + WINDOW_HIGH_BYTES + 2 * PIECE;

const rss = () => `${Math.round(process.memoryUsage().rss / MIB)} MiB`;
const chunk = Buffer.from(`${'y'.repeat(1022)}\r\n`.repeat(32));

/** Watches what the terminal keeps; gives the highest figure. */
function highestOf(terminal: Terminal): { readonly bytes: number; stop(): void } {
  const seen = { bytes: 0, stop: () => clearInterval(timer) };
  const timer = setInterval(() => {
    seen.bytes = Math.max(seen.bytes, terminal.retainedBytes);
  }, 2);
  return seen;
}

async function start(page: Page, command: string): Promise<void> {
  await page.shows('$ ');
  page.type(`${command}\r`);
  await vi.waitFor(() => expect(page.received).toBeGreaterThan(64 * 1024), { timeout: 10_000 });
}

test('a stalled page stops `yes` for itself; nothing grows; other terminals answer', async () => {
  await using wire = await WireServer.start();
  const terminal = wire.add(await bash());
  wire.add(await bash(), '2');
  const other = await wire.page({ terminal: '2' });
  const page = await wire.page({ draws: 'never', forget: false });
  const seen = highestOf(terminal);
  const before = rss();
  await start(page, 'yes "$(printf %01000d 0)"');
  await vi.waitFor(() => expect(page.received).toBeGreaterThanOrEqual(WINDOW_HIGH_BYTES));
  for (let key = 0; key < 20; key += 1) {
    other.type(`echo answer ${key}$((0))\r`);
    await other.shows(`answer ${key}0\r\n`);
  }
  seen.stop();
  console.log(`stalled page: RSS ${before} -> ${rss()}, the terminal kept at most ${seen.bytes} bytes`);
  expect(page.received).toBeLessThanOrEqual(WINDOW_HIGH_BYTES + 2 * PIECE);
  expect(seen.bytes).toBeLessThanOrEqual(KEPT_AT_MOST);
});

test('a page that draws 1 MB/s holds `yes` to its pace, and memory stays flat', async () => {
  await using wire = await WireServer.start();
  const terminal = wire.add(await bash());
  const page = await wire.page({ draws: MIB, forget: true });
  const seen = highestOf(terminal);
  const before = rss();
  page.type('yes "$(printf %01000d 0)"\r');
  await vi.waitFor(() => expect(page.received).toBeGreaterThan(3 * MIB), { timeout: 20_000 });
  seen.stop();
  console.log(`slow page: RSS ${before} -> ${rss()}, the terminal kept at most ${seen.bytes} bytes`);
  expect(page.undrawn).toBeLessThanOrEqual(WINDOW_HIGH_BYTES + 2 * PIECE);
  expect(seen.bytes).toBeLessThanOrEqual(KEPT_AT_MOST);
  expect(page.frames.map(({ type }) => type)).toEqual(['ready']);
});

test('a page that no longer reads its socket makes the runner keep no more than the window', async () => {
  await using wire = await WireServer.start();
  const terminal = wire.add(await bash());
  const page = await wire.page({ draws: 'never', forget: true });
  await page.shows('');
  page.type('yes "$(printf %01000d 0)"\r');
  page.socket.pause();
  const seen = highestOf(terminal);
  // The program is stopped once the window is full: its output stands still.
  await vi.waitFor(() => expect(terminal.paused).toBe(true), FINE);
  seen.stop();
  expect(seen.bytes).toBeLessThanOrEqual(KEPT_AT_MOST);
});

test('^C at a page that draws slowly: little more than what was under way, then the prompt', async () => {
  await using wire = await WireServer.start();
  wire.add(await bash());
  // Draws nothing until its window is full, so that there is a backlog however slow the computer; 1 MB/s from then on.
  const page = await wire.page({ draws: 'never' });
  await start(page, 'yes "$(printf %01000d 0)"');
  await vi.waitFor(() => expect(page.received).toBeGreaterThanOrEqual(WINDOW_HIGH_BYTES), {
    timeout: 10_000,
  });
  const before = page.received;
  const undrawn = page.undrawn;
  const drawing = setInterval(() => page.draw(MIB / 50), 20);
  page.type('\x03');
  await page.hears('skipped');
  await page.shows(/\^C\r\n.*\$ $/s);
  // What the page must still draw before it shows the prompt: its window and a short tail, at any speed of the program.
  expect(undrawn + page.received - before).toBeLessThanOrEqual(WINDOW_HIGH_BYTES + 2 * PIECE + SHORT_TAIL);
  page.type('echo back$((1))\r');
  await page.shows('back1\r\n');
  clearInterval(drawing);
});

test('^C at a stalled page is heard by the program', async () => {
  await using wire = await WireServer.start();
  const terminal = wire.add(await bash());
  const page = await wire.page({ draws: 'never' });
  await start(page, 'yes "$(printf %01000d 0)"');
  await vi.waitFor(() => expect(page.received).toBeGreaterThanOrEqual(WINDOW_HIGH_BYTES));
  page.type('\x03');
  await vi.waitFor(() => expect(terminal.screenTail()).toMatch(/\^C\n.*\$ $/s), { timeout: 10_000 });
});

test('^C at a page that follows: nothing is skipped', async () => {
  await using wire = await WireServer.start();
  const shell = new FakeShell();
  wire.add(shell);
  const page = await wire.page();
  shell.print(chunk);
  await vi.waitFor(() => expect(page.received).toBe(chunk.length));
  page.type('\x03');
  shell.print('^C\r\n$ ');
  await page.shows('^C\r\n$ ');
  expect(page.frames.map(({ type }) => type)).toEqual(['ready']);
});

test('^C frees who lags, and who follows misses nothing', async () => {
  await using wire = await WireServer.start();
  const shell = new FakeShell();
  wire.add(shell);
  const late = await wire.page({ draws: 'never' });
  const fast = await wire.page();
  const sent = 40;
  for (let count = 1; count <= sent; count += 1) {
    shell.print(chunk);
    await vi.waitFor(() => expect(fast.received).toBe(count * chunk.length), FINE);
  }
  late.type('\x03');
  await vi.waitFor(() => expect(shell.typed.toString()).toBe('\x03'));
  shell.print('^C\r\n$ ');
  await late.hears('skipped');
  await late.shows(/\^C\r\n\$ $/);
  await fast.shows(/\^C\r\n\$ $/);
  expect(late.received).toBeLessThanOrEqual(WINDOW_HIGH_BYTES + PIECE + SHORT_TAIL);
  expect(fast.received).toBe(sent * chunk.length + '^C\r\n$ '.length);
  expect(fast.frames.map(({ type }) => type)).not.toContain('skipped');
});

test('a program that ignores ^C is shown again after a while', async () => {
  await using wire = await WireServer.start();
  wire.add(await bash());
  // As above: the backlog first, then 1 MB/s.
  const page = await wire.page({ draws: 'never' });
  await start(page, `(trap '' INT; yes "$(printf %01000d 0)")`);
  await vi.waitFor(() => expect(page.received).toBeGreaterThanOrEqual(WINDOW_HIGH_BYTES), {
    timeout: 10_000,
  });
  const drawing = setInterval(() => page.draw(MIB / 50), 20);
  page.type('\x03');
  await page.hears('skipped');
  const { received } = page;
  await vi.waitFor(() => expect(page.received).toBeGreaterThan(received + MIB), { timeout: 20_000 });
  clearInterval(drawing);
});

test('with nobody looking a flood runs to its end and memory stays bounded', async () => {
  await using wire = await WireServer.start();
  const terminal = wire.add(await bash());
  const page = await wire.page();
  await page.shows('$ ');
  page.type('read; head -c 30000000 /dev/zero | tr "\\0" x; echo done$?\r');
  await page.shows('done$?\r\n');
  page.terminate();
  await vi.waitFor(() => expect(terminal.viewers).toBe(0));
  terminal.type(Buffer.from('\r'));
  await vi.waitFor(() => expect(terminal.screenTail()).toContain('done0'), { timeout: 20_000 });
  expect(terminal.retainedBytes).toBeLessThanOrEqual(SCROLLBACK_BYTES);
});

test('a page that follows gets a flood whole', async () => {
  await using wire = await WireServer.start();
  wire.add(await bash());
  const page = await wire.page({ forget: true });
  page.type('head -c 20000000 /dev/zero | tr "\\0" x\r');
  await vi.waitFor(() => expect(page.received).toBeGreaterThanOrEqual(20_000_000), { timeout: 20_000 });
  expect(page.frames.map(({ type }) => type)).toEqual(['ready']);
});
