// Does the registry give, keep and take names back as a real one does?
import { describe, expect, it } from 'vitest';
import { advance } from '../../../../../runner/internet/registry/advance.ts';
import type { RegistryCommand } from '../../../../../runner/internet/registry/commands.ts';
import { addDays, addYears } from '../../../../../runner/internet/registry/instant.ts';
import { lifeOf } from '../../../../../runner/internet/registry/life-cycle.ts';
import { registrationOf } from '../../../../../runner/internet/registry/registration.ts';
import { DEFAULT_RULES, tldOf } from '../../../../../runner/internet/registry/rules.ts';
import { lookUp, search } from '../../../../../runner/internet/registry/search.ts';
import { eppStatuses } from '../../../../../runner/internet/registry/statuses.ts';
import type { Tld } from '../../../../../runner/internet/registry/tld.ts';
import { Bench, CAMILLE, CODE, NOW } from './helpers.ts';

const tld = (zone: string): Tld => {
  const found = tldOf(zone, DEFAULT_RULES);
  if (!found) throw new Error(zone);
  return found;
};
const on = (seat: string, name: string) => ({ seat, name });

describe('registering', () => {
  it('gives a free name to the first who asks, and to nobody after', () => {
    const bench = new Bench();
    const events = bench.register('camille', 'Mon-Exemple.fr', 2);
    expect(events).toMatchObject([
      { type: 'registered', name: 'mon-exemple.fr', seat: 'camille', price: 700 + 900 },
    ]);
    expect(bench.get('mon-exemple.fr')).toMatchObject({
      expiresAt: addYears(NOW, 2),
      registrar: 'bureau-exemple',
    });
    const again = { type: 'register', years: 1, holder: CAMILLE, name: 'mon-exemple.fr' } as const;
    expect(bench.refuses({ ...again, seat: 'sacha' }).code).toBe('taken');
    expect(bench.refuses({ ...again, seat: 'camille' }).code).toBe('already-yours');
  });

  it('takes an accented name and its xn-- form for one and the same', () => {
    const bench = new Bench();
    bench.register('camille', 'éléphant-exemple.fr');
    expect(
      bench.refuses({
        type: 'register',
        seat: 'sacha',
        years: 1,
        holder: CAMILLE,
        name: 'xn--lphant-exemple-9jbb.fr',
      }).code,
    ).toBe('taken');
  });

  it.each([
    ['gouv.fr', 'registry-zone'],
    ['assemblee-nationale.fr', 'state'],
    ['assemblée-nationale.fr', 'state'],
    ['ministere-exemple.fr', 'state'],
    ['mairie-de-mon-village-exemple.fr', 'local-authority'],
    ['lyon.fr', 'local-authority'],
    ['europa.eu', 'european-institution'],
    ['iana.org', 'registry-operations'],
    ['registre-exemple.net', 'box'],
  ])('refuses %s to everybody: %s', (name, reason) => {
    const refusal = new Bench().refuses({
      type: 'register',
      seat: 'camille',
      years: 1,
      holder: CAMILLE,
      name,
    });
    expect(refusal).toMatchObject({ code: 'reserved', params: { reason } });
  });

  it.each([0, 11, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s years', (years) => {
    expect(
      new Bench().refuses({ type: 'register', ...on('camille', 'mon-exemple.fr'), years, holder: CAMILLE })
        .code,
    ).toBe('years-out-of-range');
  });

  it('asks for residence in .fr, citizenship is enough in .eu, neither in .org', () => {
    const abroad = { ...CAMILLE, country: 'AR', citizenship: 'FR' };
    const bench = new Bench();
    const ask = (name: string, holder = abroad) =>
      ({ type: 'register', ...on('camille', name), years: 1, holder }) as const;
    expect(bench.refuses(ask('mon-exemple.fr'))).toMatchObject({
      code: 'holder-not-eligible',
      params: { country: 'AR' },
    });
    expect(bench.refuses(ask('mon-exemple.eu', { ...abroad, citizenship: 'AR' })).code).toBe(
      'holder-not-eligible',
    );
    expect(bench.refuses(ask('mon-exemple.eu', { ...abroad, kind: 'organisation' })).code).toBe(
      'holder-not-eligible',
    );
    bench.do(ask('mon-exemple.eu'));
    bench.do(ask('mon-exemple.org'));
  });

  it.each([
    [{ name: '' }, 'holder-field-empty'],
    [{ name: 'Camille\nregistrar: Autre' }, 'holder-field-character'],
    [{ city: 'a\u202eb' }, 'holder-field-character'],
    [{ street: 'x'.repeat(121) }, 'holder-field-too-long'],
    [{ country: 'XX' }, 'holder-country'],
    [{ country: 'France' }, 'holder-field-too-long'],
    [{ email: 'camille' }, 'holder-email'],
    [{ email: 'a@b c.fr' }, 'holder-email'],
    [{ phone: 'dring' }, 'holder-phone'],
  ])('refuses a holder with %j: %s', (change, code) => {
    const holder = { ...CAMILLE, ...change };
    expect(
      new Bench().refuses({ type: 'register', ...on('camille', 'mon-exemple.fr'), years: 1, holder }).code,
    ).toBe(code);
  });

  it('stops at ten names a seat', () => {
    const bench = new Bench();
    for (let n = 0; n < 10; n += 1) bench.register('camille', `exemple-${n}.fr`);
    const refusal = bench.refuses({
      type: 'register',
      ...on('camille', 'exemple-10.fr'),
      years: 1,
      holder: CAMILLE,
    });
    expect(refusal.code).toBe('too-many-names');
    bench.register('sacha', 'exemple-10.fr');
  });
});

