// Where do a workshop's machines come from? From the warm pool, or made in turn; always by the same allow-listed specification, always known to the store before anybody gets them.
import type { LabMachine } from '../../labs/define-lab.ts';
import type { Engine } from '../machines/engine.ts';
import { Refusal } from '../protocol/refusals.ts';
import { Machine } from './machine.ts';
import { createPool, type Pool } from './pool.ts';
import { createStartQueue, type StartQueue } from './start-queue.ts';

/** Starts at once: as many as two cores carry while others type (performance.md). */
const STARTS_TOGETHER = 4;

/** Longest wait for the first prompt before the machine is given anyway, milliseconds. */
const PROMPT_MS = 10_000;

/** The machine everybody gets: what the pool holds. */
const PLAIN_DESKTOP: LabMachine = { kind: 'desktop' };

export interface MachineRoomParts {
  engine: Engine;
  /** Creates (does not start) the container of a machine and remembers it; gives its id. */
  create: (machine: LabMachine) => Promise<string>;
  /** Forgets a container that is gone. */
  forget: (containerId: string) => void;
  /** Called once a machine has its prompt, also after it was off; nobody gets it before. A failure is logged, and the machine given as it is. */
  introduce: (containerId: string) => Promise<void>;
  /** How many machines should wait now. */
  warm: () => number;
  /** True when one more machine fits into this computer. */
  fits: () => boolean;
  /** True while the class is put to rest: nothing is started. */
  asleep: () => boolean;
  failed: (what: string, error: unknown) => void;
}

export interface MachineRoom {
  readonly pool: Pool;
  readonly queue: StartQueue;
  /** True while the class is put to rest: machines that are off stay off. */
  readonly asleep: boolean;
  /** False when this computer cannot carry one more machine. */
  canTake(machine: LabMachine): boolean;
  /**
   * A machine ready to type in, at once from the pool or after standing in line (`moved` hears the position, then 0 when its turn has come).
   * Undefined if the seat left the line meanwhile.
   */
  acquire(
    seatId: string,
    machine: LabMachine,
    moved: (position: number) => void,
  ): Promise<Machine | undefined>;
  /** Starts a machine that was off when its turn has come, and takes hold of its terminal. Undefined if the seat left the line meanwhile. */
  restart(seatId: string, containerId: string): Promise<Machine | undefined>;
  /** Removes a container for good. */
  discard(containerId: string): Promise<void>;
}

const isPlain = (machine: LabMachine) => JSON.stringify(machine) === JSON.stringify(PLAIN_DESKTOP);

/** Waits until the shell shows its first prompt, so that nobody meets a blank terminal. */
async function firstPrompt(machine: Machine): Promise<void> {
  const terminal = await machine.attach(false);
  if (terminal.atPrompt) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PROMPT_MS);
    terminal.onActivity(() => {
      if (!terminal.atPrompt) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

export function createMachineRoom(parts: MachineRoomParts): MachineRoom {
  const { engine, create, forget, warm, fits, failed } = parts;
  const introduce = (containerId: string) =>
    parts.introduce(containerId).catch((error: unknown) => failed('introduce', error));
  const queue = createStartQueue(STARTS_TOGETHER);

  async function discard(containerId: string): Promise<void> {
    await engine.removeMachine(containerId);
    forget(containerId);
  }

  async function make(spec: LabMachine): Promise<Machine> {
    if (parts.asleep()) throw new Refusal('workshop-paused');
    const containerId = await create(spec);
    try {
      const machine = new Machine(engine, containerId);
      // Attached before it starts: not one byte of its first screen is missed.
      const prompt = firstPrompt(machine);
      prompt.catch(() => {});
      await machine.attach(false);
      await engine.startMachine(containerId);
      await prompt;
      await introduce(containerId);
      return machine;
    } catch (error) {
      await discard(containerId).catch((e: unknown) => failed('discard', e));
      throw error;
    }
  }

  const pool = createPool({
    make: () => make(PLAIN_DESKTOP),
    target: () => (fits() ? warm() : 0),
    busy: () => queue.waiting > 0,
    failed: (error) => failed('warm', error),
  });

  return {
    pool,
    queue,
    canTake: (spec) => (isPlain(spec) && pool.size > 0) || fits(),
    async acquire(seatId, spec, moved) {
      const ready = isPlain(spec) ? pool.take() : undefined;
      pool.refill();
      if (ready) return ready;
      let made: Machine | undefined;
      const ran = await queue.enqueue(
        seatId,
        async () => {
          moved(0);
          made = (isPlain(spec) ? pool.take() : undefined) ?? (await make(spec));
        },
        moved,
      );
      pool.refill();
      return ran ? made : undefined;
    },
    get asleep() {
      return parts.asleep();
    },
    async restart(seatId, containerId) {
      const machine = new Machine(engine, containerId);
      const ran = await queue.enqueue(
        seatId,
        async () => {
          if (parts.asleep()) throw new Refusal('workshop-paused');
          await machine.attach(false);
          await engine.startMachine(containerId);
          await introduce(containerId);
        },
        () => {},
      );
      return ran ? machine : undefined;
    },
    discard,
  };
}
