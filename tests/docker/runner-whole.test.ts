// Does a trainee's work survive what happens in a class? The real runner, real machines, real sockets: join, type, reload, kill -9, exit, end.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { RunnerProcess, type SeatClient, type SeatLive } from '../support/runner-process.ts';

const run = promisify(execFile);
const LAB = 'first-steps';

/** Ids of containers with all of these labels, as Docker itself says. */
async function containers(...labels: string[]): Promise<string[]> {
  const filters = labels.flatMap((label) => ['--filter', `label=${label}`]);
  const { stdout } = await run('docker', ['ps', '-aq', '--no-trunc', ...filters]);
  return stdout.split('\n').filter(Boolean);
}

let runner: RunnerProcess;
let trainer = '';
let workshop = '';
beforeAll(async () => {
  runner = await RunnerProcess.start({ args: ['--internet', 'no'] });
  const enter = await runner.post('/api/trainer/enter', { token: runner.trainerToken });
  trainer = (enter.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const reply = await fetch(`${runner.origin}/api/trainer/workshop`, { headers: { cookie: trainer } });
  workshop = ((await reply.json()) as { workshop: { id: string } }).workshop.id;
}, 600_000);
afterAll(() => runner.clean(), 120_000);

async function seated(pseudonym: string): Promise<{ seat: SeatClient; live: SeatLive }> {
  const seat = await runner.join(pseudonym);
  const live = await seat.live();
  await seat.openLab(LAB, live);
  return { seat, live };
}

describe('a trainee', () => {
  test('gets a prompt at once, types, and the step ticks by itself', async () => {
    const { seat, live } = await seated('Ada');
    const page = await seat.terminal();
    await page.shows('$ ');
    page.type('pwd\r');
    await page.shows('/home/trainee');
    const view = await live.passed('where-am-i');
    expect(view.steps.find((s) => s.id === 'where-am-i')).toMatchObject({ by: 'trainee' });
    page.terminate();
  });

  test('comes back after a reload to the same screen', async () => {
    const { seat } = await seated('Grace');
    const before = await seat.terminal();
    await before.shows('$ ');
    before.type('echo bonjour-$((20+3))\r');
    await before.shows('bonjour-23');
    await vi.waitFor(async () => expect((await before.screen()).lines[2]).toMatch(/\$ ?$/));
    const screen = await before.screen();
    before.terminate();
    const after = await seat.terminal();
    await after.shows('bonjour-23');
    expect((await after.screen()).lines).toEqual(screen.lines);
    after.terminate();
  });

  test('gets a fresh shell after `exit`, in the same machine', async () => {
    const { seat } = await seated('Hedy');
    const page = await seat.terminal();
    await page.shows('$ ');
    page.type('touch preuve; exit\r');
    await page.shows('Nouvelle session');
    page.type('ls\r');
    await page.shows(/ls\r\n[^$]*preuve/);
    page.terminate();
  });

  test('opens a second terminal, and a fifth is refused with a code', async () => {
    const { seat, live } = await seated('Radia');
    for (const expected of ['2', '3', '4'])
      expect(await seat.ask('/api/terminals/open', { machine: 'desktop' })).toEqual({ terminal: expected });
    const refused = await runner.post('/api/terminals/open', { machine: 'desktop' }, seat.cookie);
    expect(await refused.json()).toMatchObject({ error: 'too-many-terminals' });
    const page = await seat.terminal('3');
    await page.shows('$ ');
    page.type('exit\r');
    await live.until((view) => view.machines[0]?.terminals.join() === '1,2,4');
  });

  test('asks for the solution: it is typed in the terminal and the step counts as done for them', async () => {
    const { seat, live } = await seated('Barbara');
    await seat.ask('/api/steps/solve', { lab: LAB, step: 'where-am-i' });
    const view = await live.passed('where-am-i');
    expect(view.steps[0]).toMatchObject({ passed: true, by: 'solution' });
  });

  test('starts again with a fresh machine and nothing ticked', async () => {
    const { seat, live } = await seated('Frances');
    const page = await seat.terminal();
    await page.shows('$ ');
    page.type('touch temoin; pwd\r');
    await live.passed('where-am-i');
    await seat.ask('/api/labs/reset', { lab: LAB });
    await live.until((v) => v.steps.every((s) => !s.passed) && v.machines.every((m) => m.state === 'ready'));
    const fresh = await seat.terminal();
    await fresh.shows('$ ');
    fresh.type('ls; echo fini\r');
    await fresh.shows(/\nfini/);
    expect(fresh.text).not.toMatch(/\ntemoin/);
  });
});

describe('after a kill -9 of the runner', () => {
  test('everybody comes back to the same shells, with what runs in them and their screens', async () => {
    const { seat, live } = await seated('Katherine');
    await seat.ask('/api/terminals/open', { machine: 'desktop' });
    const first = await seat.terminal('1');
    const second = await seat.terminal('2');
    await first.shows('$ ');
    await second.shows('$ ');
    first.type('pwd\r');
    await live.passed('where-am-i');
    first.type('echo avant-$((1+1)); sleep 987\r');
    second.type('echo deuxieme-$((2+2))\r');
    await first.shows('avant-2');
    await second.shows('deuxieme-4');

    await runner.down('SIGKILL');
    await runner.up();

    const again = await seat.live();
    const view = await seat.openLab(LAB, again);
    expect(view.steps.find((s) => s.id === 'where-am-i')?.passed).toBe(true);
    expect(view.machines[0]?.terminals).toEqual(['1', '2']);
    const firstAgain = await seat.terminal('1');
    await firstAgain.shows('avant-2');
    firstAgain.type('\x03');
    await firstAgain.shows('^C');
    firstAgain.type('echo encore-$((3+3))\r');
    await firstAgain.shows('encore-6');
    const secondAgain = await seat.terminal('2');
    await secondAgain.shows('deuxieme-4');
  });

  test('what a crash left half made is removed, and what others made is not', async () => {
    const mine = await instance();
    await runner.down('SIGKILL');
    const image = await anyImage();
    const create = async (label: string) =>
      (await run('docker', ['create', '--label', label, image, 'true'])).stdout.trim();
    const halfMade = await create(`boite.instance=${mine}`);
    const decoys = [await create('boite.instance=somebody-else'), await create('boite.test=decoy')];
    await runner.up();
    const left = await containers();
    await run('docker', ['rm', ...decoys]);
    expect(left).not.toContain(halfMade);
    expect(left).toEqual(expect.arrayContaining(decoys));
  });
});

describe('a kill -9 while machines are being made', () => {
  // Before the engine was asked, while it makes, when some are there, when all are.
  for (const moment of [0, 150, 600, 2_000])
    test(`${moment} ms after eight people came: everybody gets a machine after the restart, nothing is left over`, async () => {
      const seats = await Promise.all(
        Array.from({ length: 8 }, (_, n) => runner.join(`Vague ${moment} ${n}`)),
      );
      for (const seat of seats) void seat.ask('/api/labs/open', { lab: LAB }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, moment));
      await runner.down('SIGKILL');
      await runner.up();
      for (const seat of seats) {
        const live = await seat.live();
        await seat.openLab(LAB, live);
        const page = await seat.terminal();
        await page.shows('$ ');
        page.terminate();
        live.terminate();
      }
      const trainees = (await containers(`boite.workshop=${workshop}`)).length;
      const view = await fetch(`${runner.origin}/api/trainer/workshop`, { headers: { cookie: trainer } });
      const { seats: all } = (await view.json()) as { seats: { labs: unknown[] }[] };
      const working = all.filter((seat) => seat.labs.length > 0).length;
      // One machine each; beside them at most a full pool, taken back from before, and the machine that proved the network closed.
      expect(trainees).toBeGreaterThanOrEqual(working);
      expect(trainees).toBeLessThanOrEqual(working + 10 + 1);
    });
});

