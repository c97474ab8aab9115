// How long does somebody wait for the first prompt? Warm, cold, alone, all at once; beside the minimal server and beside the engine's own command.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { containerSpec } from '../../runner/machines/hardening.ts';
import { INSTANCE_LABEL } from '../../runner/machines/labels.ts';
import { freshId, objectName } from '../../runner/machines/names.ts';
import { resolverAddress } from '../../runner/machines/subnets.ts';
import { Line } from './line.ts';
import type { Findings, Row } from './report.ts';
import type { Bench, Installation } from './stage.ts';
import { largest, median, summarize } from './statistics.ts';

const PROMPT = '\x1b]133;B';
const WAIT_MS = 60_000;

async function waitOf(line: Line, since: number): Promise<number> {
  if (!(await line.untilPrompts(1, WAIT_MS))) throw new Error('a terminal showed no prompt');
  return line.promptAt - since;
}

/** Waits of the lines that were served: with forty execs at once, a busy engine refuses some. */
async function waitsOf(lines: readonly Line[], since: number): Promise<number[]> {
  const waits = await Promise.allSettled(lines.map((line) => waitOf(line, since)));
  return waits.flatMap((wait) => (wait.status === 'fulfilled' ? [wait.value] : []));
}

/** One page after the other: ours and the minimal server's by turns. */
async function alone({ trainees, machines, minimal }: Bench, count: number) {
  const samples = { ours: [] as number[], minimal: [] as number[] };
  for (let i = 0; i < count; i += 1) {
    const trainee = trainees[i % trainees.length];
    const machine = machines[i % machines.length];
    if (!trainee || !machine) break;
    const ticket = await trainee.seat.ticket({ for: 'terminal', machine: 'desktop', terminal: '1' });
    const page = Line.withTicket(trainee.seat, ticket);
    samples.ours.push(await waitOf(page, page.askedAt));
    await page.close();
    const other = Line.minimal(minimal.port, machine);
    samples.minimal.push(await waitOf(other, other.askedAt));
    await other.close(true);
  }
  return samples;
}

/** The whole class opens a page in the same instant. */
async function together({ trainees, machines, minimal }: Bench, rounds: number) {
  const samples = { ours: [] as number[][], minimal: [] as number[][] };
  for (let round = 0; round < rounds; round += 1) {
    const tickets = await Promise.all(
      trainees.map(({ seat }) => seat.ticket({ for: 'terminal', machine: 'desktop', terminal: '1' })),
    );
    const at = performance.now();
    const pages = trainees.map(({ seat }, i) => Line.withTicket(seat, tickets[i] ?? ''));
    samples.ours.push(await waitsOf(pages, at));
    await Promise.all(pages.map((page) => page.close()));
    const since = performance.now();
    const others = machines.map((id) => Line.minimal(minimal.port, id));
    samples.minimal.push(await waitsOf(others, since));
    await Promise.all(others.map((line) => line.close(true)));
  }
  return samples;
}

/** Milliseconds until a command of the engine's own client shows a prompt; the client is ended then. */
async function byClient(args: readonly string[]): Promise<number> {
  const at = performance.now();
  const child: ChildProcess = spawn('docker', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill(), WAIT_MS);
    child.stdout?.on('data', (piece: Buffer) => {
      text += piece;
      if (!text.includes(PROMPT)) return;
      resolve(performance.now() - at);
      child.kill('SIGKILL');
    });
    child.once('close', () => {
      clearTimeout(timer);
      reject(new Error(`docker ${args[0]} showed no prompt: ${text.slice(-300)}`));
    });
    child.once('error', reject);
  });
}

