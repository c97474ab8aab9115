// Can root of a rented server get out of it, or out of its limits? Capabilities, cgroups, files, and programs put in the helper's way (T-01, T-07).
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDiskGuard } from '../../runner/machines/disk-guard.ts';
import { HELPER_ROLE } from '../../runner/machines/docker-cgroup-helper.ts';
import { ROLE_LABEL } from '../../runner/machines/labels.ts';
import { chooseRecipe } from '../../runner/machines/vps-probe.ts';
import { VPS_CAPABILITY_MASK, VPS_MAX_FILE_BYTES } from '../../runner/machines/vps-spec.ts';
import { withServers } from './vps-support.ts';

const { engine, servers, instance, images, server, root, untilOff, boot, spec } = withServers();

async function inspect(id: string) {
  const { stdout } = await promisify(execFile)('docker', ['inspect', id]);
  return JSON.parse(stdout)[0];
}

describe('root of a server', () => {
  let id = '';
  beforeAll(async () => {
    id = await server();
  });

  test('holds exactly the documented capabilities, under the default filter, in PID 1 and in a terminal', async () => {
    const facts = await engine.describe();
    for (const process of ['1', 'self']) {
      const status = await root(id, `cat /proc/${process}/status`);
      for (const set of ['CapPrm', 'CapEff', 'CapBnd'])
        expect(status, `${set} of ${process}`).toMatch(new RegExp(`${set}:\\t${VPS_CAPABILITY_MASK}`));
      if (facts.seccomp) expect(status).toMatch(/Seccomp:\t2/);
    }
    const { HostConfig, Mounts } = await inspect(id);
    expect(HostConfig).toMatchObject({
      Privileged: false,
      PidMode: '',
      UTSMode: '',
      UsernsMode: '',
      IpcMode: 'private',
    });
    expect(HostConfig.SecurityOpt ?? []).not.toContain('seccomp=unconfined');
    for (const key of ['Binds', 'Devices', 'PortBindings', 'VolumesFrom', 'ExtraHosts', 'DeviceRequests'])
      expect(Object.keys(HostConfig[key] ?? {}), key).toHaveLength(0);
    expect(Mounts).toEqual([]);
  });

  test('no helper is left behind', async () => {
    const roles = (await engine.listMachines()).map((machine) => machine.labels[ROLE_LABEL]);
    expect(roles).not.toContain(HELPER_ROLE);
  });

  test.each([
    'mount -t tmpfs none /mnt',
    'mount -o remount,rw /sys/fs/cgroup',
    'mount -o remount,bind,rw /sys/fs/cgroup/memory',
    'unshare --user --map-root-user true',
    'unshare --mount true',
    'unshare --net true',
    'mknod /var/tmp/disk b 8 0',
    'hostname autre',
    'ip link set lo down',
    'ip address add 10.9.9.9/32 dev lo',
    'echo 1 > /proc/sys/kernel/sysrq',
    'echo 1 > /proc/sys/net/ipv4/ip_forward',
    'echo x > /proc/sysrq-trigger',
    'dmesg',
    'date -s "2001-01-01"',
    'perl -e "use Socket; socket(my \\$s, 17, 3, 0) or exit 1"',
    'perl -e "use Socket; socket(my \\$s, PF_INET, SOCK_RAW, 1) or exit 1"',
    'cat /dev/mem',
    'ls /var/run/docker.sock',
    'prlimit --pid $$ --nofile=100000:100000',
    'prlimit --pid $$ --fsize=unlimited',
  ])('is refused: %s', async (attempt) => {
    expect((await engine.run(id, ['bash', '-c', attempt])).exitCode).not.toBe(0);
  });

  test('writes none of its own limits, nor joins or frees itself from a cgroup outside', async () => {
    // On cgroup v2 only what lies at the top is the machine's limit: what its systemd makes below is shared out of that.
    const attempts = `
      depth=3 trees='/sys/fs/cgroup /sys/fs/cgroup/*/'
      [ -e /sys/fs/cgroup/cgroup.controllers ] && depth=1 trees=/sys/fs/cgroup
      for file in $(find -L /sys/fs/cgroup -maxdepth $depth \\( -name pids.max -o -name memory.max -o -name memory.limit_in_bytes \\
          -o -name memory.memsw.limit_in_bytes -o -name memory.high -o -name cpu.max -o -name cpu.cfs_quota_us -o -name cpu.shares \\
          -o -name cpu.weight -o -name devices.allow -o -name release_agent -o -name notify_on_release -o -name cpuset.cpus \\) 2>/dev/null); do
        case $file in */systemd/*notify_on_release) continue ;; esac
        for value in max 99999999999 'a *:* rwm' /tmp/agent 0-63 1; do
          (echo "$value" > "$file") 2>/dev/null && echo "WROTE $value to $file"
        done
      done
      for tree in $trees; do
        # On cgroup v1 the hierarchies hang in a tmpfs, the machine's own memory: only a cgroup above would be a way out.
        case $(stat -f -c %T "$tree/..") in cgroup*) ;; *) continue ;; esac
        (echo $$ > "$tree/../cgroup.procs") 2>/dev/null && echo "JOINED $tree/.."
        (mkdir "$tree/../boite-essai") 2>/dev/null && echo "MADE $tree/../boite-essai"
      done
      true`;
    expect(await root(id, attempts)).toBe('');
    const { HostConfig } = await inspect(id);
    expect(HostConfig).toMatchObject({
      Memory: 384 * 1024 * 1024,
      MemorySwap: 384 * 1024 * 1024,
      PidsLimit: 256,
    });
    const now = await root(
      id,
      'cat /sys/fs/cgroup/pids/pids.max /sys/fs/cgroup/pids.max 2>/dev/null; cat /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max 2>/dev/null; true',
    );
    expect(now).toBe(`256\n${384 * 1024 * 1024}`);
  });

  test('cannot have the kernel run a program of its own through release_agent', async () => {
    const found = await root(
      id,
      'find -L /sys/fs/cgroup -maxdepth 3 -name release_agent 2>/dev/null | while read f; do (echo /tmp/x > $f) 2>&1 | grep -q . || echo open $f; done; true',
    );
    expect(found).toBe('');
  });

  test('forks no further than its number of processes; the others do not notice, and it comes back', async () => {
    const other = await server();
    await engine.run(id, ['bash', '-c', ':() { :|:& }; : & sleep 2'], { timeoutMs: 4_000 });
    expect(await root(other, 'echo vivant')).toBe('vivant');
    await servers.stop(id, 1_000);
    expect((await boot(id)).state).toBe('running');
  });

  test('eats no more memory than it has; PID 1 survives', async () => {
    const { exitCode } = await engine.run(id, ['perl', '-e', 'my @a; push @a, "x" x 1e7 for 1..100'], {
      timeoutMs: 30_000,
    });
    expect(exitCode).not.toBe(0);
    expect(await root(id, 'ps -p 1 -o comm=')).toBe('systemd');
  });

  test('fills its tmpfs and no more, in bytes and in files', async () => {
    const full = await root(
      id,
      'head -c 60M /dev/zero > /run/plein 2>/dev/null; stat -c %s /run/plein; rm /run/plein; cd /run/lock; for i in $(seq 2000); do : > $i || break; done 2>/dev/null; ls | wc -l; rm -f /run/lock/[0-9]*',
    );
    const [bytes = 0, files = 0] = full.split('\n').map(Number);
    expect(bytes).toBeLessThanOrEqual(32 * 1024 * 1024);
    expect(files).toBeLessThan(1100);
  });
});

