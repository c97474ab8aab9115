// Does the whole path hold: a name, a server, a web server, a certificate; and is all of it still there after the runner is killed and after a power cut?
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WORKSHOP_LABEL } from '../../runner/machines/labels.ts';
import type { HostsOutcome, HostsView, ZoneOutcome } from '../../runner/protocol/counters.ts';
import { RunnerProcess, type SeatClient } from '../support/runner-process.ts';
import type { Page } from '../wire/page.ts';

const docker = async (...args: string[]) => (await promisify(execFile)('docker', args)).stdout.trim();
const NAME = 'camille-exemple.fr';

let runner: RunnerProcess;
let seat: SeatClient;
let page: Page;

beforeAll(async () => {
  runner = await RunnerProcess.start();
  seat = await runner.join('Camille');
  await seat.ask('/api/labs/open', { lab: 'first-steps' });
  await until(async () => (await get('/api/registrar')).ok, 'the small Internet is up');
});
afterAll(() => runner?.clean());

const get = (path: string) => fetch(`${runner.origin}${path}`, { headers: { cookie: seat.cookie } });

/** Asks again until it is so; at most a minute. */
async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    if (await holds().catch(() => false)) return;
    await sleep(250);
  }
  throw new Error(`expected within a minute: ${what}`);
}

/** Told by the log: labels carry it. */
const workshopId = async () =>
  /"workshop":"(\w+)"/.exec(await readFile(join(runner.data, 'log'), 'utf8'))?.[1] ?? '';

const server = async () => ((await (await get('/api/hosts')).json()) as HostsView).servers[0];
const runs = () => until(async () => (await server())?.state === 'running', 'the server runs');

async function record(owner: string, type: string, value: string): Promise<void> {
  const { zone } = await seat.ask<ZoneOutcome & { ok: true }>('/api/registrar/zone', { name: NAME });
  const change = { do: 'add', name: NAME, version: zone.version, record: { owner, type, value } };
  expect(await seat.ask('/api/registrar/zone-change', change)).toMatchObject({ ok: true });
}

/** Types a line in the desktop's terminal and gives what was shown until its mark. */
let lines = 0;
async function types(line: string): Promise<string> {
  lines += 1;
  const from = page.text.length;
  page.type(`${line}; echo "end""${lines}"\r`);
  await until(
    async () => page.text.slice(from).includes(`end${lines}\r`),
    `${line} ends; found: ${page.text.slice(-300)}`,
  );
  return page.text.slice(from);
}

test('a deputy registers a name, rents a server, installs nginx offline, points the name at it and gets a certificate', async () => {
  expect(await seat.ask('/api/registrar/register', { name: NAME, years: 1, holder: 'person' })).toMatchObject(
    { ok: true },
  );
  expect(
    await seat.ask<HostsOutcome>('/api/hosts/order', { offer: 'vps-ruche-exemple', host: 'web' }),
  ).toMatchObject({ ok: true });
  await runs();
  const { address = '' } = (await server()) ?? {};
  await record('@', 'A', address);
  await record('www', 'CNAME', NAME);
  const { password } = await seat.ask<{ password: string }>('/api/hosts/password', { host: 'web' });

  page = await seat.terminal();
  expect(await types(`dig +short ${NAME}`)).toContain(address);
  page.type(
    `ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519; ssh-copy-id -o StrictHostKeyChecking=accept-new root@${address}\r`,
  );
  await page.shows('password:');
  page.type(`${password}\r`);
  await page.shows('Number of key(s) added: 1');
  const ssh = (line: string) => types(`ssh root@${address} "${line}"`);
  await ssh('apt-get -qq update && apt-get -qq install -y nginx certbot python3-certbot-nginx >/dev/null');
  await ssh("echo '<h1>Camille Exemple</h1>' > /var/www/html/index.html");
  expect(await types(`curl -s http://${NAME}/`)).toContain('<h1>Camille Exemple</h1>');
  const got = await ssh(`certbot --nginx -n --agree-tos -m camille@${NAME} -d ${NAME} -d www.${NAME}`);
  expect(got).toContain('Successfully deployed certificate');
  expect(await types(`curl -sS https://www.${NAME}/`)).toContain('<h1>Camille Exemple</h1>');
  // Somebody else's name, at the same authority.
  expect(await ssh('certbot certonly --nginx -n -d journal-exemple.fr')).toMatch(
    /Some challenges have failed|problem/,
  );
}, 180_000);

