// Does what is typed reach the shell, and what it prints come back, byte for byte?
import { randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { MAX_FRAME_BYTES, MAX_UNREAD_INPUT_BYTES } from '../../runner/protocol/limits.ts';
import { CLOSE, INPUT_REFUSED } from '../../runner/protocol/terminal-frames.ts';
import { FakeShell } from '../doubles/fake-shell.ts';
import { bash, WireServer } from './wire-server.ts';

test('a command typed in a real shell runs, and its output comes back', async () => {
  await using wire = await WireServer.start();
  wire.add(await bash());
  const page = await wire.page();
  page.type('echo $((6 * 7)) été\r');
  await page.shows('42 été\r\n');
});

test('each key is echoed before the next is typed', async () => {
  await using wire = await WireServer.start();
  wire.add(await bash());
  const page = await wire.page();
  await page.shows('$ ');
  for (const typed of ['$ l', '$ ls', '$ ls ', '$ ls -', '$ ls -l']) {
    page.type(typed.slice(-1));
    await page.shows(typed);
  }
});

test('Ctrl-P brings back the last command, Ctrl-C stops a program, Ctrl-D ends an input', async () => {
  await using wire = await WireServer.start();
  wire.add(await bash());
  const page = await wire.page();
  page.type('echo one$((1 + 1))\r');
  await page.shows('one2\r\n');
  page.type('\x10\r');
  await page.shows(/one2\r\n[\s\S]*one2\r\n/);
  page.type('sleep 1000\r');
  await page.shows('sleep 1000\r\n');
  page.type('\x03');
  page.type('cat; echo ended$?\r');
  await page.shows('cat; echo ended$?\r\n');
  page.type('\x04');
  await page.shows('ended0\r\n');
});

test('every byte value passes both ways untouched', async () => {
  await using wire = await WireServer.start();
  const shell = new FakeShell();
  wire.add(shell);
  const page = await wire.page();
  const all = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
  page.type(all);
  await vi.waitFor(() => expect(shell.typed.equals(all)).toBe(true));
  shell.print(all);
  await vi.waitFor(() => expect(page.bytes.equals(all)).toBe(true));
});

test('a paste of one megabyte arrives whole, in order, slowed down', async () => {
  await using wire = await WireServer.start({ link: { inputBytesPerSecond: 512 * 1024 } });
  const shell = new FakeShell();
  wire.add(shell);
  const page = await wire.page();
  const paste = Buffer.concat([Buffer.from('\x1b[200~'), randomBytes(1024 * 1024), Buffer.from('\x1b[201~')]);
  const began = performance.now();
  for (let at = 0; at < paste.length; at += 64 * 1024) page.type(paste.subarray(at, at + 64 * 1024));
  await vi.waitFor(() => expect(shell.typed.length).toBe(paste.length), { timeout: 20_000 });
  expect(shell.typed.equals(paste)).toBe(true);
  // Half a megabyte passes at once, the other half takes about a second: a bound from below, which no busy machine can break.
  expect(performance.now() - began).toBeGreaterThan(500);
});

test('a paste into a program that reads nothing is bounded, and said; keys still pass, and a program that reads again gets everything', async () => {
  await using wire = await WireServer.start({
    link: { inputBytesPerSecond: 1e9, unreadPatienceMs: 100 },
  });
  const shell = new FakeShell();
  shell.reads = false;
  wire.add(shell);
  const page = await wire.page();
  for (let sent = 0; sent < 64; sent += 1) page.type(Buffer.alloc(MAX_FRAME_BYTES, 'x'));
  page.type('\x03');
  await vi.waitFor(() => expect(shell.typed.at(-1)).toBe(3), { timeout: 10_000 });
  expect(shell.typed.length).toBe(MAX_UNREAD_INPUT_BYTES + 1);
  expect(page.frames.filter((frame) => frame.type === 'notice')).toEqual([
    { type: 'notice', code: INPUT_REFUSED },
  ]);
  shell.reads = true;
  page.type(Buffer.alloc(MAX_FRAME_BYTES, 'y'));
  await vi.waitFor(() => expect(shell.typed.toString('latin1')).toMatch(/y{65536}$/));
});

test('when the terminal is over the page is told, and the socket closed for good', async () => {
  await using wire = await WireServer.start();
  const shell = new FakeShell();
  const terminal = wire.add(shell);
  const page = await wire.page();
  terminal.end();
  expect(await page.closed).toBe(CLOSE.terminalEnded);
  expect(page.frames.at(-1)).toEqual({ type: 'exit' });
  expect(shell.released).toBe(true);
  terminal.end();
  const late = await wire.page();
  expect(await late.closed).toBe(CLOSE.terminalEnded);
});

test('typing into a terminal that is being destroyed harms nobody', async () => {
  await using wire = await WireServer.start();
  const terminal = wire.add(await bash());
  const page = await wire.page();
  for (let count = 0; count < 50; count += 1) page.type('x');
  terminal.end();
  terminal.type(Buffer.from('late'));
  expect(await page.closed).toBe(CLOSE.terminalEnded);
});
