// What does a server cost as the séance's clock goes on? A month paid in advance, a price that may rise after a year, and what a contract still owes.
import type { Entry } from '../../protocol/counters.ts';
import type { HostOffer } from '../offers.ts';
import { addDays, DAY, type Instant } from '../registry/instant.ts';

/** Hosts bill by months; ours all have thirty days. */
export const MONTH_DAYS = 30;
const FIRST_YEAR_MONTHS = 12;

/** Cents of the month that begins at `at`. */
export function monthlyPrice(offer: HostOffer, orderedAt: Instant, at: Instant): number {
  const months = Math.floor((at - orderedAt) / (MONTH_DAYS * DAY));
  return months < FIRST_YEAR_MONTHS ? offer.monthly : offer.laterMonthly;
}

/** What is due on the day of the order. */
export function firstBill(offer: HostOffer): number {
  return offer.setup + offer.monthly;
}

/** The months that have begun since `paidUntil`, in one line of the account; undefined when everything is paid. */
export function rentDue(
  offer: HostOffer,
  host: string,
  orderedAt: Instant,
  paidUntil: Instant,
  now: Instant,
): { entry: Entry; paidUntil: Instant } | undefined {
  let until = paidUntil;
  let cents = 0;
  while (until <= now) {
    cents += monthlyPrice(offer, orderedAt, until);
    until = addDays(until, MONTH_DAYS);
  }
  if (until === paidUntil) return undefined;
  return { entry: { at: now, what: 'rent', about: host, cents: -cents }, paidUntil: until };
}

/** What is still owed when a server is given back before the end of its commitment; 0 when nothing is. */
export function noticeDue(offer: HostOffer, orderedAt: Instant, paidUntil: Instant): number {
  const end = addDays(orderedAt, offer.commitment * MONTH_DAYS);
  let cents = 0;
  for (let at = paidUntil; at < end; at = addDays(at, MONTH_DAYS))
    cents += monthlyPrice(offer, orderedAt, at);
  return cents;
}
