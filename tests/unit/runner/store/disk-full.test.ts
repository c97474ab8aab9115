// When the disk is full, is that what the store says, and is what was there still there (F-18)?
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { queriesOf } from '../../../../runner/store/queries.ts';
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
