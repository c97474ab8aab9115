// What does the registrar's tab show of a name, a TLD or a search result?
import type { Found, NameView, Problem, TldView } from '../../protocol/counters.ts';
import { tldFor } from '../registry/apply.ts';
import { addDays, type Instant } from '../registry/instant.ts';
import { lifeOf, lockedUntil, milestones } from '../registry/life-cycle.ts';
import type { RegistryRefusal } from '../registry/refusals.ts';
import type { Registration } from '../registry/registration.ts';
import { type Rules, zoneName } from '../registry/rules.ts';
import type { Availability } from '../registry/search.ts';
import { eppStatuses } from '../registry/statuses.ts';
import type { Tld } from '../registry/tld.ts';
import type { ZoneRefusal } from '../zone/refusals.ts';

/** A refusal as it goes to the page. */
export function problemOf(refusal: RegistryRefusal | ZoneRefusal, index?: number): Problem {
  const { code, params } = refusal;
  return { code, params: { ...params }, ...(index === undefined ? {} : { index }) };
}

export function tldView(tld: Tld, rules: Rules): TldView {
  return { zone: zoneName(tld, rules), prices: { ...tld.prices }, years: { ...tld.years } };
}

/** Do the registrar's own servers answer for this name, so that the zone kept here is the one that the world sees? */
export function servedHere(registration: Registration, rules: Rules): boolean {
  const own = new Set(rules.registrars.flatMap((registrar) => registrar.nameServers));
  return registration.nameServers.length > 0 && registration.nameServers.every(({ host }) => own.has(host));
}

/** A name as its holder sees it. */
export function nameView(registration: Registration, rules: Rules, now: Instant): NameView {
  const tld = tldFor(registration, rules);
  const life = lifeOf(registration, tld, now);
  const locked = lockedUntil(registration, tld, now);
  const { transferCode: code, transferPending: asked, holder } = registration;
  return {
    name: registration.name,
    unicode: registration.unicode,
    tld: zoneName(tld, rules),
    state: life.state,
    ...('until' in life ? { until: life.until } : {}),
    createdAt: registration.createdAt,
    expiresAt: registration.expiresAt,
    statuses: eppStatuses(registration, tld, now),
    milestones: milestones(registration, tld).filter(({ at }) => at > now),
    registrar: registration.registrar,
    holder: { kind: holder.kind, name: holder.name },
    nameServers: registration.nameServers.map(({ host, addresses }) => ({ host, addresses: [...addresses] })),
    inZone: servedHere(registration, rules),
    locked: registration.transferLocked,
    ...(locked === undefined ? {} : { lockedUntil: locked }),
    ...(code === null ? {} : { code: { code: code.code, ...codeEnd(code.madeAt, tld) } }),
    ...(asked === null
      ? {}
      : { asked: { at: asked.askedAt, decidedAt: asked.decidedAt, registrar: asked.registrar } }),
  };
}

function codeEnd(madeAt: Instant, tld: Tld): { until?: Instant } {
  const { codeDays } = tld.transfer;
  return codeDays === 0 ? {} : { until: addDays(madeAt, codeDays) };
}

/** What a search says of one name. `typed` stands for a name that cannot be read. */
export function foundView(found: Availability, typed: string, rules: Rules): Found {
  if (found.kind === 'refused') {
    const { params } = found.refusal;
    const name = 'name' in params ? params.name : [...typed.trim()].slice(0, 80).join('');
    return { kind: 'refused', name, problem: problemOf(found.refusal) };
  }
  const { ascii: name, unicode } = found;
  if (found.kind === 'free') return { kind: 'free', name, unicode, tld: tldView(found.tld, rules) };
  const { state } = found.life;
  if (found.kind === 'yours') return { kind: 'yours', name, unicode, state };
  return {
    kind: 'taken',
    name,
    unicode,
    state,
    ...('until' in found.life ? { until: found.life.until } : {}),
  };
}
