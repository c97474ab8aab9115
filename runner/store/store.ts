// What does the runner remember across restarts? The store's shape, in our own types; `openStore` makes it. Calls are synchronous and durable on return.
import type { Language } from '../protocol/api.ts';

export interface Workshop {
  id: string;
  title: string;
  language: Language;
  /** Four words, as shown. */
  joinCode: string;
  /** Most seats. */
  seats: number;
  /** Milliseconds since the epoch, as are all times here. */
  openedAt: number;
  endsAt: number | undefined;
  endedAt: number | undefined;
}

export interface Seat {
  id: string;
  workshopId: string;
  pseudonym: string;
  /** What two pseudonyms that look the same have in common. */
  pseudonymFold: string;
  /** Three words, as shown to the seat's owner. */
  personalCode: string;
  joinedAt: number;
}

export interface StoredMachine {
  containerId: string;
  workshopId: string;
  /** Undefined while it waits in the warm pool. */
  seatId: string | undefined;
  name: string;
  kind: string;
  /** Ids of its extra terminals. */
  terminals: string[];
}

export type PassedBy = 'trainee' | 'solution';
export interface PassedStep {
  step: string;
  by: PassedBy;
  at: number;
}

/** A trainer's token is good once as `link`, and until the workshop is removed as `session`. */
export type TrainerPurpose = 'link' | 'session';

export interface WorkshopRows {
  createWorkshop(workshop: Workshop): void;
  getWorkshop(id: string): Workshop | undefined;
  /** Not ended, oldest first. */
  openWorkshops(): Workshop[];
  /** Ended and not yet removed, oldest first. */
  endedWorkshops(): Workshop[];
  endWorkshop(id: string, at: number): void;
  /** Undefined: no end is announced. */
  setEndsAt(id: string, at: number | undefined): void;
  /** Purge: the workshop and every row that hangs from it, off the disk, with the copies made before a change of version. */
  removeWorkshop(id: string): void;
  addTrainerToken(hash: Uint8Array, workshopId: string, purpose: TrainerPurpose, at: number): void;
  workshopByTrainerToken(hash: Uint8Array, purpose: TrainerPurpose): Workshop | undefined;
  /** Every workshop that this token may lead, open ones first, then the newest. */
  workshopsByTrainerToken(hash: Uint8Array, purpose: TrainerPurpose): Workshop[];
  /** The name that a trainer's browser goes by; empty when none was given. */
  trainerName(hash: Uint8Array): string;
  nameTrainer(hash: Uint8Array, name: string): void;
  dropTrainerToken(hash: Uint8Array): void;
  /** Forgets all tokens of one purpose. */
  dropTrainerTokens(workshopId: string, purpose: TrainerPurpose): void;
}

export interface SeatRows {
  /** Gives false when the workshop already has this fold: nothing is stored then. */
  addSeat(seat: Seat): boolean;
  getSeat(id: string): Seat | undefined;
  /** In order of arrival. */
  seatsOf(workshopId: string): Seat[];
  /** Without the trainer's try-outs. */
  countSeats(workshopId: string): number;
  removeSeat(id: string): void;
  /** Also forgets the seat's oldest tokens beyond the number kept. */
  addSeatToken(hash: Uint8Array, seatId: string, at: number): void;
  seatByToken(hash: Uint8Array): Seat | undefined;
  dropSeatToken(hash: Uint8Array): void;
  /** Every browser of one seat is from now on at another. */
  moveSeatTokens(from: string, to: string): void;
}

/** What the classroom knows of a seat. */
export interface SeatClass {
  trial: boolean;
  extraMs: number;
  handAt: number | undefined;
  handTakenBy: string | undefined;
}

/** One step that a seat has come to. */
export interface StepTime {
  lab: string;
  step: string;
  begunAt: number;
  hints: number;
  /** Key of the last hint. */
  hint: string | undefined;
}

export interface HelpEntry {
  at: number;
  by: string;
  what: string;
}

export interface ClassRows {
  /** JSON that was kept; undefined when there is none. */
  classState(workshopId: string): string | undefined;
  keepClassState(workshopId: string, json: string): void;
  seatClass(seatId: string): SeatClass;
  markTrial(seatId: string): void;
  setExtra(seatId: string, ms: number): void;
  /** A hand that is up already keeps its time. */
  raiseHand(seatId: string, at: number): void;
  takeHand(seatId: string, by: string | undefined): void;
  lowerHand(seatId: string): void;
  /** The first time counts. */
  beginStep(seatId: string, lab: string, step: string, at: number): void;
  countHint(seatId: string, lab: string, step: string, hint: string): void;
  stepTimes(seatId: string): StepTime[];
  forgetStepTimes(seatId: string, lab: string): void;
  /** A pause is nobody's working time: steps that are not passed begin so much later. */
  delaySteps(workshopId: string, ms: number): void;
  logHelp(seatId: string, entry: HelpEntry): void;
  /** Oldest first. */
  helpLog(seatId: string): HelpEntry[];
  /** Rows of every table that hang from a workshop, itself included: what a purge must leave at 0. */
  countRows(workshopId: string): number;
}

export interface ProgressRows {
  passedSteps(seatId: string, lab: string): PassedStep[];
  /** The first pass counts; a later one changes nothing. */
  passStep(seatId: string, lab: string, step: string, by: PassedBy): void;
  forgetProgress(seatId: string, lab: string): void;
  openedLabs(seatId: string): string[];
  rememberOpenedLab(seatId: string, lab: string): void;
}

export interface MachineRows {
  addMachine(machine: { containerId: string; workshopId: string; kind: string; name: string }): void;
  /** Takes a machine out of the pool for a seat. */
  assignMachine(containerId: string, seatId: string, name: string): void;
  machinesOf(seatId: string): StoredMachine[];
  poolMachines(workshopId: string): StoredMachine[];
  allMachines(): StoredMachine[];
  setTerminals(containerId: string, terminals: readonly string[]): void;
  dropMachine(containerId: string): void;
}

export interface InternetRows {
  /** JSON that was kept under this name for a workshop's small Internet; undefined when there is none. */
  internetState(workshopId: string, part: string): string | undefined;
  /** Replaces it. */
  keepInternetState(workshopId: string, part: string, json: string): void;
}

export interface Store extends WorkshopRows, SeatRows, ProgressRows, MachineRows, InternetRows, ClassRows {
  /** Names this installation in labels: 10 letters and digits, made once. */
  instanceId(): string;
  /** True once a write found the disk full: what is kept now is what the reserve gave back. */
  diskIsFull(): boolean;
  close(): void;
}