test('/etc/hosts and its like, files of the host that no quota sees, stop at the size of a file', async () => {
  // A limit of 4 MiB, so that the test writes little; the server's own is proved by its value.
  const small = await engine.createMachine({ ...(await spec()), maxFileBytes: 4 * 1024 * 1024 });
  await boot(small);
  for (const file of ['/etc/hosts', '/etc/hostname', '/etc/resolv.conf']) {
    await engine.run(small, ['bash', '-c', `head -c 20M /dev/zero >> ${file}`]);
    expect(Number(await root(small, `stat -c %s ${file}`)), file).toBeLessThanOrEqual(4 * 1024 * 1024);
  }
  // A program started by systemd, and a shell that undoes its own soft limit, stop there too.
  await engine.run(small, [
    'systemd-run',
    '--wait',
    '-q',
    '-p',
    'LimitFSIZE=infinity',
    'bash',
    '-c',
    'head -c 20M /dev/zero > /etc/hosts',
  ]);
  await engine.run(small, ['bash', '-c', 'ulimit -f unlimited; head -c 20M /dev/zero > /etc/hosts']);
  expect(Number(await root(small, 'stat -c %s /etc/hosts'))).toBeLessThanOrEqual(4 * 1024 * 1024);
  expect((await spec()).maxFileBytes).toBe(VPS_MAX_FILE_BYTES);
});

