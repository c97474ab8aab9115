// A registry that lives in this process alone: state and zones are kept, nothing is published. For tests, and for a computer without the small Internet's servers.

import { advance } from '../registry/advance.ts';
import type { Instant } from '../registry/instant.ts';
import { DAY } from '../registry/instant.ts';
import type { RegistryState } from '../registry/registration.ts';
import { applyCommand } from '../registry/registry.ts';
import { DEFAULT_RULES, type Rules } from '../registry/rules.ts';
import { newRegistry } from '../registry/world.ts';
import type { ZoneRecord } from '../zone/record.ts';
import type { Keep, Names } from './ports.ts';

interface Kept {
  /** Days that the trainer has moved the clock on. */
  ahead: number;
  state: RegistryState;
  zones: Record<string, { records: ZoneRecord[]; version: number }>;
}

/** @param clock real time, milliseconds since the epoch */
export function keptNames(keep: Keep, clock: () => Instant, rules: Rules = DEFAULT_RULES): Names {
  const json = keep.load();
  const kept: Kept =
    json === undefined ? { ahead: 0, state: newRegistry(clock(), rules), zones: {} } : JSON.parse(json);
  const now = () => clock() + kept.ahead * DAY;
  const settle = (state: RegistryState): void => {
    kept.state = state;
    for (const name of Object.keys(kept.zones))
      if (!Object.hasOwn(state.names, name)) delete kept.zones[name];
    keep.save(JSON.stringify(kept));
  };
  const pass = (): void => {
    const passed = advance(kept.state, now(), rules);
    if (passed.events.length > 0) settle(passed.state);
    else kept.state = passed.state;
  };
  return {
    rules,
    now,
    state() {
      pass();
      return kept.state;
    },
    async apply(command) {
      const outcome = applyCommand(kept.state, command, now(), rules);
      if (!outcome.ok) return { ok: false, refused: outcome.refused };
      settle(outcome.state);
      return { ok: true, events: outcome.events };
    },
    zone(name) {
      const zone = Object.hasOwn(kept.zones, name) ? kept.zones[name] : undefined;
      return zone ?? { records: [], version: 0 };
    },
    async setZone(name, records) {
      const { version } = this.zone(name);
      kept.zones[name] = { records: [...records], version: version + 1 };
      settle(kept.state);
    },
    async advance(days) {
      kept.ahead += days;
      pass();
      settle(kept.state);
    },
  };
}