describe('the life of a name', () => {
  it('goes through grace, redemption and pending delete in .com, then is free for the next', () => {
    const bench = new Bench();
    bench.register('camille', 'mon-exemple.com');
    const states: string[] = [];
    for (const days of [364, 365 + 44, 365 + 46, 365 + 76, 365 + 81]) {
      const { state } = advance(bench.state, addDays(NOW, days));
      states.push(lifeOf(registrationOf(state, 'mon-exemple.com'), tld('com'), addDays(NOW, days)).state);
    }
    expect(states).toEqual(['registered', 'grace', 'redemption', 'pending-delete', 'free']);
    const { events } = advance(bench.state, addDays(NOW, 365 + 81));
    const mine = events.filter(({ name }) => name === 'mon-exemple.com');
    expect(mine.map(({ type }) => type)).toEqual([
      'expired',
      'redemption-began',
      'pending-delete-began',
      'released',
    ]);
    expect(mine.map(({ at }) => Math.round((at - NOW) / 86_400_000))).toEqual([365, 410, 440, 445]);
    bench.later(446).register('sacha', 'mon-exemple.com');
    expect(bench.get('mon-exemple.com').seat).toBe('sacha');
  });

  it('in .fr goes from expiry straight into thirty days of redemption', () => {
    const bench = new Bench();
    bench.register('camille', 'mon-exemple.fr');
    bench.later(365);
    expect(lookUp(bench.state, 'mon-exemple.fr', 'camille', bench.now)).toMatchObject({
      kind: 'yours',
      life: { state: 'redemption' },
    });
    bench.later(30);
    expect(lookUp(bench.state, 'mon-exemple.fr', 'sacha', bench.now).kind).toBe('free');
  });

  it('tells the same events whether the clock moves at once or day by day', () => {
    const bench = new Bench();
    bench.register('camille', 'mon-exemple.com');
    const atOnce = advance(bench.state, addDays(NOW, 900));
    let state = bench.state;
    const daily = [];
    for (let day = 1; day <= 900; day += 1) {
      const step = advance(state, addDays(NOW, day));
      state = step.state;
      daily.push(...step.events);
    }
    expect(daily).toEqual(atOnce.events);
    expect(state).toEqual(atOnce.state);
  });

  it('renewal in grace keeps the old term; in redemption only a restoration works', () => {
    const bench = new Bench();
    bench.register('camille', 'mon-exemple.com');
    bench.register('camille', 'autre-exemple.com');
    bench.later(370).do({ type: 'renew', ...on('camille', 'mon-exemple.com'), years: 1 });
    expect(bench.get('mon-exemple.com').expiresAt).toBe(addYears(NOW, 2));
    bench.later(60);
    expect(bench.refuses({ type: 'renew', ...on('camille', 'autre-exemple.com'), years: 1 }).code).toBe(
      'wrong-state',
    );
    const [event] = bench.do({ type: 'restore', ...on('camille', 'autre-exemple.com') }).slice(-1);
    expect(event).toMatchObject({ type: 'restored', price: 8000 + 1400 });
    expect(bench.get('autre-exemple.com').expiresAt).toBe(addYears(NOW, 2));
  });

  it('never holds a name more than ten years ahead', () => {
    const bench = new Bench();
    bench.register('camille', 'mon-exemple.fr', 9);
    bench.do({ type: 'renew', ...on('camille', 'mon-exemple.fr'), years: 1 });
    expect(bench.refuses({ type: 'renew', ...on('camille', 'mon-exemple.fr'), years: 1 }).code).toBe(
      'too-many-years',
    );
  });

  it('a name given up comes back at once when new, after redemption when old', () => {
    const bench = new Bench();
    bench.register('camille', 'mon-exemple.com');
    bench.do({ type: 'delete', ...on('camille', 'mon-exemple.com') });
    expect(lookUp(bench.state, 'mon-exemple.com', 'sacha', bench.now).kind).toBe('free');
    bench.register('camille', 'mon-exemple.fr', 3);
    bench.later(40).do({ type: 'delete', ...on('camille', 'mon-exemple.fr') });
    expect(lookUp(bench.state, 'mon-exemple.fr', 'sacha', bench.now)).toMatchObject({
      kind: 'taken',
      life: { state: 'redemption' },
    });
    bench.do({ type: 'restore', ...on('camille', 'mon-exemple.fr') });
    expect(bench.get('mon-exemple.fr')).toMatchObject({ deletedAt: null, expiresAt: addYears(NOW, 3) });
  });

  it('a name taken back is free at once in any state, locked or given up', () => {
    const bench = new Bench();
    bench.register('camille', 'mon-exemple.fr', 3);
    bench.later(40).do({ type: 'set-transfer-lock', ...on('camille', 'mon-exemple.fr'), locked: true });
    bench.do({ type: 'delete', ...on('camille', 'mon-exemple.fr') });
    bench.do({ type: 'withdraw', ...on('camille', 'mon-exemple.fr') });
    expect(lookUp(bench.state, 'mon-exemple.fr', 'sacha', bench.now).kind).toBe('free');
  });

  it('opens with forgotten names of the world that come free as the clock moves, and keeps the others', () => {
    const bench = new Bench();
    expect(lookUp(bench.state, 'ancien-mandat-exemple.fr', 'camille', NOW)).toMatchObject({
      life: { state: 'redemption' },
    });
    bench.later(20).register('camille', 'ancien-mandat-exemple.fr');
    const { state } = advance(bench.state, addDays(NOW, 3000));
    expect(registrationOf(state, 'exemple.fr')).toMatchObject({ seat: null });
  });

  it('shows the EPP statuses of each state', () => {
    const bench = new Bench();
    bench.register('camille', 'mon-exemple.com');
    const statuses = (days: number) =>
      eppStatuses(bench.get('mon-exemple.com'), tld('com'), addDays(NOW, days));
    expect(statuses(1)).toEqual(['addPeriod', 'serverTransferProhibited']);
    expect(statuses(61)).toEqual(['ok']);
    expect(statuses(366)).toEqual(['autoRenewPeriod', 'clientHold']);
    expect(statuses(365 + 50)).toEqual(['redemptionPeriod']);
    expect(statuses(365 + 78)).toEqual(['pendingDelete']);
    bench.do({ type: 'set-name-servers', ...on('camille', 'mon-exemple.com'), nameServers: [] });
    expect(statuses(61)).toEqual(['inactive']);
  });
});

