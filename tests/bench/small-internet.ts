// How soon does a class have names, servers and certificates? Everybody walks the whole path at once; each part of it is timed, and failures are counted.
import { setTimeout as sleep } from 'node:timers/promises';
import { ROLE_LABEL } from '../../runner/machines/labels.ts';
import type { HostsOutcome, HostsView, ZoneOutcome } from '../../runner/protocol/counters.ts';
import type { SeatClient } from '../support/runner-process.ts';
import { containerMemoryMiB } from './proc.ts';
import type { Findings, Row } from './report.ts';
import { desktopsOf, type Installation, letIn, lookAway } from './stage.ts';
import { percentile, sum } from './statistics.ts';

const PART_MS = 180_000;
/** Orders of one person, one after the other, each with a server that waits. */
const WARM_ORDERS = 4;
const UNTIL_ONE_WAITS_MS = 5_000;
const OFFER = 'vps-ruche-exemple';
/** What is timed for each trainee, in the order of the path. */
const PARTS = ['resolvable', 'login', 'install', 'certificate'] as const;
type Part = (typeof PARTS)[number];

interface Walk {
  times: Partial<Record<Part, number>>;
  failed?: string;
}

/** One trainee and the desktop from which the commands are given. */
interface Walker {
  here: Installation;
  seat: SeatClient;
  desktop: string;
  name: string;
}

/** Asks until it is so. @throws Error when it is not within `PART_MS` */
async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + PART_MS;
  while (!(await holds().catch(() => false))) {
    if (performance.now() > deadline) throw new Error(what);
    await sleep(100);
  }
}

const run = async ({ here, desktop }: Walker, line: string, timeoutMs = PART_MS): Promise<string> => {
  const { exitCode, output } = await here.engine.run(desktop, ['bash', '-c', line], {
    user: 'trainee',
    timeoutMs,
  });
  if (exitCode !== 0) throw new Error(`${line.slice(0, 60)}: exit code ${exitCode}: ${output.slice(-200)}`);
  return output;
};

const serverOf = async ({ seat }: Walker) => {
  const reply = await fetch(`${seat.runner.origin}/api/hosts`, { headers: { cookie: seat.cookie } });
  return ((await reply.json()) as HostsView).servers[0];
};

async function keyOf(walker: Walker): Promise<string> {
  await run(walker, "[ -f ~/.ssh/id_ed25519 ] || ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519");
  return (await run(walker, 'cat ~/.ssh/id_ed25519.pub')).trim();
}

/** Orders a server and logs in; gives the command that does. */
async function login(walker: Walker, sshKey: string): Promise<string> {
  await accepted(walker.seat.ask<HostsOutcome>('/api/hosts/order', { offer: OFFER, host: 'banc', sshKey }));
  const address = (await serverOf(walker))?.address ?? '';
  const ssh = `ssh -o BatchMode=yes -o StrictHostKeyChecking=accept-new -o ConnectTimeout=2 root@${address}`;
  await until(async () => {
    if ((await serverOf(walker))?.state !== 'running') return false;
    await run(walker, `${ssh} true`, 10_000);
    return true;
  }, `${walker.name}: login`);
  return ssh;
}

/** One person alone orders a server before anybody looked at the offers (it is made), then one after the other when one waits. */
async function aloneAtTheCounter(walker: Walker): Promise<{ cold: number; warm: number[] }> {
  const sshKey = await keyOf(walker);
  const times: number[] = [];
  for (let order = 0; order <= WARM_ORDERS; order += 1) {
    if (order > 0) await sleep(UNTIL_ONE_WAITS_MS);
    const began = performance.now();
    await login(walker, sshKey);
    times.push(performance.now() - began);
    await accepted(walker.seat.ask('/api/hosts/act', { host: 'banc', do: 'delete' }));
  }
  const [cold = Number.NaN, ...warm] = times;
  return { cold, warm };
}

