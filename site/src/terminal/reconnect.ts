// What does a socket of the page do next? A pure state machine: closed | opening | live | retrying | lost.
import { CLOSE } from '#protocol/terminal-frames.ts';

/** Why a link is over for good. */
export type LostReason = 'bad-frame' | 'seat-ended' | 'terminal-ended' | 'help-ended' | 'refused';

export type Link =
  | { state: 'closed' }
  | { state: 'opening'; attempt: number; blocked: boolean }
  | { state: 'live'; attempt: number }
  | { state: 'retrying'; attempt: number; afterMs: number; blocked: boolean }
  | { state: 'lost'; why: LostReason };

export type LinkEvent =
  | { type: 'open' }
  | { type: 'opened' }
  /** The socket closed or never opened. `livedMs`: how long it was live. `httpWorks`: a ticket was obtained for it. */
  | { type: 'dropped'; code?: number; livedMs: number; httpWorks: boolean; hidden: boolean }
  | { type: 'refused' }
  | { type: 'due' }
  | { type: 'wake' }
  | { type: 'close' };

const FIRST_RETRY_MS = 250;
/** A runner that restarts must be found again within 5 s, and forty pages must not hammer one that is down. */
const LONGEST_RETRY_MS = 1500;
/** A link that lived this long was good: the next failure starts counting anew. */
const GOOD_LIFE_MS = 5000;
/** Openings that fail while HTTP works, after which the network is said to block WebSockets. */
const BLOCKED_AFTER = 3;

const FATAL: ReadonlyMap<number, LostReason> = new Map([
  [CLOSE.badFrame, 'bad-frame'],
  [CLOSE.seatEnded, 'seat-ended'],
  [CLOSE.terminalEnded, 'terminal-ended'],
  [CLOSE.helpEnded, 'help-ended'],
]);

/** Wait before try number `attempt` (0-based), in milliseconds; `random` in [0, 1) spreads a whole class. */
export function retryDelay(attempt: number, random: number): number {
  const base = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt);
  return Math.round(base * (0.75 + random / 2));
}

function dropped(link: Link, event: Extract<LinkEvent, { type: 'dropped' }>, random: number): Link {
  const why = event.code === undefined ? undefined : FATAL.get(event.code);
  if (why) return { state: 'lost', why };
  const before = 'attempt' in link ? link.attempt : 0;
  const attempt = event.livedMs >= GOOD_LIFE_MS ? 0 : before + 1;
  const neverOpened = link.state === 'opening';
  const blocked = neverOpened && event.httpWorks && attempt >= BLOCKED_AFTER;
  // A page that sleeps cannot draw: it comes back when somebody looks at it.
  const afterMs =
    event.code === CLOSE.stalled && event.hidden ? Number.POSITIVE_INFINITY : retryDelay(attempt, random);
  return { state: 'retrying', attempt, afterMs, blocked };
}

/** The state after an event. `random` in [0, 1). Events that make no sense in a state leave it unchanged. */
export function nextLink(link: Link, event: LinkEvent, random: number): Link {
  if (event.type === 'close') return { state: 'closed' };
  if (link.state === 'lost')
    return event.type === 'open' ? { state: 'opening', attempt: 0, blocked: false } : link;
  switch (event.type) {
    case 'open':
      return link.state === 'closed' ? { state: 'opening', attempt: 0, blocked: false } : link;
    case 'opened':
      return link.state === 'opening' ? { state: 'live', attempt: link.attempt } : link;
    case 'dropped':
      return link.state === 'opening' || link.state === 'live' ? dropped(link, event, random) : link;
    case 'refused':
      return link.state === 'opening' ? { state: 'lost', why: 'refused' } : link;
    case 'due':
    case 'wake':
      return link.state === 'retrying'
        ? { state: 'opening', attempt: link.attempt, blocked: link.blocked }
        : link;
  }
}
