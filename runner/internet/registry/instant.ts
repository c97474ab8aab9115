// How do we count days and years from an instant, without a clock of our own?

/** A moment of the workshop's clock, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const DAY = 24 * 60 * 60 * 1000;

export function addDays(at: Instant, days: number): Instant {
  return at + days * DAY;
}

/** The same day and hour `years` later; 29 February becomes 28 February in a year without one. */
export function addYears(at: Instant, years: number): Instant {
  const date = new Date(at);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return date.getTime();
}

/** RFC 3339 date and time in UTC, to the second. */
export function toRfc3339(at: Instant): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