describe('another person’s name', () => {
  it.each([
    { type: 'renew', years: 1 },
    { type: 'delete' },
    { type: 'withdraw' },
    { type: 'set-name-servers', nameServers: [] },
    { type: 'set-holder', holder: CAMILLE },
    { type: 'set-transfer-lock', locked: true },
    { type: 'make-transfer-code', code: CODE },
    { type: 'approve-transfer' },
    { type: 'refuse-transfer' },
  ] as const)('may not be touched: $type', (asked) => {
    const bench = new Bench();
    const command = (name: string) => ({ ...asked, ...on('sacha', name) }) as unknown as RegistryCommand;
    bench.register('camille', 'mon-exemple.fr');
    expect(bench.refuses(command('mon-exemple.fr')).code).toBe('not-yours');
    expect(bench.refuses(command('exemple.fr')).code).toBe('not-yours');
    expect(bench.refuses(command('libre-exemple.fr')).code).toBe('not-registered');
  });
});

describe('name servers', () => {
  const set = (nameServers: { host: string; addresses: string[] }[]) =>
    ({ type: 'set-name-servers', ...on('camille', 'mon-exemple.fr'), nameServers }) as const;
  const bench = () => {
    const one = new Bench();
    one.register('camille', 'mon-exemple.fr');
    return one;
  };

  it('inside the name need an address; elsewhere need a registered name', () => {
    const one = bench();
    expect(one.refuses(set([{ host: 'ns.mon-exemple.fr', addresses: [] }])).code).toBe(
      'name-server-needs-address',
    );
    expect(one.refuses(set([{ host: 'ns.mon-exemple.fr', addresses: ['300.1.1.1'] }])).code).toBe(
      'name-server-address',
    );
    expect(one.refuses(set([{ host: 'ns1.faute-de-frappe-exemple.net', addresses: [] }])).code).toBe(
      'name-server-unknown',
    );
    one.do(
      set([
        { host: 'NS.Mon-Exemple.fr.', addresses: ['198.18.20.10', '2001:DB8:0::10'] },
        { host: 'ns1.bureau-exemple.net', addresses: ['1.2.3.4'] },
      ]),
    );
    expect(one.get('mon-exemple.fr').nameServers).toEqual([
      { host: 'ns.mon-exemple.fr', addresses: ['198.18.20.10', '2001:db8::10'] },
      { host: 'ns1.bureau-exemple.net', addresses: [] },
    ]);
  });

  it.each([
    'a;b.exemple.fr',
    '*.exemple.fr',
    'ns1\n$INCLUDE.exemple.fr',
    '198.18.0.1',
    'ns1',
    '',
    '_ns.exemple.fr',
    `${'a'.repeat(300)}.fr`,
  ])('refuse %j', (host) =>
    expect(bench().refuses(set([{ host, addresses: [] }])).code).toBe('name-server-syntax'),
  );

  it('refuse the same host twice, and a ninth', () => {
    const host = { host: 'ns1.bureau-exemple.net', addresses: [] };
    expect(bench().refuses(set([host, host])).code).toBe('name-server-twice');
    expect(bench().refuses(set(Array(9).fill(host))).code).toBe('name-servers-too-many');
  });
});

