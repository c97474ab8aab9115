// How long until a typed letter is shown, and what does it cost? bash's own line editing, 20 keys per second and terminal, ours and the minimal server's by turns.
import { setTimeout as sleep } from 'node:timers/promises';
import { Line, openAll } from './line.ts';
import { containerCpuMs, cpuMsOf, machineBusyMs, pidsNamed, shimOf } from './proc.ts';
import type { Findings, Row } from './report.ts';
import { type Bench, lookAgain, lookAway } from './stage.ts';
import { median, sum, summarize } from './statistics.ts';

const KEY_EVERY_MS = 50;
/** So many letters fit beside the prompt on one line: no leg may wrap. */
const KEYS_PER_LEG = 50;
/** A letter that is not there after this time is lost. */
const LOST_MS = 3_000;
const ERASE_LINE = '\x15';

interface Cost {
  /** CPU milliseconds of the server's process. */
  server: number;
  /** The same with the engine, the shims and the machines' programs. */
  chain: number;
  /** The whole computer, with whoever else works on it. */
  computer: number;
}

interface Leg extends Cost {
  samples: number[];
  lost: number;
}

/** Counts the CPU that a way from key to echo has used so far. */
function costMeter(server: number, machines: readonly string[]): () => Cost {
  const shims = machines.map(shimOf).filter((pid) => pid !== undefined);
  const engine = [...pidsNamed('dockerd'), ...pidsNamed('containerd'), ...shims];
  return () => ({
    server: cpuMsOf(server),
    chain: sum([server, ...engine].map(cpuMsOf)) + sum(machines.map(containerCpuMs)),
    computer: machineBusyMs(),
  });
}

/** Types letters at an even pace, whatever comes back, and notes when each is shown. */
export async function typeLeg(lines: readonly Line[], meter: () => Cost): Promise<Leg> {
  const samples: number[] = [];
  const pending = lines.map(() => [] as { byte: number; at: number }[]);
  for (const [i, line] of lines.entries())
    line.onBytes = (bytes, at) => {
      for (const byte of bytes) {
        if (byte !== pending[i]?.[0]?.byte) continue;
        samples.push(at - (pending[i]?.shift()?.at ?? at));
      }
    };
  const before = meter();
  const startAt = performance.now();
  const total = KEYS_PER_LEG * lines.length;
  for (let key = 0; key < total; key += 1) {
    const due = startAt + (key * KEY_EVERY_MS) / lines.length;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    const letter = 97 + (Math.floor(key / lines.length) % 26);
    const index = key % lines.length;
    pending[index]?.push({ byte: letter, at: performance.now() });
    lines[index]?.type(String.fromCharCode(letter));
  }
  const deadline = performance.now() + LOST_MS;
  while (samples.length < total && performance.now() < deadline) await sleep(10);
  const after = meter();
  for (const line of lines) {
    line.onBytes = undefined;
    line.type(ERASE_LINE);
  }
  await sleep(250);
  const used = (kind: keyof Cost) => after[kind] - before[kind];
  return {
    samples,
    lost: total - samples.length,
    server: used('server'),
    chain: used('chain'),
    computer: used('computer'),
  };
}

/** Legs of both by turns, ABBA, so that what else the computer does falls on both alike. */
async function compare(
  bench: Bench,
  ours: readonly Line[],
  minimal: readonly Line[],
  rounds: number,
): Promise<{ ours: Leg[]; minimal: Leg[] }> {
  const ourMeter = costMeter(bench.here.runner.pid, bench.machines);
  const minimalMeter = costMeter(bench.minimal.pid, bench.machines);
  const legs = { ours: [] as Leg[], minimal: [] as Leg[] };
  for (let round = 0; round < rounds; round += 1)
    for (const subject of round % 2 === 0 ? (['ours', 'minimal'] as const) : (['minimal', 'ours'] as const))
      legs[subject].push(
        subject === 'ours' ? await typeLeg(ours, ourMeter) : await typeLeg(minimal, minimalMeter),
      );
  return legs;
}

function told(legs: readonly Leg[]) {
  const samples = legs.flatMap((leg) => leg.samples);
  const keys = samples.length;
  const perKey = (kind: keyof Cost) => sum(legs.map((leg) => leg[kind])) / keys;
  return {
    ...summarize(samples),
    lost: sum(legs.map((leg) => leg.lost)),
    p50PerRound: legs.map((leg) => median(leg.samples)),
    p95PerRound: legs.map((leg) => summarize(leg.samples).p95),
    cpuMsPerKey: { server: perKey('server'), chain: perKey('chain'), computer: perKey('computer') },
  };
}

