// What is a rented server allowed to be? Its one container specification, by allow-list: each line says why.
import type { ContainerSpec } from './container-spec.ts';
import { LANGUAGE_LABEL, ROLE_LABEL, WORKSHOP_LABEL } from './labels.ts';
import type { MachineLimits } from './servers.ts';
import { readHostname } from './vps-order.ts';
import type { VpsRecipe } from './vps-recipe.ts';

/** Role label of a trainee's server. */
export const VPS_ROLE = 'vps';

export interface VpsRequest {
  /** Tag of `vps` or of `vps-wordpress`, from `images.ts`. */
  image: string;
  /** From `names.ts`; opaque. */
  name: string;
  /** Chosen at the order; checked here once more. */
  hostname: string;
  /** Opaque id of the workshop, for the label. */
  workshop: string;
  /** Language of its sentences before anybody chose one, e.g. `fr`. */
  language: string;
  network: ContainerSpec['network'];
  /** The workshop's resolver. */
  dns: readonly string[];
  /** From `vps-recipe.ts`. */
  recipe: VpsRecipe;
  /** What the offer sells, within the bounds below; 384 MiB and one core without it. */
  memoryMiB?: number;
  cpus?: number;
  /** False on a host whose kernel has no IPv6. */
  kernelHasIpv6?: boolean;
}

const MIB = 1024 * 1024;
const LOCALES: Record<string, string> = { fr: 'fr_FR.UTF-8', en: 'en_US.UTF-8' };

/**
 * The engine's default set without MKNOD (useless without SYS_ADMIN) and NET_RAW (spoofing on a shared network). AUDIT_WRITE stays: Debian's sshd
 * can die without it where the kernel audits. Reasons per capability: reliability.md 4.4.
 */
export const VPS_CAPABILITIES: readonly string[] = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** The same set as the kernel prints it (`CapEff` of PID 1). */
export const VPS_CAPABILITY_MASK = '00000000a00405fb';

/** Bytes that one file may reach: it bounds /etc/hosts and its like, which no quota sees, and hinders no lesson. */
export const VPS_MAX_FILE_BYTES = 1024 * MIB;

/** inotify instances of uid 0 that one server takes on the host (measured); all servers and the host share `fs.inotify.max_user_instances`. */
export const INOTIFY_PER_VPS = 5;

/**
 * The specification of one server. Pure: same request, same specification.
 * @throws RangeError when there is no resolver, the hostname is not one, or a limit is out of bounds
 */
export function vpsSpec(request: VpsRequest): ContainerSpec {
  if (request.dns.length === 0)
    throw new RangeError(
      'A server needs at least one resolver of its own network: without one, the engine forwards its questions to the host’s.',
    );
  const hostname = readHostname(request.hostname);
  if (hostname === undefined)
    throw new RangeError(`Expected a hostname (RFC 1123), found ${JSON.stringify(request.hostname)}.`);
  return {
    name: request.name,
    hostname,
    image: request.image,
    labels: {
      [ROLE_LABEL]: VPS_ROLE,
      [WORKSHOP_LABEL]: request.workshop,
      [LANGUAGE_LABEL]: request.language,
    },
    network: request.network,
    dns: request.dns,
    // `container` is how systemd learns where it is. Never a secret here: `docker inspect` shows it.
    env: {
      container: 'docker',
      LANG: LOCALES[request.language] ?? 'fr_FR.UTF-8',
      TERM: 'xterm-256color',
    },
    capabilities: VPS_CAPABILITIES,
    // sudo, su and file capabilities are part of the lesson.
    noNewPrivileges: false,
    ...vpsLimits(request),
    processes: 256,
    openFiles: 8192,
    // systemd wants /run and /run/lock to be its own; each is bounded in bytes and in inodes. Package scripts run out of /tmp: hence `exec`.
    tmpfs: {
      '/run': 'size=32m,nr_inodes=8k,mode=755',
      '/run/lock': 'size=4m,nr_inodes=1k,mode=1777',
      '/tmp': 'size=128m,nr_inodes=16k,mode=1777,exec',
    },
    // Its console: a login prompt, as at a real host.
    tty: true,
    logBytes: 256 * 1024,
    sysctls: {
      // `ping` works for everybody without any capability.
      'net.ipv4.ping_group_range': '0 2147483647',
      ...(request.kernelHasIpv6 === false
        ? {}
        : { 'net.ipv6.conf.all.disable_ipv6': '1', 'net.ipv6.conf.default.disable_ipv6': '1' }),
    },
    // systemd's "halt"; SIGTERM would make it start itself anew.
    stopSignal: 'SIGRTMIN+3',
    maxFileBytes: VPS_MAX_FILE_BYTES,
    ...(request.recipe === 'R1' ? { writableCgroups: true } : {}),
  };
}

/** What an offer sells, as the engine takes it. @throws RangeError out of bounds */
export function vpsLimits({ memoryMiB, cpus }: Pick<VpsRequest, 'memoryMiB' | 'cpus'>): MachineLimits {
  return {
    memoryBytes: bounded('memoryMiB', memoryMiB ?? 384, 128, 2048) * MIB,
    cpus: bounded('cpus', cpus ?? 1, 0.25, 2),
  };
}

/** 0 would mean "no limit" to the engine. */
function bounded(what: string, value: number, min: number, max: number): number {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw new RangeError(`${what}: expected a number from ${min} to ${max}, found ${String(value)}.`);
}
