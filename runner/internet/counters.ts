// What happens at the registrar's counter? Search, register, renew, transfer and edit zones, each paid in play money, each refusal with its reason.
import type {
  Account,
  Problem,
  RegistrarDeed,
  RegistrarOutcome,
  RegistrarView,
} from '../protocol/counters.ts';
import { type Accounts, ALLOWANCE_CENTS, NEARLY_EMPTY_CENTS } from './counters/account.ts';
import { commandOf } from './counters/command-of.ts';
import type { RegistrarDesk, Visitor } from './counters/desk.ts';
import { foundView, nameView, problemOf, tldView } from './counters/names-view.ts';
import { directoryOf } from './counters/pointing.ts';
import type { Names } from './counters/ports.ts';
import type { CodeTries } from './counters/transfer-code.ts';
import { changeZone, type EditedName, zoneOutcome } from './counters/zone-editor.ts';
import type { RegistryCommand, RegistryEvent } from './registry/commands.ts';
import { readName } from './registry/name.ts';
import { refusal } from './registry/refusals.ts';
import { type Registration, registrationOf } from './registry/registration.ts';
import { applyCommand } from './registry/registry.ts';
import { search } from './registry/search.ts';

export interface RegistrarParts {
  names: Names;
  accounts: Accounts;
  tries: CodeTries;
}

/** The registrar's counter of one workshop. */
export function createRegistrar(parts: RegistrarParts): RegistrarDesk {
  const { names } = parts;
  return {
    view: (who) => registrarView(parts, who),
    search(who, text) {
      const found = search(names.state(), text, who.seatId, names.now(), names.rules);
      return { found: found.map((one) => foundView(one, text, names.rules)) };
    },
    act: (who, deed) => act(parts, who, deed),
    zone(who, name) {
      const edited = ownName(names, who, name);
      return 'code' in edited ? { ok: false, refused: [edited] } : zoneOutcome(names, edited);
    },
    async changeZone(who, change) {
      const edited = ownName(names, who, change.name);
      return 'code' in edited ? { ok: false, refused: [edited] } : changeZone(names, edited, change);
    },
    clock: () => ({ now: names.now() }),
    async advance(days) {
      await names.advance(days);
      return { now: names.now() };
    },
    directory: (addresses, pseudonymOf) => directoryOf(names, addresses, pseudonymOf),
  };
}

function registrarView({ names, accounts }: RegistrarParts, who: Visitor): RegistrarView {
  const now = names.now();
  const { rules } = names;
  const all = Object.values(names.state().names);
  return {
    now,
    account: accounts.of(who.seatId, now),
    names: all.filter(({ seat }) => seat === who.seatId).map((one) => nameView(one, rules, now)),
    incoming: all.flatMap(({ name, unicode, transferPending: pending }) =>
      pending?.seat === who.seatId ? [{ name, unicode, decidedAt: pending.decidedAt }] : [],
    ),
    tlds: rules.tlds.map((tld) => tldView(tld, rules)),
    registrars: rules.registrars.map(({ id, name, nameServers }) => ({
      id,
      name,
      nameServers: [...nameServers],
    })),
  };
}

async function act(parts: RegistrarParts, who: Visitor, deed: RegistrarDeed): Promise<RegistrarOutcome> {
  const problem = deed.do === 'allowance' ? giveAllowance(parts, who) : await carryOut(parts, who, deed);
  return problem ? { ok: false, refused: [problem] } : { ok: true, view: registrarView(parts, who) };
}

function giveAllowance({ names, accounts }: RegistrarParts, { seatId }: Visitor): Problem | undefined {
  const now = names.now();
  const { balance } = accounts.of(seatId, now);
  if (balance >= NEARLY_EMPTY_CENTS)
    return { code: 'purse-not-empty', params: { below: NEARLY_EMPTY_CENTS, balance } };
  accounts.book(seatId, { at: now, what: 'allowance', about: '', cents: ALLOWANCE_CENTS });
  return undefined;
}

async function carryOut(
  parts: RegistrarParts,
  who: Visitor,
  deed: Exclude<RegistrarDeed, { do: 'allowance' }>,
): Promise<Problem | undefined> {
  const { names, accounts, tries } = parts;
  const seconds = deed.do === 'transfer' ? tries.wait(who.seatId) : 0;
  if (seconds > 0) return { code: 'too-many-tries', params: { seconds } };
  const command = commandOf(deed, who, names);
  // Tried on paper first: the price is known before anything happens, and nobody pays for a refusal.
  const paper = applyCommand(names.state(), command, names.now(), names.rules);
  if (!paper.ok) {
    if (paper.refused.code === 'transfer-code-wrong') tries.failed(who.seatId);
    return problemOf(paper.refused);
  }
  const price = priceOf(paper.events);
  const { balance } = accounts.of(who.seatId, names.now());
  if (price > balance) return { code: 'no-money', params: { price, balance } };
  return pay(parts, who, command, price);
}

/** Pays before the registry acts, so that two orders at once cannot spend the same money; gives it back when the registry says no. */
async function pay(
  { names, accounts }: RegistrarParts,
  who: Visitor,
  command: RegistryCommand,
  price: number,
): Promise<Problem | undefined> {
  const giveBack = price === 0 ? () => {} : accounts.book(who.seatId, entryOf(command, names, price));
  const kept = await names.apply(command).catch((error: unknown) => {
    giveBack();
    throw error;
  });
  if (kept.ok) return undefined;
  giveBack();
  return problemOf(kept.refused);
}

const priceOf = (events: readonly RegistryEvent[]): number =>
  events.reduce((sum, { price }) => sum + price, 0);

function entryOf(command: RegistryCommand, names: Names, price: number): Account['entries'][number] {
  const { type } = command;
  const what = type === 'register' || type === 'renew' || type === 'restore' ? type : 'transfer';
  const read = readName(command.name, names.rules);
  return { at: names.now(), what, about: read.ok ? read.unicode : '', cents: -price };
}

/** The name as typed, if it is this seat's. */
function ownName(names: Names, who: Visitor, typed: string): EditedName | Problem {
  const read = readName(typed, names.rules);
  if (!read.ok) {
    const { ok: _, ...why } = read;
    return problemOf(why);
  }
  const held: Registration | undefined = registrationOf(names.state(), read.ascii);
  if (!held) return problemOf(refusal('not-registered', { name: read.unicode }));
  if (held.seat !== who.seatId) return problemOf(refusal('not-yours', { name: read.unicode }));
  return { name: held.name, unicode: held.unicode };
}
