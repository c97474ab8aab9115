// What exactly is the one container that holds SYS_ADMIN? A constant: nothing but the host pid and id of the machine, both read by the runner itself, enters it, and a host name that is nothing else.
import { INSTANCE_LABEL, ROLE_LABEL } from './labels.ts';

/** Role label of the helper; it lives a third of a second. */
export const HELPER_ROLE = 'cgroup-helper';

/** Exit code of the helper when the process is no longer that of the machine. */
export const NOT_THE_MACHINE = 3;
/** … and when the machine could not be given its name. */
const NOT_CALLED = 4;

/**
 * Arguments: host pid, container id, host name or nothing. The pid is that of the container still, or nothing is done (pids are reused). `mount -N` joins the machine's
 * mount namespace for the system call alone and executes nothing of it; with a source, a target and the table disabled it reads no file of it
 * either, such as an /etc/fstab written by the trainee. `-i`: no external helper. On cgroup v1 only systemd's own hierarchy opens. `nsenter -u` joins
 * the machine's UTS namespace, which holds its name and no file: the program that names it is the helper's own.
 */
const SCRIPT = `grep -q "$2" "/proc/$1/cgroup" || exit ${NOT_THE_MACHINE}
[ -z "$3" ] || nsenter -t "$1" -u -- hostname "$3" || exit ${NOT_CALLED}
tree=/sys/fs/cgroup/systemd; [ -d "$tree" ] || tree=/sys/fs/cgroup
exec mount -N "$1" -n -i --options-source disable -o remount,bind,rw none "$tree"`;

/** As `readHostname` gives it; first sign a letter or a digit: never an option. */
const HOSTNAME = /^[a-z0-9][a-z0-9.-]{0,62}$/;

/** Body of `POST /containers/create` for the helper. */
export function cgroupHelperBody(
  image: string,
  instance: string,
  hostPid: number,
  containerId: string,
  called = '',
) {
  if (!Number.isSafeInteger(hostPid) || hostPid < 2 || !/^[0-9a-f]{64}$/.test(containerId))
    throw new RangeError(
      `Expected a host pid and a container id, found ${hostPid} and ${JSON.stringify(containerId)}.`,
    );
  if (called !== '' && !HOSTNAME.test(called))
    throw new RangeError(`Expected a hostname, found ${JSON.stringify(called)}.`);
  return {
    Image: image,
    Entrypoint: ['/bin/sh', '-c', SCRIPT, 'cgroup-helper'],
    Cmd: [String(hostPid), containerId, called],
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
