// Can anything in a manifest make a container dangerous? No: what is sent to Docker has a closed list of keys, and fixed values where it matters (T-01, T-02).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LabMachine } from '../../../../labs/define-lab.ts';
import { labSchema } from '../../../../labs/define-lab.ts';
import { createBody } from '../../../../runner/machines/docker-create-body.ts';
import { containerSpec, type MachineRequest } from '../../../../runner/machines/hardening.ts';

const request = (machine: unknown, changes: Partial<MachineRequest> = {}): MachineRequest => ({
  machine: machine as LabMachine,
  image: 'boite/desktop:abc',
  name: 'boite-i-1',
  workshop: 'w1',
  language: 'fr',
  network: { id: 'net1', address: undefined },
  dns: ['198.18.15.254'],
  ...changes,
});

/** Every key that the create call may have; a new one is a decision, not an accident. */
const TOP = [
  'Hostname',
  'Image',
  'Labels',
  'Env',
  'Tty',
  'OpenStdin',
  'StdinOnce',
  'StopSignal',
  'HostConfig',
  'NetworkingConfig',
];
const HOST = [
  'NetworkMode',
  'Dns',
  'DnsSearch',
  'CapDrop',
  'CapAdd',
  'SecurityOpt',
  'Memory',
  'MemorySwap',
  'NanoCpus',
  'PidsLimit',
  'ShmSize',
  'Ulimits',
  'Tmpfs',
  'Sysctls',
  'LogConfig',
  'RestartPolicy',
  'CgroupnsMode',
  'IpcMode',
];

/** Names under which manifests of elsewhere, Docker and Compose ask for power. */
const POISON_KEYS = [
  'Privileged',
  'privileged',
  'Binds',
  'binds',
  'Mounts',
  'volumes',
  'CapAdd',
  'cap_add',
  'capabilities',
  'Devices',
  'devices',
  'DeviceCgroupRules',
  'PidMode',
  'pid',
  'IpcMode',
  'UsernsMode',
  'UTSMode',
  'NetworkMode',
  'network_mode',
  'network',
  'SecurityOpt',
  'security_opt',
  'Sysctls',
  'sysctls',
  'CgroupParent',
  'CgroupnsMode',
  'OomKillDisable',
  'VolumesFrom',
  'PortBindings',
  'PublishAllPorts',
  'ExtraHosts',
  'Runtime',
  'HostConfig',
  'tmpfs',
  'env',
  'Env',
  'image',
  'user',
  'User',
  'Entrypoint',
  'Cmd',
  'noNewPrivileges',
  'dns',
  'labels',
  '__proto__',
  'constructor',
  'toString',
];
const poison = fc.oneof(
  fc.constantFrom<unknown>(
    'host',
    'ALL',
    ['SYS_ADMIN'],
    ['/:/host'],
    'unconfined',
    true,
    -1,
    0,
    1e18,
    { Privileged: true },
    null,
  ),
  fc.anything({ maxDepth: 2 }),
);
const machine = fc
  .tuple(
    fc.record(
      {
        kind: fc.constant('desktop'),
        memoryMiB: fc.integer({ min: 64, max: 1024 }),
        cpus: fc.double({ min: 0.1, max: 2, noNaN: true }),
        processes: fc.integer({ min: 32, max: 512 }),
      },
      { requiredKeys: ['kind'] },
    ),
    fc.array(fc.tuple(fc.constantFrom(...POISON_KEYS), poison), { maxLength: 12 }),
  )
  .map(([clean, poisoned]) => {
    const whole: Record<string, unknown> = Object.create(null);
    for (const [key, value] of [...poisoned, ...Object.entries(clean)]) whole[key] = value;
    return whole;
  });

