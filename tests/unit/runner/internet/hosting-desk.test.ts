// Does a rented server come, stop, come back and go as its owner is told, whatever happens to the engine or the runner meanwhile?
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type Accounts,
  ALLOWANCE_CENTS,
  createAccounts,
} from '../../../../runner/internet/counters/account.ts';
import type { Keep } from '../../../../runner/internet/counters/ports.ts';
import { createHostingDesk, type HostingDesk } from '../../../../runner/internet/hosting-desk.ts';
import { DAY } from '../../../../runner/internet/registry/instant.ts';
import { hostsViewSchema, type OrderRequest, type ServerDeed } from '../../../../runner/protocol/counters.ts';
import { createStartQueue } from '../../../../runner/workshop/start-queue.ts';
import { CAMILLE, memoryKeep, SACHA } from '../../../doubles/fake-counters.ts';
import { FakeServerMaker } from '../../../doubles/fake-server-maker.ts';

const KEY = `ssh-ed25519 ${'A'.repeat(68)} camille@poste`;

let keeps: { hosting: Keep; accounts: Keep };
let now: number;
let maker: FakeServerMaker;
let accounts: Accounts;
let desk: HostingDesk;
let failures: string[];

function open(waiting = 0): void {
  accounts = createAccounts(keeps.accounts);
  desk = createHostingDesk({
    maker,
    accounts,
    line: createStartQueue(1),
    keep: keeps.hosting,
    now: () => now,
    namesAt: (address) => [`at-${address}`],
    waiting,
    reserved: new Set(['desktop', 'serveur-du-lab']),
    changed: () => {},
    failed: (what) => failures.push(what),
  });
}

beforeEach(() => {
  keeps = { hosting: memoryKeep(), accounts: memoryKeep() };
  now = Date.parse('2026-03-02T09:00:00Z');
  maker = new FakeServerMaker();
  failures = [];
  open();
});

