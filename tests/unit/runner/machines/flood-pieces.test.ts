// Does a flood reach the pages in large pieces, and what somebody types at once?
import { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { endOnce, streamShell } from '../../../../runner/machines/docker-engine-shell.ts';

const PIECE = 4096;

/** A terminal whose output comes as the engine sends it: in pieces of 4 KiB. */
function opened() {
  const socket = new Duplex({ read() {}, write: (_bytes, _encoding, done) => done() });
  const shell = streamShell(socket, endOnce(socket), {
    reader: (deliver) => deliver,
    typed: (bytes) => bytes,
    resize: async () => {},
  });
  const pieces: Buffer[] = [];
  shell.onData((bytes) => pieces.push(bytes));
  let sent = 0;
  const flood = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      socket.push(Buffer.alloc(PIECE, sent));
      sent += 1;
      await new Promise(setImmediate);
    }
  };
  const whole = () => Buffer.concat(pieces);
  const expected = () => Buffer.concat(Array.from({ length: sent }, (_, i) => Buffer.alloc(PIECE, i)));
  return { socket, shell, pieces, flood, whole, expected };
}

test('every byte comes, in its order, in far fewer pieces than were sent', async () => {
  const { pieces, flood, whole, expected } = opened();
  await flood(400);
  await vi.waitFor(() => expect(whole().length).toBe(400 * PIECE));
  expect(whole().equals(expected())).toBe(true);
  expect(pieces.length).toBeLessThan(200);
});

test('what is typed is shown at once, after a flood, too', async () => {
  const { socket, pieces, flood, whole } = opened();
  await flood(100);
  await vi.waitFor(() => expect(whole().length).toBe(100 * PIECE));
  await sleep(150);
  const before = pieces.length;
  socket.push('a');
  await new Promise(setImmediate);
  expect(pieces.slice(before).map(String)).toEqual(['a']);
});

test('a page that stops reading stops the flood, also while it rests', async () => {
  const { shell, flood, whole } = opened();
  await flood(60);
  shell.pause();
  const had = whole().length;
  await flood(20);
  await sleep(30);
  expect(whole().length).toBe(had);
  shell.resume();
  await vi.waitFor(() => expect(whole().length).toBe(80 * PIECE));
});

test('the end of a flood is not lost in its rest', async () => {
  const { socket, shell, flood, whole } = opened();
  const ended = new Promise<void>((resolve) => shell.onEnd(resolve));
  await flood(60);
  socket.push(null);
  await ended;
  expect(whole().length).toBe(60 * PIECE);
});