test('who fills the disk is stopped, with what it wrote; its neighbour goes on', async () => {
  const [full, calm] = await Promise.all([server(), server()]);
  const said: string[] = [];
  const guard = createDiskGuard({
    machines: async () => [full, calm].map((id) => ({ id, limitBytes: 50e6 })),
    written: (id) => servers.writtenBytes(id),
    disk: async () => ({ freeBytes: 50e9, freeInodes: 1 }),
    stop: (id) => engine.stopMachine(id, 1_000),
    overflows: (id) => said.push(id),
    failed: (what, error) => said.push(`${what}: ${String(error)}`),
    now: () => performance.now(),
  });
  await root(full, 'head -c 80M /dev/zero > /root/lourd');
  await guard.look();
  expect(said).toEqual([full]);
  await untilOff(full);
  expect((await engine.inspectMachine(calm))?.state).toBe('running');
  await boot(full);
  expect(await root(full, 'stat -c %s /root/lourd; rm /root/lourd')).toBe(String(80 * 1024 * 1024));
});

test('nothing of the server runs with the helper’s powers: its mount, its loader and its table are hostile, then it is powered off and on', async () => {
  const id = await server();
  const trap = `#!/bin/sh
# A program that comes from outside has no place in this machine's /proc: it says so, since it cannot read its own rights there.
{ grep CapEff /proc/self/status || echo dehors; } >> /piege-a-parle 2>/dev/null
exec true
`;
  await engine.run(id, ['bash', '-c', 'cat > /piege; chmod 755 /piege'], { stdin: trap });
  await root(
    id,
    `cp -a /piege /usr/local/sbin/mount; cp -a /piege /usr/local/bin/mount; cp -a /piege /usr/local/bin/grep
     for p in /bin/mount /sbin/mount.none /sbin/mount.cgroup /usr/bin/nsenter; do rm -f $p; cp -a /piege $p; done
     printf 'int x;' > /tmp/x; echo /usr/lib/boite/piege.so > /etc/ld.so.preload.vrai
     printf 'none /sys/fs/cgroup/systemd none bind,rw,suid,dev,user,helper=piege,X-mount.mkdir 0 0\\n/ /sys/fs/cgroup none bind,rw 0 0\\n' > /etc/fstab
     mkdir -p /run/mount; cp /etc/fstab /run/mount/utab
     rm -f /piege-a-parle`,
  );
  // A preload that does not exist would only warn; what matters is that the helper does not even read the file.
  await root(id, 'cp /etc/ld.so.preload.vrai /etc/ld.so.preload');
  await engine.run(id, ['systemctl', 'poweroff']);
  await untilOff(id);
  await boot(id);
  const said = await root(id, 'cat /piege-a-parle 2>/dev/null; true');
  expect(said).not.toContain('dehors');
  expect(said).not.toMatch(/CapEff:\s+(?!00000000a00405fb)/);
  // Opened as before, and nothing more than that.
  const open = await root(
    id,
    'for tree in memory pids cpu devices; do test -w /sys/fs/cgroup/$tree && echo "open: $tree"; done; true',
  );
  expect(open).not.toContain('open:');
});

test('the recipe of this engine is chosen by trying it; nothing of the trial is left', async () => {
  const { vps = '', helper = '' } = await images();
  const before = (await engine.listMachines()).length;
  const choice = await chooseRecipe({ engine, servers, instance, images: { vps, helper } });
  expect(choice).toMatchObject({ recipe: expect.stringMatching(/^R[123]$/), tried: [] });
  expect(choice.bootMs).toBeGreaterThan(0);
  expect((await engine.listMachines()).length).toBe(before);
});

test('a recipe that does not work is said, not believed', async () => {
  const { vps = '' } = await images();
  const choice = await chooseRecipe({ engine, servers, instance, images: { vps, helper: 'boite/absent:1' } });
  expect(choice.recipe).toBeUndefined();
  expect(choice.tried).toEqual([{ recipe: 'R3', problem: expect.stringMatching(/absent/) }]);
});
