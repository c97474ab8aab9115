// What does a terminal keep of the server's memory, and a trainee of the computer's? Measured on a class that does nothing, then on one that has done the whole lab.
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { Line, openAll } from './line.ts';
import { childrenOf, containerMemoryMiB, rssMiB } from './proc.ts';
import type { Findings, Row } from './report.ts';
import { desktopsOf, type Installation, LAB, letIn, type Trainee } from './stage.ts';
import { median } from './statistics.ts';

const SOLUTION_MS = 120_000;
/** Time for the engine and for late work of the runner to settle. */
const SETTLE_MS = 2_000;

/** Resident memory of a runner started with `--inspect`, after it has thrown away what nobody needs; MiB. */
async function settledMiB(here: Installation): Promise<number> {
  const url = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(here.runner.output)?.[0];
  if (url === undefined) throw new Error('the runner was not started with --inspect');
  const inspector = new WebSocket(url);
  await new Promise((resolve, reject) => inspector.once('open', resolve).once('error', reject));
  for (let id = 1; id <= 3; id += 1) {
    const answer = new Promise((resolve) => inspector.once('message', resolve));
    inspector.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }));
    await answer;
    await sleep(300);
  }
  inspector.terminate();
  return rssMiB(here.runner.pid);
}

/** Memory of machines and of their shims, MiB, one figure per machine. */
const machineMemory = (ids: readonly string[]) =>
  ids.map((id) => {
    const { programs, shim } = containerMemoryMiB(id);
    return { programs, shim, whole: programs + shim };
  });

/** Plays the whole solution for these trainees; gives the containers in which it was done. */
async function playSolution(
  here: Installation,
  trainees: readonly Trainee[],
  last: string,
): Promise<string[]> {
  await Promise.all(trainees.map(({ seat }) => seat.ask('/api/steps/solve', { lab: LAB, step: last })));
  await Promise.all(
    trainees.map(({ live }) =>
      live.until((view) => view.playing === undefined && view.steps.every((s) => s.passed), SOLUTION_MS),
    ),
  );
  const done: string[] = [];
  for (const id of await desktopsOf(here)) {
    const { exitCode } = await here.engine.run(id, ['test', '-d', '/home/trainee/permanence']);
    if (exitCode === 0) done.push(id);
  }
  return done;
}

/**
 * A class comes in all at once, keeps its pages open and does nothing.
 * @param here started with `--inspect=127.0.0.1:0`, nobody joined yet @param seats more than the warm pool holds @param solving how many trainees then do the whole lab
 */
export async function measureMemory(
  here: Installation,
  seats: number,
  solving: number,
): Promise<Findings & { waited: number[] }> {
  await sleep(SETTLE_MS);
  const before = await settledMiB(here);
  const waiting = (await desktopsOf(here)).length;
  const trainees = await letIn(here.runner, seats, 0);
  const pages = await openAll(trainees.map(({ seat }) => Line.ours(seat)));
  await sleep(SETTLE_MS);
  const after = await settledMiB(here);
  const machines = await desktopsOf(here);
  const perTerminal = (after - before) / (machines.length - waiting);
  const idle = machineMemory(machines);
  const children = childrenOf(here.runner.pid);
  const last = (await trainees[0]?.live.until((view) => view.steps.length > 0))?.steps.at(-1)?.id ?? '';
  const solved = machineMemory(await playSolution(here, trainees.slice(0, solving), last));
  await Promise.all(pages.map((page) => page.close()));
  for (const { live } of trainees) live.terminate();
  const wholeOf = (list: typeof idle) => median(list.map(({ whole }) => whole));
  const rows: Row[] = [
    { name: 'memory-terminal', ours: perTerminal, unit: 'MiB', n: machines.length, goal: { atMost: 0.25 } },
    { name: 'processes', ours: children, unit: '', n: 1, goal: { atMost: 0 } },
    { name: 'memory-runner', ours: before, unit: 'MiB', n: 1 },
    { name: 'memory-machine', ours: wholeOf(idle), unit: 'MiB', n: idle.length },
    { name: 'memory-machine-solved', ours: wholeOf(solved), unit: 'MiB', n: solved.length },
  ];
  const data = { before, after, waiting, machines: machines.length, idle, solved };
  return { rows, data, waited: trainees.map(({ waited }) => waited) };
}
