// Does a workshop's registry remember across restarts, publish what changed and only that, and keep its own clock?
import { beforeEach, describe, expect, it } from 'vitest';
import { boxPlace } from '../../../../runner/internet/box-place.ts';
import type { Publication } from '../../../../runner/internet/published-zones.ts';
import { DAY } from '../../../../runner/internet/registry/instant.ts';
import { DEFAULT_RULES, withSuffix } from '../../../../runner/internet/registry/rules.ts';
import { createRegistryDesk, type RegistryDesk } from '../../../../runner/internet/registry-desk.ts';
import type { ZoneRecord } from '../../../../runner/internet/zone/record.ts';
import { CAMILLE, NOW } from './registry/helpers.ts';

const SUBNET = '198.18.0.0/20';
const A: ZoneRecord = { owner: 'www.mon-exemple.fr', ttl: 60, type: 'A', address: '198.18.1.1' };
let kept: string | undefined;
let clock: number;
let published: Publication['zones'][];

function open(rules = DEFAULT_RULES): RegistryDesk {
  const desk: RegistryDesk = createRegistryDesk({
    keep: {
      load: () => kept,
      save: (json) => {
        kept = json;
      },
    },
    rules,
    place: boxPlace(SUBNET, rules),
    realNow: () => clock,
    publish: async () => void published.push(desk.zones()),
  });
  return desk;
}
const register = (desk: RegistryDesk, name: string, seat = 'camille') =>
  desk.apply({ type: 'register', seat, name, years: 1, holder: CAMILLE });
const serialOf = (text: string | undefined) => Number(/SOA\t?\S+ \S+ (\d+)/.exec(text ?? '')?.[1]);
const last = () => published.at(-1);

beforeEach(() => {
  kept = undefined;
  clock = NOW;
  published = [];
});

describe('publication', () => {
  it('brings a new name to its TLD and to the registrar’s servers, with later serials there and nowhere else', async () => {
    const desk = open();
    const before = desk.zones();
    expect((await register(desk, 'mon-exemple.fr')).ok).toBe(true);
    expect(last()?.tld.fr).toContain('mon-exemple.fr.\t30\tIN\tNS\tns1.bureau-exemple.net.');
    expect(last()?.hosting['mon-exemple.fr']).toContain('IN\tSOA');
    expect(serialOf(last()?.tld.fr)).toBeGreaterThan(serialOf(before.tld.fr));
    expect(last()?.tld.com).toBe(before.tld.com);
    expect(last()?.root).toEqual(before.root);
  });

  it('says where the registrar’s own servers stand, in its own zone too', () => {
    const { hosting } = open().zones();
    expect(hosting['bureau-exemple.net']).toContain('ns1.bureau-exemple.net.\t30\tIN\tA\t198.18.15.251');
    expect(hosting['bureau-exemple.net']).toContain('ns2.bureau-exemple.net.\t30\tIN\tA\t198.18.15.250');
  });

  it('changes a zone’s serial with each change of its records, and tells nothing when nothing changed', async () => {
    const desk = open();
    await register(desk, 'mon-exemple.fr');
    await desk.setZone('mon-exemple.fr', [A]);
    const first = serialOf(last()?.hosting['mon-exemple.fr']);
    expect(last()?.hosting['mon-exemple.fr']).toContain('www.mon-exemple.fr.\t60\tIN\tA\t198.18.1.1');
    const times = published.length;
    await desk.setZone('mon-exemple.fr', [A]);
    expect(published).toHaveLength(times);
    await desk.setZone('mon-exemple.fr', [{ ...A, address: '198.18.1.2' }]);
    expect(serialOf(last()?.hosting['mon-exemple.fr'])).toBe(first + 1);
    expect(desk.zone('mon-exemple.fr')).toMatchObject({ version: 3, records: [{ address: '198.18.1.2' }] });
  });

  it('answers no longer for a name whose holder has other servers, and again when they come back', async () => {
    const desk = open();
    await register(desk, 'mon-exemple.fr');
    await desk.setZone('mon-exemple.fr', [A]);
    const own = [{ host: 'ns.mon-exemple.fr', addresses: ['198.18.1.9'] }];
    const move = (nameServers: typeof own) =>
      desk.apply({ type: 'set-name-servers', seat: 'camille', name: 'mon-exemple.fr', nameServers });
    await move(own);
    expect(last()?.tld.fr).toContain('ns.mon-exemple.fr.\t30\tIN\tA\t198.18.1.9');
    expect(last()?.hosting).not.toHaveProperty(['mon-exemple.fr']);
    await move([{ host: 'ns1.bureau-exemple.net', addresses: [] }]);
    expect(last()?.hosting['mon-exemple.fr']).toContain('198.18.1.1');
  });

  it('with a suffix, everything moves under it', () => {
    const { root, tld, hosting } = open(withSuffix(DEFAULT_RULES, '.test')).zones();
    expect(root['.']).toContain('test.\t30\tIN\tNS\ta.registre-exemple.net.test.');
    expect(tld.test).toContain('fr.test.\t');
    expect(Object.keys(tld)).toContain('fr.test');
    expect(hosting['bureau-exemple.net.test']).toContain('ns1.bureau-exemple.net.test.\t30\tIN\tA');
  });
});

