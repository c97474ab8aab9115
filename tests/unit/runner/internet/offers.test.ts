// Are the offers fit for the lesson on choosing a host, and for the machines that are made from them?
import { describe, expect, test } from 'vitest';
import { firstBill, monthlyPrice, noticeDue, rentDue } from '../../../../runner/internet/hosting/rent.ts';
import { OFFERS, offerOf, offerView } from '../../../../runner/internet/offers.ts';
import { DAY } from '../../../../runner/internet/registry/instant.ts';
import { vpsSpec } from '../../../../runner/machines/vps-spec.ts';
import { offerSchema } from '../../../../runner/protocol/counters.ts';

const orderable = OFFERS.filter((offer) => offer.orderable);

test('every kind is there, and the machines that one can rent stand under different laws', () => {
  expect(OFFERS.length).toBeGreaterThanOrEqual(5);
  expect(new Set(OFFERS.map(({ kind }) => kind))).toEqual(new Set(['shared', 'vps', 'dedicated', 'cloud']));
  expect(new Set(OFFERS.map(({ id }) => id)).size).toBe(OFFERS.length);
  const vps = orderable.filter(({ kind }) => kind === 'vps');
  expect(vps.map(({ seat }) => seat).sort()).toEqual(['DE', 'FR', 'US']);
  // The place of the data and the law that reaches it are two questions.
  expect(vps.some(({ place, laws }) => place !== 'US' && laws.includes('us'))).toBe(true);
});

test.each(OFFERS)('$id is fictional and complete on the wire', (offer) => {
  expect(offer.host).toMatch(/exemple/i);
  expect(offer.id).toContain('exemple');
  expect(offerSchema.parse(offerView(offer))).not.toHaveProperty('timeZone');
  expect(() => new Intl.DateTimeFormat('fr', { timeZone: offer.timeZone })).not.toThrow();
});

test.each(orderable)(
  'a server can be made as $id sells it, and no backup is promised that nobody makes',
  (offer) => {
    const request = {
      image: 'vps',
      name: 'boite-x-vps',
      hostname: 'mon-serveur',
      workshop: 'w',
      language: 'fr',
      network: 'none',
      dns: ['198.18.0.53'],
      recipe: 'R3',
      memoryMiB: offer.memoryMiB,
      cpus: offer.cpus,
    } as const;
    expect(vpsSpec(request).memoryBytes).toBe(offer.memoryMiB * 1024 * 1024);
    expect(offer.backups).not.toBe('daily');
  },
);

describe('rent', () => {
  const start = Date.parse('2026-03-02T09:00:00Z');
  const later = (days: number) => start + days * DAY;
  const american = offerOf('vps-baie-exemple');
  if (!american) throw new Error('the offer is gone');

  test('a month is paid in advance; nothing is due before its end', () => {
    expect(firstBill(american)).toBe(250);
    expect(rentDue(american, 'serveur', start, later(30), later(29.9))).toBeUndefined();
    expect(rentDue(american, 'serveur', start, later(30), later(30))).toEqual({
      entry: { at: later(30), what: 'rent', about: 'serveur', cents: -250 },
      paidUntil: later(60),
    });
  });

  test('the price of the second year is the one of the small print', () => {
    expect(monthlyPrice(american, start, later(359))).toBe(250);
    expect(monthlyPrice(american, start, later(360))).toBe(900);
    const due = rentDue(american, 'serveur', start, later(30), later(400));
    expect(due?.entry.cents).toBe(-(11 * 250 + 2 * 900));
    expect(due?.paidUntil).toBe(later(420));
  });

  test('leaving before the end of a commitment costs what it still owed', () => {
    expect(noticeDue(american, start, later(30))).toBe(11 * 250);
    expect(noticeDue(american, start, later(360))).toBe(0);
    const free = offerOf('vps-ruche-exemple');
    expect(free && noticeDue(free, start, later(30))).toBe(0);
  });
});
