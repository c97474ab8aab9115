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

/**
 * Hands `waiting` over (a container that is up already), or waits in line and makes the server. Never rejects: what fails is `lost`, and `undo` (the bill) is called.
 */
export async function build(
  parts: HostedParts,
  live: Live,
  sold: Sold,
  undo: () => void,
  waiting?: string,
): Promise<void> {
  const current = begin(parts, live, { is: 'ordered', position: 0 });
  try {
    if (waiting !== undefined && (await takeOver(parts, live, sold, waiting, current))) return;
    if (!current()) return;
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
  rented.fingerprint = await maker.fulfil(containerId, orderOf(live, sold));
  if (!current()) return;
  enter(parts, live, { is: 'running' });
  save();
}

function orderOf({ rented: { password: rootPassword, sshKey } }: Live, { timeZone }: Sold) {
  return { rootPassword, timeZone, ...(sshKey === undefined ? {} : { sshKey }) };
}

/** Gives a server that was up already to who ordered it. False when it would not: it is removed, and one is made instead. */
async function takeOver(
  parts: HostedParts,
  live: Live,
  sold: Sold,
  containerId: string,
  current: () => boolean,
): Promise<boolean> {
  const { maker, save } = parts;
  const { rented } = live;
  try {
    maker.assign(containerId, rented.seatId, rented.host);
    Object.assign(rented, { containerId, waited: true, on: true });
    save();
    enter(parts, live, { is: 'starting' });
    const plan = { host: rented.host, memoryMiB: sold.memoryMiB, cpus: sold.cpus };
    const [fingerprint] = await Promise.all([
      maker.fulfil(containerId, orderOf(live, sold)),
      maker.settle(containerId, plan),
    ]);
    if (!current()) return true;
    rented.fingerprint = fingerprint;
    enter(parts, live, { is: 'running' });
    save();
    return true;
  } catch (error) {
    if (!current()) return true;
    parts.failed('hand over waiting server', error);
    forgetContainer(rented);
    await maker.remove(containerId);
    return false;
  }
}

function forgetContainer(rented: Live['rented']): void {
  delete rented.containerId;
  delete rented.waited;
  delete rented.full;
  delete rented.fingerprint;
}

/** Starts a server that is off. */
export async function start(parts: HostedParts, live: Live): Promise<void> {
  const { containerId } = live.rented;
  if (containerId === undefined) return;
  const current = begin(parts, live, { is: 'starting' });
  live.rented.on = true;
  delete live.rented.full;
  parts.save();
  try {
    await parts.maker.boot(containerId, live.rented.waited ? live.rented.host : undefined);
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
  forgetContainer(live.rented);
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
