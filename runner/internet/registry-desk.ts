// Who keeps a workshop's registry: its state on disk, its clock, and its answers to WHOIS and RDAP? The rules are `registry/`; this remembers and publishes.
import type { Applied, Keep, Names } from './counters/ports.ts';
import { type Publication, type PublishedZones, publishZones, type Serials } from './published-zones.ts';
import { advance } from './registry/advance.ts';
import type { RegistryCommand, RegistryEvent } from './registry/commands.ts';
import { addDays, type Instant } from './registry/instant.ts';
import { rdapAnswer } from './registry/rdap.ts';
import type { RdapAnswer, RdapService } from './registry/rdap-types.ts';
import type { RegistryState } from './registry/registration.ts';
import { applyCommand } from './registry/registry.ts';
import type { Rules } from './registry/rules.ts';
import { whoisAnswer } from './registry/whois.ts';
import { newRegistry } from './registry/world.ts';
import { boxHosts, type Place } from './zone/place.ts';
import type { ZoneRecord } from './zone/record.ts';

export interface RegistryDeskParts {
  keep: Keep;
  rules: Rules;
  place: Place;
  /** Real time, milliseconds since the epoch. */
  realNow: () => number;
  /** Brings `zones()` to the name servers; resolves when they answer from them. */
  publish: () => Promise<void>;
}

export interface RegistryDesk extends Names {
  /** Carries out what time has done, and publishes when it changed something; call it now and then. */
  tick(): Promise<void>;
  /** What the name servers must answer now. */
  zones(): PublishedZones;
  /** The answer to one WHOIS query (RFC 3912). */
  whois(query: string): string;
  /** The answer to a GET of this path, query string left out (RFC 9082). */
  rdap(path: string): RdapAnswer;
}

interface Kept {
  version: 1;
  registry: RegistryState;
  /** Milliseconds that the workshop's clock is ahead of real time. */
  ahead: number;
  /** Customers' zones by ASCII name. */
  zones: Record<string, { records: readonly ZoneRecord[]; version: number }>;
  serials: Serials;
}

/** The registry of one workshop: as it was kept, or new with the world's names in it. @throws SyntaxError when what was kept cannot be read */
export function createRegistryDesk(parts: RegistryDeskParts): RegistryDesk {
  const { keep, rules, place, realNow } = parts;
  const hosts = boxHosts(rules);
  const service: RdapService = { base: `http://${hosts.rdap}`, whois: hosts.whois };
  let kept = read(keep.load()) ?? {
    version: 1,
    registry: newRegistry(realNow(), rules),
    ahead: 0,
    zones: {},
    serials: {},
  };
  // A machine whose clock went back (a laptop without battery): the workshop's clock never does.
  const now = (): Instant => Math.max(realNow() + kept.ahead, kept.registry.asOf);
  const written = (): Publication =>
    publishZones(
      { state: kept.registry, recordsOf: (name) => zoneOf(name).records, place, rules, now: now() },
      kept.serials,
    );
  const zoneOf = (name: string) =>
    (Object.hasOwn(kept.zones, name) ? kept.zones[name] : undefined) ?? { records: [], version: 0 };

  /** Replaces what is remembered; gives whether a name server has something new to say. On disk before anything is answered. */
  function remember(changes: Partial<Kept>): boolean {
    const before = kept;
    kept = { ...kept, ...changes };
    const { serials } = written();
    const changed = JSON.stringify(serials) !== JSON.stringify(kept.serials);
    kept.serials = serials;
    try {
      keep.save(JSON.stringify(kept));
    } catch (error) {
      kept = before;
      throw error;
    }
    return changed;
  }

  function state(): RegistryState {
    const passed = advance(kept.registry, now(), rules);
    return passed.state;
  }

  const settle = async (changed: boolean): Promise<void> => {
    if (changed) await parts.publish();
  };

  // Serials are kept from the first publication on: a later one must never reuse them.
  remember({});
  return {
    rules,
    now,
    state,
    async apply(command: RegistryCommand): Promise<Applied> {
      const outcome = applyCommand(kept.registry, command, now(), rules);
      if (!outcome.ok) return outcome;
      await settle(remember({ registry: outcome.state, zones: zonesAfter(kept.zones, outcome.events) }));
      return { ok: true, events: outcome.events };
    },
    zone: zoneOf,
    async setZone(name, records) {
      const zone = { records: [...records], version: zoneOf(name).version + 1 };
      await settle(remember({ zones: { ...kept.zones, [name]: zone } }));
    },
    async advance(days) {
      const ahead = kept.ahead + (addDays(now(), days) - now());
      const { state: registry, events } = advance(kept.registry, realNow() + ahead, rules);
      await settle(remember({ ahead, registry, zones: zonesAfter(kept.zones, events) }));
    },
    async tick() {
      const { state: registry, events } = advance(kept.registry, now(), rules);
      if (events.length > 0) await settle(remember({ registry, zones: zonesAfter(kept.zones, events) }));
    },
    zones: () => written().zones,
    whois: (query) => whoisAnswer(state(), query, now(), rules),
    rdap: (path) => rdapAnswer(state(), path, now(), service, rules),
  };
}

/** A name that was given back leaves no zone behind for whoever takes it next. */
function zonesAfter(zones: Kept['zones'], events: readonly RegistryEvent[]): Kept['zones'] {
  const fresh = new Set(
    events.filter(({ type }) => type === 'released' || type === 'registered').map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(zones).filter(([name]) => !fresh.has(name)));
}

function read(json: string | undefined): Kept | undefined {
  if (json === undefined) return undefined;
  const kept = JSON.parse(json) as Kept;
  if (kept.version !== 1)
    throw new SyntaxError(
      `The kept registry has version ${String(kept.version)}; this runner reads version 1.`,
    );
  return kept;
}
