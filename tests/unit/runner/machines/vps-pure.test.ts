// What may a server be, what does it say, and how is it made to run? Pure parts, with the inputs that people and attackers give.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cgroupHelperBody } from '../../../../runner/machines/docker-cgroup-helper.ts';
import { createBody } from '../../../../runner/machines/docker-create-body.ts';
import { markReader, type VpsMark, whyStopped } from '../../../../runner/machines/vps-marks.ts';
import { newRootPassword, readHostname, readSshKey } from '../../../../runner/machines/vps-order.ts';
import { recipeCandidates, type VpsRecipe } from '../../../../runner/machines/vps-recipe.ts';
import { type VpsRequest, vpsSpec } from '../../../../runner/machines/vps-spec.ts';

const request = (changes: Partial<VpsRequest> = {}): VpsRequest => ({
  image: 'boite/vps:abc',
  name: 'boite-i-vps-1',
  hostname: 'mon-serveur',
  workshop: 'w1',
  language: 'fr',
  network: { id: 'net1', address: '198.18.0.9' },
  dns: ['198.18.0.2'],
  recipe: 'R3',
  ...changes,
});
const mark = (name: string) => `\x1b]5525;boite;${name}\x07`;

describe('the specification', () => {
  const body = (changes: Partial<VpsRequest> = {}) => createBody(vpsSpec(request(changes)), 'i');

  test('has no privilege, no mount, no device, no host namespace; every limit is set', () => {
    const { HostConfig } = body();
    expect(HostConfig.CapDrop).toEqual(['ALL']);
    for (const never of ['SYS_ADMIN', 'NET_ADMIN', 'NET_RAW', 'MKNOD', 'SYS_PTRACE', 'SYS_RESOURCE'])
      expect(HostConfig.CapAdd).not.toContain(never);
    expect(HostConfig.CapAdd).toContain('AUDIT_WRITE');
    expect(HostConfig.SecurityOpt).toEqual([]);
    expect(HostConfig.Memory).toBe(384 * 1024 * 1024);
    expect(HostConfig.MemorySwap).toBe(HostConfig.Memory);
    expect(HostConfig.PidsLimit).toBe(256);
    expect(HostConfig.Ulimits.map((limit) => limit.Name)).toEqual(['nofile', 'core', 'fsize']);
    for (const options of Object.values(HostConfig.Tmpfs))
      expect(options).toMatch(/size=\d+m,nr_inodes=\d+k/);
    expect(HostConfig.Sysctls).toMatchObject({ 'net.ipv6.conf.all.disable_ipv6': '1' });
    for (const key of ['Binds', 'Mounts', 'Privileged', 'Devices', 'PidMode', 'PortBindings'])
      expect(HostConfig).not.toHaveProperty(key);
  });

  test('the writable cgroup option is there for R1 and for nothing else', () => {
    const options = (recipe: VpsRecipe) => body({ recipe }).HostConfig.SecurityOpt;
    expect(options('R1')).toEqual(['writable-cgroups=true']);
    expect(options('R2')).toEqual([]);
    expect(options('R3')).toEqual([]);
  });

  test('an offer’s memory and cores are taken within bounds, and refused outside', () => {
    expect(vpsSpec(request({ memoryMiB: 1024, cpus: 0.5 }))).toMatchObject({
      memoryBytes: 1024 * 1024 * 1024,
      cpus: 0.5,
    });
    for (const changes of [{ memoryMiB: 0 }, { memoryMiB: Number.NaN }, { memoryMiB: 9999 }, { cpus: 0 }])
      expect(() => vpsSpec(request(changes))).toThrow(RangeError);
  });

  test('no resolver, or a hostname that is none: refused', () => {
    expect(() => vpsSpec(request({ dns: [] }))).toThrow(/resolver/);
    for (const hostname of ['', 'a b', 'é', '-a', 'a\nb', 'a;b', '$(id)'])
      expect(() => vpsSpec(request({ hostname })), hostname).toThrow(RangeError);
  });
});

describe('the order', () => {
  test.each([
    ['Mon-Serveur', 'mon-serveur'],
    ['vps1.camille-exemple.fr', 'vps1.camille-exemple.fr'],
    ['a'.repeat(63), 'a'.repeat(63)],
    ['a'.repeat(64), undefined],
    ['a..b', undefined],
    ['a_b', undefined],
    ['serveur-', undefined],
    ['été', undefined],
    ['', undefined],
  ])('hostname %j is read as %j', (text, expected) => {
    expect(readHostname(text)).toBe(expected);
  });

  test('SSH keys as ssh-keygen writes them are taken; options, several lines and private keys are not', () => {
    const key = `ssh-ed25519 ${'A'.repeat(68)} camille@poste`;
    expect(readSshKey(`${key}\n`)).toBe(key);
    for (const bad of [
      `command="id" ${key}`,
      `${key}\n${key}`,
      `${key}\rssh-rsa`,
      '-----BEGIN OPENSSH PRIVATE KEY-----',
      'ssh-ed25519',
      `ssh-dss ${'A'.repeat(68)}`,
      `ssh-rsa ${'A'.repeat(5000)}`,
    ])
      expect(readSshKey(bad), bad.slice(0, 40)).toBeUndefined();
  });

  test('a new password is long, easy to read, and never the same', () => {
    const passwords = new Set(Array.from({ length: 50 }, newRootPassword));
    expect(passwords.size).toBe(50);
    for (const password of passwords)
      expect(password).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
  });
});

