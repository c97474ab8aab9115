// What stands on the bench? Our runner and the minimal server, each a process of its own, and a class whose machines both of them use.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDockerEngine } from '../../runner/machines/docker-engine.ts';
import type { Engine } from '../../runner/machines/engine.ts';
import { ROLE_LABEL } from '../../runner/machines/labels.ts';
import { openStore } from '../../runner/store/open-store.ts';
import { RunnerProcess, type SeatClient, type SeatLive } from '../support/runner-process.ts';
import { Line } from './line.ts';

export const LAB = 'first-steps';
const MINIMAL = fileURLToPath(new URL('minimal-server.ts', import.meta.url));
const PROMPT_MS = 60_000;

/** A runner under an installation of its own, and a view of the engine that sees that installation only. */
export interface Installation {
  runner: RunnerProcess;
  instance: string;
  engine: Engine;
  /** When its banner was there, ms since 1970: its workshop's small Internet was up, if it has one. */
  upAt: number;
}

export interface Kind {
  /** Arguments for Node itself. */
  nodeArgs?: readonly string[];
  /** With the séance's small Internet: what is measured elsewhere should not share the cores with it. */
  internet?: boolean;
}

/** Starts a runner as `npm start` does, for so many seats, on loopback. Clean with `removeInstallation`, also when this rejects. */
export async function startInstallation(
  seats: number,
  note: (made: Pick<Installation, 'engine'>) => void,
  { nodeArgs = [], internet = false }: Kind = {},
): Promise<Installation> {
  const data = await mkdtemp(join(tmpdir(), 'boite-bench-'));
  const store = openStore(data);
  const instance = store.instanceId();
  store.close();
  const engine = createDockerEngine({ instance });
  note({ engine });
  try {
    const runner = await RunnerProcess.start({
      data,
      args: ['--seats', String(seats), ...(internet ? [] : ['--internet', 'no'])],
      nodeArgs,
    });
    return { runner, instance, engine, upAt: Date.now() };
  } catch (error) {
    await rm(data, { recursive: true, force: true });
    throw error;
  }
}

/** Containers of the desktops that run: shared servers of the small Internet are nobody's. */
export const desktopsOf = async ({ engine }: Pick<Installation, 'engine'>): Promise<string[]> =>
  (await engine.listMachines())
    .filter(({ labels, state }) => labels[ROLE_LABEL] === 'desktop' && state === 'running')
    .map(({ id }) => id);

/** Removes everything that carries this installation's label. */
export async function removeAll(engine: Engine): Promise<void> {
  const machines = await engine.listMachines();
  for (let i = 0; i < machines.length; i += 8)
    await Promise.all(machines.slice(i, i + 8).map(({ id }) => engine.removeMachine(id)));
  for (const { id } of await engine.listNetworks()) await engine.removeNetwork(id);
}

/** One trainee who has joined, opened the lab and seen a prompt. */
export interface Trainee {
  seat: SeatClient;
  live: SeatLive;
  /** Milliseconds from the moment they were due to the prompt. */
  waited: number;
}

/** Joins, opens the lab and looks at its terminal until the prompt is there. */
async function arrive(runner: RunnerProcess, name: string, dueAt: number): Promise<Trainee> {
  const seat = await runner.join(name);
  const live = await seat.live();
  await seat.openLab(LAB, live);
  const line = await Line.ours(seat);
  if (!(await line.untilPrompts(1, PROMPT_MS))) throw new Error(`${name} saw no prompt`);
  const waited = line.promptAt - dueAt;
  await line.close();
  return { seat, live, waited };
}

/** Lets a class in at an even pace, whether those before are served or not (open loop). @param overMs 0: all at the same instant. */
export async function letIn(runner: RunnerProcess, count: number, overMs: number): Promise<Trainee[]> {
  const startAt = performance.now();
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const dueAt = startAt + (i * overMs) / count;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt - performance.now())));
      return arrive(runner, `Banc ${i + 1}`, dueAt);
    }),
  );
}

/** Nobody looks any more: no check runs; machines and seats stay. */
export function lookAway(trainees: readonly Trainee[]): void {
  for (const { live } of trainees) live.terminate();
}

/** Everybody looks again: checks follow what they do. */
export async function lookAgain(trainees: readonly Trainee[]): Promise<void> {
  for (const trainee of trainees) {
    trainee.live = await trainee.seat.live();
    trainee.live.say({ type: 'show', lab: LAB });
  }
}

/** The minimal server as a process; `port` is where it listens on loopback. */
export class MinimalServer {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(): Promise<MinimalServer> {
    const child = spawn(process.execPath, [MINIMAL], { stdio: ['ignore', 'pipe', 'inherit'] });
    const port = await new Promise<number>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the minimal server ended with ${code}`)));
      child.stdout.once('data', (text: Buffer) => resolve(Number(String(text).split(' ')[1])));
    });
    return new MinimalServer(child, port);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  stop(): void {
    this.#child.kill();
  }
}

/** What every measurement is given. */
export interface Bench {
  here: Installation;
  minimal: MinimalServer;
  trainees: Trainee[];
  /** Containers of the class. */
  machines: string[];
  /** Fewer samples: for the work on the bench itself. */
  quick: boolean;
}