/** Lets what was begun come to rest. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

const ORDER: OrderRequest = { offer: 'vps-ruche-exemple', host: 'mon-serveur' };

async function order(who = CAMILLE, more: Partial<OrderRequest> = {}): Promise<string> {
  const outcome = await desk.order(who, { ...ORDER, ...more });
  await settle();
  return outcome.ok ? 'ok' : (outcome.refused[0]?.code ?? '');
}

async function act(deed: ServerDeed['do'], host = 'mon-serveur', who = CAMILLE): Promise<string> {
  const outcome = await desk.act(who, { host, do: deed });
  await settle();
  return outcome.ok ? 'ok' : (outcome.refused[0]?.code ?? '');
}

const servers = (who = CAMILLE) => hostsViewSchema.parse(desk.view(who)).servers;
const state = () => servers()[0]?.state;

describe('an order', () => {
  test('gives a server with address, password, fingerprint and names; the bill is paid', async () => {
    expect(await order()).toBe('ok');
    expect(servers()).toEqual([
      {
        host: 'mon-serveur',
        offer: 'vps-ruche-exemple',
        state: 'running',
        orderedAt: now,
        address: '198.18.20.1',
        fingerprint: 'SHA256:c1',
        sshKey: false,
        names: ['at-198.18.20.1'],
      },
    ]);
    const password = desk.password(CAMILLE, 'mon-serveur');
    expect(password).toMatchObject({
      ok: true,
      password: expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/),
    });
    expect(maker.orders).toEqual([
      { rootPassword: password.ok ? password.password : '', timeZone: 'Europe/Paris' },
    ]);
    expect(desk.view(CAMILLE).account.balance).toBe(ALLOWANCE_CENTS - 600);
  });

  test('what the offer sells is what is made', async () => {
    await order(CAMILLE, { offer: 'vps-rhin-exemple' });
    expect(maker.plans[0]).toMatchObject({ memoryMiB: 512, cpus: 1, timeZone: 'Europe/Berlin' });
    expect(desk.view(CAMILLE).account.balance).toBe(ALLOWANCE_CENTS - 450 - 500);
  });

  test('shows its place in the line, then that it starts', async () => {
    let go = () => {};
    maker.gate = new Promise((resolve) => {
      go = resolve;
    });
    await order();
    await order(SACHA);
    expect([state(), servers(SACHA)[0]?.state, servers(SACHA)[0]?.position]).toEqual([
      'starting',
      'ordered',
      1,
    ]);
    go();
    await settle();
    expect([state(), servers(SACHA)[0]?.state]).toEqual(['running', 'running']);
  });

  test.each([
    ['offer-unknown', { offer: 'x' }],
    ['offer-not-orderable', { offer: 'dedie-exemple' }],
    ['host-unreadable', { host: 'a;b' }],
    ['host-unreadable', { host: '*.x' }],
    ['host-unreadable', { host: 'a'.repeat(200) }],
    ['host-unreadable', { host: 'a\n$INCLUDE' }],
    ['host-reserved', { host: 'Desktop' }],
    ['host-reserved', { host: 'serveur-du-lab' }],
    ['password-length', { password: 'court' }],
    ['password-signs', { password: 'mot de passe' }],
    ['password-signs', { password: 'secret\nroot:x' }],
    ['ssh-key-unreadable', { sshKey: 'ssh-rsa ???' }],
    ['ssh-key-private', { sshKey: '-----BEGIN OPENSSH PRIVATE KEY-----' }],
  ])('is refused: %s', async (code, more) => {
    expect(await order(CAMILLE, more)).toBe(code);
    expect([servers(), maker.did]).toEqual([[], []]);
    expect(desk.view(CAMILLE).account.balance).toBe(ALLOWANCE_CENTS);
  });

  test('a key and a password of one’s own are handed over', async () => {
    expect(await order(CAMILLE, { password: 'Correct-cheval-7', sshKey: `  ${KEY}\n` })).toBe('ok');
    expect(maker.orders[0]).toMatchObject({ rootPassword: 'Correct-cheval-7', sshKey: KEY });
    expect(servers()[0]?.sshKey).toBe(true);
  });

  test('three at most, each with its own name; somebody else may use the same', async () => {
    expect(await order()).toBe('ok');
    expect(await order()).toBe('host-taken');
    expect(await order(CAMILLE, { host: 'deux' })).toBe('ok');
    expect(await order(CAMILLE, { host: 'trois' })).toBe('ok');
    expect(await order(CAMILLE, { host: 'quatre' })).toBe('too-many-servers');
    expect(await order(SACHA)).toBe('ok');
  });

  test('many at once keep to the limit and to the purse', async () => {
    const codes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => desk.order(CAMILLE, { ...ORDER, host: `serveur-${n}` })),
    );
    expect(codes.filter(({ ok }) => ok)).toHaveLength(3);
    await settle();
    expect(maker.plans).toHaveLength(3);
  });

  test('no money, no room: said, and nothing is made', async () => {
    maker.room = false;
    expect(await order()).toBe('no-room');
    maker.room = true;
    accounts.book(CAMILLE.seatId, { at: now, what: 'rent', about: '', cents: 100 - ALLOWANCE_CENTS });
    expect(await order()).toBe('no-money');
    expect(maker.did).toEqual([]);
  });

  test('a server that could not be made is lost, paid back, leaves nothing behind, and can be tried again', async () => {
    maker.broken = 'fulfil';
    await order();
    expect([state(), failures, maker.did.at(-1)]).toEqual(['lost', ['make server'], 'remove c1']);
    expect(desk.view(CAMILLE).account.balance).toBe(ALLOWANCE_CENTS);
    maker.broken = undefined;
    expect(await act('reinstall')).toBe('ok');
    expect(state()).toBe('running');
  });
});

describe('what one does with a server', () => {
  beforeEach(() => order());

  test('off and on again', async () => {
    expect(await act('stop')).toBe('ok');
    expect(state()).toBe('off');
    expect(await act('reboot')).toBe('server-state');
    expect(await act('start')).toBe('ok');
    expect(state()).toBe('running');
  });

  test('a reboot comes back by itself, with the same container', async () => {
    expect(await act('reboot')).toBe('ok');
    expect([state(), maker.did.slice(-2)]).toEqual(['running', ['stop c1', 'boot c1']]);
  });

  test('`reboot` typed in the server comes back by itself; `poweroff` stays off; a crash is off and can be started', async () => {
    for (const [why, then] of [
      ['reboot', 'running'],
      ['off', 'off'],
      ['crash', 'off'],
    ] as const) {
      if (state() === 'off') await act('start');
      maker.why = why;
      maker.running.delete('c1');
      desk.stopped('c1', false);
      await settle();
      expect([why, state()]).toEqual([why, then]);
    }
  });

  test('reinstalled: a new container, the same address, password and key; nothing is paid again', async () => {
    const { account } = desk.view(CAMILLE);
    expect(await act('reinstall')).toBe('ok');
    expect(maker.did).toContain('remove c1');
    expect(servers()[0]).toMatchObject({
      state: 'running',
      address: '198.18.20.1',
      fingerprint: 'SHA256:c2',
    });
    expect(maker.orders[1]).toEqual(maker.orders[0]);
    expect(desk.view(CAMILLE).account).toEqual(account);
  });

  test('deleted: gone, and its place is free', async () => {
    expect(await act('delete')).toBe('ok');
    expect([servers(), maker.did.at(-1)]).toEqual([[], 'remove c1']);
    expect(await act('start')).toBe('server-unknown');
    expect(await order()).toBe('ok');
  });

  test('the next server gets an address that nobody here has logged in to, as long as there is one', async () => {
    await act('delete');
    await order();
    expect(servers()[0]?.address).toBe('198.18.20.2');
    maker.addresses = 2;
    await act('delete');
    expect([await order(), servers()[0]?.address]).toEqual(['ok', '198.18.20.1']);
  });

  test('stopped because it fills the disk: off, its owner is told why until it is started again', async () => {
    desk.overflows('c1');
    maker.running.delete('c1');
    desk.stopped('c1', false);
    await settle();
    expect(servers()[0]).toMatchObject({ state: 'off', full: true });
    await act('start');
    expect([state(), servers()[0]?.full]).toEqual(['running', undefined]);
  });

  test('taken back: gone, whatever its contract owed, and its money is back', async () => {
    await order(CAMILLE, { host: 'deux', offer: 'vps-baie-exemple' });
    now += 60 * DAY;
    expect(desk.hostsOf(CAMILLE.seatId)).toEqual(['mon-serveur', 'deux']);
    await desk.withdraw(CAMILLE.seatId, 'deux');
    await desk.withdraw(CAMILLE.seatId, 'deux');
    await desk.withdraw(SACHA.seatId, 'mon-serveur');
    expect([servers().map(({ host }) => host), maker.did.at(-1)]).toEqual([['mon-serveur'], 'remove c2']);
    expect(desk.view(CAMILLE).account.balance).toBe(ALLOWANCE_CENTS - 3 * 600);
  });

  test('deleted while it is being made: what arrives late is removed and nothing comes back', async () => {
    let go = () => {};
    maker.gate = new Promise((resolve) => {
      go = resolve;
    });
    await order(CAMILLE, { host: 'deux' });
    expect(await act('delete', 'deux')).toBe('ok');
    go();
    await settle();
    expect(servers().map(({ host }) => host)).toEqual(['mon-serveur']);
    expect([maker.running.has('c2') && !maker.did.includes('remove c2'), failures]).toEqual([false, []]);
  });

  test("another's server is nobody's: no act, no password, no console", async () => {
    expect(await act('delete', 'mon-serveur', SACHA)).toBe('server-unknown');
    expect(desk.password(SACHA, 'mon-serveur')).toMatchObject({ ok: false });
    await expect(desk.terminal(SACHA.seatId, 'mon-serveur', '1')).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(state()).toBe('running');
  });

  test('rent follows the séance’s clock, and leaving a contract early costs what it owed', async () => {
    await order(CAMILLE, { host: 'deux', offer: 'vps-baie-exemple' });
    const { balance } = desk.view(CAMILLE).account;
    now += 30 * DAY;
    expect(desk.view(CAMILLE).account.balance).toBe(balance - 600 - 250);
    expect(desk.view(CAMILLE).account.balance).toBe(balance - 600 - 250);
    await act('delete', 'deux');
    expect(desk.view(CAMILLE).account.entries.at(-1)).toMatchObject({
      what: 'notice',
      about: 'deux',
      cents: -2500,
    });
  });
});

describe('the console', () => {
  test('is one terminal through a reboot', async () => {
    await order();
    const first = await desk.terminal(CAMILLE.seatId, 'mon-serveur', '1');
    maker.shells[0]?.print('login: ');
    expect(first.screenTail()).toContain('login:');
    await act('reboot');
    maker.shells.at(-1)?.print('login again: ');
    expect(await desk.terminal(CAMILLE.seatId, 'mon-serveur', '1')).toBe(first);
    expect(first.screenTail()).toContain('login again:');
    expect(first.ended).toBe(false);
  });

  test('is refused while the server is off, ends with it, and is the only terminal', async () => {
    await order();
    const terminal = await desk.terminal(CAMILLE.seatId, 'mon-serveur', '1');
    await expect(desk.terminal(CAMILLE.seatId, 'mon-serveur', '2')).rejects.toMatchObject({
      code: 'not-found',
    });
    await act('stop');
    await expect(desk.terminal(CAMILLE.seatId, 'mon-serveur', '1')).rejects.toMatchObject({
      code: 'machine-not-ready',
    });
    await act('delete');
    expect(terminal.ended).toBe(true);
  });
});

describe('a restart of the runner', () => {
  test('finds servers as they are; one that its owner wants on is started, one that was off stays off', async () => {
    await order();
    await order(CAMILLE, { host: 'deux' });
    await order(CAMILLE, { host: 'trois' });
    await act('stop', 'deux');
    const password = desk.password(CAMILLE, 'trois');
    // The host's power failed: nothing runs.
    maker.running.clear();
    open();
    desk.adopt((id) => (id === 'c1' ? undefined : false));
    await settle();
    expect(servers().map(({ host, state: is }) => [host, is])).toEqual([
      ['mon-serveur', 'lost'],
      ['deux', 'off'],
      ['trois', 'running'],
    ]);
    expect(desk.password(CAMILLE, 'trois')).toEqual(password);
  });

  test('an order that was not made yet is made', async () => {
    let go = () => {};
    maker.gate = new Promise((resolve) => {
      go = resolve;
    });
    await order();
    await order(CAMILLE, { host: 'deux' });
    const old = maker;
    maker = new FakeServerMaker();
    open();
    desk.adopt(() => true);
    await settle();
    expect(servers().map(({ host, state: is }) => [host, is])).toEqual([
      ['mon-serveur', 'running'],
      ['deux', 'running'],
    ]);
    // The first had a container that had not taken its order: its password was not set.
    expect(maker.plans.map(({ host }) => host).sort()).toEqual(['deux', 'mon-serveur']);
    expect(maker.did).toContain('remove c1');
    go();
    expect(old.plans).toHaveLength(1);
  });

  test('when a seat ends its servers go, and no others', async () => {
    await order();
    await order(SACHA);
    await desk.endSeat(CAMILLE.seatId);
    expect([servers(), servers(SACHA).length, maker.running]).toEqual([[], 1, new Set(['c2'])]);
    expect(keeps.hosting.load()).not.toContain(CAMILLE.seatId);
  });
});

describe('servers that wait', () => {
  beforeEach(() => open(2));

  test('come when somebody looks at the offers; an order is handed one, with its name and its limits, and the next one comes', async () => {
    await settle();
    expect(maker.did).toEqual([]);
    desk.view(SACHA);
    await settle();
    expect(maker.did).toEqual(['prepare w1 198.18.20.1', 'prepare w2 198.18.20.2']);
    expect(await order(CAMILLE, { offer: 'vps-rhin-exemple', sshKey: KEY })).toBe('ok');
    expect(maker.did.slice(2)).toEqual([
      `assign w1 ${CAMILLE.seatId} mon-serveur`,
      'fulfil w1',
      'settle w1 mon-serveur 512 1',
      'prepare w3 198.18.20.3',
    ]);
    expect(maker.orders[0]).toMatchObject({ sshKey: KEY, timeZone: 'Europe/Berlin' });
    expect(servers()[0]).toMatchObject({
      state: 'running',
      address: '198.18.20.1',
      fingerprint: 'SHA256:w1',
    });
    expect(desk.runningContainers()).toEqual(['w1', 'w2', 'w3']);
  });

  test('are called by their owner’s name at every start', async () => {
    desk.view(CAMILLE);
    await settle();
    await order();
    await act('reboot');
    expect(maker.did).toContain('boot w1 mon-serveur');
    await act('reinstall');
    await act('reboot');
    // Made for its owner from the start.
    expect(maker.did.at(-1)).toMatch(/^boot c\d+$/);
  });

  test('one that cannot be handed over is removed, and a server is made in its place, at its address', async () => {
    desk.view(CAMILLE);
    await settle();
    maker.broken = 'settle';
    expect(await order()).toBe('ok');
    expect([state(), servers()[0]?.address, servers()[0]?.fingerprint]).toEqual([
      'running',
      '198.18.20.1',
      'SHA256:c3',
    ]);
    expect([maker.running.has('w1'), failures]).toEqual([false, ['hand over waiting server']]);
  });

  test('one that stops is replaced; an order for WordPress is made', async () => {
    desk.view(CAMILLE);
    await settle();
    desk.stopped('w1', false);
    await order(CAMILLE, { system: 'wordpress' });
    expect(maker.did).toContain('remove w1');
    expect([servers()[0]?.address, maker.plans[0]?.system]).toEqual(['198.18.20.3', 'wordpress']);
    desk.view(CAMILLE);
    await settle();
    expect(maker.did.at(-1)).toBe('prepare w4 198.18.20.4');
  });

  test('where memory is short none is made, and those that wait make room', async () => {
    desk.view(CAMILLE);
    await settle();
    maker.room = false;
    desk.view(CAMILLE);
    await settle();
    expect(maker.running).toEqual(new Set());
    expect(await order()).toBe('no-room');
  });

  test('where a server cannot take a name after its boot, every order is made', async () => {
    maker.nobodyWaits = true;
    desk.view(CAMILLE);
    await settle();
    expect([await order(), state()]).toEqual(['ok', 'running']);
    expect(maker.plans).toHaveLength(1);
  });

  test('go with the séance, also one that is on its way', async () => {
    desk.view(CAMILLE);
    await desk.close();
    desk.view(CAMILLE);
    await settle();
    expect([maker.did.filter((one) => one.startsWith('prepare')).length, maker.running]).toEqual([
      1,
      new Set(),
    ]);
  });

  test('after a restart those that waited are removed, and an order that was being handed over is made anew', async () => {
    desk.view(CAMILLE);
    await settle();
    let never: Promise<void> | undefined;
    maker.settle = () => {
      never = new Promise(() => {});
      return never;
    };
    await order();
    expect([state(), never]).toEqual(['starting', expect.any(Promise)]);
    maker = Object.assign(new FakeServerMaker(), { strays: ['w1', 'w2'] });
    open(2);
    desk.adopt(() => true);
    await settle();
    expect(maker.did.filter((one) => one.startsWith('remove')).sort()).toEqual(['remove w1', 'remove w2']);
    expect([state(), servers()[0]?.fingerprint]).toEqual(['running', 'SHA256:c1']);
  });
});
