// What holds for every server of the small Internet, whatever it does? No capability, nothing written but to memory, no packet passed on.
import type { ContainerSpec } from '../machines/container-spec.ts';

const MIB = 1024 * 1024;

type Limits = Omit<ContainerSpec, 'name' | 'hostname' | 'image' | 'labels' | 'network' | 'dns' | 'env'>;

/** Limits of one server's container. */
export function serverLimits(kernelHasIpv6 = true): Limits {
  return {
    // Ports below 1024 are opened by the sysctl below instead.
    capabilities: [],
    noNewPrivileges: true,
    readOnlyRoot: true,
    memoryBytes: 96 * MIB,
    cpus: 1,
    processes: 64,
    openFiles: 1024,
    // Zones and the authority's key live in memory only, and go with the container. 990: the image's user `server`.
    tmpfs: {
      '/srv/boite': 'size=32m,nr_inodes=4k,uid=990,gid=990,mode=0700',
      '/tmp': 'size=4m,nr_inodes=256,mode=1777',
    },
    tty: false,
    logBytes: 64 * 1024,
    sysctls: {
      'net.ipv4.ip_unprivileged_port_start': '0',
      // No server passes packets on for a trainee (T-06).
      'net.ipv4.ip_forward': '0',
      ...(kernelHasIpv6
        ? { 'net.ipv6.conf.all.disable_ipv6': '1', 'net.ipv6.conf.default.disable_ipv6': '1' }
        : {}),
    },
    stopSignal: undefined,
  };
}
