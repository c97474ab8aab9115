// What do the registry's tests share: a moment, a holder, a shorthand for commands?
import type { RegistryCommand, RegistryEvent } from '../../../../../runner/internet/registry/commands.ts';
import { fictionalHolder } from '../../../../../runner/internet/registry/holder.ts';
import { addDays, type Instant } from '../../../../../runner/internet/registry/instant.ts';
import type { RegistryRefusal } from '../../../../../runner/internet/registry/refusals.ts';
import {
  type Registration,
  type RegistryState,
  registrationOf,
} from '../../../../../runner/internet/registry/registration.ts';
import { applyCommand } from '../../../../../runner/internet/registry/registry.ts';
import { newRegistry } from '../../../../../runner/internet/registry/world.ts';

export const NOW = Date.UTC(2026, 10, 22, 10);
export const CAMILLE = fictionalHolder('Camille Exemple');
export const CODE = 'K7-exemple-0123456789';

/** A registry with a clock that moves by days. */
export class Bench {
  state: RegistryState = newRegistry(NOW);
  now: Instant = NOW;

  later(days: number): this {
    this.now = addDays(this.now, days);
    return this;
  }

  /** Carries a command out; throws the refusal's code when the answer is no. */
  do(command: RegistryCommand): RegistryEvent[] {
    const outcome = applyCommand(this.state, command, this.now);
    if (!outcome.ok) throw new Error(outcome.refused.code);
    this.state = outcome.state;
    return outcome.events;
  }

  /** The refusal of a command that must be refused. */
  refuses(command: RegistryCommand): RegistryRefusal {
    const before = JSON.stringify(this.state);
    const outcome = applyCommand(this.state, command, this.now);
    if (outcome.ok) throw new Error(`${command.type} ${command.name} was accepted`);
    if (JSON.stringify(this.state) !== before) throw new Error('a refused command changed the state');
    return outcome.refused;
  }

  register(seat: string, name: string, years = 1): RegistryEvent[] {
    return this.do({ type: 'register', seat, name, years, holder: CAMILLE });
  }

  get(name: string): Registration {
    const registration = registrationOf(this.state, name);
    if (!registration) throw new Error(`${name} is not registered`);
    return registration;
  }
}
