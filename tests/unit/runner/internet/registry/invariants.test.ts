// Whatever is asked and whenever, does the registry keep its promises?
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RegistryCommand, RegistryEvent } from '../../../../../runner/internet/registry/commands.ts';
import { addDays, addYears } from '../../../../../runner/internet/registry/instant.ts';
import { lifeOf } from '../../../../../runner/internet/registry/life-cycle.ts';
import type { RegistryState } from '../../../../../runner/internet/registry/registration.ts';
import { applyCommand } from '../../../../../runner/internet/registry/registry.ts';
import { DEFAULT_RULES, tldOf } from '../../../../../runner/internet/registry/rules.ts';
import { newRegistry } from '../../../../../runner/internet/registry/world.ts';
import { CAMILLE, CODE, NOW } from './helpers.ts';

const seat = fc.constantFrom('camille', 'sacha', 'alix');
const name = fc.constantFrom(
  'mon-exemple.fr',
  'mon-exemple.com',
  'mon-exemple.eu',
  'élue-exemple.fr',
  'ancien-mandat-exemple.fr',
  'gouv.fr',
  'a;b.fr',
  'mon-exemple.paris',
);
const years = fc.integer({ min: -1, max: 11 });
const base = { seat, name };
const host = fc.constantFrom('ns1.bureau-exemple.net', 'ns.mon-exemple.fr', 'x.inconnu-exemple.fr', 'a;b');
const nameServers = fc.array(fc.record({ host, addresses: fc.constantFrom<string[]>([], ['198.18.0.9']) }), {
  maxLength: 3,
});
const registrar = fc.constantFrom('bureau-exemple', 'cooperative-exemple', 'inconnu');
const type = <T extends string>(value: T) => fc.constant(value);

const command: fc.Arbitrary<RegistryCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: type('register'),
      ...base,
      years,
      holder: fc.constant(CAMILLE),
      registrar,
      nameServers,
    }),
  },
  fc.record({ type: type('register'), ...base, years: fc.constant(1), holder: fc.constant(CAMILLE) }),
  fc.record({ type: type('renew'), ...base, years }),
  fc.record({ type: type('restore'), ...base }),
  fc.record({ type: type('delete'), ...base }),
  fc.record({ type: type('withdraw'), ...base }),
  fc.record({ type: type('set-name-servers'), ...base, nameServers }),
  fc.record({ type: type('set-transfer-lock'), ...base, locked: fc.boolean() }),
  { weight: 2, arbitrary: fc.record({ type: type('make-transfer-code'), ...base, code: fc.constant(CODE) }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: type('transfer'), ...base, registrar, code: fc.constantFrom(CODE, 'faux') }),
  },
  fc.record({ type: type('approve-transfer'), ...base }),
  fc.record({ type: type('refuse-transfer'), ...base }),
  fc.record({ type: type('cancel-transfer'), ...base }),
);
const step = fc.record({
  days: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120 }), fc.constant(400)),
  command,
});

/** Events after which a name that a seat held may have another holder or none. */
const LOSSES: RegistryEvent['type'][] = ['transferred', 'released'];
const AFTER_TIME: RegistryEvent['type'][] = [
  'expired',
  'redemption-began',
  'pending-delete-began',
  'released',
];

it('keeps one holder a name, loses no name without an event, never shortens a term, stays plain data', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let state = newRegistry(NOW);
      let now = NOW;
      for (const { days, command: asked } of steps) {
        now = addDays(now, days);
        const frozen = JSON.stringify(state);
        const outcome = applyCommand(state, asked, now);
        expect(JSON.stringify(state)).toBe(frozen);
        if (!outcome.ok) continue;
        checkStep(state, outcome.state, outcome.events, asked);
        checkState(outcome.state, now);
        state = JSON.parse(JSON.stringify(outcome.state)) as RegistryState;
        expect(state).toEqual(outcome.state);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

function checkStep(
  before: RegistryState,
  after: RegistryState,
  events: RegistryEvent[],
  asked: RegistryCommand,
): void {
  for (const [key, old] of Object.entries(before.names)) {
    const types = events.filter((event) => event.name === key).map((event) => event.type);
    const next = after.names[key];
    if (next?.handle === old.handle) {
      expect(next.expiresAt).toBeGreaterThanOrEqual(old.expiresAt);
      if (next.seat !== old.seat) expect(types).toContain('transferred');
      if (JSON.stringify(next) !== JSON.stringify(old)) expect(types.length).toBeGreaterThan(0);
    } else expect(types.some((one) => LOSSES.includes(one))).toBe(true);
  }
  for (const key of Object.keys(after.names)) {
    if (!Object.hasOwn(before.names, key))
      expect(events).toContainEqual(
        expect.objectContaining({ type: 'registered', name: key, seat: asked.seat }),
      );
  }
  // Nobody else's name changes but by the passing of time or with its code.
  for (const event of events) {
    if (event.at !== after.asOf || AFTER_TIME.includes(event.type)) continue;
    const owner = before.names[event.name]?.seat;
    if (owner === undefined || owner === asked.seat || event.type === 'registered') continue;
    expect(
      ['transfer', 'cancel-transfer'].includes(asked.type) || event.type === 'transferred' || owner === null,
    ).toBe(true);
  }
  for (let n = 1; n < events.length; n += 1)
    expect(events[n]?.at).toBeGreaterThanOrEqual(events[n - 1]?.at ?? 0);
}

function checkState(state: RegistryState, now: number): void {
  const handles = new Set<string>();
  for (const [key, registration] of Object.entries(state.names)) {
    const tld = tldOf(registration.tld, DEFAULT_RULES);
    if (!tld) throw new Error(registration.tld);
    expect(registration.name).toBe(key);
    expect(handles.has(registration.handle)).toBe(false);
    handles.add(registration.handle);
    expect(lifeOf(registration, tld, now).state).not.toBe('free');
    expect(registration.expiresAt).toBeLessThanOrEqual(addYears(now, 10));
    expect(registration.createdAt).toBeLessThanOrEqual(now);
  }
}
