// How does one rented server come, stop, come back and go? Each act of its owner, and what the engine tells, moves it from state to state.
import type { ServerLine, ServerMaker } from './ports.ts';
import type { Live, ServerState } from './rented.ts';
import { VpsConsole } from './vps-console.ts';

export interface HostedParts {
  maker: ServerMaker;
  line: ServerLine;
  /** Something of a server changed that must outlive us. */
  save: () => void;
  /** A server of this seat is in another state. */
  changed: (seatId: string) => void;
  failed: (what: string, error: unknown) => void;
}

/** What a server is made with, from its offer. */
export interface Sold {
  memoryMiB: number;
  cpus: number;
  timeZone: string;
}

function enter({ changed }: HostedParts, live: Live, state: ServerState): void {
  live.state = state;
  changed(live.rented.seatId);
}

/** Begins something new with a server; gives whether it is still the last thing begun. */
function begin(parts: HostedParts, live: Live, state: ServerState): () => boolean {
  live.turn += 1;
  enter(parts, live, state);
  const { turn } = live;
  return () => live.turn === turn;
}

/** Waits in line, makes the server and hands it over. Never rejects: what fails is `lost`, and `undo` (the bill) is called. */
export async function build(parts: HostedParts, live: Live, sold: Sold, undo: () => void): Promise<void> {
  const current = begin(parts, live, { is: 'ordered', position: 0 });
  try {
    await parts.line.enqueue(
      live.rented.seatId,
      () => (current() ? make(parts, live, sold, current) : Promise.resolve()),
      (position) => {
        if (current() && live.state.is === 'ordered') enter(parts, live, { is: 'ordered', position });
      },
    );
  } catch (error) {
    if (!current()) return;
    enter(parts, live, { is: 'lost' });
    undo();
    parts.failed('make server', error);
    await discard(parts, live).catch((cause: unknown) => parts.failed('remove server', cause));
    parts.save();
  }
}

async function make(parts: HostedParts, live: Live, sold: Sold, current: () => boolean): Promise<void> {
  const { maker, save } = parts;
  const { rented } = live;
  enter(parts, live, { is: 'starting' });
  const { host, address, system = 'debian' } = rented;
  const { memoryMiB, cpus, timeZone } = sold;
  const containerId = await maker.create({ host, address, system, memoryMiB, cpus, timeZone });
  // Given back, or ordered anew, while it was being made.
  if (!current()) return maker.remove(containerId);
  maker.assign(containerId, rented.seatId, host);
  rented.containerId = containerId;
  rented.on = true;
  save();
  await maker.boot(containerId);
  const { password: rootPassword, sshKey } = rented;
  rented.fingerprint = await maker.fulfil(containerId, {
    rootPassword,
    timeZone,
    ...(sshKey === undefined ? {} : { sshKey }),
  });
  if (!current()) return;
  enter(parts, live, { is: 'running' });
  save();
}

/** Starts a server that is off. */
export async function start(parts: HostedParts, live: Live): Promise<void> {
  const { containerId } = live.rented;
  if (containerId === undefined) return;
  const current = begin(parts, live, { is: 'starting' });
  live.rented.on = true;
  parts.save();
  try {
    await parts.maker.boot(containerId);
    if (!current()) return;
    enter(parts, live, { is: 'running' });
    await live.console?.comeBack();
  } catch (error) {
    if (current() && live.state.is === 'starting') enter(parts, live, { is: 'off' });
    parts.failed('start server', error);
  }
}

/** Shuts a server down; with `again`, starts it anew. */
export async function stop(parts: HostedParts, live: Live, again: boolean): Promise<void> {
  const { containerId } = live.rented;
  if (containerId === undefined) return;
  const current = begin(parts, live, { is: 'stopping' });
  live.rented.on = again;
  parts.save();
  try {
    await parts.maker.stop(containerId);
    if (!current()) return;
    enter(parts, live, { is: 'off' });
  } catch (error) {
    if (current()) enter(parts, live, { is: 'running' });
    parts.failed('stop server', error);
    return;
  }
  if (again) await start(parts, live);
}

/** The engine says that a running server stopped: of its own (`reboot`, `poweroff` typed in it), or because something killed it. */
export async function stopped(parts: HostedParts, live: Live): Promise<void> {
  const { containerId } = live.rented;
  // What was begun here knows what it does.
  if (containerId === undefined || live.state.is !== 'running') return;
  const current = begin(parts, live, { is: 'stopping' });
  const why = await parts.maker.whyStopped(containerId).catch(() => 'crash' as const);
  if (!current()) return;
  if (why === 'reboot') return start(parts, live);
  enter(parts, live, { is: 'off' });
  if (why === 'off') live.rented.on = false;
  parts.save();
}

/** Takes a server back after a restart of the runner. `running`: undefined when its container is gone. */
export async function adopt(parts: HostedParts, live: Live, running: boolean | undefined): Promise<void> {
  if (running === undefined) enter(parts, live, { is: 'lost' });
  else if (running) enter(parts, live, { is: 'running' });
  else if (live.rented.on) await start(parts, live);
  else enter(parts, live, { is: 'off' });
}

/** Removes its container; its data is gone. Whatever was begun settles nothing any more. */
export async function discard(parts: HostedParts, live: Live): Promise<void> {
  live.turn += 1;
  const { containerId } = live.rented;
  const { console: watched } = live;
  live.console = undefined;
  delete live.rented.containerId;
  delete live.rented.fingerprint;
  await watched?.end().catch(() => {});
  if (containerId !== undefined) await parts.maker.remove(containerId);
}

/** Its console, made when it is asked for the first time. */
export function consoleOf({ maker }: HostedParts, live: Live): VpsConsole | undefined {
  const { containerId } = live.rented;
  if (live.state.is !== 'running' || containerId === undefined) return undefined;
  live.console ??= new VpsConsole(
    () => maker.attach(containerId),
    () => maker.isRunning(containerId),
  );
  return live.console;
}
