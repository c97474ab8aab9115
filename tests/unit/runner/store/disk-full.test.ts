// When the disk is full, is that what the store says, and is what was there still there (F-18)?
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { looksOurs } from '../../../../runner/purge/data-folder.ts';
import { explainWrite, migrate } from '../../../../runner/store/database.ts';
import { openStore } from '../../../../runner/store/open-store.ts';
import { queriesOf } from '../../../../runner/store/queries.ts';
import { keepReserve } from '../../../../runner/store/reserve.ts';
import { StoreError } from '../../../../runner/store/store-error.ts';

test('a write that finds no room is « disk full », and reading goes on', () => {
  const db = new DatabaseSync(':memory:');
  // The engine's own way to run out of room: no page beyond the fifth.
  db.exec('CREATE TABLE a (x); PRAGMA max_page_count = 5');
  const q = queriesOf(db, '/srv/data');
  q.run('INSERT INTO a VALUES (?)', 'kept');
  let thrown: unknown;
  try {
    for (let i = 0; i < 1000; i++) q.run('INSERT INTO a VALUES (?)', 'x'.repeat(500));
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(StoreError);
  expect(thrown instanceof StoreError && thrown.problem).toEqual({ kind: 'disk-full', dir: '/srv/data' });
  expect(q.one('SELECT x FROM a LIMIT 1')).toEqual({ x: 'kept' });
});

test('a write that finds no room is tried again when the reserve gave some back', () => {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE a (x); PRAGMA max_page_count = 5');
  let asked = 0;
  const q = queriesOf(db, '/srv/data', () => {
    asked += 1;
    if (asked === 1) db.exec('PRAGMA max_page_count = 50');
    return asked === 1;
  });
  for (let i = 0; i < 100; i++) q.run('INSERT INTO a VALUES (?)', 'x'.repeat(500));
  expect(asked).toBe(1);
  expect(q.one('SELECT count(*) AS n FROM a')).toEqual({ n: 100 });
  expect(() => {
    for (let i = 0; i < 1000; i++) q.run('INSERT INTO a VALUES (?)', 'x'.repeat(500));
  }).toThrow(StoreError);
});

test('a first start on a full disk says so, though SQLite has rolled back by itself', () => {
  const db = new DatabaseSync(':memory:');
  db.exec('PRAGMA max_page_count = 5');
  const step = 'CREATE TABLE a (x); INSERT INTO a VALUES (zeroblob(100000))';
  let thrown: unknown;
  try {
    migrate(db, '/srv/data/state.db', [step]);
  } catch (error) {
    thrown = error;
  }
  expect(explainWrite(thrown, '/srv/data')).toMatchObject({ problem: { kind: 'disk-full' } });
});

describe('the reserve', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'boite-reserve-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const found = () => statSync(join(dir, 'state.reserve'), { throwIfNoEntry: false });

  test('takes real room, gives it back once, and is made again at the next start', () => {
    const reserve = keepReserve(dir, 3_000_000);
    expect([found()?.size, reserve.released]).toEqual([3_000_000, false]);
    expect((found()?.blocks ?? 0) * 512).toBeGreaterThan(2_900_000);
    expect([reserve.release(), found(), reserve.released]).toEqual([true, undefined, true]);
    expect(reserve.release()).toBe(false);
    keepReserve(dir, 3_000_000);
    expect(found()?.size).toBe(3_000_000);
  });

  test('belongs to a data folder of ours, and the store says when it was needed', async () => {
    const store = openStore(dir, Date.now, 1000);
    expect([found()?.size, store.diskIsFull()]).toEqual([1000, false]);
    store.close();
    expect(await looksOurs(dir)).toBe(true);
  });
});
