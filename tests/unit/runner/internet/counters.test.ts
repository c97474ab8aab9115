// Does the registrar's counter serve, refuse and charge as its holders would expect?
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type Accounts,
  ALLOWANCE_CENTS,
  createAccounts,
} from '../../../../runner/internet/counters/account.ts';
import type { RegistrarDesk } from '../../../../runner/internet/counters/desk.ts';
import { keptNames } from '../../../../runner/internet/counters/kept-names.ts';
import { namesAt } from '../../../../runner/internet/counters/pointing.ts';
import type { Keep, Names } from '../../../../runner/internet/counters/ports.ts';
import { createCodeTries } from '../../../../runner/internet/counters/transfer-code.ts';
import { createRegistrar } from '../../../../runner/internet/counters.ts';
import { sayRefusal } from '../../../../runner/internet/registry/say.ts';
import { fr } from '../../../../runner/internet/registry/words.fr.ts';
import {
  type RegistrarDeed,
  type RegistrarView,
  registrarViewSchema,
  type ZoneView,
  zoneViewSchema,
} from '../../../../runner/protocol/counters.ts';
import { CAMILLE, memoryKeep, SACHA } from '../../../doubles/fake-counters.ts';

const NAME = 'camille-exemple.fr';

let keeps: { names: Keep; accounts: Keep };
let clock: number;
let names: Names;
let accounts: Accounts;
let desk: RegistrarDesk;

/** A runner that starts: everything is read back from what was kept. */
function start(): void {
  names = keptNames(keeps.names, () => clock);
  accounts = createAccounts(keeps.accounts);
  desk = createRegistrar({ names, accounts, tries: createCodeTries(() => clock) });
}

beforeEach(() => {
  keeps = { names: memoryKeep(), accounts: memoryKeep() };
  clock = Date.parse('2026-03-02T09:00:00Z');
  start();
});

const REGISTER: RegistrarDeed = { do: 'register', name: NAME, years: 1, holder: 'person' };

async function done(who: typeof CAMILLE, deed: RegistrarDeed): Promise<RegistrarView> {
  const outcome = await desk.act(who, deed);
  if (!outcome.ok) throw new Error(`${deed.do}: ${JSON.stringify(outcome.refused)}`);
  return registrarViewSchema.parse(outcome.view);
}

async function refusedFor(who: typeof CAMILLE, deed: RegistrarDeed): Promise<string> {
  const outcome = await desk.act(who, deed);
  return outcome.ok ? 'done' : (outcome.refused[0]?.code ?? '');
}

const record = (owner: string, type: string, value: string) => ({ owner, type, value });

async function add(who: typeof CAMILLE, ...records: ReturnType<typeof record>[]): Promise<ZoneView> {
  let zone: ZoneView | undefined;
  for (const one of records) {
    const outcome = await desk.changeZone(who, { do: 'add', name: NAME, version: 0, record: one });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refused));
    zone = zoneViewSchema.parse(outcome.zone);
  }
  if (!zone) throw new Error('no record given');
  return zone;
}

