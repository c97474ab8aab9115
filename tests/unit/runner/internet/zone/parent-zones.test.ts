// Do the root and the TLDs delegate the names that are alive, and only those?
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../../runner/internet/registry/instant.ts';
import { DEFAULT_RULES, tldOf, withSuffix } from '../../../../../runner/internet/registry/rules.ts';
import type { Tld } from '../../../../../runner/internet/registry/tld.ts';
import { newRegistry } from '../../../../../runner/internet/registry/world.ts';
import {
  delegationOf,
  rootZone,
  suffixZone,
  tldZone,
} from '../../../../../runner/internet/zone/parent-zones.ts';
import { boxHosts, type Place } from '../../../../../runner/internet/zone/place.ts';
import { writeRootHints } from '../../../../../runner/internet/zone/root-hints.ts';
import { writeZone } from '../../../../../runner/internet/zone/zone-file.ts';
import { Bench, NOW } from '../registry/helpers.ts';

const HOSTS = boxHosts();
const place = (hosts: typeof HOSTS): Place => ({
  rootServers: [{ host: hosts.root, addresses: ['198.18.0.10'] }],
  tldServers: [{ host: hosts.tld, addresses: ['198.18.0.11', '2001:db8::11'] }],
  hosts: [
    { host: hosts.registrar1, addresses: ['198.18.20.53'] },
    { host: hosts.registrar2, addresses: ['198.18.20.54'] },
    { host: hosts.whois, addresses: ['198.18.0.12'] },
  ],
});
const PLACE = place(HOSTS);
const tld = (zone: string): Tld => {
  const found = tldOf(zone, DEFAULT_RULES);
  if (!found) throw new Error(zone);
  return found;
};
const lines = (zone: Parameters<typeof writeZone>[0]) =>
  writeZone(zone)
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\t', ' '));

it('the root delegates every TLD and knows the addresses of their server', () => {
  const root = lines(rootZone(PLACE, 2026112200));
  expect(root[0]).toBe('. 30 IN SOA a.racine-exemple.net. hostmaster. 2026112200 3600 600 604800 5');
  for (const zone of ['fr', 'eu', 'org', 'com', 'net', 'paris', 'info'])
    expect(root).toContain(`${zone}. 30 IN NS a.registre-exemple.net.`);
  expect(root).toContain('a.registre-exemple.net. 30 IN A 198.18.0.11');
  expect(root).toContain('a.registre-exemple.net. 30 IN AAAA 2001:db8::11');
  expect(writeRootHints(PLACE)).toBe(
    '. 3600000 NS a.racine-exemple.net.\na.racine-exemple.net. 3600000 A 198.18.0.10\n',
  );
});

describe('a TLD', () => {
  it('delegates a name while it is alive, with the address of a server inside it, and no longer once it expired', () => {
    const bench = new Bench();
    bench.register('camille', 'mon-exemple.fr');
    expect(lines(tldZone(tld('fr'), bench.state, PLACE, 1, NOW))).toContain(
      'mon-exemple.fr. 30 IN NS ns1.bureau-exemple.net.',
    );
    const nameServers = [{ host: 'ns.mon-exemple.fr', addresses: ['198.18.20.10'] }];
    bench.do({ type: 'set-name-servers', seat: 'camille', name: 'mon-exemple.fr', nameServers });
    const alive = lines(tldZone(tld('fr'), bench.state, PLACE, 2, NOW));
    expect(alive).toContain('mon-exemple.fr. 30 IN NS ns.mon-exemple.fr.');
    expect(alive).toContain('ns.mon-exemple.fr. 30 IN A 198.18.20.10');
    expect(lines(tldZone(tld('fr'), bench.state, PLACE, 3, addDays(NOW, 366))).join('\n')).not.toContain(
      'mon-exemple.fr.',
    );
    expect(delegationOf('mon-exemple.fr', bench.state, PLACE, addDays(NOW, 366))).toEqual([]);
    expect(lines(tldZone(tld('com'), bench.state, PLACE, 2, NOW)).join('\n')).not.toContain('mon-exemple');
  });

  it('does not delegate the world’s expired names, and gives the box’s own hosts their addresses', () => {
    const fr = lines(tldZone(tld('fr'), newRegistry(NOW), PLACE, 1, NOW)).join('\n');
    expect(fr).toContain('mairie-exemple.fr.');
    expect(fr).not.toContain('ancien-mandat-exemple');
    const net = lines(tldZone(tld('net'), newRegistry(NOW), PLACE, 1, NOW));
    expect(net).toContain('ns1.bureau-exemple.net. 30 IN A 198.18.20.53');
    expect(net).toContain('whois.registre-exemple.net. 30 IN A 198.18.0.12');
    expect(net).toContain('bureau-exemple.net. 30 IN NS ns1.bureau-exemple.net.');
    expect(net.filter((line) => line.startsWith('ns1.bureau-exemple.net. '))).toHaveLength(1);
  });
});

it('with a suffix, the root knows it alone, it knows the TLDs, and the TLDs the names', () => {
  const rules = withSuffix(DEFAULT_RULES, '.test');
  const there = place(boxHosts(rules));
  expect(lines(rootZone(there, 1, rules))).toContain('test. 30 IN NS a.registre-exemple.net.test.');
  expect(lines(rootZone(there, 1, rules)).filter((line) => line.includes('fr.'))).toEqual([]);
  const test = suffixZone(there, 1, rules);
  expect(test && lines(test)).toContain('fr.test. 30 IN NS a.registre-exemple.net.test.');
  expect(lines(tldZone(tld('fr'), newRegistry(NOW, rules), there, 1, NOW, rules))).toContain(
    'exemple.fr.test. 30 IN NS ns1.bureau-exemple.net.test.',
  );
});
