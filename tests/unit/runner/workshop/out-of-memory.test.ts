// Is who works on a machine told that a program of theirs was ended for want of memory, once, and nobody else?
import { expect, test } from 'vitest';
import type { LiveFromRunner } from '../../../../runner/protocol/live-frames.ts';
import type { StoredMachine } from '../../../../runner/store/store.ts';
import { createOutOfMemory } from '../../../../runner/workshop/out-of-memory.ts';
import { en } from '../../../../site/src/words/class.en.ts';
import { fr } from '../../../../site/src/words/class.fr.ts';

const machine = (containerId: string, kind: string, seatId: string | undefined): StoredMachine => ({
  containerId,
  workshopId: 'w1',
  seatId,
  name: kind === 'server' ? 'permanence' : 'desktop',
  kind,
  terminals: [],
});

test('the seat whose machine it is is told, by machine, once in a while, in words that exist', () => {
  const told: [string, LiveFromRunner][] = [];
  let now = 0;
  const happened = createOutOfMemory({
    machines: () => [
      machine('a', 'desktop', 'camille'),
      machine('b', 'server', 'dominique'),
      machine('c', 'desktop', undefined),
    ],
    serverKind: 'server',
    publish: (seat, frame) => told.push([seat, frame]),
    now: () => now,
  });
  for (const id of ['a', 'a', 'b', 'c', 'unknown']) happened(id);
  now = 14_000;
  happened('a');
  now = 16_000;
  happened('a');
  const codes = told.map(([seat, frame]) => [seat, 'code' in frame && frame.code]);
  expect(codes).toEqual([
    ['camille', 'desktop-out-of-memory'],
    ['dominique', 'server-out-of-memory'],
    ['camille', 'desktop-out-of-memory'],
  ]);
  for (const [, code] of codes)
    for (const words of [fr, en]) expect(words.notices[String(code)]).toBeTypeOf('string');
  expect(told[1]?.[1]).toMatchObject({ about: 'permanence' });
});
