// Is a data directory that cannot be used refused with a clear sentence, and one of an earlier version kept safe (F-27, T-35)?
import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../../runner/store/database.ts';
import { openStore } from '../../../../runner/store/open-store.ts';
import { StoreError, storeSentence } from '../../../../runner/store/store-error.ts';
import { wordsOf } from '../../../../runner/words/index.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'boite-store-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The sentence that opening ends with. */
function refusal(path: string): string {
  try {
    openStore(path).close();
  } catch (error) {
    if (error instanceof StoreError) return storeSentence(error, wordsOf('en'));
    throw error;
  }
  return 'opened';
}

test('only these columns are kept: no address, no e-mail, nothing typed', () => {
  openStore(dir).close();
  const db = new DatabaseSync(join(dir, 'state.db'));
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  const columns = Object.fromEntries(
    tables.map(({ name }) => [
      name,
      db
        .prepare(`SELECT name FROM pragma_table_info('${name}')`)
        .all()
        .map((row) => row.name),
    ]),
  );
  db.close();
  expect(columns).toEqual({
    class_state: ['workshop_id', 'json'],
    help_log: ['seat_id', 'at', 'by', 'what'],
    internet_state: ['workshop_id', 'part', 'json'],
    machines: ['container_id', 'workshop_id', 'seat_id', 'name', 'kind', 'terminals'],
    meta: ['key', 'value'],
    opened_labs: ['seat_id', 'lab'],
    progress: ['seat_id', 'lab', 'step', 'done_by', 'at'],
    seat_class: ['seat_id', 'trial', 'extra_ms', 'hand_at', 'hand_taken_by'],
    seat_tokens: ['hash', 'seat_id', 'made_at'],
    seats: ['id', 'workshop_id', 'pseudonym', 'pseudonym_fold', 'personal_code', 'joined_at'],
    step_times: ['seat_id', 'lab', 'step', 'begun_at', 'hints', 'hint'],
    trainer_tokens: ['hash', 'workshop_id', 'purpose', 'name', 'made_at'],
    workshops: ['id', 'title', 'language', 'join_code', 'seats', 'opened_at', 'ends_at', 'ended_at'],
  });
});

test('the database and its log are written for good, and for our eyes only', () => {
  const store = openStore(dir);
  const modes = readdirSync(dir).map((name) => [name, (statSync(join(dir, name)).mode & 0o777).toString(8)]);
  store.close();
  expect(Object.fromEntries(modes)).toMatchObject({
    'state.db': '600',
    'state.db-wal': '600',
    'state.lock': '600',
  });
});

test('the instance keeps its name', () => {
  const first = openStore(dir);
  const name = first.instanceId();
  first.close();
  const second = openStore(dir);
  expect([second.instanceId(), /^[a-z0-9]{10}$/.test(name)]).toEqual([name, true]);
  second.close();
});

test('a second runner on the same directory is refused and told who the first is', () => {
  const store = openStore(dir);
  const module = fileURLToPath(new URL('../../../../runner/store/open-store.ts', import.meta.url));
  const script = `import(${JSON.stringify(module)}).then((m) => m.openStore(${JSON.stringify(dir)})).catch((e) => { console.log(JSON.stringify(e.problem)); })`;
  const second = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(JSON.parse(second.stdout)).toEqual({ kind: 'second-runner', dir, pid: String(process.pid) });
  store.close();
  expect(refusal(dir)).toBe('opened');
});

test('a lock file that a dead runner left is taken over', () => {
  writeFileSync(join(dir, 'state.lock'), '1 of-another-boot\n');
  const store = openStore(dir);
  expect(readFileSync(join(dir, 'state.lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  store.close();
});

test('what is in the way of a directory is named', () => {
  writeFileSync(join(dir, 'file'), '');
  symlinkSync(join(dir, 'nowhere'), join(dir, 'dangling'));
  expect(refusal(join(dir, 'file'))).toContain('is not a directory');
  expect(refusal(join(dir, 'file', 'below'))).toContain('is not a directory');
  expect(refusal(join(dir, 'dangling'))).toContain('is not a directory');
  expect(refusal(join(dir, 'missing', 'below'))).toContain('cannot be made');
  expect(refusal('/proc/boite')).toMatch(/cannot be made|Cannot write/);
  expect(refusal(join(dir, 'new'))).toBe('opened');
});

test('a file that is no database, and one of a newer version, are left as they are', () => {
  const garbage = 'this is no database, but it may be precious\n'.repeat(100);
  writeFileSync(join(dir, 'state.db'), garbage);
  expect(refusal(dir)).toContain('cannot be read');
  expect(readFileSync(join(dir, 'state.db'), 'utf8')).toBe(garbage);

  rmSync(join(dir, 'state.db'));
  const db = new DatabaseSync(join(dir, 'state.db'));
  db.exec('CREATE TABLE later (x); PRAGMA user_version = 99');
  db.close();
  expect(refusal(dir)).toContain('newer version (format 99');
});

test('a database that cannot be written is refused', () => {
  openStore(dir).close();
  rmSync(join(dir, 'state.db'));
  symlinkSync('/proc/version', join(dir, 'state.db'));
  expect(refusal(dir)).toContain('Cannot write');
});

test('what is purged leaves the disk: no file of the folder holds it any more, copies of an earlier version included', () => {
  const open = openStore(dir);
  const workshop = (id: string, title: string) =>
    open.createWorkshop({
      ...{ id, title, language: 'fr', joinCode: `un-deux-trois-${id}`, seats: 3, openedAt: 1 },
      ...{ endsAt: undefined, endedAt: undefined },
    });
  workshop('old', 'Ancienne');
  workshop('new', 'Nouvelle');
  for (let n = 0; n < 50; n += 1) {
    const names = { pseudonym: `Ephemere-${n}`, pseudonymFold: `ephemere-${n}`, personalCode: `code-${n}` };
    open.addSeat({ id: `seat-${n}`, workshopId: 'old', ...names, joinedAt: 1 });
  }
  writeFileSync(join(dir, 'state.db.before-2'), 'Ephemere-7');
  const holds = (what: string) =>
    readdirSync(dir).filter((name) => readFileSync(join(dir, name), 'latin1').includes(what));
  expect(holds('Ephemere').length).toBeGreaterThan(0);
  open.removeWorkshop('old');
  expect([holds('Ephemere'), holds('ephemere'), holds('Ancienne')]).toEqual([[], [], []]);
  expect(holds('Nouvelle').length).toBeGreaterThan(0);
  open.close();
});

test('before it is changed, a database of an earlier version is copied whole; a step that fails changes nothing', () => {
  const file = join(dir, 'old.db');
  const db = new DatabaseSync(file);
  db.exec(
    "PRAGMA journal_mode = WAL; CREATE TABLE a (x); INSERT INTO a VALUES ('kept'); PRAGMA user_version = 1",
  );
  expect(() => migrate(db, file, ['', 'ALTER TABLE a ADD COLUMN y; SELECT no_such_function()'])).toThrow();
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
  migrate(db, file, ['', 'ALTER TABLE a ADD COLUMN y']);
  expect(db.prepare('SELECT * FROM a').all()).toEqual([{ x: 'kept', y: null }]);
  db.close();
  const copy = new DatabaseSync(`${file}.before-2`);
  expect(copy.prepare('SELECT * FROM a').all()).toEqual([{ x: 'kept' }]);
  copy.close();
  expect(statSync(`${file}.before-2`).mode & 0o777).toBe(0o600);
});
