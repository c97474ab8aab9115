// What do these samples say? Percentiles by nearest rank, medians of rounds, ratios; a number without its N says nothing.

export interface Summary {
  n: number;
  min: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** The value that `share` (0 to 1) of the samples do not exceed: nearest rank; NaN without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Largest of the samples; NaN without any (a spread call would overflow on many). */
export const largest = (samples: readonly number[]): number => percentile(samples, 1);

export function summarize(samples: readonly number[]): Summary {
  return {
    n: samples.length,
    min: percentile(samples, 0),
    p50: percentile(samples, 0.5),
    p95: percentile(samples, 0.95),
    p99: percentile(samples, 0.99),
    max: largest(samples),
  };
}
