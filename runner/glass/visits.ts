// What is remembered of the pages that a seat has seen? The latest few, each with the facts of its own connection; nothing of it is written down.
import type { Visit } from '../protocol/glass.ts';

const KEPT = 40;
/** A redirection is followed at once; what comes later is another visit. */
const FOLLOWED_WITHIN_MS = 10_000;
/** Longest chain that is told. */
const MAX_CHAIN = 12;

export interface Visits {
  /** A page is asked for; the caller fills in what happens. */
  begin(url: string, method: string): Visit;
  /** The visit and those that led to it, oldest first; the latest one without an id. */
  chain(id: number | undefined): Visit[];
}

export function createVisits(now: () => number): Visits {
  const kept = new Map<number, Visit>();
  let last = 0;
  return {
    begin(url, method) {
      last += 1;
      const at = now();
      const from = [...kept.values()]
        .reverse()
        .find((one) => one.http?.location === url && at - one.at < FOLLOWED_WITHIN_MS);
      const visit: Visit = {
        id: last,
        at,
        url,
        method,
        milliseconds: 0,
        ...(from === undefined ? {} : { from: from.id }),
      };
      kept.set(last, visit);
      for (const id of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(id);
      }
      return visit;
    },
    chain(id) {
      const chain: Visit[] = [];
      let visit = kept.get(id ?? last);
      while (visit && chain.length < MAX_CHAIN && !chain.includes(visit)) {
        chain.unshift(visit);
        visit = visit.from === undefined ? undefined : kept.get(visit.from);
      }
      return chain;
    },
  };
}
