// Does a page that comes back find the same shell, the same program and the same screen? (F-01)
import { expect, test, vi } from 'vitest';
import { SCROLLBACK_BYTES, WINDOW_HIGH_BYTES } from '../../runner/protocol/limits.ts';
import { FakeShell } from '../doubles/fake-shell.ts';
import { bash, WireServer } from './wire-server.ts';

test('a reload shows the same screen, with the same program still running', async () => {
  await using wire = await WireServer.start();
  wire.add(await bash());
  const before = await wire.page();
  before.type(`for i in 1 2 3; do printf '\\e[3%dmcouleur %d\\e[0m\\n' $i $i; done; cat\r`);
  await before.shows('couleur 3\x1b[0m\r\n');
  before.type('still here?\r');
  await before.shows(/still here\?\r\n.*still here\?\r\n/s);
  before.terminate();
  const after = await wire.page();
  await after.shows(/still here\?\r\n.*still here\?\r\n/s);
  expect(await after.screen()).toEqual(await before.screen());
  const ready = await after.hears('ready');
  expect(ready.replayBytes).toBe(after.received);
  after.type('yes\r');
  await after.shows(/yes\r\nyes\r\n/);
});

test('what was printed while nobody looked is there at the return', async () => {
  await using wire = await WireServer.start();
  const terminal = wire.add(await bash());
  const before = await wire.page();
  before.type('read; seq 1 2000; echo done$?\r');
  await before.shows('done$?\r\n');
  before.terminate();
  await vi.waitFor(() => expect(terminal.viewers).toBe(0));
  terminal.type(Buffer.from('\r'));
  await vi.waitFor(() => expect(terminal.screenTail()).toContain('done0\n'));
  const after = await wire.page();
  await after.shows(/\r\n1999\r\n2000\r\ndone0\r\n/);
});

test('the line is cut a hundred times: always the same shell, and nobody stays behind', async () => {
  await using wire = await WireServer.start();
  const terminal = wire.add(await bash());
  const first = await wire.page();
  first.type('echo pid=$$\r');
  await first.shows(/pid=\d+\r\n/);
  const pid = /pid=(\d+)/.exec(first.text)?.[1];
  first.terminate();
  for (let count = 0; count < 100; count += 1) (await wire.page()).terminate();
  const last = await wire.page();
  last.type('echo now=$$\r');
  await last.shows(`now=${pid}\r\n`);
  await vi.waitFor(() => expect(terminal.viewers).toBe(1));
});

test('after more output than is kept, two returns show the same screen, from a line start', async () => {
  await using wire = await WireServer.start();
  const shell = new FakeShell();
  wire.add(shell);
  const watching = await wire.page();
  for (let line = 0; line < 40_000; line += 1000) {
    const lines = Array.from({ length: 1000 }, (_, index) => `line ${line + index} of the flood\r\n`);
    shell.print(lines.join(''));
  }
  shell.print('the end');
  await watching.shows('the end');
  const after = await wire.page();
  await after.shows('the end');
  expect(after.received).toBeLessThanOrEqual(SCROLLBACK_BYTES);
  expect(after.received).toBeGreaterThan(WINDOW_HIGH_BYTES);
  expect(after.text).toMatch(/^line \d+ of the flood\r\n/);
  expect(await after.screen()).toEqual(await watching.screen());
});

test('a full-screen program redraws for who comes back, and keeps its size', async () => {
  await using wire = await WireServer.start();
  // Nothing but a new size makes it draw; it draws nothing by itself. In Perl, because a trap of bash can miss a signal that comes while it draws.
  const program = String.raw`exec perl -e '$| = 1; $SIG{WINCH} = sub { $new = 1 }; print "\e[?1049h"; while (1) { select undef, undef, undef, 0.05; next unless $new; $new = 0; $n++; chomp($size = qx(stty size)); print "\e[2J\e[Hdrawing $n, size $size" }'`;
  wire.add(await bash(['-c', program]));
  const before = await wire.page();
  before.say({ type: 'resize', cols: 90, rows: 30 });
  // Its first drawing may be for a page that came while it was already full-screen: the last one counts.
  await before.shows(/drawing \d+, size 30 90$/);
  const drawn = Number(/drawing (\d+), size 30 90$/.exec(before.text)?.[1]);
  before.terminate();
  const after = await wire.page();
  await vi.waitFor(
    async () => {
      const screen = await after.screen(90, 30);
      expect(screen.buffer).toBe('alternate');
      const [, again] = /^drawing (\d+), size 30 90$/.exec(screen.lines[0] ?? '') ?? [];
      expect(Number(again)).toBeGreaterThan(drawn);
    },
    { timeout: 10_000 },
  );
});

test('another stream of the same shell goes on where the first one broke off', async () => {
  await using wire = await WireServer.start();
  const [first, second] = [new FakeShell(), new FakeShell()];
  const terminal = wire.add(first);
  terminal.onEnd(() => terminal.replaceShell(second));
  const page = await wire.page();
  page.say({ type: 'resize', cols: 100, rows: 40 });
  first.print('before ');
  await vi.waitFor(() => expect(first.sizes).toContainEqual([100, 40]));
  first.hangUp();
  first.print('a ghost');
  second.print('after');
  await page.shows('before after');
  page.type('x');
  await vi.waitFor(() => expect(second.typed.toString()).toBe('x'));
  expect(second.sizes).toContainEqual([100, 40]);
  expect(first.released).toBe(true);
});

test('a stream that tells its past again replaces what pages show, once', async () => {
  await using wire = await WireServer.start();
  const [first, second] = [new FakeShell(), new FakeShell()];
  const terminal = wire.add(first);
  terminal.onEnd(() => terminal.replaceShell(second, { replays: true }));
  const page = await wire.page();
  first.print('one two ');
  await page.shows('one two ');
  first.hangUp();
  second.print('one two ');
  second.print('three ');
  await page.hears('skipped');
  await page.shows('one two three ');
  second.print('four');
  await page.shows('one two three four');
  expect(page.text.match(/one/g)).toHaveLength(1);
  expect((await wire.page()).text).toBe('one two three four');
});
