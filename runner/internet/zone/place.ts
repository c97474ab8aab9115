// Where do the box's own servers stand: which hosts answer for the root, the TLDs and the customers' zones, and at which addresses?
import { DEFAULT_RULES, type Rules } from '../registry/rules.ts';

/** A host of the box and its addresses. */
export interface HostAddress {
  host: string;
  addresses: readonly string[];
}

/** Given by whoever starts the small Internet; the registry's state holds no address of the box. */
export interface Place {
  /** Hosts of the root zone. */
  rootServers: readonly HostAddress[];
  /** Hosts of every TLD's zone (and of the suffix's, when there is one). */
  tldServers: readonly HostAddress[];
  /** Everything else under a TLD whose address the TLD's zone must know: the registrar's name servers, WHOIS, RDAP. */
  hosts: readonly HostAddress[];
}

/** Host names that the box uses for itself; their names are reserved (`BOX_LABELS`) or belong to the registrar. */
export function boxHosts(rules: Rules = DEFAULT_RULES) {
  const { suffix } = rules;
  return {
    root: `a.racine-exemple.net${suffix}`,
    tld: `a.registre-exemple.net${suffix}`,
    whois: `whois.registre-exemple.net${suffix}`,
    rdap: `rdap.registre-exemple.net${suffix}`,
    /** Where certificates are asked for (ACME). */
    acme: `acme.autorite-exemple.org${suffix}`,
    /** The packages of a rented server. */
    mirror: `deb.miroir-exemple.fr${suffix}`,
    /** Boxes of three access providers; their names are those of the lab that measures them. */
    aurore: `aurore.acces-exemple.net${suffix}`,
    boreal: `boreal.acces-exemple.net${suffix}`,
    cigale: `cigale.acces-exemple.net${suffix}`,
    /** Sites that one reaches through them. */
    journal: `www.journal-exemple.fr${suffix}`,
    videos: `www.videos-exemple.fr${suffix}`,
    regulator: `www.regulateur-exemple.fr${suffix}`,
    /** Those that send readers, too, to a site that was announced to the newspaper. */
    gardeners: `www.jardiniers-exemple.fr${suffix}`,
    chat: `www.causerie-exemple.net${suffix}`,
    registrar1: `ns1.bureau-exemple.net${suffix}`,
    registrar2: `ns2.bureau-exemple.net${suffix}`,
  };
}
