// Which names are already taken when a workshop opens, so that the small Internet looks lived in? All fictional.
import { fictionalHolder } from './holder.ts';
import { addDays, addYears, type Instant } from './instant.ts';
import { readName } from './name.ts';
import { emptyRegistry, type Holder, type Registration, type RegistryState } from './registration.ts';
import { DEFAULT_RULES, type Rules } from './rules.ts';

/** A name of the world, without the suffix. */
export interface WorldName {
  name: string;
  /** Who holds it. */
  holder: { kind: Holder['kind']; name: string };
  /** Days since the end of its term: left out for a name that renews itself, positive for one that nobody renewed. */
  expiredDays?: number;
  /** Hosts that answer for it; the first registrar's when left out. */
  nameServers?: readonly string[];
}

const organisation = (name: string) => ({ kind: 'organisation', name }) as const;
const person = (name: string) => ({ kind: 'person', name }) as const;

export const WORLD: readonly WorldName[] = [
  { name: 'bureau-exemple.net', holder: organisation('Bureau Exemple') },
  { name: 'cooperative-exemple.org', holder: organisation('Coopérative Exemple des noms') },
  { name: 'exemple.fr', holder: organisation('Association Exemple') },
  { name: 'exemple.org', holder: organisation('Association Exemple') },
  { name: 'exemple.com', holder: organisation('Exemple Conseil') },
  { name: 'exemple.net', holder: organisation('Exemple Conseil') },
  { name: 'exemple.eu', holder: organisation('Europe Exemple') },
  { name: 'mairie-exemple.fr', holder: organisation('Commune de Saint-Exemple-sur-Loire') },
  { name: 'parti-exemple.fr', holder: organisation('Parti de l’Exemple') },
  { name: 'journal-exemple.fr', holder: organisation('Le Journal de l’Exemple') },
  { name: 'videos-exemple.fr', holder: organisation('Vidéos Exemple') },
  { name: 'regulateur-exemple.fr', holder: organisation('Autorité des communications de l’Exemple') },
  { name: 'jardiniers-exemple.fr', holder: organisation('Les Jardiniers de l’Exemple') },
  { name: 'causerie-exemple.net', holder: organisation('La Causerie Exemple') },
  { name: 'acces-exemple.net', holder: organisation('Syndicat des fournisseurs d’accès de l’Exemple') },
  { name: 'depute-exemple.fr', holder: person('Dominique Exemple') },
  { name: 'élue-exemple.fr', holder: person('Dominique Exemple') },
  { name: 'depute-exemple.paris', holder: person('Dominique Exemple') },
  // Forgotten when the mandate ended: seen in redemption, then released when the clock moves.
  { name: 'ancien-mandat-exemple.fr', holder: person('Claude Exemple'), expiredDays: 12 },
  { name: 'campagne-exemple.com', holder: person('Claude Exemple'), expiredDays: 20 },
  { name: 'bientot-libre-exemple.org', holder: organisation('Comité Exemple'), expiredDays: 77 },
];

/** A registry as a workshop finds it: the world's names are there, the rest is free. Throws when a name of the world is not a name. */
export function newRegistry(
  now: Instant,
  rules: Rules = DEFAULT_RULES,
  world: readonly WorldName[] = WORLD,
): RegistryState {
  const state = emptyRegistry(now);
  for (const entry of world) {
    const registration = worldRegistration(entry, state.nextHandle, now, rules);
    state.names[registration.name] = registration;
    state.nextHandle += 1;
  }
  return state;
}

function worldRegistration(entry: WorldName, number: number, now: Instant, rules: Rules): Registration {
  const name = readName(`${entry.name}${rules.suffix}`, rules);
  if (!name.ok)
    throw new Error(`A name of the world is not a name here: ${entry.name} (${name.code}). See world.ts.`);
  const handle = `${String(number).padStart(6, '0')}-${name.tld.zone.toUpperCase()}`;
  const registrar = rules.registrars[0];
  const expiresAt =
    entry.expiredDays === undefined ? addDays(addYears(now, 1), -100) : addDays(now, -entry.expiredDays);
  const createdAt = addYears(expiresAt, -4);
  return {
    name: name.ascii,
    unicode: name.unicode,
    tld: name.tld.zone,
    handle: `DOM${handle}`,
    seat: null,
    holder: {
      ...fictionalHolder(entry.holder.name),
      kind: entry.holder.kind,
      email: `contact@${name.ascii}`,
    },
    holderHandle: `CTC${handle}`,
    registrar: registrar.id,
    createdAt,
    changedAt: createdAt,
    expiresAt,
    transferredAt: null,
    deletedAt: null,
    renewsItself: entry.expiredDays === undefined,
    nameServers: (entry.nameServers ?? registrar.nameServers).map((host) => ({ host, addresses: [] })),
    transferLocked: true,
    transferCode: null,
    transferPending: null,
  };
}
