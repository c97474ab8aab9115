// Does a whole class get to work? Forty people join within ten seconds: everybody gets a prompt, those who wait see where they stand, and all is gone at the end.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunnerProcess, type SeatLive } from '../support/runner-process.ts';

const SEATS = 40;
/** One arrival each 250 ms: forty in ten seconds. */
const EVERY_MS = 250;

let runner: RunnerProcess;
beforeAll(async () => {
  runner = await RunnerProcess.start({ args: ['--seats', String(SEATS), '--internet', 'no'] });
}, 600_000);
afterAll(() => runner.clean(), 120_000);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Positions in the line that this page was told, in order. */
function positions(live: SeatLive): number[] {
  return live.frames.flatMap((frame) =>
    frame.type === 'lab' && frame.view.machines[0]?.state === 'queued'
      ? [frame.view.machines[0].position ?? 0]
      : [],
  );
}

test('forty joins in ten seconds all get a prompt, in turn, and a forty-first is told that the séance is full', async () => {
  const arrivals = Array.from({ length: SEATS }, async (_, index) => {
    await pause(index * EVERY_MS);
    const seat = await runner.join(`Personne ${index + 1}`);
    const live = await seat.live();
    await seat.openLab('first-steps', live);
    const page = await seat.terminal();
    await page.shows('$ ');
    page.terminate();
    return positions(live);
  });
  const lines = await Promise.all(arrivals);
  expect(lines).toHaveLength(SEATS);
  // Somebody had to wait: the pool is smaller than the class. Nobody was ever told a position behind an earlier one.
  expect(lines.some((line) => line.length > 0)).toBe(true);
  for (const line of lines) expect(line).toEqual([...line].sort((a, b) => b - a));
  const late = await runner.post('/api/join', { code: runner.joinCode, pseudonym: 'Retardataire' });
  expect(await late.json()).toMatchObject({ error: 'workshop-full' });
}, 120_000);
