// What is the package mirror of a workshop allowed to be? A read-only server without any right, in front of the packages that its image holds.
import type { ContainerSpec } from './container-spec.ts';
import { ROLE_LABEL, WORKSHOP_LABEL } from './labels.ts';

/** Its name in the small Internet: what the servers' `sources.list` says. */
export const MIRROR_NAME = 'deb.miroir-exemple.fr';

/** Role label of the mirror: one of the small Internet's servers. */
export const MIRROR_ROLE = 'internet-mirror';

export interface MirrorRequest {
  /** Tag of `mirror`, from `images.ts`. */
  image: string;
  /** From `names.ts`. */
  name: string;
  workshop: string;
  /** With an address of its own, which the workshop's DNS publishes as `MIRROR_NAME`. */
  network: ContainerSpec['network'];
  dns: readonly string[];
  kernelHasIpv6?: boolean;
}

const MIB = 1024 * 1024;

/** The specification of the mirror (T-25). Pure. */
export function mirrorSpec(request: MirrorRequest): ContainerSpec {
  return {
    name: request.name,
    hostname: MIRROR_NAME,
    image: request.image,
    labels: { [ROLE_LABEL]: MIRROR_ROLE, [WORKSHOP_LABEL]: request.workshop },
    network: request.network,
    dns: request.dns,
    env: {},
    capabilities: [],
    noNewPrivileges: true,
    memoryBytes: 64 * MIB,
    cpus: 1,
    processes: 16,
    openFiles: 4096,
    // Owned by www-data: old runtimes give a tmpfs the mode of the folder under it, whatever is asked.
    tmpfs: { '/run': 'size=4m,nr_inodes=64,uid=33,gid=33,mode=755' },
    tty: false,
    logBytes: 64 * 1024,
    sysctls: {
      // Port 80 without any capability.
      'net.ipv4.ip_unprivileged_port_start': '0',
      'net.ipv4.ip_forward': '0',
      ...(request.kernelHasIpv6 === false
        ? {}
        : { 'net.ipv6.conf.all.disable_ipv6': '1', 'net.ipv6.conf.default.disable_ipv6': '1' }),
    },
    stopSignal: 'SIGQUIT',
    readOnlyRoot: true,
  };
}
