// Where does a resolver of the box begin? The hints file that Unbound reads in place of the real root's.
import { readIpv4 } from './address.ts';
import type { Place } from './place.ts';
import { writeName } from './zone-file.ts';

/** Text of a root hints file (`root-hints:` of unbound.conf). */
export function writeRootHints(place: Place): string {
  const lines: string[] = [];
  for (const { host, addresses } of place.rootServers) {
    lines.push(`. 3600000 NS ${writeName(host)}`);
    for (const address of addresses) {
      lines.push(`${writeName(host)} 3600000 ${readIpv4(address) === undefined ? 'AAAA' : 'A'} ${address}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
