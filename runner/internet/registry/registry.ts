// What does the registry do when it is asked something? The one door to its rules: state and command in, new state and events out.
import { advance } from './advance.ts';
import type { Context, Outcome } from './apply.ts';
import { makeTransferCode, setHolder, setNameServers, setTransferLock } from './apply-changes.ts';
import { register, remove, renew, restore, withdraw } from './apply-registration.ts';
import { approveTransfer, cancelTransfer, refuseTransfer, transfer } from './apply-transfer.ts';
import type { RegistryCommand } from './commands.ts';
import type { Instant } from './instant.ts';
import type { RegistryState } from './registration.ts';
import { DEFAULT_RULES, type Rules } from './rules.ts';

/**
 * Applies one command at `now` (the workshop's clock). Pure: the state given is never changed.
 * Time that has passed since the last command is carried out first, and its events come first.
 * When the answer is no, nothing changes and `refused` says why; apply `advance` to keep what time did.
 */
export function applyCommand(
  state: RegistryState,
  command: RegistryCommand,
  now: Instant,
  rules: Rules = DEFAULT_RULES,
): Outcome {
  const passed = advance(state, now, rules);
  const outcome = carryOut({ state: passed.state, rules, now: passed.state.asOf }, command);
  return outcome.ok ? { ...outcome, events: [...passed.events, ...outcome.events] } : outcome;
}

function carryOut(context: Context, command: RegistryCommand): Outcome {
  switch (command.type) {
    case 'register':
      return register(context, command);
    case 'renew':
      return renew(context, command);
    case 'restore':
      return restore(context, command);
    case 'delete':
      return remove(context, command);
    case 'withdraw':
      return withdraw(context, command);
    case 'set-name-servers':
      return setNameServers(context, command);
    case 'set-holder':
      return setHolder(context, command);
    case 'set-transfer-lock':
      return setTransferLock(context, command);
    case 'make-transfer-code':
      return makeTransferCode(context, command);
    case 'transfer':
      return transfer(context, command);
    case 'approve-transfer':
      return approveTransfer(context, command);
    case 'refuse-transfer':
      return refuseTransfer(context, command);
    case 'cancel-transfer':
      return cancelTransfer(context, command);
  }
}