const NAMES = {
  1: ['echo-1-p50', 'echo-1-p95', 'echo-1-p99'],
  10: ['echo-10-p50', 'echo-10-p95', 'echo-10-p99'],
  40: ['echo-40-p50', 'echo-40-p95', 'echo-40-p99'],
} as const;

/** Echo at 1, 10 and all of the class; CPU per key where most type. */
export async function measureEcho(bench: Bench): Promise<Findings> {
  const rows: Row[] = [];
  const data: Record<string, unknown> = {};
  for (const [size, rounds] of [
    [1, bench.quick ? 2 : 8],
    [10, bench.quick ? 2 : 4],
    [40, bench.quick ? 0 : 6],
  ] as const) {
    if (rounds === 0) continue;
    const trainees = bench.trainees.slice(0, size);
    const ours = await openAll(trainees.map(({ seat }) => Line.ours(seat)));
    const minimal = await openAll(
      bench.machines.slice(0, size).map(async (id) => Line.minimal(bench.minimal.port, id)),
    );
    const legs = await compare(bench, ours, minimal, rounds);
    const [a, b] = [told(legs.ours), told(legs.minimal)];
    data[`${size} terminals`] = { ours: a, minimal: b };
    const row = (name: Row['name'], pick: (of: typeof a) => number, goal?: number): Row => ({
      name,
      ours: pick(a),
      beside: pick(b),
      unit: 'ms',
      n: a.n,
      ...(goal === undefined ? {} : { goal: { atMost: goal } }),
    });
    const [p50, p95, p99] = NAMES[size];
    rows.push(
      row(p50, (of) => of.p50, 1.15),
      row(p95, (of) => of.p95, size === 40 ? 1.3 : undefined),
    );
    rows.push(row(p99, (of) => of.p99));
    if (size === 40)
      rows.push(
        row('cpu-chain', (of) => of.cpuMsPerKey.chain, 1.15),
        row('cpu-server', (of) => of.cpuMsPerKey.server),
        row('cpu-computer', (of) => of.cpuMsPerKey.computer),
      );
    if (size === 10) rows.push(...(await furtherTerminals(bench, minimal, data)));
    await Promise.all([...ours.map((line) => line.close()), ...minimal.map((line) => line.close(true))]);
  }
  rows.push(await whileChecked(bench, data));
  return { rows, data };
}

/** The same on terminal 2, which is held inside the machine. */
async function furtherTerminals(
  bench: Bench,
  minimal: readonly Line[],
  data: Record<string, unknown>,
): Promise<Row[]> {
  const trainees = bench.trainees.slice(0, minimal.length);
  for (const { seat } of trainees) await seat.ask('/api/terminals/open', { machine: 'desktop' });
  const ours = await openAll(trainees.map(({ seat }) => Line.ours(seat, '2')));
  const legs = await compare(bench, ours, minimal, 2);
  const [a, b] = [told(legs.ours), told(legs.minimal)];
  data['10 further terminals'] = { ours: a, minimal: b };
  await Promise.all(ours.map((line) => line.close()));
  for (const { seat } of trainees)
    await seat.ask('/api/terminals/close', { machine: 'desktop', terminal: '2' });
  return [{ name: 'echo-further-p50', ours: a.p50, beside: b.p50, unit: 'ms', n: a.n }];
}

/** Everybody types with the lab open: the checks of every machine run meanwhile, once a second. */
async function whileChecked(bench: Bench, data: Record<string, unknown>): Promise<Row> {
  await lookAgain(bench.trainees);
  const lines = await openAll(bench.trainees.map(({ seat }) => Line.ours(seat)));
  const meter = costMeter(bench.here.runner.pid, bench.machines);
  await typeLeg(lines, meter);
  const result = told([await typeLeg(lines, meter), await typeLeg(lines, meter)]);
  data['all terminals, checks running'] = result;
  await Promise.all(lines.map((line) => line.close()));
  lookAway(bench.trainees);
  return { name: 'echo-checked-p95', ours: result.p95, unit: 'ms', n: result.n };
}
