// Where does the store come from? Opens (or makes) the data directory and its one database.
import { randomInt } from 'node:crypto';
import { classRows } from './class-rows.ts';
import { prepareDataDir } from './data-dir.ts';
import { eraseTraces, openDatabase } from './database.ts';
import { internetRows } from './internet-rows.ts';
import { machineRows } from './machine-rows.ts';
import { progressRows } from './progress-rows.ts';
import { type Queries, queriesOf } from './queries.ts';
import { keepReserve } from './reserve.ts';
import { seatRows } from './seat-rows.ts';
import type { Store } from './store.ts';
import { workshopRows } from './workshop-rows.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Opens the store of a directory; throws `StoreError` (say it with `storeSentence`).
 * @param now is for tests
 * @param reserveBytes room kept for the day when the disk is full (F-18)
 */
export function openStore(dir: string, now: () => number = Date.now, reserveBytes = 0): Store {
  prepareDataDir(dir);
  const db = openDatabase(dir);
  const reserve = keepReserve(dir, reserveBytes);
  const q = queriesOf(db, dir, () => reserve.release());
  const instance = instanceId(q);
  const workshops = workshopRows(q);
  return {
    ...workshops,
    removeWorkshop(id) {
      workshops.removeWorkshop(id);
      eraseTraces(db, dir);
    },
    ...seatRows(q),
    ...progressRows(q, now),
    ...machineRows(q),
    ...internetRows(q),
    ...classRows(q),
    instanceId: () => instance,
    diskIsFull: () => reserve.released,
    close: () => db.close(),
  };
}

/** Ten letters and digits: 51 bits, so that two installations on one engine never take each other's containers. */
function instanceId(q: Queries): string {
  const made = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  q.run("INSERT INTO meta (key, value) VALUES ('instance', ?) ON CONFLICT DO NOTHING", made);
  return String(q.one("SELECT value FROM meta WHERE key = 'instance'")?.value);
}
