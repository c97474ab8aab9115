// What may a seat do with its labs? The one door between the HTTP side and the machines; `lab-desk.ts` is what stands behind it.
import type { LabView } from '../protocol/live-frames.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** How a check ended: passed, or not yet and the key of what it missed. */
export interface CheckEnd {
  lab: string;
  step: string;
  passed: boolean;
  hint?: string;
}

/** All methods throw `Refusal` (`lab-unknown`, `step-unknown`, `machine-not-ready`, `too-many-terminals`, `house-full`, `engine-down`). */
export interface Desk {
  /** Makes sure that the lab's machines exist or are queued for this seat; returns at once, later states come through `onChange`. */
  open(seatId: string, lab: string): Promise<LabView>;
  view(seatId: string, lab: string): LabView;
  /** « Recommencer »: fresh machines, progress of this lab forgotten; what it had the seat take is given back, unless `keep`. */
  reset(seatId: string, lab: string, keep?: boolean): Promise<LabView>;
  /** Types the solutions of the labs that this one continues, as far as they are not done. */
  buildUp(seatId: string, lab: string): Promise<LabView>;
  startMachine(seatId: string, lab: string, machine: string): Promise<LabView>;
  /** Stops a machine and starts it again: its files stay, its programs do not. */
  restartMachine(seatId: string, machine: string): Promise<void>;
  /** A known state: fresh machines, then the solutions of the steps before this one are typed again. */
  resetTo(seatId: string, lab: string, step: string): Promise<void>;
  /** Runs the check of one step now. */
  check(seatId: string, lab: string, step: string): Promise<LabView>;
  /** A short answer to a step that asks one. */
  answer(seatId: string, lab: string, step: string, answer: string): Promise<LabView>;
  /** Runs the check, then shows the hint for what was observed. */
  hint(seatId: string, lab: string, step: string, level: 1 | 2): Promise<LabView>;
  /** « Faire à ma place »: types the solution in terminal 1. */
  solve(seatId: string, lab: string, step: string): Promise<LabView>;
  openTerminal(seatId: string, machine: string): Promise<string>;
  closeTerminal(seatId: string, machine: string, terminal: string): Promise<void>;
  /** The live terminal, for a socket to be linked to; opens an extra terminal again after a restart of the runner. */
  terminal(seatId: string, machine: string, terminal: string): Promise<Terminal>;
  /** Something of the seat changed at a counter: steps are looked at again. */
  stir(seatId: string): void;
  /** Labs that this seat has opened, with their state (for the trainer). */
  views(seatId: string): LabView[];
  /** Called with each new state of a lab of a seat. */
  onChange(listener: (seatId: string, view: LabView) => void): void;
  /** Called with the end of each check that follows a deed, or was asked for. */
  onChecked(listener: (seatId: string, checked: CheckEnd) => void): void;
  /** Says whether somebody looks at this seat's page: checks run only while somebody does, extra shells end ten minutes after nobody does. */
  setPresence(seatId: string, present: boolean): void;
  /** Ends everything of a seat: machines removed. */
  endSeat(seatId: string): Promise<void>;
}
