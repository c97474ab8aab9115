// How is the output of a program without TTY read? Docker frames it: 1 byte of stream, 3 of padding, 4 of length, then the bytes.

export type OnFrame = (stream: 'stdout' | 'stderr', bytes: Buffer) => void;

const HEADER_BYTES = 8;

/** Gives a function that takes the raw chunks and calls back with the pieces, as they come: a large frame is not waited for. */
export function frameReader(onFrame: OnFrame): (chunk: Buffer) => void {
  const header = Buffer.alloc(HEADER_BYTES);
  let have = 0;
  let left = 0;
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (left === 0) {
        const taken = chunk.copy(header, have, at, at + HEADER_BYTES - have);
        have += taken;
        at += taken;
        if (have < HEADER_BYTES) return;
        have = 0;
        left = header.readUInt32BE(4);
        continue;
      }
      const piece = chunk.subarray(at, at + left);
      at += piece.length;
      left -= piece.length;
      onFrame(header[0] === 2 ? 'stderr' : 'stdout', piece);
    }
  };
}

/** Cuts bytes into lines (UTF-8, without the newline). What exceeds `maxBytes` of a line is thrown away. */
export function lineReader(maxBytes: number, onLine: (line: string) => void): (bytes: Buffer) => void {
  let parts: Buffer[] = [];
  let size = 0;
  const keep = (piece: Buffer) => {
    const kept = piece.subarray(0, maxBytes - size);
    if (kept.length === 0) return;
    parts.push(kept);
    size += kept.length;
  };
  return (bytes) => {
    let start = 0;
    for (;;) {
      const newline = bytes.indexOf(0x0a, start);
      if (newline === -1) return keep(bytes.subarray(start));
      keep(bytes.subarray(start, newline));
      start = newline + 1;
      const line = Buffer.concat(parts, size).toString();
      parts = [];
      size = 0;
      onLine(line);
    }
  };
}
