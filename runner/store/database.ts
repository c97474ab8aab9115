// How is the one SQLite file opened so that a crash loses nothing and a second runner is refused (F-26, F-27)?
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './schema.ts';
import { StoreError } from './store-error.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const SQLITE = { busy: 5, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 } as const;

/** The primary code of an error of SQLite, or undefined: the low byte of the extended one. */
function sqliteCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/**
 * Opens `state.db` in the directory, alone: EXCLUSIVE locking holds the kernel's lock on the file for as long as this process lives, so a
 * second runner is refused and a killed one leaves nothing stale. `state.lock` (pid and boot id) only tells the second who the first is.
 */
export function openDatabase(dir: string): DatabaseSync {
  const file = join(dir, 'state.db');
  let db: DatabaseSync | undefined;
  try {
    // Made by us first: SQLite would make it readable by everybody; its write-ahead log takes the same rights.
    closeSync(openSync(file, 'a', 0o600));
    db = new DatabaseSync(file);
    takeAlone(db, dir);
    migrate(db, file);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof StoreError) throw error;
    throw explain(error, dir, file);
  }
}

function takeAlone(db: DatabaseSync, dir: string): void {
  const lockFile = join(dir, 'state.lock');
  db.exec('PRAGMA busy_timeout = 200');
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('BEGIN IMMEDIATE; COMMIT');
  } catch (error) {
    if (sqliteCode(error) !== SQLITE.busy) throw error;
    throw new StoreError({ kind: 'second-runner', dir, pid: readPid(lockFile) }, { cause: error });
  }
  // FULL: a commit is on the disk when the call returns; NORMAL could lose the last ones with the power.
  // Secure delete: what a purge removes is overwritten, not only forgotten.
  db.exec(
    'PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON',
  );
  writeFileSync(lockFile, `${process.pid} ${bootId()}\n`, { mode: 0o600 });
}

/** Changes at each boot of the machine, so a pid of an earlier boot is recognised as meaningless. */
function bootId(): string {
  const file = '/proc/sys/kernel/random/boot_id';
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
}

function readPid(lockFile: string): string {
  if (!existsSync(lockFile)) return '?';
  const [pid, boot] = readFileSync(lockFile, 'utf8').trim().split(' ');
  return pid !== undefined && /^\d+$/.test(pid) && boot === bootId() ? pid : '?';
}

/**
 * Brings the schema up to date, one transaction per step, after a copy of the file as it was (`<file>.before-<new version>`).
 * Throws `StoreError` `newer-schema`; a step that fails leaves the database as it was before that step.
 */
export function migrate(db: DatabaseSync, file: string, steps: readonly string[] = MIGRATIONS): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (version > steps.length)
    throw new StoreError({ kind: 'newer-schema', file, found: version, known: steps.length });
  if (version > 0 && version < steps.length) backUp(db, `${file}.before-${steps.length}`);
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(`${step}; PRAGMA user_version = ${index + 1}`);
      db.exec('COMMIT');
    } catch (error) {
      // A full disk has made SQLite roll back by itself; a second time would hide why.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}

/** VACUUM INTO, and not a copy of the file: what is still in the write-ahead log comes along. */
function backUp(db: DatabaseSync, target: string): void {
  if (existsSync(target)) return;
  db.prepare('VACUUM INTO ?').run(target);
  chmodSync(target, 0o600);
}

/**
 * What was deleted leaves the disk: the write-ahead log, which still shows how it was, is brought in and emptied; copies of earlier versions go, for
 * they hold what somebody was told is erased.
 */
export function eraseTraces(db: DatabaseSync, dir: string): void {
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  for (const name of readdirSync(dir)) if (/^state\.db\.before-\d+$/.test(name)) rmSync(join(dir, name));
}

function explain(error: unknown, dir: string, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return new StoreError({ kind: 'disk-full', dir }, { cause: error });
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'EISDIR')
    return new StoreError({ kind: 'not-writable', dir }, { cause: error });
  switch (sqliteCode(error)) {
    case SQLITE.busy:
      return new StoreError({ kind: 'second-runner', dir, pid: '?' }, { cause: error });
    case SQLITE.readonly:
    case SQLITE.cantopen:
      return new StoreError({ kind: 'not-writable', dir }, { cause: error });
    case SQLITE.corrupt:
    case SQLITE.notadb:
      return new StoreError({ kind: 'damaged', file }, { cause: error });
    case SQLITE.full:
      return new StoreError({ kind: 'disk-full', dir }, { cause: error });
    default:
      return error;
  }
}

/** Gives a write's error back as `disk-full` when that is what it is (F-18); anything else is passed on as it came. */
export function explainWrite(error: unknown, dir: string): unknown {
  return sqliteCode(error) === SQLITE.full
    ? new StoreError({ kind: 'disk-full', dir }, { cause: error })
    : error;
}
