// Does the board of a class at work stay true in time, and what does it cost? Forty people type and raise hands with a trainer's board open; then its browser goes and comes back, then the runner.
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import type { BoardRow, TrainerFromRunner } from '../../runner/protocol/board.ts';
import { TRAINER_PROTOCOL } from '../../runner/protocol/version.ts';
import type { RunnerProcess } from '../support/runner-process.ts';
import { typeLeg } from './echo.ts';
import { Line, openAll } from './line.ts';
import { cpuMsOf, machineBusyMs, rssMiB } from './proc.ts';
import type { Findings } from './report.ts';
import { type Bench, lookAgain, lookAway } from './stage.ts';
import { summarize } from './statistics.ts';

/** Hands go up and down so often, in all, per second. */
const CHANGES_PER_SECOND = 8;
/** A change that is not on the board after this time is lost, milliseconds. */
const LOST_MS = 5_000;

/** A trainer's board without its page. */
class Board {
  readonly rows = new Map<string, BoardRow>();
  readonly #socket: WebSocket;
  #heard: () => void = () => {};
  failures = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as TrainerFromRunner;
      if (frame.type === 'over') return;
      for (const row of frame.rows) this.rows.set(row.id, row);
      this.#heard();
    });
    socket.on('error', () => {
      this.failures += 1;
    });
  }

  static async open(runner: RunnerProcess, cookie: string): Promise<Board> {
    const { ticket } = (await (
      await runner.post('/api/trainer/tickets', { for: 'trainer' }, cookie)
    ).json()) as { ticket: string };
    const socket = new WebSocket(
      `${runner.origin.replace('http', 'ws')}/ws/trainer?ticket=${ticket}`,
      TRAINER_PROTOCOL,
      { origin: runner.origin, headers: { cookie } },
    );
    const board = new Board(socket);
    await board.until(() => board.rows.size > 0);
    return board;
  }

  /** Milliseconds until this holds; NaN when it never does. */
  async until(holds: () => boolean): Promise<number> {
    const startAt = performance.now();
    if (holds()) return 0;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(Number.NaN), LOST_MS);
      const before = this.#heard;
      this.#heard = () => {
        before();
        if (!holds()) return;
        clearTimeout(timer);
        this.#heard = before;
        resolve(performance.now() - startAt);
      };
    });
  }

  terminate(): void {
    this.#socket.terminate();
  }
}

async function enter(runner: RunnerProcess): Promise<string> {
  const response = await runner.post('/api/trainer/enter', { token: runner.trainerToken });
  if (!response.ok) throw new Error(`the trainer did not enter: ${response.status}`);
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

/** Raises and lowers hands at an even pace until told to stop; gives how long each took to be on the board. */
async function hands(bench: Bench, board: Board, stop: () => boolean): Promise<number[]> {
  const rows = [...board.rows.values()];
  const waits: Promise<number>[] = [];
  for (let i = 0; !stop(); i += 1) {
    const { seat } = bench.trainees[i % bench.trainees.length] ?? {};
    const row = rows.find((one) => one.pseudonym === `Banc ${(i % bench.trainees.length) + 1}`);
    const raised = Math.floor(i / bench.trainees.length) % 2 === 0;
    if (seat && row) {
      waits.push(board.until(() => (board.rows.get(row.id)?.hand !== undefined) === raised));
      void seat.runner
        .post('/api/class/hand', { raised }, seat.cookie)
        .then((answer) => answer.arrayBuffer())
        .catch(() => {
          board.failures += 1;
        });
    }
    await sleep(1000 / CHANGES_PER_SECOND);
  }
  return Promise.all(waits);
}

/** Board updates, echo beside them, cost; then the ways back. */
export async function measureBoard(bench: Bench): Promise<Findings> {
  const { runner } = bench.here;
  const cookie = await enter(runner);
  await lookAgain(bench.trainees);
  const board = await Board.open(runner, cookie);
  const lines = await openAll(bench.trainees.map(({ seat }) => Line.ours(seat)));
  const meter = () => ({ server: cpuMsOf(runner.pid), chain: 0, computer: machineBusyMs() });
  await typeLeg(lines, meter);
  let over = false;
  const startAt = performance.now();
  const cpuBefore = cpuMsOf(runner.pid);
  const [leg, updates] = await Promise.all([
    typeLeg(lines, meter).finally(() => {
      over = true;
    }),
    hands(bench, board, () => over),
  ]);
  const share = ((cpuMsOf(runner.pid) - cpuBefore) / (performance.now() - startAt)) * 100;
  const memory = rssMiB(runner.pid);
  await Promise.all(lines.map((line) => line.close()));
  const seen = updates.filter((ms) => !Number.isNaN(ms));
  const [update, echo] = [summarize(seen), summarize(leg.samples)];

  board.terminate();
  const againAt = performance.now();
  const again = await Board.open(runner, cookie);
  const boardBack = performance.now() - againAt;
  again.terminate();
  lookAway(bench.trainees);
  await runner.down('SIGKILL');
  await runner.up();
  const upAt = performance.now();
  const after = await Board.open(runner, cookie);
  const runnerBack = performance.now() - upAt;
  const whole = after.rows.size >= bench.trainees.length;
  after.terminate();

  const failures = board.failures + leg.lost + (updates.length - seen.length) + (whole ? 0 : 1);
  const n = seen.length;
  return {
    rows: [
      { name: 'board-update-p95', ours: update.p95, unit: 'ms', n, goal: { atMost: 1000 } },
      { name: 'board-echo-p95', ours: echo.p95, unit: 'ms', n: leg.samples.length },
      { name: 'board-cpu', ours: share, unit: '%', n: lines.length },
      { name: 'board-memory', ours: memory, unit: 'MiB', n: 1 },
      { name: 'board-back', ours: boardBack, unit: 'ms', n: 1 },
      { name: 'board-runner-back', ours: runnerBack, unit: 'ms', n: 1 },
      { name: 'board-failures', ours: failures, unit: '', n, goal: { atMost: 0 } },
    ],
    data: { update, echo, share, memory, boardBack, runnerBack, failures },
  };
}
