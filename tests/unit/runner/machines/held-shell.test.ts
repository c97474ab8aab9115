// Does a terminal that its machine holds show what it says, whatever is typed and however the network cuts it?
import { Duplex } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldShell } from '../../../../runner/machines/docker-engine-held.ts';

/** The stream to a holder: what was written to it, and a way for it to speak as Docker frames it. */
function stream() {
  const written: Buffer[] = [];
  const socket = new Duplex({
    read() {},
    write(bytes: Buffer, _encoding, done) {
      written.push(bytes);
      done();
    },
  });
  const frame = (bytes: Buffer): Buffer => {
    const header = Buffer.alloc(8);
    header[0] = 1;
    header.writeUInt32BE(bytes.length, 4);
    return Buffer.concat([header, bytes]);
  };
  return { socket, frame, typed: () => Buffer.concat(written) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('what the machine says comes out as it is, wherever the network cuts it, also on a page that comes late', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(60), { maxLength: 6 }), async (cuts) => {
      const { socket, frame } = stream();
      const shell = heldShell(socket);
      const said = Buffer.concat([frame(Buffer.from('déjà dit ')), frame(Buffer.from('et la suite'))]);
      const at = [0, ...cuts.map((cut) => cut % said.length).sort((a, b) => a - b), said.length];
      for (const [i, end] of at.slice(1).entries())
        if (end > (at[i] ?? 0)) socket.push(said.subarray(at[i], end));
      const pieces: Buffer[] = [];
      shell.onData((bytes) => pieces.push(Buffer.from(bytes)));
      await settled();
      expect(Buffer.concat(pieces).toString()).toBe('déjà dit et la suite');
    }),
    { numRuns: 50 },
  );
});

test('no typed byte is taken for a request; a size is one, in its place', async () => {
  const { socket, typed } = stream();
  const shell = heldShell(socket);
  shell.write(Buffer.from([0x61, 0xff, 0x62]));
  await shell.resize(80, 24);
  shell.write(Buffer.from('é'));
  expect(typed()).toEqual(
    Buffer.concat([
      Buffer.from([0x61, 0xff, 0x3d, 0x62, 0xff]),
      Buffer.from('size 24 80\n'),
      Buffer.from('é'),
    ]),
  );
});

test('nothing is written to a stream that is over', async () => {
  const { socket, typed } = stream();
  const shell = heldShell(socket);
  let ends = 0;
  shell.onEnd(() => {
    ends += 1;
  });
  socket.destroy();
  await settled();
  shell.write(Buffer.from('trop tard'));
  await shell.resize(1, 1);
  expect(ends).toBe(1);
  expect(typed()).toHaveLength(0);
});
