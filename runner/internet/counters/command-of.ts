// How does what was done at the counter become a command of the registry? Particulars of holders are made up here: nobody is asked for theirs.
import type { RegistrarDeed } from '../../protocol/counters.ts';
import type { RegistryCommand } from '../registry/commands.ts';
import { fictionalHolder } from '../registry/holder.ts';
import { readName } from '../registry/name.ts';
import { type Holder, registrationOf } from '../registry/registration.ts';
import type { Visitor } from './desk.ts';
import type { Names } from './ports.ts';
import { newTransferCode } from './transfer-code.ts';

type Deed = Exclude<RegistrarDeed, { do: 'allowance' }>;

/** The command for a deed of this visitor. */
export function commandOf(deed: Deed, who: Visitor, names: Names): RegistryCommand {
  const on = { seat: who.seatId, name: deed.name };
  switch (deed.do) {
    case 'register':
      return {
        ...on,
        type: 'register',
        years: deed.years,
        holder: holderFor(who, deed.holder, deed.name, names),
      };
    case 'renew':
      return { ...on, type: 'renew', years: deed.years };
    case 'restore':
      return { ...on, type: 'restore' };
    case 'delete':
      return { ...on, type: 'delete' };
    case 'name-servers':
      return { ...on, type: 'set-name-servers', nameServers: deed.servers };
    case 'own-servers':
      return { ...on, type: 'set-name-servers', nameServers: ownServers(deed.name, names) };
    case 'lock':
      return { ...on, type: 'set-transfer-lock', locked: deed.locked };
    case 'code':
      return { ...on, type: 'make-transfer-code', code: newTransferCode() };
    case 'transfer':
      return {
        ...on,
        type: 'transfer',
        // Codes are made in capitals; read out from screen to screen, they come back in any case.
        code: deed.code.trim().toUpperCase(),
        registrar: deed.registrar,
        ...newHolder(deed.name, who, names),
      };
    case 'answer-transfer':
      return { ...on, type: deed.accept ? 'approve-transfer' : 'refuse-transfer' };
    case 'cancel-transfer':
      return { ...on, type: 'cancel-transfer' };
  }
}

/** A fictional holder who bears the pseudonym: the class recognises each other, and nobody gives an address. */
function holderFor(who: Visitor, kind: Holder['kind'], name: string, names: Names): Holder {
  const read = readName(name, names.rules);
  const email = read.ok ? `contact@${read.ascii}` : fictionalHolder('').email;
  // A pseudonym may hold a sign that no registry takes.
  const bearer = who.pseudonym.replace(/\p{C}|\p{Zl}|\p{Zp}/gu, '').trim() || 'Exemple';
  const called = kind === 'organisation' ? `Association Exemple (${bearer})` : `${bearer} Exemple`;
  return { ...fictionalHolder(called), kind, email };
}

/** Somebody else's name gets a new holder with the transfer; one's own keeps its holder and only changes registrar. */
function newHolder(name: string, who: Visitor, names: Names): { holder?: Holder } {
  const read = readName(name, names.rules);
  const held = read.ok ? registrationOf(names.state(), read.ascii) : undefined;
  if (!held || held.seat === who.seatId) return {};
  return { holder: holderFor(who, held.holder.kind, name, names) };
}

/** The servers of the registrar at which the name is. */
function ownServers(name: string, names: Names): { host: string; addresses: string[] }[] {
  const { rules } = names;
  const read = readName(name, rules);
  const held = read.ok ? registrationOf(names.state(), read.ascii) : undefined;
  const registrar = rules.registrars.find(({ id }) => id === held?.registrar) ?? rules.registrars[0];
  return registrar.nameServers.map((host) => ({ host, addresses: [] }));
}
