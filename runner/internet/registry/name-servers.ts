// Are these hosts that may answer for a name?
import { readAddress } from '../zone/address.ts';
import { readHostName } from '../zone/host-name.ts';
import { showCharacter } from './label.ts';
import { registrableOf } from './name.ts';
import { type RegistryRefusal, refusal } from './refusals.ts';
import { type NameServer, type RegistryState, registrationOf } from './registration.ts';
import { BOX_LABELS } from './reserved.ts';
import type { Rules } from './rules.ts';

export type NameServersVerdict =
  | { ok: true; nameServers: NameServer[] }
  | { ok: false; refusal: RegistryRefusal };

/**
 * Checks the name servers that a holder gives for `name` (ASCII form). An empty list is allowed: the name then is registered but `inactive`.
 * A host inside the name needs an address (RFC 1034, 4.2.1); addresses of other hosts are left out, their own zone gives them.
 */
export function readNameServers(
  list: readonly NameServer[],
  name: string,
  state: RegistryState,
  rules: Rules,
): NameServersVerdict {
  if (list.length > rules.maxNameServers) {
    return { ok: false, refusal: refusal('name-servers-too-many', { max: rules.maxNameServers }) };
  }
  const nameServers: NameServer[] = [];
  for (const given of list) {
    const read = readOne(given, name, state, rules);
    if ('code' in read) return { ok: false, refusal: read };
    if (nameServers.some((other) => other.host === read.host)) {
      return { ok: false, refusal: refusal('name-server-twice', { host: read.host }) };
    }
    nameServers.push(read);
  }
  return { ok: true, nameServers };
}

function readOne(
  given: NameServer,
  name: string,
  state: RegistryState,
  rules: Rules,
): NameServer | RegistryRefusal {
  const verdict = readHostName(given.host, { underscore: false, wildcard: false });
  if (!verdict.ok || !verdict.ascii.includes('.'))
    return refusal('name-server-syntax', { host: shorten(given.host) });
  const host = verdict.ascii;
  const inside = host === name || host.endsWith(`.${name}`);
  if (!inside) {
    const own = registrableOf(host, rules);
    const known = own === undefined || registrationOf(state, own) !== undefined || isOfTheBox(own);
    return known ? { host, addresses: [] } : refusal('name-server-unknown', { host, name: own });
  }
  const addresses: string[] = [];
  for (const text of given.addresses) {
    const address = readAddress(text);
    if (address === undefined) return refusal('name-server-address', { host, address: shorten(text) });
    if (!addresses.includes(address)) addresses.push(address);
  }
  if (addresses.length === 0) return refusal('name-server-needs-address', { host });
  return { host, addresses: addresses.slice(0, 4) };
}

function isOfTheBox(name: string): boolean {
  return BOX_LABELS.has(name.split('.')[0] ?? '');
}

/** What was typed, short enough and visible, for a sentence. */
function shorten(text: string): string {
  return [...text].slice(0, 60).map(showCharacter).join('');
}
