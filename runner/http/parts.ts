// What is the HTTP side made from? Everything it needs, injected, so that tests can put doubles in.
import type { Counters } from '../internet/counters/desk.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import type { LiveHub } from '../terminal/live-link.ts';
import type { Tickets } from '../terminal/tickets.ts';
import type { Desk } from '../workshop/desk.ts';
import type { FailureLimiter } from '../workshop/failure-limiter.ts';
import type { Workshops } from '../workshop/workshops.ts';

export interface ServerParts {
  settings: Pick<Settings, 'host' | 'port' | 'publicUrl' | 'language'>;
  store: Store;
  workshops: Workshops;
  limiter: FailureLimiter;
  desk: Desk;
  /** The small Internet's counters; absent where there is none (author mode). */
  counters?: Counters;
  tickets: Tickets;
  live: LiveHub;
  log: Log;
  /** The built site; may not exist yet. */
  siteDir: string;
  /** Is the container engine there? `none` in author mode. */
  engineState(): 'up' | 'down' | 'none';
  /** Origins at which trainees reach this runner, best first, e.g. `http://192.168.1.20:8017`. */
  addresses(): string[];
}