describe('registering', () => {
  test('a free name becomes mine and is paid', async () => {
    const [found] = desk.search(CAMILLE, NAME).found;
    expect(found).toMatchObject({ kind: 'free', name: NAME, tld: { zone: 'fr', prices: { register: 700 } } });
    const view = await done(CAMILLE, REGISTER);
    expect(view.names).toMatchObject([{ name: NAME, state: 'registered', inZone: true, locked: false }]);
    expect(view.account.balance).toBe(ALLOWANCE_CENTS - 700);
    expect(view.account.entries.at(-1)).toMatchObject({ what: 'register', about: NAME, cents: -700 });
    expect(desk.search(CAMILLE, NAME).found[0]).toMatchObject({ kind: 'yours' });
    expect(desk.search(SACHA, NAME).found[0]).toMatchObject({ kind: 'taken', state: 'registered' });
  });

  test('a word is looked up under every TLD, and a hostile one is refused with a sentence', () => {
    expect(desk.search(CAMILLE, 'camille-exemple').found.map((one) => one.name)).toEqual(
      ['fr', 'eu', 'org', 'com', 'net', 'paris', 'info'].map((zone) => `camille-exemple.${zone}`),
    );
    for (const hostile of ['a;b.fr', '*.x.fr', `${'a'.repeat(300)}.fr`, 'a\n$INCLUDE /etc/passwd.fr', '']) {
      const found = desk.search(CAMILLE, hostile).found;
      expect(found).toHaveLength(1);
      const [only] = found;
      if (only?.kind !== 'refused') throw new Error(`${hostile}: ${only?.kind}`);
      expect(sayRefusal(fr, only.problem as never)).toMatch(/\S/);
    }
  });

  test('a reserved name is refused with its reason', () => {
    const [first] = desk.search(CAMILLE, 'gouv.fr').found;
    if (first?.kind !== 'refused') throw new Error(String(first?.kind));
    expect(sayRefusal(fr, first.problem as never)).toContain('gouv.fr n’est pas proposé');
  });

  test("another's name is refused, and costs nothing", async () => {
    await done(CAMILLE, REGISTER);
    expect(await refusedFor(SACHA, REGISTER)).toBe('taken');
    for (const deed of [
      { do: 'renew', name: NAME, years: 1 },
      { do: 'delete', name: NAME },
      { do: 'code', name: NAME },
      { do: 'lock', name: NAME, locked: true },
      { do: 'own-servers', name: NAME },
      { do: 'name-servers', name: NAME, servers: [] },
    ] satisfies RegistrarDeed[])
      expect([deed.do, await refusedFor(SACHA, deed)]).toEqual([deed.do, 'not-yours']);
    expect(desk.zone(SACHA, NAME)).toMatchObject({ ok: false, refused: [{ code: 'not-yours' }] });
    expect(desk.view(SACHA).account.balance).toBe(ALLOWANCE_CENTS);
  });

  test('an empty purse is said with the price; more money is given when it is nearly empty, and then only', async () => {
    expect(await refusedFor(CAMILLE, { do: 'allowance' })).toBe('purse-not-empty');
    accounts.book(CAMILLE.seatId, { at: clock, what: 'rent', about: '', cents: 650 - ALLOWANCE_CENTS });
    expect(await desk.act(CAMILLE, REGISTER)).toEqual({
      ok: false,
      refused: [{ code: 'no-money', params: { price: 700, balance: 650 } }],
    });
    expect(desk.search(CAMILLE, NAME).found[0]?.kind).toBe('free');
    expect((await done(CAMILLE, { do: 'allowance' })).account.balance).toBe(650 + ALLOWANCE_CENTS);
    await done(CAMILLE, REGISTER);
  });

  test('two orders at once do not spend the same money', async () => {
    accounts.book(CAMILLE.seatId, { at: clock, what: 'rent', about: '', cents: 1000 - ALLOWANCE_CENTS });
    const order = (name: string) => refusedFor(CAMILLE, { ...REGISTER, name } as RegistrarDeed);
    expect((await Promise.all([order('un-exemple.fr'), order('deux-exemple.fr')])).sort()).toEqual([
      'done',
      'no-money',
    ]);
    expect(desk.view(CAMILLE).account.balance).toBe(300);
  });

  test('what the registry refuses at the last moment is paid back', async () => {
    const late: Names = {
      ...names,
      apply: async () => ({ ok: false, refused: { code: 'taken', params: { name: NAME } } }),
    };
    desk = createRegistrar({ names: late, accounts, tries: createCodeTries(() => clock) });
    expect(await refusedFor(CAMILLE, REGISTER)).toBe('taken');
    expect(accounts.of(CAMILLE.seatId, clock)).toMatchObject({ balance: ALLOWANCE_CENTS });
    expect(accounts.of(CAMILLE.seatId, clock).entries).toHaveLength(1);
  });

  test('names, zones and accounts are there after a restart', async () => {
    await done(CAMILLE, REGISTER);
    await add(CAMILLE, record('www', 'A', '198.18.20.10'));
    await desk.advance(10);
    const before = desk.view(CAMILLE);
    start();
    expect(desk.view(CAMILLE)).toEqual(before);
    expect(desk.zone(CAMILLE, NAME)).toMatchObject({ zone: { records: [{ owner: 'www' }] } });
  });

  test('the holder bears the pseudonym and no particulars of anybody', async () => {
    const view = await done(CAMILLE, { ...REGISTER, holder: 'organisation' } as RegistrarDeed);
    expect(view.names[0]?.holder).toEqual({ kind: 'organisation', name: 'Association Exemple (Camille)' });
  });
});

