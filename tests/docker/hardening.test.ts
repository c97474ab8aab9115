// Is a started desktop what its specification promises, seen from inside and from the engine (T-01, T-08)?
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { withEngine } from './support.ts';

const { engine, desktop } = withEngine();

/** Runs a line of bash as the trainee. */
async function sh(id: string, line: string): Promise<string> {
  return (await engine.run(id, ['bash', '-c', line])).output.trim();
}

test('the processes of a desktop hold no capability, can gain none, and are filtered', async () => {
  const id = await desktop();
  const facts = await engine.describe();
  for (const process of ['1', 'self']) {
    const status = await sh(id, `cat /proc/${process}/status`);
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'])
      expect(status, `${set} of ${process}`).toMatch(new RegExp(`${set}:\\t0{16}`));
    expect(status).toMatch(/NoNewPrivs:\t1/);
    expect(status).toMatch(/Uid:\t1000\t1000\t1000\t1000/);
    if (facts.seccomp) expect(status).toMatch(/Seccomp:\t2/);
  }
  expect(await sh(id, 'find / -xdev -perm /6000 -type f 2>/dev/null')).toBe('');
});

test('what would lead out of the machine is refused', async () => {
  const id = await desktop();
  const attempts = [
    'mount -t tmpfs none /mnt',
    'unshare --user --map-root-user true',
    'mknod /var/tmp/disk b 8 0',
    'chroot / true',
    'hostname autre',
    'ip link 2>/dev/null || cat /dev/mem',
    'echo 1 > /proc/sys/kernel/sysrq',
    'echo 1 > /proc/sys/net/ipv4/ip_forward',
    'ls /var/run/docker.sock /run/docker.sock',
    'echo 9999 > /sys/fs/cgroup/pids/pids.max || echo 9999 > /sys/fs/cgroup/pids.max',
    'touch /etc/passwd',
  ];
  for (const attempt of attempts)
    expect((await engine.run(id, ['bash', '-c', attempt])).exitCode, attempt).not.toBe(0);
});

test('the engine’s own description has no way in: no mount, no device, no port, no host namespace', async () => {
  const id = await desktop();
  const { stdout } = await promisify(execFile)('docker', ['inspect', id]);
  const [facts] = JSON.parse(stdout);
  expect(facts.Mounts).toEqual([]);
  expect(facts.HostConfig).toMatchObject({
    Privileged: false,
    PidMode: '',
    UTSMode: '',
    UsernsMode: '',
    IpcMode: 'private',
  });
  for (const key of [
    'Binds',
    'Devices',
    'PortBindings',
    'VolumesFrom',
    'ExtraHosts',
    'CapAdd',
    'DeviceRequests',
  ])
    expect(facts.HostConfig[key] ?? [], key).toHaveLength(0);
  expect(facts.HostConfig.SecurityOpt).toEqual(['no-new-privileges:true']);
  expect(facts.HostConfig.Dns).toEqual(['198.18.0.2']);
  expect(facts.HostConfig.RestartPolicy.Name).toBe('no');
});

test('a desktop listens on nothing', async () => {
  const id = await desktop();
  const tables = await sh(id, 'cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6 2>/dev/null');
  const sockets = tables.split('\n').filter((line) => /^\s*\d+:/.test(line));
  expect(sockets).toEqual([]);
});

test('a fork bomb stops at the limit of processes, and the machine can be removed at once', async () => {
  const id = await desktop({ machine: { kind: 'desktop', processes: 40 } });
  const { output } = await engine.run(
    id,
    ['bash', '-c', 'for i in $(seq 200); do sleep 30 & done 2>&1; ls -d /proc/[0-9]* | wc -l'],
    { timeoutMs: 8_000 },
  );
  expect(output).toMatch(/fork|ressource/i);
  const began = performance.now();
  await engine.removeMachine(id);
  expect(await engine.inspectMachine(id)).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('memory beyond the limit is not had', async () => {
  const id = await desktop({ machine: { kind: 'desktop', memoryMiB: 64 } });
  const died: string[] = [];
  const stop = engine.watch((event) => died.push(event.type));
  const { exitCode } = await engine.run(id, ['bash', '-c', 'head -c 200M /dev/zero | tail -c 199M | wc -c'], {
    timeoutMs: 20_000,
  });
  expect(exitCode).not.toBe(124);
  const swallowed = await engine.run(
    id,
    ['bash', '-c', 'x=$(head -c 150M /dev/zero | tr "\\0" x); echo "$x" | wc -c'],
    { timeoutMs: 20_000 },
  );
  expect(swallowed.output).not.toMatch(/15728640/);
  stop();
});

test('two languages: the shell, the messages and the first files are in the language asked for', async () => {
  const french = await desktop({ language: 'fr' });
  const english = await desktop({ language: 'en' });
  await expect.poll(() => sh(french, 'cat ~/Documents/lisez-moi.txt')).toMatch(/Bienvenue/);
  await expect.poll(() => sh(english, 'cat ~/Documents/lisez-moi.txt')).toMatch(/Welcome/);
  expect(await sh(french, 'ls /rien 2>&1')).toMatch(/Aucun fichier ou dossier/);
  expect(await sh(english, 'ls /rien 2>&1')).toMatch(/No such file or directory/);
  expect(await sh(french, 'man ls | cat')).toMatch(/NOM\s+ls/);
  expect(await sh(english, 'man ls | cat')).toMatch(/NAME\s+ls/);
  expect(await sh(french, 'nano --help')).toMatch(/Utilisation/);
});