test('all of it goes home in one archive: files, commands, the server’s site and configuration, the zone, the page to do it again', async () => {
  const archive = Buffer.from(await (await get('/api/class/work')).arrayBuffer());
  const folder = await mkdtemp(join(tmpdir(), 'boite-home-'));
  try {
    await writeFile(join(folder, 'work.tar.gz'), archive);
    // Whole as `gzip` and `tar` understand it: neither warns.
    const run = promisify(execFile);
    expect((await run('tar', ['-xzf', 'work.tar.gz'], { cwd: folder })).stderr).toBe('');
    const read = (...path: string[]) => readFile(join(folder, ...path), 'utf8');
    expect(await read('mes-fichiers', '.bash_history')).toContain(`dig +short ${NAME}`);
    expect(await read('serveur-web', 'var/www/html/index.html')).toContain('<h1>Camille Exemple</h1>');
    expect(await read('serveur-web', 'etc/nginx/sites-available/default')).toContain('server');
    expect(await read(`zone-${NAME}.txt`)).toMatch(/^www \d+ IN CNAME camille-exemple\.fr/m);
    expect(await read('refaites-le.html')).toContain(NAME);
    expect((await readdir(join(folder, 'mes-fichiers'))).includes('.cache')).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('after a kill -9 of the runner everything is still there and running', async () => {
  const before = (await server())?.fingerprint;
  await runner.down('SIGKILL');
  await runner.up();
  await runs();
  expect((await server())?.fingerprint).toBe(before);
  page = await seat.terminal();
  expect(await types(`curl -sS https://${NAME}/`)).toContain('<h1>Camille Exemple</h1>');
}, 120_000);

test('put to rest overnight nothing runs, also in a runner that starts meanwhile; on waking name, files, server and padlock are in place', async () => {
  const entered = await runner.post('/api/trainer/enter', { token: runner.trainerToken });
  const trainer = (entered.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const pause = async (body: object) => (await runner.post('/api/trainer/pause', body, trainer)).status;
  const ofClass = (...args: string[]) => docker('ps', '-q', ...args, '--filter', `label=${label}`);
  const label = `${WORKSHOP_LABEL}=${await workshopId()}`;
  await types('echo kept > night.txt');
  // The pool's machines hold nothing: they are not among what is kept.
  expect(await pause({ on: true, machinesOff: true })).toBe(200);
  await until(async () => (await ofClass()) === '', 'every machine is off');
  const kept = await ofClass('--all');
  expect(await (await get('/api/class')).json()).toMatchObject({ asleep: true });
  expect(await (await get('/api/registrar')).json()).toMatchObject({ error: 'workshop-paused' });
  await runner.down();
  await runner.up();
  expect(runner.output).toContain('est arrêtée');
  const start = { lab: 'first-steps', machine: 'desktop' };
  expect((await runner.post('/api/labs/start-machine', start, seat.cookie)).status).toBe(409);
  expect([await ofClass(), await ofClass('--all')]).toEqual(['', kept]);

  expect(await pause({ on: false })).toBe(200);
  await until(async () => (await get('/api/registrar')).ok, 'the small Internet is up');
  await runs();
  await until(async () => {
    page = await seat.terminal();
    return true;
  }, 'the desktop is back without a word of its owner');
  expect(await types('cat night.txt')).toContain('kept');
  await until(
    async () => (await types(`curl -sS https://${NAME}/`)).includes('<h1>Camille Exemple</h1>'),
    'the site is trusted again',
  );
}, 180_000);

test('after a power cut names, zones and servers are back, and the certificate is a new authority’s', async () => {
  const issued = async () =>
    (await types(`curl -sSv https://${NAME}/ 2>&1 | grep -E 'start date|issuer:'`)).replace(/end\d+/g, '');
  const before = await issued();
  await runner.down('SIGKILL');
  const running = await docker('ps', '-q', '--filter', `label=${WORKSHOP_LABEL}=${await workshopId()}`);
  await docker('kill', ...running.split('\n'));
  await runner.up();
  await until(async () => (await get('/api/registrar')).ok, 'the small Internet is up');
  await runs();
  const view = await seat.ask<{ machines: { state: string }[] }>('/api/labs/start-machine', {
    lab: 'first-steps',
    machine: 'desktop',
  });
  expect(view.machines).toHaveLength(1);
  await until(async () => {
    page = await seat.terminal();
    return true;
  }, 'the desktop is back');
  await until(
    async () => (await types(`curl -sS https://${NAME}/`)).includes('<h1>Camille Exemple</h1>'),
    'the site is trusted again',
  );
  const after = await issued();
  expect(after).toContain('issuer');
  expect(after).not.toBe(before);
  await page.shows(/./);
}, 180_000);

test('a lab that begins again keeps what it stands on, with the keys to it, and gives back what it had one take', async () => {
  const open = (lab: string) => seat.ask('/api/labs/open', { lab });
  const reset = async (lab: string) => {
    const view = await seat.ask('/api/labs/reset', { lab });
    await until(async () => {
      page = await seat.terminal();
      return true;
    }, 'a fresh desktop');
    return view;
  };
  const { address = '' } = (await server()) ?? {};
  expect((await open('install-a-web-server')).losses).toBeUndefined();
  await reset('install-a-web-server');
  expect(await types('ls')).not.toContain('night.txt');
  expect(await types(`ssh -o BatchMode=yes root@${address} hostname`)).toContain('web\r\n');
  // What is done on the server is seen anew, though the server is the same.
  const seen = await seat.ask('/api/steps/check', { lab: 'install-a-web-server', step: 'install-it' });
  expect(seen.steps.filter(({ passed }) => passed).map(({ id }) => id)).toContain('install-it');

  expect((await open('rent-a-vps')).losses).toEqual({ names: [], hosts: ['web'] });
  expect((await reset('rent-a-vps')).losses).toBeUndefined();
  expect((await server())?.host).toBeUndefined();
  expect((await open('install-a-web-server')).steps.some(({ passed }) => passed)).toBe(false);

  expect((await open('register-a-domain')).losses).toEqual({ names: [NAME], hosts: [] });
  await reset('register-a-domain');
  // The resolver may remember it for a minute; the registry does not.
  expect(await types(`whois ${NAME}`)).toContain('NOT FOUND');
  const register = { name: NAME, years: 1, holder: 'person' };
  expect(await seat.ask('/api/registrar/register', register)).toMatchObject({ ok: true });
  const { entries } = ((await (await get('/api/hosts')).json()) as HostsView).account;
  expect(entries.map(({ what }) => what)).toEqual(['allowance', 'register']);
}, 180_000);
