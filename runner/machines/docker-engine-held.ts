// How does a stream to a terminal that the machine holds by itself become a `Shell`? Output comes framed by Docker; typing carries requests (labs/machines/desktop/lib/Held.pm).
import type { Duplex } from 'node:stream';
import { endOnce } from './docker-engine-shell.ts';
import { frameReader } from './docker-frames.ts';
import type { Shell } from './shell.ts';

/** Begins a request; no letter of UTF-8 has this byte. */
const REQUEST = 0xff;
/** What a typed `REQUEST` byte becomes. */
const TYPED_REQUEST = Buffer.from([REQUEST, 0x3d]);

/** @param socket the stream of an exec without TTY, in which `boite-terminal` runs */
export function heldShell(socket: Duplex): Shell {
  let paused = false;
  let listener: ((bytes: Buffer) => void) | undefined;
  const ending = endOnce(socket);
  const read = frameReader((_stream, bytes) => listener?.(bytes));

  return {
    onData(given) {
      const first = listener === undefined;
      listener = given;
      if (first) socket.on('data', read);
      if (paused) socket.pause();
    },
    onEnd: ending.onEnd,
    write(bytes) {
      if (!ending.over && socket.writable) socket.write(asTyped(bytes));
    },
    get unread() {
      return socket.writableLength;
    },
    // In its place among what is typed: the program has the size when it reads what was typed after it.
    async resize(cols, rows) {
      if (!ending.over && socket.writable) socket.write(sizeRequest(cols, rows));
    },
    pause() {
      paused = true;
      if (listener !== undefined) socket.pause();
    },
    resume() {
      paused = false;
      if (listener !== undefined && !ending.over) socket.resume();
    },
    release: ending.release,
  };
}

const sizeRequest = (cols: number, rows: number) =>
  Buffer.concat([Buffer.of(REQUEST), Buffer.from(`size ${rows} ${cols}\n`)]);

/** Typing in which nothing is taken for a request. */
function asTyped(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(REQUEST)) return bytes;
  return Buffer.concat([...bytes].map((byte) => (byte === REQUEST ? TYPED_REQUEST : Buffer.of(byte))));
}
