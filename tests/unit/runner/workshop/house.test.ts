// What does the house of a workshop do when its class rests, wakes and ends? Machines in memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { containerSpec } from '../../../../runner/machines/hardening.ts';
import { openStore } from '../../../../runner/store/open-store.ts';
import type { Store, Workshop } from '../../../../runner/store/store.ts';
import { createHouse, type House } from '../../../../runner/workshop/house.ts';
import { putToRest } from '../../../../runner/workshop/rest.ts';
import { createWorkshops } from '../../../../runner/workshop/workshops.ts';
import { FakeEngine } from '../../../doubles/fake-engine.ts';

const NETWORK = { id: 'network', subnet: '198.18.0.0/20' };
const DESKTOP = { kind: 'desktop' } as const;

let dir: string;
let store: Store;
let engine: FakeEngine;
let workshop: Workshop;
let house: House;
let opened: boolean[];
let failures: unknown[];
let made: number;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'boite-house-'));
  store = openStore(dir);
  engine = new FakeEngine();
  engine.onShell = (shell) => shell.say('\x1b]133;B\x07');
  workshop = createWorkshops({ store, now: Date.now }).openWorkshop({
    ...{ title: 'Essai', language: 'fr', seats: 9 },
  });
  opened = [];
  failures = [];
  made = 0;
  const failed = (what: string, error: unknown) => void failures.push([what, error]);
  house = createHouse({
    engine,
    store,
    network: async () => NETWORK,
    create: ({ id, language }, _network, machine) => {
      made += 1;
      const name = `machine-${made}`;
      const place = { workshop: id, language, network: 'none', dns: ['198.18.0.2'] } as const;
      return engine.createMachine(containerSpec({ machine, image: 'desktop', name, ...place }));
    },
    probe: async () => [],
    warm: 2,
    fits: () => true,
    introduce: async () => {},
    opened: (_workshop, _network, asleep) => void opened.push(asleep),
    rest: (workshopId) => putToRest({ engine, workshopId, isShared: () => false, failed }),
    closing: async () => {},
    failed,
  });
});
afterEach(async () => {
  engine.before = () => {};
  // Waits for what is in the making.
  await house.close(workshop.id);
  store.close();
  rmSync(dir, { recursive: true });
});

const states = () => [...engine.machines.values()].map(({ state }) => state);
const warm = () => vi.waitFor(() => expect(house.warmth(workshop.id)).toEqual({ ready: 2, wanted: 2 }));

test('a class at rest has its own machines off, none that wait, and starts none; woken, it goes on with them', async () => {
  expect(await house.open(workshop)).toBe('open');
  await warm();
  const room = house.roomOf(workshop.id);
  const own = await room.acquire('camille', DESKTOP, () => {});
  await warm();
  const night = house.sleep(workshop.id);
  expect(house.state(workshop.id)).toBe('stopping');
  await night;
  expect([house.state(workshop.id), states()]).toEqual(['asleep', ['exited']]);
  await expect(room.acquire('sacha', DESKTOP, () => {})).rejects.toThrow('workshop-paused');
  await expect(room.restart('camille', own?.containerId ?? '')).rejects.toThrow('workshop-paused');
  expect(states()).toEqual(['exited']);

  expect(await house.open(workshop)).toBe('open');
  expect((await house.roomOf(workshop.id).restart('camille', own?.containerId ?? ''))?.containerId).toBe(
    own?.containerId,
  );
  await warm();
  expect(states()).toEqual(['running', 'running', 'running']);
  expect([opened, failures]).toEqual([[false, false], []]);
});

test('a house that opens is not put to rest; woken while machines still stop, it starts them after', async () => {
  const opening = house.open(workshop);
  await expect(house.sleep(workshop.id)).rejects.toThrow();
  await opening;
  await warm();
  const own = await house.roomOf(workshop.id).acquire('camille', DESKTOP, () => {});
  let stop = () => {};
  engine.before = (call) =>
    call === 'stopMachine' ? new Promise<void>((resolve) => (stop = resolve)) : undefined;
  const night = house.sleep(workshop.id);
  await vi.waitFor(() => expect(engine.calls.at(-1)).toMatch(/^stopMachine/));
  const waking = house.open(workshop);
  expect(house.state(workshop.id)).toBe('stopping');
  stop();
  await night;
  expect(await waking).toBe('open');
  expect(engine.machines.get(own?.containerId ?? '')?.state).toBe('exited');
});

test('after a start at rest nothing runs; an end takes what rests, too', async () => {
  await house.open(workshop);
  const own = await house.roomOf(workshop.id).acquire('camille', DESKTOP, () => {});
  store.assignMachine(own?.containerId ?? '', seat(), 'desktop');
  // The runner died in the middle of the stopping.
  await house.stayAsleep(workshop);
  expect([house.state(workshop.id), opened.at(-1)]).toEqual(['asleep', true]);
  expect(states().every((state) => state === 'exited')).toBe(true);
  await house.close(workshop.id);
  expect(states()).toEqual([]);
});

test('a séance that ends while its house opens leaves nothing behind', async () => {
  let create = () => {};
  engine.before = (call) =>
    call === 'createMachine' ? new Promise<void>((resolve) => (create = resolve)) : undefined;
  const opening = house.open(workshop);
  await vi.waitFor(() => expect(engine.calls.at(-1)).toMatch(/^createMachine/));
  const closing = house.close(workshop.id);
  create();
  await Promise.all([opening, closing]);
  expect([states(), store.allMachines(), failures]).toEqual([[], [], []]);
});

const seat = (): string =>
  createWorkshops({ store, now: Date.now }).join(workshop.joinCode, 'Camille').seat.id;
