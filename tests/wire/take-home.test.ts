// Is somebody's work whole when it comes home, and does a reader who reads nothing cost the runner nothing? A real archive of a real folder, over a real socket.
import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeHomeWordsOf } from '../../runner/words/take-home.ts';
import { carryHome } from '../../runner/workshop/carry-home.ts';
import { openLocalPipe } from '../doubles/local-pipe.ts';
import { HttpServer } from './http-server.ts';

const MIB = 1024 ** 2;
const PATIENCE = { timeout: 20_000, interval: 50 };

let home: string;
/** What the machine gave to the runner, bytes of text. */
let given: number;
/** Programs of the machine that pack, running now. */
let packing: Set<unknown>;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'boite-home-'));
  given = 0;
  packing = new Set();
});
afterEach(() => rmSync(home, { recursive: true }));

/** A machine that is a folder of this computer. */
const machine: Parameters<typeof carryHome>[0] = {
  async openPipe(_id, command) {
    const pipe = openLocalPipe(command, { HOME: home, PATH: process.env.PATH ?? '' });
    const running = packing.add(pipe);
    pipe.child.once('exit', () => running.delete(pipe));
    return {
      ...pipe,
      onLine: (listener) =>
        pipe.onLine((line) => {
          given += line.length;
          listener(line);
        }),
    };
  },
  run: (_id, [program = '', ...args], options = {}) =>
    new Promise((resolve) => {
      const child = execFile(program, args, { env: { HOME: home, PATH: process.env.PATH } }, () =>
        resolve({ exitCode: 0, output: '' }),
      );
      child.stdin?.end(options.stdin ?? '');
    }),
};
const start = (patience?: { idleMs: number; totalMs: number }) =>
  HttpServer.start({
    carryHome: (_seat, files, names) => carryHome(machine, { desktop: 'one', servers: [] }, files, names),
    ...(patience && { patience }),
  });

/** Asks for the archive and reads nothing of it; resolves when the other end has closed. */
function askAndSleep(server: HttpServer, cookie: string): { closed: Promise<void>; hangUp: () => void } {
  const socket = connect({ host: '127.0.0.1', port: server.port });
  socket.write(`GET /api/class/work HTTP/1.1\r\nHost: ${server.host}\r\nCookie: ${cookie}\r\n\r\n`);
  socket.pause();
  // A paused socket sees its end only when it is read: the write fails once the other end is gone.
  const closed = new Promise<void>((resolve) => {
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
  });
  const knock = setInterval(() => socket.write('\r\n'), 100);
  void closed.then(() => clearInterval(knock));
  return { closed, hangUp: () => void socket.destroy() };
}

test('a reader who reads nothing: the machine waits, the runner holds a few pieces, and after a while it is over', async () => {
  writeFileSync(join(home, 'film'), randomBytes(32 * MIB));
  await using server = await start({ idleMs: 1_000, totalMs: 60_000 });
  const { closed } = askAndSleep(server, await server.join('Camille'));
  await vi.waitFor(() => expect(given).toBeGreaterThan(0), PATIENCE);
  await closed;
  // All of it would be 43 MiB of text. What went is in the sockets of the system, which hold a few.
  expect(given).toBeLessThan(20 * MIB);
  await vi.waitFor(() => expect(packing.size).toBe(0), PATIENCE);
  // The next one is served as if nothing had been.
  rmSync(join(home, 'film'));
  const answer = await server.ask({ path: '/api/class/work', cookie: await server.join('Sacha') });
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/gzip']);
}, 60_000);

test('who asks again and again has two at a time: the oldest ends', async () => {
  writeFileSync(join(home, 'film'), randomBytes(24 * MIB));
  await using server = await start();
  const camille = await server.join('Camille');
  const first = askAndSleep(server, camille);
  await vi.waitFor(() => expect(packing.size).toBe(1), PATIENCE);
  const others = [askAndSleep(server, camille), askAndSleep(server, camille)];
  await first.closed;
  await vi.waitFor(() => expect(packing.size).toBe(2), PATIENCE);
  for (const { hangUp } of others) hangUp();
  await vi.waitFor(() => expect(packing.size).toBe(0), PATIENCE);
}, 60_000);

test('more than fits: the largest files stay behind and are named, the rest comes whole', async () => {
  mkdirSync(join(home, 'site', '.git'), { recursive: true });
  mkdirSync(join(home, '.cache'));
  writeFileSync(join(home, 'site', 'index.html'), '<h1>Camille Exemple</h1>');
  writeFileSync(join(home, 'site', '.git', 'un nom\net sa suite'), 'x');
  writeFileSync(join(home, '.cache', 'rien'), 'x');
  for (const name of ['film', 'film bis']) writeFileSync(join(home, name), Buffer.alloc(40 * MIB));
  const words = takeHomeWordsOf('fr');
  const archive = await carryHome(machine, { desktop: 'one', servers: [] }, { 'a.txt': 'à lire' }, words);
  const folder = mkdtempSync(join(tmpdir(), 'boite-out-'));
  try {
    const pieces: Buffer[] = [];
    for await (const piece of archive ?? []) pieces.push(piece as Buffer);
    execFileSync('tar', ['-xzf', '-', '-C', folder], { input: Buffer.concat(pieces) });
    expect(readdirSync(folder).sort()).toEqual(['a.txt', words.folder, words.leftHere]);
    expect(readFileSync(join(folder, words.leftHere), 'utf8').trim().split('\n').sort()).toEqual([
      '~/film',
      '~/film bis',
    ]);
    expect(readdirSync(join(folder, words.folder))).toEqual(['site']);
    expect(readdirSync(join(folder, words.folder, 'site')).sort()).toEqual(['.git', 'index.html']);
    expect(readdirSync(join(folder, words.folder, 'site', '.git'))).toEqual(['un nom\net sa suite']);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
