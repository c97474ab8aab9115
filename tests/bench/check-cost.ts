// What do the checks cost while a whole class works? Everybody runs a command every five seconds, looked after by the checks and not, by turns.
import { setTimeout as sleep } from 'node:timers/promises';
import { Line, openAll } from './line.ts';
import { containerCpuMs, cpuMsOf, machineBusyMs, pidsNamed, shimOf } from './proc.ts';
import type { Findings } from './report.ts';
import { type Bench, lookAgain, lookAway } from './stage.ts';
import { sum } from './statistics.ts';

const COMMAND_EVERY_MS = 5_000;
/** Passes no step: the checks go on for ever. */
const COMMAND = 'true\r';

interface Used {
  runner: number;
  engine: number;
  machines: number;
  computer: number;
}

function meter({ here, machines }: Bench): () => Used {
  const shims = machines.map(shimOf).filter((pid) => pid !== undefined);
  const daemons = [...pidsNamed('dockerd'), ...pidsNamed('containerd'), ...shims];
  return () => ({
    runner: cpuMsOf(here.runner.pid),
    engine: sum(daemons.map(cpuMsOf)),
    machines: sum(machines.map(containerCpuMs)),
    computer: machineBusyMs(),
  });
}

/** CPU as a share of one core while everybody types at an even pace, percent. */
async function work(lines: readonly Line[], read: () => Used, ms: number): Promise<Used> {
  const before = read();
  const startAt = performance.now();
  const gap = COMMAND_EVERY_MS / lines.length;
  for (let i = 0; i * gap < ms; i += 1) {
    const wait = startAt + i * gap - performance.now();
    if (wait > 0) await sleep(wait);
    lines[i % lines.length]?.type(COMMAND);
  }
  const after = read();
  const elapsed = performance.now() - startAt;
  const share = (kind: keyof Used) => ((after[kind] - before[kind]) / elapsed) * 100;
  return {
    runner: share('runner'),
    engine: share('engine'),
    machines: share('machines'),
    computer: share('computer'),
  };
}

/** Share of a core that the checks of a working class take: with them minus without. */
export async function measureChecks(bench: Bench): Promise<Findings> {
  const ms = bench.quick ? COMMAND_EVERY_MS : 2 * COMMAND_EVERY_MS;
  const lines = await openAll(bench.trainees.map(({ seat }) => Line.ours(seat)));
  const read = meter(bench);
  const without = await work(lines, read, ms);
  await lookAgain(bench.trainees);
  await sleep(2_000);
  const checked = await work(lines, read, ms);
  lookAway(bench.trainees);
  await Promise.all(lines.map((line) => line.close()));
  const total = (used: Used) => used.runner + used.engine + used.machines;
  return {
    rows: [
      { name: 'checks-cpu', ours: total(checked), beside: total(without), unit: '%', n: lines.length },
      { name: 'checks-cpu-runner', ours: checked.runner, beside: without.runner, unit: '%', n: lines.length },
    ],
    data: { without, checked },
  };
}