describe('the passing of time', () => {
  test('expiry, redemption and release are seen as the trainer moves the clock; a restoration costs more', async () => {
    await done(CAMILLE, REGISTER);
    const [name] = desk.view(CAMILLE).names;
    expect(name?.milestones.map(({ what }) => what)).toEqual(['expired', 'redemption-began', 'released']);
    await desk.advance(366);
    expect(desk.view(CAMILLE).names[0]?.state).toBe('redemption');
    expect(await refusedFor(CAMILLE, { do: 'renew', name: NAME, years: 1 })).toBe('wrong-state');
    const restored = await done(CAMILLE, { do: 'restore', name: NAME });
    expect(restored.names[0]?.state).toBe('registered');
    expect(restored.account.entries.at(-1)).toMatchObject({ what: 'restore', cents: -(3000 + 900) });
    await desk.advance(400);
    expect(desk.view(CAMILLE).names).toEqual([]);
    expect(desk.search(SACHA, NAME).found[0]?.kind).toBe('free');
  });

  test('the zone of a name that is free again is not waiting for its next holder', async () => {
    await done(CAMILLE, REGISTER);
    await add(CAMILLE, record('@', 'A', '198.18.20.10'));
    await desk.advance(400);
    await done(SACHA, REGISTER);
    expect(desk.zone(SACHA, NAME)).toMatchObject({ zone: { records: [] } });
  });
});

describe('transfers', () => {
  test('a code opens the name once; it is long, visible ASCII and never the same', async () => {
    await done(CAMILLE, REGISTER);
    const first = (await done(CAMILLE, { do: 'code', name: NAME })).names[0]?.code?.code ?? '';
    const code = (await done(CAMILLE, { do: 'code', name: NAME })).names[0]?.code?.code ?? '';
    expect(code).toMatch(/^[!-~]{16,}$/);
    expect(code).not.toBe(first);
    const transfer: RegistrarDeed = { do: 'transfer', name: NAME, code, registrar: 'bureau-exemple' };
    const view = await done(SACHA, transfer);
    expect(view.incoming).toMatchObject([{ name: NAME }]);
    expect(desk.view(CAMILLE).names[0]).toMatchObject({ state: 'transfer-pending', asked: {} });
    await done(CAMILLE, { do: 'answer-transfer', name: NAME, accept: true });
    expect(desk.view(SACHA).names).toMatchObject([{ name: NAME, holder: { name: 'Sacha Exemple' } }]);
    expect(desk.view(CAMILLE).names).toEqual([]);
  });

  test('the zone goes with the name: the site stays up', async () => {
    await done(CAMILLE, REGISTER);
    await add(CAMILLE, record('@', 'A', '198.18.20.10'));
    const code = (await done(CAMILLE, { do: 'code', name: NAME })).names[0]?.code?.code ?? '';
    await done(SACHA, { do: 'transfer', name: NAME, code, registrar: 'bureau-exemple' });
    await desk.advance(9);
    expect(desk.zone(SACHA, NAME)).toMatchObject({ zone: { records: [{ value: '198.18.20.10' }] } });
  });

  test('codes cannot be guessed at will; the wait is said and ends', async () => {
    await done(CAMILLE, REGISTER);
    const guess: RegistrarDeed = { do: 'transfer', name: NAME, code: 'WRONG', registrar: 'bureau-exemple' };
    for (let n = 0; n < 5; n++) expect(await refusedFor(SACHA, guess)).toBe('transfer-code-wrong');
    const outcome = await desk.act(SACHA, guess);
    expect(outcome).toMatchObject({ refused: [{ code: 'too-many-tries', params: { seconds: 60 } }] });
    clock += 60_000;
    expect(await refusedFor(SACHA, guess)).toBe('transfer-code-wrong');
  });
});

