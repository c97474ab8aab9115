// Does somebody who comes back to a machine's own terminal see where they are, also when the engine is slow to listen?
import { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { dockerCalls } from '../../../../runner/machines/docker-engine-calls.ts';
import { shellFrom } from '../../../../runner/machines/docker-engine-shell.ts';

/** A shell that draws its prompt again at each new size from the `deaf`th on, as bash does at a change of size. */
function attached(deaf: number) {
  const sizes: string[] = [];
  const socket = new Duplex({ read() {}, write: (_bytes, _encoding, done) => done() });
  const shell = shellFrom(
    dockerCalls('test', '/var/tmp/no-such-engine.sock'),
    socket,
    async ({ w, h }) => {
      sizes.push(`${w}x${h}`);
      if (sizes.length > deaf) socket.push('camille:~$ ');
    },
    true,
  );
  let seen = '';
  shell.onData((bytes) => {
    seen += bytes.toString();
  });
  return { shell, sizes, seen: () => seen };
}

test.concurrent('a redraw that nobody answered is asked for again; one that was answered is not', async () => {
  const { shell, sizes, seen } = attached(3);
  await shell.resize(80, 24);
  expect(sizes).toEqual(['80x23', '80x24']);
  expect(seen()).toBe('');
  await vi.waitFor(() => expect(sizes).toHaveLength(4), { timeout: 5_000 });
  expect(seen()).toContain('$');
  await sleep(1_500);
  expect(sizes).toEqual(['80x23', '80x24', '80x23', '80x24']);
});

test.concurrent('it is asked for at the size of now', async () => {
  const { shell, sizes } = attached(Number.POSITIVE_INFINITY);
  await shell.resize(80, 24);
  await shell.resize(120, 40);
  await vi.waitFor(() => expect(sizes).toHaveLength(5), { timeout: 5_000 });
  expect(sizes.slice(2)).toEqual(['120x40', '120x39', '120x40']);
});

test.concurrent('a program that draws nothing is asked a few times, and then left alone', async () => {
  const { shell, sizes } = attached(Number.POSITIVE_INFINITY);
  await shell.resize(80, 24);
  await vi.waitFor(() => expect(sizes).toHaveLength(8), { timeout: 10_000 });
  await sleep(300);
  expect(sizes).toHaveLength(8);
});
