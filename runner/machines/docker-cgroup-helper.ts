// What exactly is the one container that holds SYS_ADMIN? A constant: nothing but the host pid and id of the machine, both read by the runner itself, enters it.
import { INSTANCE_LABEL, ROLE_LABEL } from './labels.ts';

/** Role label of the helper; it lives a third of a second. */
export const HELPER_ROLE = 'cgroup-helper';

/** Exit code of the helper when the process is no longer that of the machine. */
export const NOT_THE_MACHINE = 3;

/**
 * Arguments: host pid, container id. The pid is that of the container still, or nothing is done (pids are reused). `mount -N` joins the machine's
 * mount namespace for the system call alone and executes nothing of it; with a source, a target and the table disabled it reads no file of it
 * either, such as an /etc/fstab written by the trainee. `-i`: no external helper. On cgroup v1 only systemd's own hierarchy opens.
 */
const SCRIPT = `grep -q "$2" "/proc/$1/cgroup" || exit ${NOT_THE_MACHINE}
tree=/sys/fs/cgroup/systemd; [ -d "$tree" ] || tree=/sys/fs/cgroup
exec mount -N "$1" -n -i --options-source disable -o remount,bind,rw none "$tree"`;

/** Body of `POST /containers/create` for the helper. */
export function cgroupHelperBody(image: string, instance: string, hostPid: number, containerId: string) {
  if (!Number.isSafeInteger(hostPid) || hostPid < 2 || !/^[0-9a-f]{64}$/.test(containerId))
    throw new RangeError(
      `Expected a host pid and a container id, found ${hostPid} and ${JSON.stringify(containerId)}.`,
    );
  return {
    Image: image,
    Entrypoint: ['/bin/sh', '-c', SCRIPT, 'cgroup-helper'],
    Cmd: [String(hostPid), containerId],
    Env: ['LC_ALL=C'],
    User: '0:0',
    Labels: { [INSTANCE_LABEL]: instance, [ROLE_LABEL]: HELPER_ROLE },
    HostConfig: {
      // Gone by itself, even if the runner dies meanwhile.
      AutoRemove: true,
      NetworkMode: 'none',
      PidMode: 'host',
      CapDrop: ['ALL'],
      CapAdd: ['SYS_ADMIN', 'SYS_PTRACE', 'SYS_CHROOT'],
      // docker-default denies every mount.
      SecurityOpt: ['apparmor=unconfined', 'no-new-privileges:true'],
      ReadonlyRootfs: true,
      Memory: 32 * 1024 * 1024,
      MemorySwap: 32 * 1024 * 1024,
      PidsLimit: 8,
      LogConfig: { Type: 'none', Config: {} },
      RestartPolicy: { Name: 'no' },
      CgroupnsMode: 'private',
      IpcMode: 'private',
    },
  };
}
