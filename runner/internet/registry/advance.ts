// What does the passing of time do to the names: transfers that go through, expiries, releases?
import { eventOf, tldFor, without } from './apply.ts';
import { completeTransfer } from './apply-transfer.ts';
import type { RegistryEvent } from './commands.ts';
import { addYears, type Instant } from './instant.ts';
import { milestones } from './life-cycle.ts';
import type { Registration, RegistryState } from './registration.ts';
import { DEFAULT_RULES, type Rules } from './rules.ts';

/**
 * Carries out everything that had to happen between `state.asOf` and `now`, in the order of time.
 * A `now` before `state.asOf` changes nothing: the workshop's clock never goes back.
 */
export function advance(
  state: RegistryState,
  now: Instant,
  rules: Rules = DEFAULT_RULES,
): { state: RegistryState; events: RegistryEvent[] } {
  if (now <= state.asOf) return { state, events: [] };
  let next: RegistryState = { ...state, asOf: now };
  const events: RegistryEvent[] = [];
  for (const registration of Object.values(state.names)) {
    const passed = advanceOne(registration, state.asOf, now, rules);
    if (passed.events.length === 0) continue;
    events.push(...passed.events);
    next = without(next, registration.name);
    if (passed.registration) next.names[registration.name] = passed.registration;
  }
  events.sort((a, b) => a.at - b.at);
  return { state: next, events };
}

function advanceOne(
  registration: Registration,
  from: Instant,
  now: Instant,
  rules: Rules,
): { registration: Registration | undefined; events: RegistryEvent[] } {
  const tld = tldFor(registration, rules);
  const due = milestones(registration, tld).filter(({ at }) => at > from && at <= now);
  const events: RegistryEvent[] = [];
  for (const { at, what } of due) {
    // These two move the later dates: what follows is worked out again from there.
    if (what === 'transferred' || (what === 'expired' && registration.renewsItself)) {
      const [changed, event] =
        what === 'transferred' ? completeTransfer(registration, at, rules) : renewItself(registration, at);
      const rest = advanceOne(changed, at, now, rules);
      return { registration: rest.registration, events: [...events, event, ...rest.events] };
    }
    events.push(eventOf(registration, what, at));
    if (what === 'released') return { registration: undefined, events };
  }
  return { registration, events };
}

function renewItself(registration: Registration, at: Instant): [Registration, RegistryEvent] {
  const renewed = { ...registration, expiresAt: addYears(registration.expiresAt, 1), changedAt: at };
  return [renewed, eventOf(renewed, 'renewed', at)];
}
