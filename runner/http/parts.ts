// What is the HTTP side made from? Everything it needs, injected, so that tests can put doubles in.
import type { Readable } from 'node:stream';
import type { Classroom } from '../classroom/classroom.ts';
import type { Glass } from '../glass/glass.ts';
import type { PutFile } from '../glass/put-file.ts';
import type { Counters } from '../internet/counters/desk.ts';
import type { Log } from '../log.ts';
import type { Language } from '../protocol/api.ts';
import type { Settings } from '../settings.ts';
import type { Store, Workshop } from '../store/store.ts';
import type { LiveHub } from '../terminal/live-link.ts';
import type { Tickets } from '../terminal/tickets.ts';
import type { ArchiveNames } from '../workshop/carry-home.ts';
import type { Desk } from '../workshop/desk.ts';
import type { FailureLimiter } from '../workshop/failure-limiter.ts';
import type { Workshops } from '../workshop/workshops.ts';
import type { Patience } from './slow-reader.ts';

/** What could go wrong, in sentences of the runner's words. */
export interface Finding {
  id: string;
  level: 'ok' | 'warn' | 'fail';
  text: string;
  remedy?: string;
}

/** Where a séance's machines come from, as far as its trainer decides. */
export interface TrainerHouse {
  /** Brings up what a new séance needs; later states through `warmth`. */
  open(workshop: Workshop): void;
  /** So many machines should wait with a prompt. */
  warm(workshopId: string, machines: number): void;
  /** Stops every machine of a séance until `wake`; files stay. @throws Refusal at once when it cannot be now */
  sleep(workshopId: string): void;
  /** Starts everything again as it was. */
  wake(workshop: Workshop): void;
  /** `house`: `opening`, `open`, `stopping`, `asleep`, `unsafe`, `failed`. */
  warmth(workshopId: string): { ready: number; wanted: number; house: string } | undefined;
  /** Machines of a séance that is over are being erased now, or one of them could not be. */
  erasing(workshopId: string): 'now' | 'failed' | undefined;
  /** Erases what the engine still holds of a séance that is over; gives what is left. */
  erase(workshopId: string): Promise<{ machines: number; networks: number }>;
  preflight(language: Language, seats: number): Promise<{ findings: Finding[]; fits?: number }>;
}

export interface ServerParts {
  settings: Pick<Settings, 'host' | 'port' | 'publicUrl' | 'language'> &
    Partial<Pick<Settings, 'controller' | 'keepDays'>>;
  /** Key of this run, for commands of this installation; without one there are none. */
  controlKey?: string;
  store: Store;
  workshops: Workshops;
  limiter: FailureLimiter;
  desk: Desk;
  /** The small Internet's counters; absent where there is none (author mode). */
  counters?: Counters;
  /** The glass browser, and files for one's machine; absent in the same cases. */
  glass?: Glass;
  putFile?: PutFile;
  classroom: Classroom;
  /** Absent in tests that need no machine. */
  house?: TrainerHouse;
  /** A seat's machines with these files beside, as a gzipped tar; undefined when it has none that runs. */
  carryHome?(
    seatId: string,
    files: Readonly<Record<string, string>>,
    names: ArchiveNames,
  ): Promise<Readable | undefined>;
  /** How long somebody may take over their archive; a test is less patient. */
  patience?: Patience;
  /** Lab id → its steps in order. */
  labSteps(): ReadonlyMap<string, readonly string[]>;
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
