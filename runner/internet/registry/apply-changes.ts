// How does a holder change what the registry knows of a name: name servers, holder, lock, transfer code?
import { type Context, changed, find, type Outcome, refused, withoutOk } from './apply.ts';
import type { RegistryCommand } from './commands.ts';
import { readHolder } from './holder.ts';
import { readNameServers } from './name-servers.ts';

type Of<T extends RegistryCommand['type']> = Extract<RegistryCommand, { type: T }>;

/** Shortest transfer code that a caller may make: 16 characters of a random alphabet cannot be guessed. */
export const MIN_CODE_LENGTH = 16;

export function setNameServers(context: Context, command: Of<'set-name-servers'>): Outcome {
  const held = find(context, command, ['registered']);
  if ('code' in held) return refused(held);
  const read = readNameServers(command.nameServers, held.registration.name, context.state, context.rules);
  if (!read.ok) return refused(read.refusal);
  return changed(
    context,
    held.registration,
    { nameServers: read.nameServers },
    { type: 'name-servers-changed' },
  );
}

export function setHolder(context: Context, command: Of<'set-holder'>): Outcome {
  const held = find(context, command, ['registered']);
  if ('code' in held) return refused(held);
  const read = readHolder(command.holder, held.tld);
  if (!read.ok) return refused(withoutOk(read));
  return changed(context, held.registration, { holder: read.holder }, { type: 'holder-changed' });
}

export function setTransferLock(context: Context, command: Of<'set-transfer-lock'>): Outcome {
  const held = find(context, command, ['registered']);
  if ('code' in held) return refused(held);
  return changed(
    context,
    held.registration,
    { transferLocked: command.locked },
    { type: 'transfer-lock-changed' },
  );
}

/** A new code replaces the one before. Throws when the caller made a short one. */
export function makeTransferCode(context: Context, command: Of<'make-transfer-code'>): Outcome {
  if (!/^[!-~]+$/.test(command.code) || command.code.length < MIN_CODE_LENGTH) {
    throw new Error(
      `A transfer code has ${MIN_CODE_LENGTH} visible ASCII characters or more; got ${command.code.length}.`,
    );
  }
  const held = find(context, command, ['registered']);
  if ('code' in held) return refused(held);
  const transferCode = { code: command.code, madeAt: context.now };
  return changed(context, held.registration, { transferCode }, { type: 'transfer-code-made' });
}