/** Registers, rents, logs in, installs, points the name at the server and gets a certificate. */
async function walk(walker: Walker): Promise<Walk> {
  const { seat, name } = walker;
  const times: Walk['times'] = {};
  const timed = async (part: Part, does: () => Promise<void>) => {
    const began = performance.now();
    await does();
    times[part] = performance.now() - began;
  };
  try {
    await timed('resolvable', async () => {
      await accepted(seat.ask('/api/registrar/register', { name, years: 1, holder: 'person' }));
      await until(async () => (await run(walker, `dig +short NS ${name}`)) !== '', `${name} resolves`);
    });
    const sshKey = await keyOf(walker);
    let ssh = '';
    await timed('login', async () => {
      ssh = await login(walker, sshKey);
    });
    await point(walker);
    await timed('install', async () => {
      await run(walker, `${ssh} 'apt-get -qq update && apt-get -qq install -y nginx >/dev/null 2>&1'`);
      await until(
        async () => (await run(walker, `curl -sf http://${name}/`)).includes('nginx'),
        `${name}: page`,
      );
    });
    await timed('certificate', async () => {
      await run(walker, `${ssh} 'apt-get -qq install -y certbot python3-certbot-nginx >/dev/null 2>&1'`);
      await run(walker, `${ssh} 'certbot --nginx -n -q --agree-tos -m a@${name} -d ${name}'`);
      await run(walker, `curl -sSf https://${name}/ -o /dev/null`);
    });
    return { times };
  } catch (error) {
    return { times, failed: error instanceof Error ? error.message : String(error) };
  }
}

async function accepted(reply: Promise<{ ok?: boolean }>): Promise<void> {
  const outcome = await reply;
  if (outcome.ok !== true) throw new Error(JSON.stringify(outcome));
}

async function point(walker: Walker): Promise<void> {
  const { seat, name } = walker;
  const { zone } = await seat.ask<ZoneOutcome & { ok: true }>('/api/registrar/zone', { name });
  const value = (await serverOf(walker))?.address ?? '';
  const record = { owner: '@', type: 'A', value };
  await accepted(seat.ask('/api/registrar/zone-change', { do: 'add', name, version: zone.version, record }));
}

/** A class of so many walks the whole path at the same time. */
export async function measureInternet(here: Installation, seats: number): Promise<Findings> {
  const common = (await here.engine.listMachines()).filter(({ labels }) =>
    labels[ROLE_LABEL]?.startsWith('internet-'),
  );
  const openMs = here.upAt - Math.min(...common.map(({ createdAt }) => createdAt));
  const trainees = await letIn(here.runner, seats, 5_000);
  lookAway(trainees);
  const desktops = await desktopsOf(here);
  const shared = sum(common.map(({ id }) => containerMemoryMiB(id).programs));
  const [first] = trainees;
  const alone = first
    ? await aloneAtTheCounter({
        here,
        seat: first.seat,
        desktop: desktops[0] ?? '',
        name: 'seule-exemple.fr',
      })
    : { cold: Number.NaN, warm: [] };
  const began = performance.now();
  const walks = await Promise.all(
    trainees.map(({ seat }, index) =>
      walk({ here, seat, desktop: desktops[index] ?? '', name: `banc-${index + 1}-exemple.fr` }),
    ),
  );
  const wholeMs = performance.now() - began;
  const servers = (await here.engine.listMachines()).filter(({ labels }) => labels[ROLE_LABEL] === 'vps');
  const perServer = servers.map(({ id }) => {
    const { programs, shim } = containerMemoryMiB(id);
    return programs + shim;
  });
  const timesOf = (part: Part) => walks.flatMap(({ times }) => times[part] ?? []);
  const failures = walks.flatMap(({ failed }) => failed ?? []);
  const goals: Partial<Record<Part, number>> = { install: 60_000 };
  const rows: Row[] = [
    { name: 'internet-open', ours: openMs, unit: 'ms', n: 1, goal: { atMost: 10_000 } },
    { name: 'internet-login-cold', ours: alone.cold, unit: 'ms', n: 1, goal: { atMost: 8_000 } },
    {
      name: 'internet-login-warm',
      ours: percentile(alone.warm, 0.95),
      unit: 'ms',
      n: alone.warm.length,
      goal: { atMost: 3_000 },
    },
    ...PARTS.flatMap((part): Row[] => {
      const samples = timesOf(part);
      const goal = goals[part];
      return [
        {
          name: `internet-${part}`,
          ours: percentile(samples, 0.95),
          unit: 'ms',
          n: samples.length,
          ...(goal === undefined ? {} : { goal: { atMost: goal } }),
        },
      ];
    }),
    { name: 'internet-whole', ours: wholeMs, unit: 'ms', n: seats },
    { name: 'internet-failures', ours: failures.length, unit: '', n: seats, goal: { atMost: 0 } },
    { name: 'internet-shared', ours: shared, unit: 'MiB', n: 1, goal: { atMost: 95 } },
    { name: 'internet-server', ours: percentile(perServer, 0.5), unit: 'MiB', n: perServer.length },
  ];
  return { rows, data: { walks, failures, alone } };
}