describe('at the end of the séance', () => {
  test('every machine and the network are gone, pages are told', async () => {
    const { live } = await seated('Annie');
    const ended = await runner.post('/api/trainer/end', { workshop }, trainer);
    expect(ended.status).toBeLessThan(300);
    expect(await live.closed).toBe(4001);
    expect(live.frames.at(-1)).toEqual({ type: 'ended' });
    await vi.waitFor(async () => expect(await containers(`boite.workshop=${workshop}`)).toEqual([]), {
      timeout: 60_000,
      interval: 500,
    });
    await vi.waitFor(async () => expect(await networkIds(`boite.workshop=${workshop}`)).toEqual([]), {
      timeout: 60_000,
      interval: 500,
    });
  });
});

/** The installation's id, read from the label of the network that its workshop has. */
async function instance(): Promise<string> {
  const { stdout } = await run('docker', [
    'network',
    'inspect',
    ...(await networkIds()),
    '--format',
    '{{index .Labels "boite.instance"}} {{index .Labels "boite.workshop"}}',
  ]);
  const mine = stdout.split('\n').find((line) => line.endsWith(` ${workshop}`));
  return mine?.split(' ')[0] ?? '';
}

async function networkIds(...labels: string[]): Promise<string[]> {
  const filters = labels.flatMap((label) => ['--filter', `label=${label}`]);
  const { stdout } = await run('docker', [
    'network',
    'ls',
    '-q',
    '--filter',
    'label=boite.workshop',
    ...filters,
  ]);
  return stdout.split('\n').filter(Boolean);
}

async function anyImage(): Promise<string> {
  const { stdout } = await run('docker', ['images', '-q', '--filter', 'label=boite.image=desktop']);
  return stdout.split('\n')[0] ?? '';
}
