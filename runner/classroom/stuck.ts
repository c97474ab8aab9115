// Who is stuck? Somebody much longer on a step than their peers were, or are. Pure: durations in, yes or no out.

/** Never marked before this time on a step, milliseconds: reading takes time, too. */
export const SOONEST_MS = 3 * 60_000;
/** How many times the peers' median is « much longer ». */
export const TIMES_MEDIAN = 2;
/** With fewer peers than this their median says nothing… */
export const PEERS_NEEDED = 3;
/** …and one is marked after this time, milliseconds. */
export const ALONE_MS = 8 * 60_000;

/** Middle value; the mean of the two middle ones of an even number; undefined of none. */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/**
 * Is somebody stuck who has been on a step for `ownMs`?
 * @param peersMs how long others were on it, or have been until now, milliseconds
 */
export function isStuck(ownMs: number, peersMs: readonly number[]): boolean {
  if (peersMs.length < PEERS_NEEDED) return ownMs > ALONE_MS;
  return ownMs > Math.max(SOONEST_MS, TIMES_MEDIAN * (median(peersMs) ?? 0));
}
