// What becomes of a page that breaks the protocol? Its own socket closes with a reason; the shell and everybody else go on (T-11).
import { randomBytes, randomInt } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MAX_FRAME_BYTES } from '../../runner/protocol/limits.ts';
import { CLOSE } from '../../runner/protocol/terminal-frames.ts';
import { FakeShell } from '../doubles/fake-shell.ts';
import type { Page } from './page.ts';
import { WireServer } from './wire-server.ts';

/** One terminal, one page that behaves, and the rest is up to the test. */
async function started() {
  const wire = await WireServer.start();
  const shell = new FakeShell();
  const terminal = wire.add(shell);
  const witness = await wire.page({ seatId: 'witness' });
  return { wire, shell, terminal, witness };
}

async function stillAlive({ shell, witness }: Awaited<ReturnType<typeof started>>): Promise<void> {
  shell.print('<alive>');
  await witness.shows('<alive>');
  witness.type('<typed>');
  await vi.waitFor(() => expect(shell.typed.toString('latin1')).toContain('<typed>'));
}

describe('text frames that are no message of ours close with badFrame', () => {
  test.each([
    ['garbage', 'hello'],
    ['empty', ''],
    ['not an object', '[]'],
    ['null', 'null'],
    ['without type', '{}'],
    ['an unknown type', '{"type":"exec","command":"ls"}'],
    ['an unknown key', '{"type":"ack","bytes":0,"more":1}'],
    ['a message of the runner', '{"type":"exit"}'],
    ['a forged prototype', '{"__proto__":{"type":"ack","bytes":0}}'],
    ['an ack below zero', '{"type":"ack","bytes":-1}'],
    ['an ack of a fraction', '{"type":"ack","bytes":0.5}'],
    ['an ack in letters', '{"type":"ack","bytes":"10"}'],
    ['an ack without end', '{"type":"ack","bytes":1e999}'],
    ['an ack of more than was sent', '{"type":"ack","bytes":1000}'],
    ['a size in letters', '{"type":"resize","cols":"80","rows":"24"}'],
    ['a size of fractions', '{"type":"resize","cols":80.5,"rows":24}'],
    ['a size without rows', '{"type":"resize","cols":80}'],
    ['very deep', '['.repeat(10_000)],
    ['very long', `{"type":"ack","bytes":0${' '.repeat(60_000)}}`],
  ])('%s', async (_, text) => {
    const house = await started();
    await using wire = house.wire;
    const page = await wire.page();
    page.say(text);
    expect(await page.closed).toBe(CLOSE.badFrame);
    await stillAlive(house);
  });
});

describe('frames that break RFC 6455 close with its own codes', () => {
  test('a frame over the limit: 1009', async () => {
    const house = await started();
    await using wire = house.wire;
    const page = await wire.page();
    page.type(Buffer.alloc(MAX_FRAME_BYTES + 1));
    expect(await page.closed).toBe(1009);
    await stillAlive(house);
    expect(house.shell.typed.length).toBeLessThan(100);
  });

  test('the largest frame allowed passes', async () => {
    const house = await started();
    await using wire = house.wire;
    (await wire.page()).type(Buffer.alloc(MAX_FRAME_BYTES, 'x'));
    await vi.waitFor(() => expect(house.shell.typed.length).toBe(MAX_FRAME_BYTES));
  });

  test('a message in endless fragments: 1009', async () => {
    const house = await started();
    await using wire = house.wire;
    const page = await wire.page();
    for (let count = 0; count < 9; count += 1) page.socket.send(Buffer.alloc(8192), { fin: false });
    expect(await page.closed).toBe(1009);
    await stillAlive(house);
  });

  test.each([
    ['text that is not UTF-8', Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]), 1007],
    ['an unmasked frame', Buffer.from([0x82, 0x01, 0x61]), 1002],
    ['a reserved opcode', Buffer.from([0x83, 0x80, 0, 0, 0, 0]), 1002],
    ['reserved bits', Buffer.from([0xf2, 0x80, 0, 0, 0, 0]), 1002],
    ['a control frame of 126 bytes', Buffer.from([0x89, 0xfe, 0, 126, 0, 0, 0, 0]), 1002],
    ['a fragmented ping', Buffer.from([0x09, 0x80, 0, 0, 0, 0]), 1002],
    ['a close code that nobody may send', Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0x03, 0xee]), 1002],
    ['a close code out of range', Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0x27, 0x0f]), 1002],
  ])('%s', async (_, bytes, code) => {
    const house = await started();
    await using wire = house.wire;
    const page = await wire.page();
    rawSocketOf(page).write(bytes);
    expect(await page.closed).toBe(code);
    await stillAlive(house);
  });
});

