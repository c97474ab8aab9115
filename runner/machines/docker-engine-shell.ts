// How does a hijacked Docker stream become a `Shell`? Raw bytes both ways, no timer, no copy.

import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DockerCalls, LIMITS } from './docker-engine-calls.ts';
import type { Shell } from './shell.ts';

/**
 * Keys that would let go of a stream. Docker's default (^P ^Q) swallows ^P, the shell's "previous command"; there is no way to have none.
 * Nobody types this; ^^ alone is only held back until the next key.
 */
export const DETACH_KEYS = 'ctrl-^,ctrl-_,ctrl-^,ctrl-],ctrl-^,ctrl-_,ctrl-]';

const RESIZE_ATTEMPTS = 5;
/** Milliseconds between the two sizes of a redraw: closer, and a program sees only the second, which it already has. */
const NUDGE_MS = 60;
/** A redraw that is answered by nothing is asked for again after so many milliseconds: a busy engine may not listen yet, and its stream has no past. */
const NUDGES_AGAIN_MS = [400, 800, 1600];

/** So many bytes within so many milliseconds are a flood: 6 MB a second, more than anybody reads. */
const FLOOD_BYTES = 64 * 1024;
const FLOOD_MS = 10;
/** After so many milliseconds it is not the same flood. */
const FLOOD_OVER_MS = 100;
/** Pieces of this size are large enough to be taken at once. */
const LARGE_BYTES = 32 * 1024;
const REST_MS = 1;

type SetSize = (size: { w: number; h: number; abortSignal: AbortSignal }) => Promise<unknown>;

/**
 * @param nudge the first resize also makes the program draw its screen again: needed after a replay, because Docker keeps only
 *   whole lines, so that the prompt and a full-screen program are not in it
 */
export function shellFrom(calls: DockerCalls, socket: Duplex, setSize: SetSize, nudge: boolean): Shell {
  const ending = endOnce(socket);
  const resize = resizer(calls, setSize, () => ending.over, nudge ? socket : undefined);
  return streamShell(socket, ending, { reader: (deliver) => deliver, typed: (bytes) => bytes, resize });
}

/** What differs between the streams of terminals. */
interface StreamWay {
  /** Makes what takes pieces of the stream and delivers the terminal's output. */
  reader(deliver: (bytes: Buffer) => void): (piece: Buffer) => void;
  /** Typed bytes as the stream carries them. */
  typed(bytes: Uint8Array): Uint8Array;
  resize: Shell['resize'];
}

/** A terminal at the other end of a stream. */
export function streamShell(socket: Duplex, ending: Ending, way: StreamWay): Shell {
  let paused = false;
  let listener: ((bytes: Buffer) => void) | undefined;
  const read = way.reader((bytes) => listener?.(bytes));
  const rest = restInFloods(socket, () => !paused && !ending.over);
  const take = (piece: Buffer) => {
    read(piece);
    rest.after(piece.length);
  };

  return {
    onData(given) {
      const first = listener === undefined;
      listener = given;
      if (first) socket.on('data', take);
      if (paused) socket.pause();
    },
    onEnd: ending.onEnd,
    write(bytes) {
      if (!ending.over && socket.writable) socket.write(way.typed(bytes));
    },
    get unread() {
      return socket.writableLength;
    },
    resize: way.resize,
    pause() {
      paused = true;
      if (listener !== undefined) socket.pause();
    },
    resume() {
      paused = false;
      if (listener !== undefined && !ending.over && !rest.resting) socket.resume();
    },
    release: ending.release,
  };
}

/**
 * Lets a flood come in large pieces. The engine passes a terminal's output on in pieces of 4 KiB: taken one by one, as they come, each costs
 * its own system calls here and a frame of its own for the page (measured: half the frames, a tenth more throughput). What a person types is
 * never held back.
 * @param mayResume whether the stream is to be read again when the rest is over
 */
function restInFloods(
  socket: Duplex,
  mayResume: () => boolean,
): { readonly resting: boolean; after(bytes: number): void } {
  let since = 0;
  let taken = 0;
  let flood = false;
  let resting = false;
  const wake = () => {
    resting = false;
    if (!mayResume()) return;
    // What came meanwhile, in one piece: it goes to whoever listens.
    socket.read();
    if (!resting && mayResume()) socket.resume();
  };
  return {
    get resting() {
      return resting;
    },
    after(bytes) {
      const now = performance.now();
      if (now - since > FLOOD_MS) {
        flood = taken >= FLOOD_BYTES && now - since < FLOOD_OVER_MS;
        since = now;
        taken = 0;
      }
      taken += bytes;
      if (resting || bytes >= LARGE_BYTES || (!flood && taken < FLOOD_BYTES)) return;
      resting = true;
      socket.pause();
      setTimeout(wake, REST_MS);
    },
  };
}

/** The end of a hijacked stream, told once. */
export interface Ending {
  readonly over: boolean;
  /** Calls back once when the stream is over, at once when it is already; never after `release`. */
  onEnd(listener: () => void): void;
  /** Lets go of the stream without a word. */
  release(): void;
}

/** Follows a hijacked stream to its end. Which event comes, and in what order, differs by engine and by how it ended (F-23): the first one counts. */
export function endOnce(socket: Duplex): Ending {
  let over = false;
  let told: (() => void) | undefined;
  const end = () => {
    if (over) return;
    over = true;
    socket.destroy();
    told?.();
  };
  for (const event of ['end', 'close', 'error']) socket.on(event, end);
  return {
    get over() {
      return over;
    },
    onEnd(listener) {
      told = listener;
      if (over) queueMicrotask(listener);
    },
    release() {
      told = undefined;
      over = true;
      socket.destroy();
    },
  };
}

/** One call at a time, the last size wins; retried while the program is not there yet (before API 1.42 a size cannot be given at start, F-24). */
function resizer(
  calls: DockerCalls,
  setSize: SetSize,
  over: () => boolean,
  nudged: Duplex | undefined,
): Shell['resize'] {
  let wanted: { cols: number; rows: number } | undefined;
  let last = wanted;
  let working: Promise<void> | undefined;
  let owed = nudged !== undefined;
  let nudges = 0;

  async function send(cols: number, rows: number): Promise<void> {
    for (let attempt = 1; attempt <= RESIZE_ATTEMPTS && !over(); attempt += 1) {
      try {
        await calls.call(LIMITS.question, (abortSignal) => setSize({ w: cols, h: rows, abortSignal }));
        return;
      } catch {
        await sleep(40 * attempt);
      }
    }
  }

  async function work(): Promise<void> {
    while (wanted !== undefined && !over()) {
      const { cols, rows } = wanted;
      wanted = undefined;
      if (!owed) {
        await send(cols, rows);
        continue;
      }
      owed = false;
      await send(cols, rows > 1 ? rows - 1 : rows + 1);
      await sleep(NUDGE_MS);
      expectAnswer();
      await send(cols, rows);
    }
  }

  function expectAnswer(): void {
    const patience = NUDGES_AGAIN_MS[nudges];
    if (patience === undefined) return;
    nudges += 1;
    const timer = setTimeout(() => {
      nudged?.off('data', answered);
      if (over()) return;
      owed = true;
      wanted ??= last;
      void start();
    }, patience).unref();
    const answered = () => clearTimeout(timer);
    nudged?.once('data', answered);
  }

  function start(): Promise<void> {
    working ??= work().finally(() => {
      working = undefined;
    });
    return working;
  }

  return (cols, rows) => {
    last = { cols, rows };
    wanted = last;
    return start();
  };
}
