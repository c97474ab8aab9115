// How is the Docker API called so that nothing waits for ever? Time limits, retries of races, and one kind of error.

import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { asEngineError, isMissing } from './docker-errors.ts';
import { EngineError } from './engine.ts';
import { belongsTo } from './labels.ts';

/** Milliseconds per kind of call (F-09). Two cores start about six containers a second: forty at once need a quarter of a minute. */
export const LIMITS = {
  question: 10_000,
  create: 60_000,
  start: 60_000,
  remove: 60_000,
  open: 20_000,
} as const;

/** What every part of the Docker engine shares. */
export interface DockerCalls {
  readonly docker: Docker;
  readonly instance: string;
  /** One call with a time limit; rejects with `EngineError`. */
  call<T>(limitMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** The same, tried again (×3, with jitter) when the engine is in the middle of something. Only for calls that may be repeated. */
  insist<T>(limitMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Opens a hijacked stream; the time limit holds until it is open, no longer. */
  open(work: (signal: AbortSignal) => Promise<NodeJS.ReadWriteStream>): Promise<Duplex>;
  /** The container, known to carry our instance label; rejects with `refused` for anybody else's (T-32). */
  ours(id: string): Promise<Docker.Container>;
  /** Notes that this container is ours, because we made or listed it. */
  remember(id: string): void;
  forget(id: string): void;
}

/** `socketPath`: of the engine; without it, dockerode's own rules (DOCKER_HOST, then the usual sockets). Never pins an API version (F-25). */
export function dockerCalls(instance: string, socketPath: string | undefined): DockerCalls {
  const docker = new Docker(socketPath === undefined ? {} : { socketPath });
  const known = new Set<string>();

  const call: DockerCalls['call'] = async (limitMs, work) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), limitMs);
    // Some calls of dockerode take no signal: they are left behind, their late answer ignored.
    const late = new Promise<never>((_resolve, reject) => {
      abort.signal.addEventListener('abort', () => reject(abort.signal.reason), { once: true });
    });
    try {
      return await Promise.race([work(abort.signal), late]);
    } catch (error) {
      if (abort.signal.aborted)
        throw new EngineError('timeout', `the engine did not answer within ${limitMs / 1000} s`, {
          cause: error,
        });
      throw asEngineError(error);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    docker,
    instance,
    call,

    async insist(limitMs, work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await call(limitMs, work);
        } catch (error) {
          if (attempt === 3 || !isPassing(error)) throw error;
          await sleep(100 * attempt + Math.random() * 100);
        }
      }
    },

    async open(work) {
      const opening = call(LIMITS.open, (signal) => {
        const stream = work(signal);
        // A stream that comes after its time has no owner.
        stream.then(
          (late) => signal.aborted && (late as unknown as Duplex).destroy(),
          () => undefined,
        );
        return stream;
      });
      const socket = (await opening) as unknown as Duplex & { setNoDelay?: (on: boolean) => void };
      // A key press is one small packet: it must not wait for a second one (engines reached over TCP).
      socket.setNoDelay?.(true);
      return socket;
    },

    async ours(id) {
      const container = docker.getContainer(id);
      if (known.has(id)) return container;
      const facts = await call(LIMITS.question, (abortSignal) => container.inspect({ abortSignal }));
      if (!belongsTo(instance, facts.Config.Labels))
        throw new EngineError('refused', `container ${id.slice(0, 12)} is not of this installation`);
      known.add(id);
      return container;
    },
    remember: (id) => void known.add(id),
    forget: (id) => void known.delete(id),
  };
}

/** Races that pass: 409, 5xx, a kept-alive connection that the engine closed meanwhile. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof EngineError)) return false;
  if (error.kind === 'conflict') return true;
  const cause = error.cause;
  if (typeof cause !== 'object' || cause === null) return false;
  if ('statusCode' in cause && typeof cause.statusCode === 'number') return cause.statusCode >= 500;
  return 'code' in cause && cause.code === 'ECONNRESET';
}

/** dockerode takes an abort signal on more calls than its types say. */
export const within = <T extends object>(options: T, abortSignal: AbortSignal): T => ({
  ...options,
  abortSignal,
});

/** Gives the value, or undefined when the object is gone. */
export async function orMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
