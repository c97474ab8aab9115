// At which addresses do the box's own hosts stand in one workshop? What the zones say of them.
import { serverAddresses } from './addresses.ts';
import { DEFAULT_RULES, type Rules } from './registry/rules.ts';
import { boxHosts, type HostAddress, type Place } from './zone/place.ts';

/** Hosts and addresses of the small Internet that stands on this subnet (CIDR). */
export function boxPlace(subnet: string, rules: Rules = DEFAULT_RULES): Place {
  const at = serverAddresses(subnet);
  const hosts = boxHosts(rules);
  const host = (name: string, address: string): HostAddress => ({ host: name, addresses: [address] });
  return {
    rootServers: [host(hosts.root, at.root)],
    tldServers: [host(hosts.tld, at.tld)],
    hosts: [
      host(hosts.registrar1, at.hosting),
      host(hosts.registrar2, at.hosting2),
      host(hosts.whois, at.registry),
      host(hosts.rdap, at.registry),
      host(hosts.acme, at.ca),
      host(hosts.mirror, at.mirror),
      host(hosts.aurore, at.aurore),
      host(hosts.boreal, at.boreal),
      // The neutral one is the workshop's own resolver: it answers what is true, and holds nothing back.
      host(hosts.cigale, at.resolver),
      ...[hosts.journal, hosts.videos, hosts.regulator, hosts.gardeners, hosts.chat].map((name) =>
        host(name, at.sites),
      ),
    ],
  };
}
