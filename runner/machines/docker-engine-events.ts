// What happens to our machines while nobody asks? Follows the engine's events; a cut subscription is made again and what was missed is made up (F-32).
import { setTimeout as sleep } from 'node:timers/promises';
import type { DockerCalls } from './docker-engine-calls.ts';
import { LIMITS } from './docker-engine-calls.ts';
import type { MachineEvent, MachineFacts } from './engine.ts';
import { ofInstance } from './labels.ts';

const TYPES: Record<string, MachineEvent['type']> = {
  start: 'started',
  die: 'died',
  destroy: 'removed',
  oom: 'oom',
};
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5_000;

interface DockerEvent {
  Action: string;
  Actor: { ID: string };
  timeNano: number;
}

/**
 * Calls the listener with each event, and after a cut with the transitions that it can tell from a fresh list.
 * @param list all machines of the installation
 * @returns stops it
 */
export function watchMachines(
  calls: DockerCalls,
  list: () => Promise<MachineFacts[]>,
  listener: (event: MachineEvent) => void,
): () => void {
  const stop = new AbortController();
  const known = new Map<string, boolean>();
  let lastNano = 0;
  let first = true;

  const tell = (event: MachineEvent) => {
    if (stop.signal.aborted) return;
    if (event.type === 'removed') known.delete(event.id);
    else if (event.type !== 'oom') known.set(event.id, event.type === 'started');
    listener(event);
  };

  async function makeUp(): Promise<void> {
    const machines = await list();
    const present = new Map(machines.map((machine) => [machine.id, machine.state === 'running']));
    const before = new Map(known);
    for (const [id, running] of present) {
      if (!first && before.get(id) === true && !running) tell({ type: 'died', id });
      if (!first && before.get(id) !== true && running) tell({ type: 'started', id });
      known.set(id, running);
    }
    for (const id of before.keys()) if (!present.has(id)) tell({ type: 'removed', id });
    first = false;
  }

  async function follow(): Promise<void> {
    const stream = await calls.call(LIMITS.question, () =>
      calls.docker.getEvents({
        filters: { type: ['container'], label: [ofInstance(calls.instance)], event: Object.keys(TYPES) },
        ...(lastNano === 0 ? {} : { since: Math.floor(lastNano / 1e9) }),
      }),
    );
    const close = () => 'destroy' in stream && typeof stream.destroy === 'function' && stream.destroy();
    stop.signal.addEventListener('abort', close, { once: true });
    const over = new Promise<void>((resolve) => {
      for (const event of ['end', 'close', 'error']) stream.on(event, () => resolve());
    });
    stream.on(
      'data',
      eventReader((event) => {
        // `since` counts whole seconds: what was already told comes again.
        if (event.timeNano <= lastNano) return;
        lastNano = event.timeNano;
        const type = TYPES[event.Action];
        if (type !== undefined) tell({ type, id: event.Actor.ID });
      }),
    );
    // Subscribed first, listed second: nothing falls between.
    await makeUp();
    await over;
    stop.signal.removeEventListener('abort', close);
    close();
  }

  async function keep(): Promise<void> {
    let wait = FIRST_RETRY_MS;
    while (!stop.signal.aborted) {
      try {
        await follow();
        wait = FIRST_RETRY_MS;
      } catch {
        wait = Math.min(LAST_RETRY_MS, wait * 2);
      }
      if (!stop.signal.aborted) await sleep(wait + Math.random() * wait * 0.2, undefined, { ref: false });
    }
  }
  void keep();
  return () => stop.abort();
}

/** Reads JSON lines; a line that is not JSON is skipped. */
function eventReader(onEvent: (event: DockerEvent) => void): (chunk: Buffer) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.trim() === '') continue;
      try {
        onEvent(JSON.parse(line) as DockerEvent);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
  };
}