describe('the marks', () => {
  test('are found whatever the pieces in which the output comes', () => {
    const output = `bruit ${mark('running')} é…\r\n${mark('reboot')}${mark('faux')}fin`;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (sizes) => {
        const found: VpsMark[] = [];
        const read = markReader((name) => found.push(name));
        const bytes = Buffer.from(output);
        for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
          const size = sizes[piece % sizes.length] ?? 1;
          read(bytes.subarray(at, at + size));
          at += size;
        }
        expect(found).toEqual(['running', 'reboot']);
      }),
    );
  });

  test.each([
    [[mark('running'), mark('reboot')], 'reboot'],
    [[mark('running'), mark('poweroff')], 'off'],
    [[mark('running'), mark('halt')], 'off'],
    [[mark('reboot'), mark('running')], 'crash'],
    [[mark('reboot'), mark('running'), mark('poweroff')], 'off'],
    [[], 'crash'],
  ])('%j means %s', (marks, why) => {
    expect(whyStopped(Buffer.from(marks.join('bla')))).toBe(why);
  });
});

describe('the recipe', () => {
  const facts = { apiVersion: '1.41', cgroupVersion: 1 as 1 | 2, rootless: false, userNamespaces: false };
  test.each([
    ['an old engine on cgroup v1', {}, ['R3']],
    ['an old engine on cgroup v2', { cgroupVersion: 2 as const }, ['R3']],
    ['Engine 28 on cgroup v2', { apiVersion: '1.48', cgroupVersion: 2 as const }, ['R1', 'R3']],
    ['Engine 29 on cgroup v2', { apiVersion: '1.52', cgroupVersion: 2 as const }, ['R1', 'R3']],
    ['Engine 28 on cgroup v1, where R1 would open every limit', { apiVersion: '1.48' }, ['R3']],
    ['remapped users', { userNamespaces: true, apiVersion: '1.48', cgroupVersion: 2 as const }, ['R2']],
    ['a rootless engine', { rootless: true, cgroupVersion: 2 as const }, []],
  ])('for %s', (_what, changes, expected) => {
    expect(recipeCandidates({ ...facts, ...changes })).toEqual(expected);
  });
});

describe('the helper', () => {
  const id = 'a'.repeat(64);
  test('is a constant but for the pid and the id', () => {
    const [one, other] = [
      cgroupHelperBody('boite/helper:1', 'i', 42, id),
      cgroupHelperBody('boite/helper:1', 'i', 43, id),
    ];
    expect({ ...one, Cmd: [] }).toEqual({ ...other, Cmd: [] });
    expect(one.HostConfig.CapDrop).toEqual(['ALL']);
    expect(one.HostConfig.CapAdd).toEqual(['SYS_ADMIN', 'SYS_PTRACE', 'SYS_CHROOT']);
    expect(one.HostConfig).toMatchObject({
      NetworkMode: 'none',
      PidMode: 'host',
      AutoRemove: true,
      ReadonlyRootfs: true,
    });
    for (const key of ['Binds', 'Mounts', 'Privileged', 'Devices'])
      expect(one.HostConfig).not.toHaveProperty(key);
  });
  test('takes a host name and nothing that looks like one', () => {
    expect(cgroupHelperBody('h', 'i', 42, id, 'mon-serveur.exemple').Cmd).toEqual([
      '42',
      id,
      'mon-serveur.exemple',
    ]);
    for (const bad of ['-F/etc/shadow', 'a;b', 'a b', 'a\nb', '$(id)', 'É', 'a'.repeat(64), '.'])
      expect(() => cgroupHelperBody('h', 'i', 42, id, bad)).toThrow(RangeError);
  });
  test('takes nothing else', () => {
    for (const pid of [0, 1, -5, 1.5, Number.NaN])
      expect(() => cgroupHelperBody('h', 'i', pid, id)).toThrow(RangeError);
    for (const bad of ['', 'x', `${id}; reboot`, '.*'])
      expect(() => cgroupHelperBody('h', 'i', 42, bad)).toThrow(RangeError);
  });
});