describe('too much of what is allowed', () => {
  test('a thousand sizes at once: the socket closes, the shell heard a few at most', async () => {
    const house = await started();
    await using wire = house.wire;
    const page = await wire.page();
    page.type('.');
    for (let count = 0; count < 1000; count += 1)
      page.say({ type: 'resize', cols: 80 + (count % 50), rows: 24 });
    expect(await page.closed).toBe(CLOSE.tooFast);
    expect(house.shell.sizes.length).toBeLessThanOrEqual(20);
    await stillAlive(house);
  });

  test.each([
    [0, 0, [2, 1]],
    [65_536, 65_536, [500, 200]],
    [-5, 2_000_000_000, [2, 200]],
  ])(
    'a size of %d × %d becomes one that programs can live with, and the page is told',
    async (cols, rows, size) => {
      const house = await started();
      await using wire = house.wire;
      const page = await wire.page();
      page.type('.');
      page.say({ type: 'resize', cols, rows });
      await vi.waitFor(() => expect(house.shell.sizes.at(-1)).toEqual(size));
      expect(await page.hears('resized')).toEqual({ type: 'resized', cols: size[0], rows: size[1] });
    },
  );

  test('a flood of pings: the socket closes', async () => {
    const house = await started();
    await using wire = house.wire;
    const page = await wire.page();
    for (let count = 0; count < 1000; count += 1) page.socket.ping();
    expect(await page.closed).toBe(CLOSE.tooFast);
    await stillAlive(house);
  });

  test('a ping is answered, a pong that nobody asked for is ignored', async () => {
    const house = await started();
    await using wire = house.wire;
    const page = await wire.page();
    const pong = new Promise((resolve) => page.socket.on('pong', (data) => resolve(String(data))));
    page.socket.pong();
    page.socket.ping('mark');
    expect(await pong).toBe('mark');
  });

  test('a flood of acks of nothing: the socket closes', async () => {
    const house = await started();
    await using wire = house.wire;
    const page = await wire.page();
    for (let count = 0; count < 10_000; count += 1) page.say({ type: 'ack', bytes: 0 });
    expect(await page.closed).toBe(CLOSE.tooFast);
    await stillAlive(house);
  });
});

test('ten thousand random frames leave the process and the other sockets alive', async () => {
  const house = await started();
  await using wire = house.wire;
  let page = await wire.page();
  let sockets = 1;
  for (let count = 0; count < 10_000; count += 1) {
    if (page.socket.readyState !== page.socket.OPEN) {
      page = await wire.page();
      sockets += 1;
    }
    sendSomething(page);
    if (count % 50 === 0) await new Promise(setImmediate);
    if (count % 1000 === 0) await stillAlive(house);
  }
  await stillAlive(house);
  expect(sockets).toBeGreaterThan(10);
  page.terminate();
  await vi.waitFor(() => expect(house.terminal.viewers).toBe(1), { timeout: 10_000 });
});

function sendSomething(page: Page): void {
  const { socket } = page;
  const bytes = randomBytes(randomInt(200));
  const choice = randomInt(10);
  if (choice < 4) socket.send(bytes);
  else if (choice === 4) socket.send(bytes.toString('latin1'));
  else if (choice === 5) page.say({ type: 'resize', cols: randomInt(-1000, 100_000), rows: randomInt(300) });
  else if (choice === 6) page.say({ type: 'ack', bytes: 0 });
  else if (choice === 7) socket.ping();
  else if (choice === 8) page.say({ type: ['ack', 'resize', 'x'][randomInt(3)], bytes: randomInt(10) });
  else rawSocketOf(page).write(bytes);
}

function rawSocketOf(page: Page): { write(bytes: Buffer): void } {
  return (page.socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket;
}

describe('with a clock that runs fast', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a window being dragged sets its last size only, once it rests', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const wire = await WireServer.start();
    await using _ = wire;
    const shell = new FakeShell();
    wire.add(shell);
    const page = await wire.page();
    for (let cols = 81; cols <= 95; cols += 1) {
      const heard = new Promise((resolve) => page.socket.once('pong', resolve));
      page.say({ type: 'resize', cols, rows: 24 });
      page.socket.ping();
      await heard;
      vi.advanceTimersByTime(40);
      expect(shell.sizes).toEqual([]);
    }
    vi.advanceTimersByTime(10);
    expect(shell.sizes).toEqual([[95, 24]]);
  });

  test('a page that draws nothing for 30 s with data pending is let go; its shell stays and runs on', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const wire = await WireServer.start();
    await using _ = wire;
    const shell = new FakeShell();
    const terminal = wire.add(shell);
    const page = await wire.page({ draws: 'never' });
    for (let sent = 0; sent < 8; sent += 1) shell.print(Buffer.alloc(64 * 1024, 'y'));
    expect(shell.paused).toBe(true);
    // The page is there and answers; it only draws nothing.
    for (let beat = 0; beat < 4; beat += 1) {
      const pinged = new Promise((resolve) => page.socket.once('ping', resolve));
      vi.advanceTimersByTime(10_000);
      if (beat < 2) await pinged;
      await new Promise(setImmediate);
    }
    expect(await page.closed).toBe(CLOSE.stalled);
    expect(shell.paused).toBe(false);
    expect([shell.released, terminal.ended]).toEqual([false, false]);
  });

  test('a page that drew everything may stay quiet for hours', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const wire = await WireServer.start();
    await using _ = wire;
    const shell = new FakeShell();
    wire.add(shell);
    const page = await wire.page();
    shell.print('hello');
    for (let beat = 0; beat < 20; beat += 1) {
      const pinged = new Promise((resolve) => page.socket.once('ping', resolve));
      vi.advanceTimersByTime(10_000);
      await pinged;
      // Its answer must be heard before the next beat.
      page.type('.');
      await vi.waitFor(() => expect(shell.typed.length).toBe(beat + 1));
    }
    expect(page.socket.readyState).toBe(page.socket.OPEN);
  });

  test('a line that died without a word is noticed in about 30 s', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const wire = await WireServer.start();
    await using _ = wire;
    const shell = new FakeShell();
    const terminal = wire.add(shell);
    const page = await wire.page();
    page.socket.pause();
    vi.advanceTimersByTime(30_000);
    await new Promise(setImmediate);
    expect(terminal.viewers).toBe(1);
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => expect(terminal.viewers).toBe(0));
    expect(shell.released).toBe(false);
  });
});