/** A machine from nothing to its prompt, as the pool makes it; then the same by `docker run`, and a further shell by `docker exec`. All are removed. */
async function cold({ here }: Bench, count: number) {
  const { engine } = here;
  const [network] = await engine.listNetworks();
  const image = await imageOf(here);
  if (!network?.subnet) throw new Error('the runner has no network');
  const samples = { made: [] as number[], dockerRun: [] as number[], dockerExec: [] as number[] };
  for (let i = 0; i < count; i += 1) {
    const spec = containerSpec({
      machine: { kind: 'desktop' },
      image,
      name: objectName(here.instance, 'bench', freshId()),
      workshop: 'bench',
      language: 'fr',
      network: { id: network.id, address: undefined },
      dns: [resolverAddress(network.subnet)],
      kernelHasIpv6: existsSync('/proc/sys/net/ipv6'),
    });
    const at = performance.now();
    const id = await engine.createMachine(spec);
    const shell = await engine.attach(id, { replay: false });
    let text = '';
    const prompt = new Promise<number>((resolve) => {
      shell.onData((bytes) => {
        text += bytes.toString('latin1');
        if (text.includes(PROMPT)) resolve(performance.now() - at);
      });
    });
    await engine.startMachine(id);
    samples.made.push(await prompt);
    samples.dockerExec.push(await byClient(['exec', '-t', id, 'bash', '-l']));
    shell.release();
    await engine.removeMachine(id);
    const name = objectName(here.instance, 'bench', randomBytes(4).toString('hex'));
    const label = `${INSTANCE_LABEL}=${here.instance}`;
    samples.dockerRun.push(
      await byClient(['run', '-t', '--name', name, '--label', label, '--network', network.id, image]),
    );
    const made = (await engine.listMachines()).find((m) => m.labels['boite.workshop'] === undefined);
    if (made) await engine.removeMachine(made.id);
  }
  return samples;
}

async function imageOf({ engine }: Installation): Promise<string> {
  const [machine] = await engine.listMachines();
  const { default: Docker } = await import('dockerode');
  return (await new Docker().getContainer(machine?.id ?? '').inspect()).Config.Image;
}

/** Everything about the first prompt, on a class that has joined. */
export async function measureFirstPrompt(bench: Bench): Promise<Findings> {
  const one = await alone(bench, bench.quick ? 5 : 20);
  const all = await together(bench, bench.quick ? 1 : 3);
  const made = await cold(bench, bench.quick ? 1 : 5);
  const maxima = {
    ours: all.ours.map((waits) => (waits.length < bench.trainees.length ? Number.NaN : largest(waits))),
    minimal: all.minimal.map(largest),
  };
  const row = (name: Row['name'], ours: number, beside: number, n: number, atMost?: number): Row => ({
    name,
    ours,
    beside,
    unit: 'ms',
    n,
    ...(atMost === undefined ? {} : { goal: { atMost } }),
  });
  return {
    rows: [
      row('prompt-warm', median(one.ours), median(one.minimal), one.ours.length, 0.2),
      row('prompt-warm-docker-exec', median(one.ours), median(made.dockerExec), made.dockerExec.length),
      row('prompt-together', median(maxima.ours), median(maxima.minimal), all.ours.flat().length, 0.15),
      row('prompt-cold', median(made.made), median(made.dockerRun), made.made.length),
    ],
    data: {
      alone: { ours: summarize(one.ours), minimal: summarize(one.minimal) },
      // An N below the class's size: so many were refused.
      together: { ours: all.ours.map(summarize), minimal: all.minimal.map(summarize) },
      cold: { made: summarize(made.made), dockerRun: summarize(made.dockerRun) },
      dockerExec: summarize(made.dockerExec),
    },
  };
}

/** How a class that has just come in was served. @param name of the rows: by a pace, or all at once */
export function tellArrivals(name: 'class' | 'instant', waited: readonly number[]): Findings {
  const told = summarize(waited);
  const row = (which: 'p50' | 'max'): Row => ({
    name: `${name}-${which}`,
    ours: told[which],
    unit: 'ms',
    n: told.n,
  });
  return { rows: [row('p50'), row('max')], data: { ...told, waited } };
}
