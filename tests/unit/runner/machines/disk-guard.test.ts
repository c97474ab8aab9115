// Is who fills the disk stopped, and nobody else; and may it make room once it is started again?
import { beforeEach, describe, expect, test } from 'vitest';
import {
  createDiskGuard,
  type DiskFacts,
  type DiskGuard,
  FLOORS,
} from '../../../../runner/machines/disk-guard.ts';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
const LIMIT = 3 * GIB;
const ROOMY: DiskFacts = { freeBytes: 50 * GIB, freeInodes: 0.9 };

let written: Map<string, number | undefined>;
let disk: DiskFacts | undefined;
let stopped: string[];
let told: string[];
let now: number;
let rounds: number;
let guard: DiskGuard;

beforeEach(() => {
  written = new Map([
    ['calm', 20 * MIB],
    ['busy', 900 * MIB],
  ]);
  disk = ROOMY;
  [stopped, told, now, rounds] = [[], [], 0, 0];
  guard = createDiskGuard({
    async machines() {
      rounds += 1;
      return [...written.keys()].map((id) => ({ id, limitBytes: LIMIT }));
    },
    async written(id) {
      const bytes = written.get(id);
      if (bytes === -1) throw new Error('the walk took too long');
      return bytes;
    },
    disk: async () => disk,
    async stop(id) {
      stopped.push(id);
      written.delete(id);
    },
    overflows: (id) => told.push(id),
    failed: () => {},
    now: () => now,
  });
});

const later = async (ms = 30_000) => {
  now += ms;
  await guard.look();
};

describe('who writes more than a machine may', () => {
  test('is told and stopped, and nobody else is', async () => {
    await guard.look();
    expect(stopped).toEqual([]);
    written.set('busy', LIMIT + 1);
    await later();
    expect([told, stopped]).toEqual([['busy'], ['busy']]);
  });

  test('may make room once it is started again, and not go on', async () => {
    written.set('busy', 4 * GIB);
    await later();
    written.set('busy', 4 * GIB + 100 * MIB);
    await later();
    expect(stopped).toEqual(['busy']);
    written.set('busy', 4 * GIB + 200 * MIB);
    await later();
    expect(stopped).toEqual(['busy', 'busy']);
  });

  test('one that is gone meanwhile is no trouble', async () => {
    written.set('gone', undefined);
    await later();
    expect(stopped).toEqual([]);
  });
});

describe('a disk that is nearly full', () => {
  test('has no room for one more machine, then stops who wrote most, one at a time', async () => {
    disk = { ...ROOMY, freeBytes: FLOORS.admit.freeBytes - 1 };
    await guard.look();
    expect([guard.roomy(), stopped]).toEqual([false, []]);
    disk = { ...ROOMY, freeBytes: FLOORS.stop.freeBytes - 1 };
    await later(2_000);
    expect(stopped).toEqual(['busy']);
    await later(2_000);
    // The other wrote next to nothing: something else fills this disk.
    expect(stopped).toEqual(['busy']);
    disk = ROOMY;
    await later(2_000);
    expect(guard.roomy()).toBe(true);
  });

  test('of files rather than bytes: who has too many to be counted is stopped', async () => {
    written.set('many', -1);
    await later();
    expect(stopped).toEqual([]);
    disk = { ...ROOMY, freeInodes: 0.01 };
    await later(2_000);
    expect(stopped).toEqual(['many']);
  });

  test('that cannot be seen from here refuses nobody', async () => {
    disk = undefined;
    await guard.look();
    expect(guard.roomy()).toBe(true);
  });
});

test('machines are walked through every half minute, sooner when the disk fills quickly', async () => {
  await guard.look();
  await later(2_000);
  await later(2_000);
  expect(rounds).toBe(1);
  disk = { ...ROOMY, freeBytes: ROOMY.freeBytes - 2 * GIB };
  await later(2_000);
  await later(2_000);
  expect(rounds).toBe(2);
  await later(30_000);
  expect(rounds).toBe(3);
});
