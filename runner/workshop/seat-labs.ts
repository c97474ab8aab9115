// Which labs has a seat open, and which of its machines does each of them look at? Deeds in a machine, and changes at the counters, reach every lab that they concern.
import type { Lab } from '../labs/load-labs.ts';
import type { Pipe } from '../machines/shell.ts';
import type { Store } from '../store/store.ts';
import type { CheckEnd } from './desk.ts';
import { LabProgress } from './lab-progress.ts';
import type { Machine } from './machine.ts';
import { type Checked, OpenLab } from './open-lab.ts';
import { type Clock, patientTimer } from './patient-timer.ts';
import { factsOf, type SeatInternet } from './seat-internet.ts';

/** Milliseconds after a change at a counter when it is looked at again. */
const STIRS_MS = [1_500, 5_000] as const;

export interface SeatLabsParts {
  seatId: string;
  store: Store;
  clock: Clock;
  openChecker: (machine: Checked, kind: 'desktop' | 'server') => Promise<Pipe>;
  internet: SeatInternet;
  /** Machines of the seat to work in now. */
  ready: () => Iterable<[string, Machine]>;
  /** The view of this lab changed. */
  tell: (labId: string) => void;
  checked: (end: CheckEnd) => void;
  failed: (what: string, error: unknown) => void;
}

export class SeatLabs {
  readonly #parts: SeatLabsParts;
  readonly #labs = new Map<string, OpenLab>();
  #present = false;
  #cancelStirs: (() => void)[] = [];

  constructor(parts: SeatLabsParts) {
    this.#parts = parts;
  }

  /** The lab if it is open. */
  get(labId: string): OpenLab | undefined {
    return this.#labs.get(labId);
  }

  all(): OpenLab[] {
    return [...this.#labs.values()];
  }

  /** The open lab; opened if it was not, with the progress that is kept, without touching any machine. */
  remember(lab: Lab): OpenLab {
    const known = this.#labs.get(lab.id);
    if (known) return known;
    const { store, seatId, ready } = this.#parts;
    const open = this.#open(lab);
    store.rememberOpenedLab(seatId, lab.id);
    this.#labs.set(lab.id, open);
    open.setPresent(this.#present);
    for (const [name, machine] of ready()) open.watch(name, machine);
    this.#followServers(open);
    return open;
  }

  #open(lab: Lab): OpenLab {
    const { seatId, store, internet, openChecker, tell, checked, failed } = this.#parts;
    const progress = new LabProgress(lab.manifest, {
      passed: () => store.passedSteps(seatId, lab.id),
      pass: (step, by) => store.passStep(seatId, lab.id, step, by),
      forget: () => store.forgetProgress(seatId, lab.id),
    });
    return new OpenLab({
      lab,
      progress,
      openChecker,
      facts: () => factsOf(internet),
      changed: () => tell(lab.id),
      checked: (end) => checked({ lab: lab.id, ...end }),
      broken: (step, why) => failed(`check ${lab.id}/${step}`, why),
    });
  }

  /** A machine is there to be looked at. */
  arrived(name: string, machine: Machine): void {
    for (const lab of this.#labs.values()) lab.watch(name, machine);
  }

  /** A machine is gone or off. */
  left(name: string): void {
    for (const lab of this.#labs.values()) lab.unwatch(name);
  }

  /** Something was done in a desktop's terminal; a command that ended is one deed. */
  deed(name: string, commandEnded: boolean): void {
    for (const lab of this.#labs.values()) {
      if (commandEnded) lab.commandEnded(name);
      else lab.activity(name);
      // It may be one in a server, over ssh.
      for (const server of serversOf(lab.lab)) lab.activity(server);
    }
  }

  /**
   * Something of the seat changed that no terminal shows: a name, a record, a server. What the small Internet makes of it comes a moment later, so
   * that it is looked at three times.
   */
  stir(): void {
    for (const cancel of this.#cancelStirs) cancel();
    const look = () => {
      for (const lab of this.#labs.values()) {
        this.#followServers(lab);
        lab.stir();
      }
    };
    look();
    for (const id of this.#labs.keys()) this.#parts.tell(id);
    this.#cancelStirs = STIRS_MS.map((ms) => patientTimer(this.#parts.clock, ms, look));
  }

  /** Somebody looks at this seat's page, or nobody does any more. */
  setPresent(present: boolean): void {
    this.#present = present;
    for (const lab of this.#labs.values()) lab.setPresent(present);
  }

  close(): void {
    for (const cancel of this.#cancelStirs) cancel();
    for (const lab of this.#labs.values()) lab.close();
  }

  /** The lab's servers are the seat's, in the order in which they were rented. */
  #followServers(open: OpenLab): void {
    const running = this.#parts.internet.servers();
    for (const [index, name] of serversOf(open.lab).entries()) {
      const containerId = running[index]?.containerId;
      if (open.watched(name) === containerId) continue;
      if (containerId === undefined) open.unwatch(name);
      else open.watch(name, { containerId, commands: [] });
    }
  }
}

/** Machines of a lab that are made for it. */
export const desktopsOf = (lab: Lab): string[] => namesOfKind(lab, 'desktop');
/** Those that are the seat's rented servers. */
const serversOf = (lab: Lab): string[] => namesOfKind(lab, 'server');

function namesOfKind(lab: Lab, kind: 'desktop' | 'server'): string[] {
  return Object.entries(lab.manifest.machines).flatMap(([name, spec]) => (spec.kind === kind ? [name] : []));
}
