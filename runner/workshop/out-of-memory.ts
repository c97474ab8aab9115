// Who is told that the kernel ended a program because its machine had no memory left? The pages of the seat that the machine belongs to: nothing else would say why it is gone.
import type { LiveFromRunner } from '../protocol/live-frames.ts';
import type { StoredMachine } from '../store/store.ts';

/** A program that is started again by its machine may run out of memory again and again: said once in so many milliseconds. */
const AGAIN_MS = 15_000;

export interface OutOfMemoryParts {
  machines: () => readonly StoredMachine[];
  /** The kind of the machines that are rented; every other one is a desktop. */
  serverKind: string;
  publish: (seatId: string, frame: LiveFromRunner) => void;
  /** Milliseconds. */
  now: () => number;
}

/** Gives what is to be called with the container in which it happened (F-16). */
export function createOutOfMemory(parts: OutOfMemoryParts): (containerId: string) => void {
  const said = new Map<string, number>();
  return (containerId) => {
    const machine = parts.machines().find((one) => one.containerId === containerId);
    if (machine?.seatId === undefined) return;
    const now = parts.now();
    for (const [id, at] of said) if (now - at >= AGAIN_MS) said.delete(id);
    if (said.has(containerId)) return;
    said.set(containerId, now);
    const where = machine.kind === parts.serverKind ? 'server' : 'desktop';
    parts.publish(machine.seatId, {
      type: 'notice',
      code: `${where}-out-of-memory`,
      about: machine.name,
    });
  };
}
