// What do processes and containers cost this machine now? Read from /proc and from cgroup files (v1 and v2), the same for every server.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const pids = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** CPU milliseconds that the living threads of a process have used (sum of schedstat, in nanoseconds). */
export function cpuMsOf(pid: number): number {
  if (!existsSync(`/proc/${pid}/task`)) return 0;
  let nanoseconds = 0;
  for (const task of readdirSync(`/proc/${pid}/task`))
    nanoseconds += Number(read(`/proc/${pid}/task/${task}/schedstat`)?.split(' ')[0] ?? 0);
  return nanoseconds / 1e6;
}

/** Resident memory of a process, MiB. */
export const rssMiB = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? Number.NaN) / 1024;

/** A process's own share of memory (pages shared with others counted in part), MiB. */
const pssMiB = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0) / 1024;

/** How many processes a process has started that still run. */
export function childrenOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`)
    .flatMap((task) => (read(`/proc/${pid}/task/${task}/children`) ?? '').split(' '))
    .filter(Boolean).length;
}

/** Processes of this name, e.g. the engine's daemons. */
export const pidsNamed = (name: string): number[] =>
  pids().filter((pid) => read(`/proc/${pid}/comm`)?.trim() === name);

/** The shim process that holds this container; undefined when there is none. */
export const shimOf = (containerId: string): number | undefined =>
  pids().find((pid) => {
    const line = read(`/proc/${pid}/cmdline`) ?? '';
    return line.includes('containerd-shim') && line.includes(containerId);
  });

/** One file of a container's cgroup, whatever the driver and the version. */
function cgroupFile(containerId: string, controller: string, v1: string, v2: string): string | undefined {
  for (const group of [`docker/${containerId}`, `system.slice/docker-${containerId}.scope`]) {
    const found =
      read(`/sys/fs/cgroup/${controller}/${group}/${v1}`) ?? read(`/sys/fs/cgroup/${group}/${v2}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** CPU milliseconds that a container's programs have used. */
export function containerCpuMs(containerId: string): number {
  const text = cgroupFile(containerId, 'cpuacct', 'cpuacct.usage', 'cpu.stat') ?? '';
  const microseconds = /^usage_usec (\d+)$/m.exec(text)?.[1];
  return microseconds === undefined ? Number(text) / 1e6 : Number(microseconds) / 1e3;
}

/** Memory of a container's programs and kernel objects without the page cache, and its shim's share, MiB. */
export function containerMemoryMiB(containerId: string): { programs: number; shim: number } {
  const usage = Number(cgroupFile(containerId, 'memory', 'memory.usage_in_bytes', 'memory.current') ?? 0);
  const stat = cgroupFile(containerId, 'memory', 'memory.stat', 'memory.stat') ?? '';
  const cache = Number(/^(?:total_cache|file) (\d+)$/m.exec(stat)?.[1] ?? 0);
  const shim = shimOf(containerId);
  return { programs: (usage - cache) / 2 ** 20, shim: shim === undefined ? 0 : pssMiB(shim) };
}

/** CPU milliseconds that the whole machine was busy since it started, everybody included (USER_HZ is 100 on Linux). */
export function machineBusyMs(): number {
  const fields = (read('/proc/stat') ?? '').split('\n')[0]?.trim().split(/\s+/).slice(1).map(Number) ?? [];
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = fields;
  return (user + nice + system + irq + softirq) * 10;
}
