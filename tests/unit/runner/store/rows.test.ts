// Does the store give back what it was given, and forget what it was told to forget?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../../runner/store/open-store.ts';
import type { Seat, Store, Workshop } from '../../../../runner/store/store.ts';

let dir: string;
let store: Store;
const workshop = (id: string): Workshop => ({
  id,
  title: 'Séance',
  language: 'en',
  joinCode: `code ${id}`,
  seats: 3,
  openedAt: 10,
  endsAt: 99,
  endedAt: undefined,
});
const seat = (id: string, workshopId: string): Seat => ({
  id,
  workshopId,
  pseudonym: id.toUpperCase(),
  pseudonymFold: id,
  personalCode: `p ${id}`,
  joinedAt: 1,
});
const hash = (n: number) => new Uint8Array(32).fill(n);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'boite-rows-'));
  store = openStore(dir, () => 1234);
  store.createWorkshop(workshop('w1'));
  store.createWorkshop(workshop('w2'));
  store.addSeat(seat('s1', 'w1'));
  store.addSeat(seat('s2', 'w2'));
});
afterEach(() => {
  store.close();
  rmSync(dir, { recursive: true });
});

test('workshops and seats come back as they were', () => {
  expect(store.getWorkshop('w1')).toEqual(workshop('w1'));
  expect(store.seatsOf('w1')).toEqual([seat('s1', 'w1')]);
  expect(store.getSeat('nobody')).toBeUndefined();
  store.endWorkshop('w1', 50);
  store.endWorkshop('w1', 60);
  expect(store.getWorkshop('w1')?.endedAt).toBe(50);
  expect([store.openWorkshops().map((w) => w.id), store.endedWorkshops().map((w) => w.id)]).toEqual([
    ['w2'],
    ['w1'],
  ]);
});

test('one pseudonym per workshop, the same one in two workshops', () => {
  expect(store.addSeat({ ...seat('s3', 'w1'), pseudonymFold: 's1' })).toBe(false);
  expect(store.addSeat({ ...seat('s4', 'w2'), pseudonymFold: 's1' })).toBe(true);
  expect(store.getSeat('s3')).toBeUndefined();
});

test('a seat keeps its sixteen newest tokens', () => {
  for (let n = 1; n <= 20; n++) store.addSeatToken(hash(n), 's1', n);
  const known = Array.from({ length: 20 }, (_, i) => store.seatByToken(hash(i + 1))?.id);
  expect(known.filter(Boolean)).toHaveLength(16);
  expect([known[0], known[3], known[4], known[19]]).toEqual([undefined, undefined, 's1', 's1']);
  store.dropSeatToken(hash(20));
  expect(store.seatByToken(hash(20))).toBeUndefined();
});

test('the first pass of a step counts, until progress is forgotten', () => {
  store.passStep('s1', 'lab', 'one', 'trainee');
  store.passStep('s1', 'lab', 'one', 'solution');
  store.passStep('s1', 'other', 'one', 'solution');
  expect(store.passedSteps('s1', 'lab')).toEqual([{ step: 'one', by: 'trainee', at: 1234 }]);
  store.forgetProgress('s1', 'lab');
  expect([store.passedSteps('s1', 'lab'), store.passedSteps('s1', 'other').length]).toEqual([[], 1]);
});

test('a machine waits in the pool, is given to a seat, and is never in both', () => {
  store.addMachine({ containerId: 'c1', workshopId: 'w1', kind: 'desktop', name: 'desktop' });
  store.addMachine({ containerId: 'c2', workshopId: 'w1', kind: 'desktop', name: 'desktop' });
  store.assignMachine('c1', 's1', 'desktop');
  store.setTerminals('c1', ['2', '4']);
  expect(store.poolMachines('w1').map((m) => m.containerId)).toEqual(['c2']);
  expect(store.machinesOf('s1')).toEqual([
    {
      containerId: 'c1',
      workshopId: 'w1',
      seatId: 's1',
      name: 'desktop',
      kind: 'desktop',
      terminals: ['2', '4'],
    },
  ]);
  store.removeSeat('s1');
  expect([store.poolMachines('w1').length, store.allMachines().map((m) => m.containerId)]).toEqual([
    1,
    ['c2'],
  ]);
});

test('removing a workshop leaves no row of it, and every row of the other', () => {
  for (const [w, s, n] of [
    ['w1', 's1', 1],
    ['w2', 's2', 2],
  ] as const) {
    store.addSeatToken(hash(n), s, 1);
    store.addTrainerToken(hash(n), w, 'session', 1);
    store.rememberOpenedLab(s, 'lab');
    store.passStep(s, 'lab', 'one', 'trainee');
    store.addMachine({ containerId: `c${n}`, workshopId: w, kind: 'desktop', name: 'd' });
    store.addMachine({ containerId: `p${n}`, workshopId: w, kind: 'desktop', name: 'd' });
    store.assignMachine(`c${n}`, s, 'desktop');
    store.keepClassState(w, '{}');
    store.raiseHand(s, 1);
    store.beginStep(s, 'lab', 'one', 1);
    store.logHelp(s, { at: 1, by: 'Ana', what: 'asked' });
    store.keepInternetState(w, 'names', 'older');
    store.keepInternetState(w, 'names', `{"n":${n}}`);
  }
  expect([store.internetState('w1', 'names'), store.internetState('w1', 'other')]).toEqual([
    '{"n":1}',
    undefined,
  ]);
  expect(store.countRows('w1')).toBe(13);
  store.removeWorkshop('w1');
  expect([store.countRows('w1'), store.countRows('w2')]).toEqual([0, 13]);
  store.close();
  const db = new DatabaseSync(join(dir, 'state.db'));
  const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n;
  const tables = [
    'workshops',
    'seats',
    'seat_tokens',
    'trainer_tokens',
    'opened_labs',
    'progress',
    'machines',
    'internet_state',
    'class_state',
    'seat_class',
    'step_times',
    'help_log',
  ];
  expect(tables.map(count)).toEqual([1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1]);
  db.close();
  store = openStore(dir);
  store.removeWorkshop('w2');
  expect([store.allMachines(), store.openWorkshops(), store.seatByToken(hash(2))]).toEqual([
    [],
    [],
    undefined,
  ]);
});