describe('the zone editor', () => {
  beforeEach(() => done(CAMILLE, REGISTER));

  test('records are added, changed and removed, in the short form that one types', async () => {
    const zone = await add(
      CAMILLE,
      record('', 'A', '198.18.20.10'),
      record('www', 'CNAME', '@'),
      record('@', 'MX', '10 mail'),
      record('@', 'TXT', 'v=spf1 -all'),
      record('v6', 'AAAA', '2001:DB8::10'),
    );
    expect(zone.records).toEqual([
      { owner: '@', type: 'A', value: '198.18.20.10', ttl: 60 },
      { owner: 'www', type: 'CNAME', value: NAME, ttl: 60 },
      { owner: '@', type: 'MX', value: `mail.${NAME}`, preference: 10, ttl: 60 },
      { owner: '@', type: 'TXT', value: 'v=spf1 -all', ttl: 60 },
      { owner: 'v6', type: 'AAAA', value: '2001:db8::10', ttl: 60 },
    ]);
    const changed = await desk.changeZone(CAMILLE, {
      do: 'change',
      name: NAME,
      version: zone.version,
      index: 0,
      record: { owner: '@', type: 'A', value: '198.18.20.11', ttl: '300' },
    });
    if (!changed.ok) throw new Error('not changed');
    expect(changed.zone.records[0]).toMatchObject({ value: '198.18.20.11', ttl: 300 });
    const removed = await desk.changeZone(CAMILLE, {
      do: 'remove',
      name: NAME,
      version: changed.zone.version,
      index: 4,
    });
    expect(removed).toMatchObject({ ok: true, zone: { records: { length: 4 } } });
  });

  test('a change of a list that has moved on is refused: it would hit another line', async () => {
    const { version } = await add(CAMILLE, record('@', 'A', '198.18.20.10'));
    await add(CAMILLE, record('www', 'A', '198.18.20.10'));
    const remove = { do: 'remove', name: NAME, version, index: 0 } as const;
    expect(await desk.changeZone(CAMILLE, remove)).toEqual({
      ok: false,
      refused: [{ code: 'zone-changed', params: {} }],
    });
  });

  test.each([
    ['a;b', 'A', '198.18.20.10', 'owner-invalid'],
    [`${'a'.repeat(300)}`, 'A', '198.18.20.10', 'owner-invalid'],
    ['www\n$INCLUDE /etc/passwd', 'A', '198.18.20.10', 'owner-syntax'],
    ['www', 'A', '198.18.20.10\n$INCLUDE /etc/passwd', 'address-not-ipv4'],
    ['www', 'TXT', 'a\n$INCLUDE /etc/passwd', 'text-control-character'],
    ['@', 'CNAME', 'www', 'cname-at-apex'],
    ['www', 'CNAME', '198.18.20.10', 'cname-target-is-address'],
    ['www', 'NSEC', 'x', 'type-unknown'],
    ['www.autre-exemple.fr.', 'A', '198.18.20.10', 'owner-outside'],
  ])('%j %s %j is refused with its reason, at its line', async (owner, type, value, code) => {
    const outcome = await desk.changeZone(CAMILLE, {
      do: 'add',
      name: NAME,
      version: 0,
      record: { owner, type, value },
    });
    expect(outcome).toMatchObject({ ok: false, refused: [{ code, index: 0 }] });
    expect(names.zone(NAME).records).toEqual([]);
  });

  test('a record that does not go with the others names both lines; removing one mends it', async () => {
    await add(CAMILLE, record('www', 'A', '198.18.20.10'));
    const outcome = await desk.changeZone(CAMILLE, {
      do: 'add',
      name: NAME,
      version: 0,
      record: record('www', 'CNAME', '@'),
    });
    expect(outcome).toMatchObject({ refused: [{ code: 'cname-not-alone', index: 1 }] });
  });
});

describe('what leads to a server', () => {
  test('names by address or by alias, while they are alive and served here', async () => {
    await done(CAMILLE, REGISTER);
    await add(CAMILLE, record('@', 'A', '198.18.20.10'), record('www', 'CNAME', '@'));
    expect(namesAt(names, '198.18.20.10')).toEqual([NAME, `www.${NAME}`]);
    const pseudonymOf = (id: string) => (id === CAMILLE.seatId ? 'Camille' : undefined);
    const here = new Set(['198.18.20.10']);
    expect(desk.directory(here, pseudonymOf).sites).toEqual([
      { name: NAME, unicode: NAME, pseudonym: 'Camille' },
    ]);
    expect(desk.directory(new Set(['198.18.20.99']), pseudonymOf).sites).toEqual([]);
    await add(CAMILLE, record('*.x', 'A', '198.18.20.77'));
    expect(desk.directory(new Set(['198.18.20.77']), pseudonymOf).sites).toMatchObject([
      { name: `www.x.${NAME}` },
    ]);
    await done(CAMILLE, {
      do: 'name-servers',
      name: NAME,
      servers: [{ host: `ns.${NAME}`, addresses: ['198.18.20.10'] }],
    });
    expect(desk.view(CAMILLE).names[0]?.inZone).toBe(false);
    expect(desk.directory(here, pseudonymOf).sites).toEqual([]);
    await done(CAMILLE, { do: 'own-servers', name: NAME });
    expect(desk.directory(here, pseudonymOf).sites).toHaveLength(1);
  });
});
