// How does a stream to a terminal that the machine holds by itself become a `Shell`? Output comes framed by Docker; typing carries requests (labs/machines/desktop/lib/Held.pm).
import type { Duplex } from 'node:stream';
import { endOnce, streamShell } from './docker-engine-shell.ts';
import { frameReader } from './docker-frames.ts';
import type { Shell } from './shell.ts';

/** Begins a request; no letter of UTF-8 has this byte. */
const REQUEST = 0xff;
/** What a typed `REQUEST` byte becomes. */
const TYPED_REQUEST = Buffer.from([REQUEST, 0x3d]);

/** @param socket the stream of an exec without TTY, in which `boite-terminal` runs */
export function heldShell(socket: Duplex): Shell {
  const ending = endOnce(socket);
  return streamShell(socket, ending, {
    reader: (deliver) => frameReader((_stream, bytes) => deliver(bytes)),
    typed: asTyped,
    // In its place among what is typed: the program has the size when it reads what was typed after it.
    async resize(cols, rows) {
      if (!ending.over && socket.writable) socket.write(sizeRequest(cols, rows));
    },
  });
}

const sizeRequest = (cols: number, rows: number) =>
  Buffer.concat([Buffer.of(REQUEST), Buffer.from(`size ${rows} ${cols}\n`)]);

/** Typing in which nothing is taken for a request. */
function asTyped(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(REQUEST)) return bytes;
  return Buffer.concat([...bytes].map((byte) => (byte === REQUEST ? TYPED_REQUEST : Buffer.of(byte))));
}
