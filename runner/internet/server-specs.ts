// What is each server of the small Internet allowed to be? One container specification per server, by allow-list: nobody logs in to any of them.
import type { ContainerSpec } from '../machines/container-spec.ts';
import { ROLE_LABEL, WORKSHOP_LABEL } from '../machines/labels.ts';
import { objectName } from '../machines/names.ts';
import { type ServerName, serverAddresses } from './addresses.ts';
import { boxPlace } from './box-place.ts';
import type { Rules } from './registry/rules.ts';
import { busyHttp, busyWhois } from './registry-answers.ts';
import { serverLimits } from './server-limits.ts';
import { boxHosts } from './zone/place.ts';
import { writeRootHints } from './zone/root-hints.ts';

/** The servers whose containers are made here, in the order in which they are shown. */
export const SERVERS = [
  'root',
  'tld',
  'hosting',
  'hosting2',
  'resolver',
  'registry',
  'ca',
  'mirror',
  'gateway',
  'aurore',
  'boreal',
  'sites',
] as const;
export type Server = (typeof SERVERS)[number];
/** Those of the image `internet` with one network only; the gateway is `gateway.ts`, the mirror `vps-mirror.ts`. */
export type InnerServer = Exclude<Server, 'gateway' | 'mirror'>;

/** Those that answer for zones, and which zones. */
export const ZONES_OF = { root: 'root', tld: 'tld', hosting: 'hosting', hosting2: 'hosting' } as const;
export type ZoneServer = keyof typeof ZONES_OF;
export const isZoneServer = (server: Server): server is ZoneServer => server in ZONES_OF;

const ROLE_PREFIX = 'internet-';

/** Role label of a server's container. */
export const roleOf = (server: ServerName): string => `${ROLE_PREFIX}${server}`;
/** Whether these labels are those of a server of a small Internet; its workshop's label says of which. */
export const isInternetServer = (labels: Record<string, string>): boolean =>
  labels[ROLE_LABEL]?.startsWith(ROLE_PREFIX) ?? false;

export interface ServerRequest {
  server: InnerServer;
  instance: string;
  /** Opaque id of the workshop. */
  workshop: string;
  /** Tag of the image `internet`. */
  image: string;
  network: { id: string; subnet: string };
  rules: Rules;
  /** False on a host whose kernel has no IPv6. */
  kernelHasIpv6?: boolean;
}

/** The specification of one server. Pure: same request, same specification. @throws RangeError for a subnet that is too small */
export function serverSpec(request: ServerRequest): ContainerSpec {
  const { server, network } = request;
  const addresses = serverAddresses(network.subnet);
  return {
    ...serverLimits(request.kernelHasIpv6),
    name: objectName(request.instance, request.workshop, roleOf(server)),
    hostname: roleOf(server),
    image: request.image,
    labels: { [ROLE_LABEL]: roleOf(server), [WORKSHOP_LABEL]: request.workshop },
    network: { id: network.id, address: addresses[server] },
    dns: [addresses.resolver],
    env: environment(request, addresses.resolver),
  };
}

/** What `boite-server` in the image reads. */
function environment(request: ServerRequest, resolver: string): Record<string, string> {
  const { server, rules, network } = request;
  const hosts = boxHosts(rules);
  switch (server) {
    case 'root':
    case 'tld':
    case 'hosting':
    case 'hosting2':
      return { BOITE_SERVER: 'dns' };
    case 'resolver':
      return {
        BOITE_SERVER: 'resolver',
        BOITE_ROOT_HINTS: writeRootHints(boxPlace(network.subnet, rules)),
        BOITE_RESOLVER_MORE: unboundOf(rules),
      };
    case 'registry':
      return {
        BOITE_SERVER: 'registry',
        BOITE_HOST: hosts.rdap,
        BOITE_BUSY_WHOIS: busyWhois(),
        BOITE_BUSY_RDAP: busyHttp(),
      };
    case 'ca':
      return { BOITE_SERVER: 'ca', BOITE_HOST: hosts.acme, BOITE_RESOLVER: resolver };
    // Two access providers: the first lets one site through drop by drop, the second denies that another exists. The third, neutral, is the resolver.
    case 'aurore':
      return { ...accessBox(rules, resolver), BOITE_SLOW: hosts.videos };
    case 'boreal':
      return { ...accessBox(rules, resolver), BOITE_DENIED: `journal-exemple.fr${rules.suffix}` };
    case 'sites':
      return {
        BOITE_SERVER: 'sites',
        BOITE_REGULATOR: hosts.regulator,
        // Where a crowd may go: rented servers of this workshop, not the box's own.
        BOITE_SUBNET: network.subnet,
        BOITE_OWN: Object.values(serverAddresses(network.subnet)).join(' '),
      };
  }
}

/** Unbound itself answers « no such name » for .test and its like, unless told that they live here. */
const unboundOf = (rules: Rules): string =>
  rules.suffix === '' ? '' : `    local-zone: "${rules.suffix.slice(1)}." nodefault\n`;

const accessBox = (rules: Rules, resolver: string): Record<string, string> => ({
  BOITE_SERVER: 'access',
  BOITE_RESOLVER: resolver,
  BOITE_RESOLVER_MORE: unboundOf(rules),
});
