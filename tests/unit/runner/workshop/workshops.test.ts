// Do séances open, resume and end as people expect?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../../runner/store/open-store.ts';
import type { Store } from '../../../../runner/store/store.ts';
import { machinesToKeep } from '../../../../runner/workshop/machines-to-keep.ts';
import { createWorkshops } from '../../../../runner/workshop/workshops.ts';

const wanted = { title: 'Séance', language: 'fr' as const, seats: 10 };
let dir: string;
let store: Store;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'boite-workshops-'));
  store = openStore(dir);
});
afterEach(() => {
  store.close();
  rmSync(dir, { recursive: true });
});

test('a restart finds the séance, the seat and the trainer again', () => {
  const before = createWorkshops({ store, now: () => 1 });
  const workshop = before.ensureDefault(wanted);
  const { token } = before.join(workshop.joinCode, 'Camille');
  const trainer = before.enter(before.trainerLink(workshop.id));
  store.close();
  store = openStore(dir);
  const after = createWorkshops({ store, now: () => 2 });
  expect(after.ensureDefault({ ...wanted, title: 'Autre' })).toEqual(workshop);
  expect(after.seatOfToken(token)?.seat.pseudonym).toBe('Camille');
  expect(after.trainerOfToken(trainer.token)?.workshop.id).toBe(workshop.id);
});

test('ending is told once, with the seats; the next start opens a new séance', () => {
  const workshops = createWorkshops({ store, now: () => 5 });
  const workshop = workshops.ensureDefault(wanted);
  workshops.join(workshop.joinCode, 'Camille');
  const told: unknown[] = [];
  workshops.onEnded((ended, seats) =>
    told.push([ended.id, ended.endedAt, seats.map((seat) => seat.pseudonym)]),
  );
  workshops.end(workshop.id);
  workshops.end(workshop.id);
  workshops.end('nothing');
  expect(told).toEqual([[workshop.id, 5, ['Camille']]]);
  expect(() => workshops.returnBy(store.seatsOf(workshop.id)[0]?.personalCode ?? '')).toThrow(
    'personal-code-unknown',
  );
  expect(workshops.ensureDefault(wanted).id).not.toBe(workshop.id);
});

test('no token is stored as it is', () => {
  const workshops = createWorkshops({ store, now: () => 1 });
  const { token } = workshops.join(workshops.ensureDefault(wanted).joinCode, 'Camille');
  expect(store.seatByToken(new TextEncoder().encode(token))).toBeUndefined();
  expect(workshops.seatOfToken(token)?.seat.pseudonym).toBe('Camille');
});

test('a runner that died while a workshop ended leaves none of its machines at the next start', () => {
  const workshops = createWorkshops({ store, now: () => 5 });
  const [over, open] = [workshops.openWorkshop(wanted), workshops.openWorkshop(wanted)];
  for (const { id } of [over, open])
    store.addMachine({ containerId: `of-${id}`, workshopId: id, kind: 'desktop', name: 'desktop' });
  workshops.end(over.id);
  expect([...machinesToKeep(store)]).toEqual([`of-${open.id}`]);
});
