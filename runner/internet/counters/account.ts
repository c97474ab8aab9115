// How much play money does a seat have, and where did it go? The registry never asks for money; the counters do.
import type { Account, Entry } from '../../protocol/counters.ts';
import type { Keep } from './ports.ts';

/** What a seat begins with, and gets when it asks for more: enough for the lessons with room for a mistake. */
export const ALLOWANCE_CENTS = 30_000;
/** More is given below this only, so that the purse still means something. */
export const NEARLY_EMPTY_CENTS = 5_000;
/** Lines kept per seat; the balance counts all that ever were. */
const MAX_ENTRIES = 60;

interface Kept {
  version: 1;
  accounts: Record<string, Account>;
}

export interface Accounts {
  /** The account of a seat; opened with the allowance when it is asked for the first time. */
  of(seatId: string, now: number): Account;
  /** Adds a line; negative cents are paid by the seat. Gives a function that takes the line back (what was paid for did not happen). */
  book(seatId: string, entry: Entry): () => void;
  /** Takes back every line since `since` about this name or server: what was bought is as if it had never been. */
  takeBack(seatId: string, about: string, since: number): void;
}

/** Accounts of one workshop. */
export function createAccounts(keep: Keep): Accounts {
  const kept = read(keep.load());
  const save = (): void => keep.save(JSON.stringify(kept));

  const open = (seatId: string, now: number): Account => {
    const known = Object.hasOwn(kept.accounts, seatId) ? kept.accounts[seatId] : undefined;
    if (known) return known;
    const entry: Entry = { at: now, what: 'allowance', about: '', cents: ALLOWANCE_CENTS };
    const account: Account = { balance: ALLOWANCE_CENTS, entries: [entry] };
    kept.accounts[seatId] = account;
    return account;
  };

  return {
    of(seatId, now) {
      const { balance, entries } = open(seatId, now);
      return { balance, entries: [...entries] };
    },
    book(seatId, entry) {
      const account = open(seatId, entry.at);
      account.balance += entry.cents;
      account.entries.push(entry);
      if (account.entries.length > MAX_ENTRIES) account.entries.shift();
      save();
      return () => {
        account.balance -= entry.cents;
        account.entries = account.entries.filter((one) => one !== entry);
        save();
      };
    },
    takeBack(seatId, about, since) {
      const account = open(seatId, since);
      const lines = account.entries.filter((entry) => entry.about === about && entry.at >= since);
      for (const { cents } of lines) account.balance -= cents;
      account.entries = account.entries.filter((entry) => !lines.includes(entry));
      save();
    },
  };
}

function read(json: string | undefined): Kept {
  const kept = json === undefined ? undefined : (JSON.parse(json) as Kept);
  return { version: 1, accounts: Object.assign(Object.create(null), kept?.accounts) };
}