describe('across a restart', () => {
  it('names, zones, serials and the clock are as they were', async () => {
    const desk = open();
    await register(desk, 'mon-exemple.fr');
    await desk.setZone('mon-exemple.fr', [A]);
    await desk.advance(10);
    const again = open();
    expect(again.zones()).toEqual(desk.zones());
    expect(again.now()).toBe(NOW + 10 * DAY);
    expect(again.state()).toEqual(desk.state());
  });

  it('the clock does not go back, even when the computer’s does', async () => {
    const desk = open();
    clock += 5 * DAY;
    await register(desk, 'mon-exemple.fr');
    clock = NOW;
    expect(open().now()).toBe(NOW + 5 * DAY);
  });

  it('what another version kept is not taken for ours', () => {
    kept = JSON.stringify({ version: 2 });
    expect(() => open()).toThrow(SyntaxError);
  });
});

describe('time', () => {
  it('a name that expires leaves its TLD; released and registered anew, it has none of its old records', async () => {
    const desk = open();
    await register(desk, 'mon-exemple.fr');
    await desk.setZone('mon-exemple.fr', [A]);
    await desk.advance(366);
    expect(last()?.tld.fr).not.toContain('mon-exemple.fr.\t30\tIN\tNS');
    await desk.advance(40);
    expect(last()?.hosting).not.toHaveProperty(['mon-exemple.fr']);
    expect((await register(desk, 'mon-exemple.fr', 'sacha')).ok).toBe(true);
    expect(last()?.hosting['mon-exemple.fr']).not.toContain('198.18.1.1');
    expect(desk.zone('mon-exemple.fr')).toEqual({ records: [], version: 0 });
  });

  it('what real time brings is carried out by a tick, and published', async () => {
    const desk = open();
    await register(desk, 'mon-exemple.fr');
    const times = published.length;
    await desk.tick();
    expect(published).toHaveLength(times);
    clock += 366 * DAY;
    await desk.tick();
    expect(last()?.tld.fr).not.toContain('mon-exemple.fr.\t30\tIN\tNS');
  });
});

it('a refusal changes nothing and keeps nothing; WHOIS and RDAP tell what is registered now', async () => {
  const desk = open();
  await register(desk, 'mon-exemple.fr');
  const before = kept;
  const refused = await register(desk, 'mon-exemple.fr', 'sacha');
  expect(refused).toMatchObject({ ok: false, refused: { code: 'taken' } });
  expect(kept).toBe(before);
  expect(desk.whois('mon-exemple.fr\r\n')).toMatch(/domain: +mon-exemple\.fr/);
  expect(desk.whois('mon-exemple.fr\r\n')).not.toContain(CAMILLE.street);
  expect(desk.rdap('/domain/mon-exemple.fr')).toMatchObject({
    status: 200,
    body: { ldhName: 'mon-exemple.fr', port43: 'whois.registre-exemple.net' },
  });
});

it('what could not be kept did not happen', async () => {
  let full = false;
  const desk = createRegistryDesk({
    keep: {
      load: () => undefined,
      save: () => {
        if (full) throw new Error('disk full');
      },
    },
    rules: DEFAULT_RULES,
    place: boxPlace(SUBNET),
    realNow: () => NOW,
    publish: async () => {
      throw new Error('published');
    },
  });
  full = true;
  await expect(register(desk, 'mon-exemple.fr')).rejects.toThrow('disk full');
  expect(desk.whois('mon-exemple.fr')).toContain('NOT FOUND');
});