test('1000 manifests with poison in them: the create call is the one of a clean desktop, but for its three limits', () => {
  fc.assert(
    fc.property(machine, (manifest) => {
      const body = createBody(containerSpec(request(manifest)), 'inst');
      expect(TOP).toEqual(expect.arrayContaining(Object.keys(body)));
      expect(HOST).toEqual(expect.arrayContaining(Object.keys(body.HostConfig)));
      const clean = createBody(containerSpec(request({ kind: 'desktop' })), 'inst');
      const { Memory, MemorySwap, NanoCpus, PidsLimit } = body.HostConfig;
      expect({ ...body, HostConfig: { ...body.HostConfig, ...limitsOf(clean) } }).toEqual(clean);
      expect(Memory).toBeGreaterThanOrEqual(64 * 2 ** 20);
      expect(Memory).toBeLessThanOrEqual(2 ** 30);
      expect(MemorySwap).toBe(Memory);
      expect(NanoCpus).toBeGreaterThanOrEqual(1e8);
      expect(NanoCpus).toBeLessThanOrEqual(2e9);
      expect(PidsLimit).toBeGreaterThanOrEqual(32);
      expect(PidsLimit).toBeLessThanOrEqual(512);
    }),
    { numRuns: 1000 },
  );
});

const limitsOf = (body: ReturnType<typeof createBody>) => {
  const { Memory, MemorySwap, NanoCpus, PidsLimit } = body.HostConfig;
  return { Memory, MemorySwap, NanoCpus, PidsLimit };
};

test('the desktop, word for word: nothing kept, nothing gained, everything bounded', () => {
  const body = createBody(containerSpec(request({ kind: 'desktop' })), 'inst');
  expect(body).toEqual({
    Hostname: 'poste',
    Image: 'boite/desktop:abc',
    Labels: {
      'boite.role': 'desktop',
      'boite.workshop': 'w1',
      'boite.language': 'fr',
      'boite.instance': 'inst',
    },
    Env: ['LANG=fr_FR.UTF-8'],
    Tty: true,
    OpenStdin: true,
    StdinOnce: false,
    HostConfig: {
      NetworkMode: 'net1',
      Dns: ['198.18.15.254'],
      DnsSearch: ['.'],
      CapDrop: ['ALL'],
      CapAdd: [],
      SecurityOpt: ['no-new-privileges:true'],
      Memory: 192 * 2 ** 20,
      MemorySwap: 192 * 2 ** 20,
      NanoCpus: 1e9,
      PidsLimit: 128,
      ShmSize: 16 * 2 ** 20,
      Ulimits: [
        { Name: 'nofile', Soft: 4096, Hard: 4096 },
        { Name: 'core', Soft: 0, Hard: 0 },
      ],
      Tmpfs: {},
      Sysctls: { 'net.ipv6.conf.all.disable_ipv6': '1', 'net.ipv6.conf.default.disable_ipv6': '1' },
      LogConfig: { Type: 'local', Config: { 'max-size': '262144', 'max-file': '2', compress: 'false' } },
      RestartPolicy: { Name: 'no' },
      CgroupnsMode: 'private',
      IpcMode: 'private',
    },
  });
});

test('limits that would mean "no limit" to the engine are refused, by the schema and by the specification', () => {
  for (const bad of [
    { memoryMiB: 0 },
    { memoryMiB: -1 },
    { cpus: 0 },
    { processes: 0 },
    { processes: -1 },
    { cpus: Number.NaN },
    { memoryMiB: 1e12 },
  ]) {
    expect(() => containerSpec(request({ kind: 'desktop', ...bad })), JSON.stringify(bad)).toThrow(
      /expected a number from/,
    );
    const lab = { minutes: 1, machines: { desktop: { kind: 'desktop', ...bad } }, steps: [] };
    expect(labSchema.safeParse(lab).success).toBe(false);
  }
});

test('a machine that no folder makes is refused by name', () => {
  expect(() => containerSpec(request({ kind: 'toString' }))).toThrow(
    /No machine is called "toString"; there is: desktop/,
  );
});

test('without a resolver there is no machine: the engine would ask the host’s', () => {
  expect(() => containerSpec(request({ kind: 'desktop' }, { dns: [] }))).toThrow(/resolver/);
});

test('labels cannot claim another installation', () => {
  const spec = containerSpec(request({ kind: 'desktop' }));
  const body = createBody({ ...spec, labels: { ...spec.labels, 'boite.instance': 'other' } }, 'inst');
  expect(body.Labels['boite.instance']).toBe('inst');
});
