// What do the counters need from the rest of the small Internet: a registry that acts, zones that are published, and a place to keep things?
import type { RegistryCommand, RegistryEvent } from '../registry/commands.ts';
import type { Instant } from '../registry/instant.ts';
import type { RegistryRefusal } from '../registry/refusals.ts';
import type { RegistryState } from '../registry/registration.ts';
import type { Rules } from '../registry/rules.ts';
import type { ZoneRecord } from '../zone/record.ts';

export type Applied =
  | { ok: true; events: readonly RegistryEvent[] }
  | { ok: false; refused: RegistryRefusal };

/** The registry of one workshop, with the zones that its registrar keeps. */
export interface Names {
  readonly rules: Rules;
  /** The workshop's clock. */
  now(): Instant;
  /** Everything that had to happen until now has happened in it. */
  state(): RegistryState;
  /** Carries a command out; resolves when its effect is kept and published. */
  apply(command: RegistryCommand): Promise<Applied>;
  /** Records of a customer's zone (ASCII name); `version` grows with each change. */
  zone(name: string): { records: readonly ZoneRecord[]; version: number };
  /** Replaces them; resolves when they are kept and published. The caller has checked them. */
  setZone(name: string, records: readonly ZoneRecord[]): Promise<void>;
  /** Moves the workshop's clock on, and carries out what had to happen meanwhile. */
  advance(days: number): Promise<void>;
}

/** Where one part of a workshop's state is kept: read once at the start, replaced whole at each change. */
export interface Keep {
  load(): string | undefined;
  save(json: string): void;
}
