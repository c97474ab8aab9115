// How does a created server come up, and come back after a reboot? Start, cgroup tree, then its own word that it is ready.
import { type Engine, EngineError } from './engine.ts';
import type { Servers } from './servers.ts';
import { markReader, type VpsMark } from './vps-marks.ts';
import type { VpsRecipe } from './vps-recipe.ts';

export interface VpsBootOptions {
  recipe: VpsRecipe;
  /** Tag of the image `helper`; only read by R3, and to call a server by its name. */
  helperImage: string;
  /** Its name, when it was made under another; needs the helper (R3, R1). */
  called?: string;
  /** A server that says nothing by then never will (F-15); 60 000 without it. */
  timeoutMs?: number;
}

export interface VpsBooted {
  /** `degraded`: a unit of it failed; it can be used, and repaired. */
  state: 'running' | 'degraded';
  /** From the call to its word. */
  milliseconds: number;
}

/**
 * Starts a server that is created or off; resolves when it is ready for its order or its owner.
 * @throws EngineError `timeout` when it does not come up in time, `missing` when it ended instead
 */
export async function bootVps(
  engine: Engine,
  servers: Servers,
  id: string,
  options: VpsBootOptions,
): Promise<VpsBooted> {
  const began = performance.now();
  // Attached before it starts: its word cannot be missed, nor an older one be taken for it.
  const console = await engine.attach(id, { replay: false });
  let stop = (_error: unknown) => {};
  const word = new Promise<VpsBooted['state']>((resolve, reject) => {
    stop = reject;
    const hear = (mark: VpsMark) => {
      if (mark === 'running' || mark === 'degraded') resolve(mark);
    };
    console.onData(markReader(hear));
    console.onEnd(() => reject(new EngineError('missing', 'the server ended while it was starting')));
  });
  word.catch(() => undefined);
  const limitMs = options.timeoutMs ?? 60_000;
  const timer = setTimeout(
    () => stop(new EngineError('timeout', `the server was not ready within ${limitMs / 1000} s`)),
    limitMs,
  );
  try {
    await engine.startMachine(id);
    const { recipe, helperImage, called } = options;
    if (recipe === 'R3' || called !== undefined) await servers.openCgroup(id, helperImage, called);
    const state = await word;
    return { state, milliseconds: Math.round(performance.now() - began) };
  } finally {
    clearTimeout(timer);
    console.release();
  }
}
