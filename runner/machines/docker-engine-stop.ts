// How does a container of ours stop without going? Asked first, killed when its time is over; one that is off already is a success.
import { type DockerCalls, LIMITS } from './docker-engine-calls.ts';
import { isAlreadySo } from './docker-errors.ts';

/** `graceMs`: how long its first process has; the engine counts whole seconds. */
export function machineStopper(calls: DockerCalls): (id: string, graceMs: number) => Promise<void> {
  return async (id, graceMs) => {
    const container = await calls.ours(id);
    const t = Math.max(1, Math.round(graceMs / 1000));
    await calls.call(graceMs + LIMITS.remove, async (abortSignal) => {
      try {
        await container.stop({ t, abortSignal });
      } catch (error) {
        if (!isAlreadySo(error)) throw error;
      }
    });
  };
}
