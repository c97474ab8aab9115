// In whose name does the gateway ask? Each seat's pages are fetched for its desktop: sites are told that address, as an honest relay tells it.

/** Milliseconds that an address is kept: a page asks for many files at once, a desktop is seldom made anew. */
const KEPT_MS = 30_000;

/** Remembers the answers of `ask` (seat → IPv4 address of its desktop, undefined without one); what fails is nobody's address. `now`: milliseconds. */
export function rememberDesktops(
  ask: (seatId: string) => Promise<string | undefined>,
  now: () => number,
): (seatId: string) => Promise<string | undefined> {
  const known = new Map<string, { at: number; address: Promise<string | undefined> }>();
  return (seatId) => {
    const kept = known.get(seatId);
    if (kept && now() - kept.at < KEPT_MS) return kept.address;
    const address = ask(seatId).catch(() => undefined);
    known.set(seatId, { at: now(), address });
    return address;
  };
}
