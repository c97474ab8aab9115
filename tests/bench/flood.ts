// What happens when a program prints without end? Throughput at a page that follows, memory at one that does not, and how soon ^C is obeyed at each.
import { setTimeout as sleep } from 'node:timers/promises';
import { Line, openAll, type Reads } from './line.ts';
import { rssMiB } from './proc.ts';
import type { Findings, Row } from './report.ts';
import type { Bench } from './stage.ts';
import { largest, median } from './statistics.ts';

const MB = 1e6;
const FLOOD_BYTES = 72 * MB;
const SLOW = 1 * MB;
const CTRL_C = '\x03';
/** Longest wait for a prompt after ^C: a server that needs more is cut off here. */
const INTERRUPT_LIMIT_MS = 20_000;
const ENDLESS = `yes ${'0123456789'.repeat(7)}\r`;
const bounded = (bytes: number) => `yes ${'0123456789'.repeat(7)} | head -c ${bytes}\r`;

/** Prints a bounded flood; gives MB per second as the program and the page see it, from Enter to the next prompt. */
async function throughput(line: Line, bytes: number): Promise<{ printed: number; received: number }> {
  const prompts = line.prompts;
  const receivedBefore = line.received;
  const startAt = performance.now();
  line.type(bounded(bytes));
  if (!(await line.untilPrompts(prompts + 1, 60_000))) return { printed: 0, received: 0 };
  const seconds = (line.promptAt - startAt) / 1000;
  return { printed: bytes / MB / seconds, received: (line.received - receivedBefore) / MB / seconds };
}

interface Interrupted {
  /** Milliseconds from ^C to the prompt, as this page sees it; undefined when it did not come in time. */
  promptMs: number | undefined;
  /** Most that the server's memory grew meanwhile, MiB. */
  growth: number;
  stillOpen: boolean;
}

/** Floods without end at this pace of reading, then presses ^C. */
async function interrupted(
  line: Line,
  pid: number,
  pace: Reads,
  floodMs: number,
  back: Reads = pace,
): Promise<Interrupted> {
  const before = rssMiB(pid);
  line.read(pace);
  line.type(ENDLESS);
  const seen: number[] = [];
  for (const until = performance.now() + floodMs; performance.now() < until; await sleep(100))
    seen.push(rssMiB(pid) - before);
  const prompts = line.prompts;
  const pressedAt = performance.now();
  line.type(CTRL_C);
  line.read(back);
  const came = await line.untilPrompts(prompts + 1, INTERRUPT_LIMIT_MS);
  seen.push(rssMiB(pid) - before);
  line.read('fast');
  const stillOpen = line.open;
  await line.quiet(200);
  return { promptMs: came ? line.promptAt - pressedAt : undefined, growth: largest(seen), stillOpen };
}

const latest = (runs: readonly Interrupted[]) => runs.map(({ promptMs }) => promptMs ?? INTERRUPT_LIMIT_MS);

/** Everything about floods, on one trainee's first terminal, a further one, and the minimal server's. */
export async function measureFlood(bench: Bench): Promise<Findings> {
  const [trainee] = bench.trainees;
  const [container] = bench.machines;
  if (!trainee || !container) throw new Error('the class is empty');
  await trainee.seat.ask('/api/terminals/open', { machine: 'desktop' });
  const lines = {
    first: await Line.ours(trainee.seat),
    further: await Line.ours(trainee.seat, '2'),
    minimal: Line.minimal(bench.minimal.port, container),
  };
  await openAll(Object.values(lines));
  const data = { ...(await fast(bench, lines)), ...(await slow(bench, lines)) };
  await Promise.all([lines.first.close(), lines.further.close(), lines.minimal.close(true)]);
  return { rows: rowsOf(data), data };
}

type Lines = Record<'first' | 'further' | 'minimal', Line>;

async function fast(bench: Bench, lines: Lines) {
  const bytes = bench.quick ? FLOOD_BYTES / 6 : FLOOD_BYTES;
  const printed = { first: [] as number[], further: [] as number[], minimal: [] as number[] };
  const received = { first: [] as number[], further: [] as number[], minimal: [] as number[] };
  const fastCtrlC = {
    first: [] as Interrupted[],
    further: [] as Interrupted[],
    minimal: [] as Interrupted[],
  };
  const { runner } = bench.here;
  for (let round = 0; round < (bench.quick ? 1 : 3); round += 1)
    for (const which of ['first', 'minimal', 'further'] as const) {
      const rate = await throughput(lines[which], bytes);
      printed[which].push(rate.printed);
      received[which].push(rate.received);
    }
  for (let round = 0; round < (bench.quick ? 1 : 5); round += 1)
    for (const which of ['first', 'minimal', 'further'] as const)
      fastCtrlC[which].push(
        await interrupted(lines[which], which === 'minimal' ? bench.minimal.pid : runner.pid, 'fast', 800),
      );
  return { printedMBps: printed, receivedMBps: received, fastCtrlC };
}

async function slow(bench: Bench, lines: Lines) {
  const { pid } = bench.here.runner;
  const slowRuns: Interrupted[] = [];
  for (let round = 0; round < (bench.quick ? 1 : 3); round += 1)
    slowRuns.push(await interrupted(lines.first, pid, SLOW, bench.quick ? 3000 : 5000));
  const furtherSlow = await interrupted(lines.further, pid, SLOW, 3000);
  const minimalSlow = bench.quick
    ? undefined
    : await interrupted(lines.minimal, bench.minimal.pid, SLOW, 5000);
  const stalled = await interrupted(lines.first, pid, 'never', bench.quick ? 3000 : 8000, 'fast');
  return { slowRuns, furtherSlow, minimalSlow, stalled };
}

type Data = Awaited<ReturnType<typeof fast>> & Awaited<ReturnType<typeof slow>>;

function rowsOf(data: Data): Row[] {
  const beside = median(data.printedMBps.minimal);
  const speed = (name: Row['name'], figures: readonly number[], atLeast: number): Row => ({
    name,
    ours: median(figures),
    beside,
    unit: 'MB/s',
    n: figures.length,
    goal: { atLeast },
  });
  const ms = (name: Row['name'], runs: readonly Interrupted[], atMost?: number): Row => ({
    name,
    ours: largest(latest(runs)),
    unit: 'ms',
    n: runs.length,
    ...(atMost === undefined ? {} : { goal: { atMost } }),
  });
  const growth = (name: Row['name'], runs: readonly Interrupted[]): Row => ({
    name,
    // A line that was cut is no way to keep memory small.
    ours: runs.every((run) => run.stillOpen) ? largest(runs.map((run) => run.growth)) : Number.NaN,
    unit: 'MiB',
    n: runs.length,
    goal: { atMost: 5 },
  });
  return [
    speed('flood-first', data.printedMBps.first, 0.75),
    speed('flood-further', data.printedMBps.further, 0.9),
    ms('ctrl-c-fast', data.fastCtrlC.first, 250),
    ms('ctrl-c-fast-further', data.fastCtrlC.further, 250),
    ms('ctrl-c-fast-minimal', data.fastCtrlC.minimal),
    ms('ctrl-c-slow', data.slowRuns, 2000),
    ms('ctrl-c-slow-further', [data.furtherSlow], 2000),
    ...(data.minimalSlow ? [ms('ctrl-c-slow-minimal', [data.minimalSlow])] : []),
    growth('growth-slow', data.slowRuns),
    growth('growth-stalled', [data.stalled]),
  ];
}