describe('a transfer', () => {
  const ask = (seat: string, name: string, code = CODE, registrar = 'cooperative-exemple') =>
    ({ type: 'transfer', seat, name, code, registrar }) as const;
  const ready = (name: string, days = 0) => {
    const bench = new Bench();
    bench.register('camille', name, 2);
    bench.later(days).do({ type: 'make-transfer-code', ...on('camille', name), code: CODE });
    return bench;
  };

  it('needs the code, and gives the same answer to a wrong one and to none', () => {
    const bench = ready('mon-exemple.fr');
    bench.register('camille', 'sans-code-exemple.fr');
    for (const name of ['mon-exemple.fr', 'sans-code-exemple.fr', 'exemple.fr']) {
      expect(bench.refuses(ask('sacha', name, 'faux')).code).toBe('transfer-code-wrong');
      expect(bench.refuses(ask('sacha', name, '')).code).toBe('transfer-code-wrong');
    }
  });

  it('in .eu is done at once, adds a year, keeps the name servers, and uses the code up', () => {
    const bench = ready('mon-exemple.eu');
    const before = bench.get('mon-exemple.eu');
    expect(bench.do(ask('sacha', 'mon-exemple.eu'))).toMatchObject([
      { type: 'transferred', seat: 'sacha', price: 1000 },
    ]);
    expect(bench.get('mon-exemple.eu')).toMatchObject({
      seat: 'sacha',
      registrar: 'cooperative-exemple',
      expiresAt: addYears(NOW, 3),
      nameServers: before.nameServers,
      transferCode: null,
    });
    expect(bench.refuses(ask('camille', 'mon-exemple.eu')).code).toBe('transfer-code-wrong');
    expect(bench.refuses({ type: 'renew', ...on('camille', 'mon-exemple.eu'), years: 1 }).code).toBe(
      'not-yours',
    );
  });

  it('in .fr waits eight days: the holder may refuse, approve, or let it pass', () => {
    const passed = ready('mon-exemple.fr');
    passed.do(ask('sacha', 'mon-exemple.fr'));
    expect(passed.get('mon-exemple.fr').seat).toBe('camille');
    expect(passed.refuses({ type: 'delete', ...on('camille', 'mon-exemple.fr') }).code).toBe(
      'transfer-pending',
    );
    passed.later(9);
    passed.state = advance(passed.state, passed.now).state;
    expect(passed.get('mon-exemple.fr')).toMatchObject({ seat: 'sacha', transferredAt: addDays(NOW, 8) });

    const refusedOne = ready('mon-exemple.fr');
    refusedOne.do(ask('sacha', 'mon-exemple.fr'));
    refusedOne.do({ type: 'refuse-transfer', ...on('camille', 'mon-exemple.fr') });
    refusedOne.state = advance(refusedOne.state, addDays(NOW, 9)).state;
    expect(refusedOne.get('mon-exemple.fr')).toMatchObject({ seat: 'camille', transferPending: null });

    const approved = ready('mon-exemple.fr');
    approved.do(ask('sacha', 'mon-exemple.fr'));
    expect(approved.refuses({ type: 'approve-transfer', ...on('sacha', 'mon-exemple.fr') }).code).toBe(
      'not-yours',
    );
    approved.do({ type: 'approve-transfer', ...on('camille', 'mon-exemple.fr') });
    expect(approved.get('mon-exemple.fr').seat).toBe('sacha');
  });

  it('can be given up by who asked, and by nobody else', () => {
    const bench = ready('mon-exemple.fr');
    bench.do(ask('sacha', 'mon-exemple.fr'));
    expect(bench.refuses({ type: 'cancel-transfer', ...on('alix', 'mon-exemple.fr') }).code).toBe(
      'transfer-none',
    );
    bench.do({ type: 'cancel-transfer', ...on('sacha', 'mon-exemple.fr') });
    expect(bench.get('mon-exemple.fr').transferPending).toBeNull();
  });

  it('stops at the lock, at sixty days in .com, near expiry, at an unknown registrar, at an old code', () => {
    const locked = ready('mon-exemple.fr');
    locked.do({ type: 'set-transfer-lock', ...on('camille', 'mon-exemple.fr'), locked: true });
    expect(locked.refuses(ask('sacha', 'mon-exemple.fr')).code).toBe('transfer-locked');
    expect(ready('mon-exemple.com', 59).refuses(ask('sacha', 'mon-exemple.com')).code).toBe(
      'transfer-too-early',
    );
    ready('mon-exemple.com', 61).do(ask('sacha', 'mon-exemple.com'));
    expect(ready('mon-exemple.fr', 725).refuses(ask('sacha', 'mon-exemple.fr')).code).toBe(
      'transfer-near-expiry',
    );
    expect(ready('mon-exemple.fr').refuses(ask('sacha', 'mon-exemple.fr', CODE, 'inconnu')).code).toBe(
      'registrar-unknown',
    );
    expect(ready('mon-exemple.eu').later(40).refuses(ask('sacha', 'mon-exemple.eu')).code).toBe(
      'transfer-code-wrong',
    );
  });

  it('a short code is a bug of the caller, not a refusal', () => {
    const bench = new Bench();
    bench.register('camille', 'mon-exemple.fr');
    expect(() =>
      bench.do({ type: 'make-transfer-code', ...on('camille', 'mon-exemple.fr'), code: 'court' }),
    ).toThrow(/16/);
  });
});

describe('the search', () => {
  it('of a word shows it under every TLD; of a name, its own TLD first; of nonsense, why not', () => {
    const bench = new Bench();
    const all = search(bench.state, 'exemple', 'camille', NOW);
    expect(
      all.map((one) => (one.kind === 'refused' ? one.refusal.code : `${one.ascii} ${one.kind}`)),
    ).toEqual([
      'exemple.fr taken',
      'exemple.eu taken',
      'exemple.org taken',
      'exemple.com taken',
      'exemple.net taken',
      'exemple.paris free',
      'exemple.info free',
    ]);
    expect(search(bench.state, 'mon-exemple.org', 'camille', NOW)[0]).toMatchObject({
      kind: 'free',
      ascii: 'mon-exemple.org',
    });
    expect(search(bench.state, 'a;b', 'camille', NOW)).toMatchObject([
      { kind: 'refused', refusal: { code: 'label-character' } },
    ]);
  });
});
