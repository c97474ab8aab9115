// Which séances that are over have been kept long enough? Each says for how many days; then every row of it goes.
import type { Store } from '../store/store.ts';
import type { Classroom } from './classroom.ts';

const DAY_MS = 24 * 3_600_000;

/** Forgets them now; gives their ids. `now`: milliseconds since the epoch. */
export function forgetOldWorkshops(store: Store, classroom: Classroom, now: number): string[] {
  const old = store
    .endedWorkshops()
    .filter(({ id, endedAt }) => (endedAt ?? now) + classroom.keepDays(id) * DAY_MS <= now);
  for (const { id } of old) {
    store.removeWorkshop(id);
    classroom.forgetWorkshop(id);
  }
  return old.map(({ id }) => id);
}
