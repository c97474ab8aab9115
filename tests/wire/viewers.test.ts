// Do several pages share one terminal without disturbing each other? (F-02)
import { expect, test, vi } from 'vitest';
import { FakeShell } from '../doubles/fake-shell.ts';
import { bash, WireServer } from './wire-server.ts';

test('two pages see the same, and both can type', async () => {
  await using wire = await WireServer.start();
  wire.add(await bash());
  const [left, right] = [await wire.page(), await wire.page()];
  left.type('echo from left\r');
  await right.shows('from left\r\n');
  right.type('echo from right\r');
  await left.shows('from right\r\n');
  await right.shows('from right\r\n');
  expect(await left.screen()).toEqual(await right.screen());
});

test('the one who typed last sets the size, the others are told', async () => {
  await using wire = await WireServer.start();
  const shell = new FakeShell();
  wire.add(shell);
  const [left, right] = [await wire.page(), await wire.page()];
  left.say({ type: 'resize', cols: 100, rows: 30 });
  await vi.waitFor(() => expect(shell.sizes).toEqual([[100, 30]]));
  expect(await right.hears('resized')).toEqual({ type: 'resized', cols: 100, rows: 30 });

  // The second page is larger: its size waits until somebody types there.
  right.say({ type: 'resize', cols: 140, rows: 50 });
  await vi.waitFor(() => expect(right.frames.filter(({ type }) => type === 'resized')).toHaveLength(2));
  expect(shell.sizes).toEqual([[100, 30]]);
  right.type('x');
  await vi.waitFor(() =>
    expect(shell.sizes).toEqual([
      [100, 30],
      [140, 50],
    ]),
  );
  expect(await left.hears('resized')).toEqual({ type: 'resized', cols: 140, rows: 50 });
  expect(await right.hears('resized')).toEqual({ type: 'resized', cols: 140, rows: 50 });

  // It goes: the first page has its size again.
  right.terminate();
  await vi.waitFor(() => expect(shell.sizes.at(-1)).toEqual([100, 30]));
});

test('a size is there before the keys that were typed after it', async () => {
  await using wire = await WireServer.start();
  wire.add(await bash());
  const page = await wire.page();
  page.say({ type: 'resize', cols: 101, rows: 33 });
  page.type('stty size\r');
  await page.shows('33 101\r\n');
});

test('of two emulators that answer a question of the program, the shell hears one', async () => {
  await using wire = await WireServer.start();
  const shell = new FakeShell();
  wire.add(shell);
  const [typing, other] = [await wire.page(), await wire.page()];
  typing.type('v');
  await vi.waitFor(() => expect(shell.typed.toString()).toBe('v'));
  other.type('\x1b[?1;2c');
  other.type('.');
  // Two sockets keep no order between them: what the second one types is waited for.
  await vi.waitFor(() => expect(shell.typed.toString()).toBe('v.'));
  typing.type('\x1b[?1;2c');
  typing.type('!');
  await vi.waitFor(() => expect(shell.typed.toString()).toBe('v.!'));
});

test('who only looks on sees everything and changes nothing', async () => {
  await using wire = await WireServer.start();
  const shell = new FakeShell();
  const terminal = wire.add(shell);
  const trainee = await wire.page();
  trainee.say({ type: 'resize', cols: 100, rows: 30 });
  await vi.waitFor(() => expect(shell.sizes).toHaveLength(1));
  const trainer = await wire.page({ readonly: true, seatId: 'trainer' });
  trainer.type('rm -r /\r');
  trainer.say({ type: 'resize', cols: 20, rows: 5 });
  shell.print('hello');
  await trainer.shows('hello');
  trainee.type('x');
  await vi.waitFor(() => expect(shell.typed.toString()).toBe('x'));
  expect([terminal.cols, terminal.rows]).toEqual([100, 30]);
});

test('a page that cannot follow does not slow the other one, and finds its place again', async () => {
  await using wire = await WireServer.start();
  const shell = new FakeShell();
  const terminal = wire.add(shell);
  const fast = await wire.page({ forget: true });
  const slow = await wire.page({ draws: 'never' });
  const line = `${'z'.repeat(1022)}\r\n`;
  for (let sent = 0; sent < 2048; sent += 32) {
    shell.print(line.repeat(32));
    await vi.waitFor(() => expect(fast.received).toBe((sent + 32) * 1024), { interval: 2 });
    expect(shell.paused).toBe(false);
  }
  expect(slow.received).toBeLessThan(512 * 1024);
  slow.draw();
  await slow.hears('skipped');
  shell.print('the end');
  await slow.shows('the end');
  expect(terminal.viewers).toBe(2);
});
