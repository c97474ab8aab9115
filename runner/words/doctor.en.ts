// What does the doctor say, in English?
import type { DoctorWords } from './doctor.ts';

export const en: DoctorWords = {
  'engine.absent': 'No Docker engine answers.',
  'engine.absent-remedy':
    'Run npm start (as root on Debian or Ubuntu it installs one), or: sudo systemctl start docker',
  'engine.remote': (host) =>
    `DOCKER_HOST is "${host}", a remote engine: a Docker engine on this machine is needed.`,
  'engine.remote-remedy': 'Remove the variable: unset DOCKER_HOST',
  'engine.stale': (host) => `DOCKER_HOST is "${host}", where no Docker engine answers.`,
  'engine.stale-remedy': 'Remove the variable (unset DOCKER_HOST), or start that engine.',
  'engine.forbidden': (socket) => `Docker is there, but this account may not use it (${socket}).`,
  'engine.forbidden-remedy':
    'Type: sudo usermod -aG docker $USER, log out, log in again, then run the command again.',
  'engine.silent': 'The Docker engine accepts connections but does not answer.',
  'engine.strange': (reason) => `The Docker engine answers badly (${reason}).`,
  'engine.ill-remedy': 'Restart it: sudo systemctl restart docker; if DOCKER_HOST is set, check it.',
  'engine.version': (version, api, driver) => `Docker engine ${version} (API ${api}, storage ${driver}).`,
  'engine.too-old': (oldest) => `Docker ${oldest} or newer is needed: upgrade the package docker.io.`,
  'runc.closed': (version) =>
    `runc ${version}: the known container escapes (2024-21626, 2025-31133, 52565, 52881) are closed.`,
  'runc.open': (version, holes) => `runc ${version} leaves known container escapes open: ${holes}.`,
  'runc.distribution': (version, holes) =>
    `runc ${version}: by its number ${holes} are not closed; your distribution sometimes mends without changing the number.`,
  'runc.unknown': 'The version of runc is unknown: its holes cannot be checked.',
  'runc.remedy': 'Upgrade runc (1.2.8, 1.3.3 or newer), then restart Docker.',
  'runc.remedy-distribution':
    'apt-get update && apt-get install --only-upgrade runc, then look for these numbers in: apt-get changelog runc. For public use, put nothing else on it.',
  cgroup: (version) => `Control groups (cgroup) version ${version}.`,
  'users.rootless': 'Engine without administrator rights (rootless).',
  'users.shared':
    'Containers share the users of the host: fine for a room; for public use, turn userns-remap on.',
  'seccomp.on': 'seccomp filters the calls to the kernel.',
  'seccomp.off': 'The engine runs without seccomp: a container can call the whole kernel.',
  'seccomp.remedy': 'Use a kernel with CONFIG_SECCOMP (your distribution’s own), then restart Docker.',
  'apparmor.on': 'AppArmor protects the containers.',
  'apparmor.kernel': 'AppArmor is not on in this kernel: one barrier fewer.',
  'apparmor.kernel-remedy':
    'On Debian: apt-get install apparmor, add apparmor=1 security=apparmor to the kernel’s command line, reboot.',
  'apparmor.parser':
    'AppArmor is on in the kernel, but apparmor_parser is missing: Docker cannot load its profile.',
  'apparmor.parser-remedy': 'apt-get install apparmor, then restart Docker.',
  'apparmor.engine': 'AppArmor is ready, but the engine was started without it.',
  'apparmor.engine-remedy': 'Restart Docker: sudo systemctl restart docker',
  'swap.no-limit': 'The kernel does not limit the swap of containers.',
  'swap.remedy':
    'Add swapaccount=1 to the kernel’s command line, or turn swap off during the workshop: sudo swapoff -a',
  'pid-max.enough': (found, needed) => `Process numbers: ${found} (${needed} are needed).`,
  'pid-max.low': (found, needed) =>
    `Process numbers: ${found}, too few for the workshop (${needed} are needed).`,
  'pid-max.remedy': (needed) => `Run: sudo sysctl kernel.pid_max=${needed}`,
  'inotify.enough': (found, needed) => `fs.inotify.max_user_instances: ${found} (${needed} are needed).`,
  'inotify.raised': (found, needed) =>
    `fs.inotify.max_user_instances: raised from ${found} to ${needed}, until the next boot.`,
  'inotify.low': (found, needed) =>
    `fs.inotify.max_user_instances: ${found}, too few (${needed} are needed): the last machines would hang.`,
  'inotify.remedy': (needed) => `Run: sudo sysctl fs.inotify.max_user_instances=${needed}`,
  disk: (free, path) => `Disk: ${free} GB free (${path}).`,
  'disk.remedy': 'Make room: at least 5 GB for a quiet workshop.',
  inodes: (percent) => `Possible files (inodes): ${percent}% free.`,
  'inodes.remedy': 'Remove old files, or old Docker images of your own.',
  'clock.sane': (now) => `Clock: ${now}.`,
  'clock.past': (now) => `The clock is behind: ${now}. Certificates and the times shown would be wrong.`,
  'clock.remedy': 'Run: sudo timedatectl set-ntp true, or set the time by hand.',
  'images.present': 'The images of the machines are built: the workshop can do without the Internet.',
  'images.missing': (names) =>
    `Images to build: ${names}. Limits, isolation and the memory of a seat cannot be tried.`,
  'images.remedy': 'Run npm start once with the Internet.',
  'subnet.free': (subnet) => `Free address block for the machines: ${subnet}.`,
  'servers.recipe': (recipe, seconds) =>
    `Servers to rent: recipe ${recipe}, tried; a trial server came up in ${seconds} s.`,
  'servers.none': (why) =>
    `No server to rent can run on this engine (${why}). The terminal and the names work all the same.`,
  'servers.remedy':
    'Use an ordinary Docker engine (neither rootless nor remote), with cgroup v1 or v2, then run npm run doctor again.',
  'probe.failed': (reason) => `The trial machine could not be made: ${reason}`,
  'probe.remedy': 'Mend the points above, then run npm run doctor again.',
  'limit.memory': 'Memory limit: it holds (tried in a real machine).',
  'limit.memory-broken':
    'Memory limit: exceeded without consequence. One person alone could exhaust this machine.',
  'limit.processes': 'Process limit: it holds (tried).',
  'limit.processes-broken': 'Process limit: exceeded without consequence.',
  'limit.processor': 'Processor limit: it holds (tried).',
  'limit.processor-broken': 'Processor limit: exceeded without consequence.',
  'limit.untried': (what) => `Limit not tried (${what}): the trial machine did not answer in time.`,
  'limit.remedy':
    'Check that the control groups memory, pids and cpu are on in the kernel (docker info names them).',
  'isolation.closed': 'Network of the machines: closed, towards the host and the outside (tried).',
  'isolation.open': (what) => `Network of the machines: a way out is open. ${what}`,
  'isolation.remedy': 'Do not open a workshop. Check the firewall (iptables) and the version of Docker.',
  'plain-http':
    'Without https, what is typed crosses the room in the clear, and browsers take some comforts away (one-click copy).',
  'plain-http.remedy':
    'In a room: no real password. Elsewhere: an https proxy in front, and npm start -- --public-url https://…',
  locale: 'en-GB',
  address: (origin) => `People type this address: ${origin}.`,
  'address.loopback': 'Nobody but this machine can come in: the program listens on it alone.',
  'address.loopback-remedy': 'For a room: npm start -- --host 0.0.0.0, then the address that is shown.',
  clock: (time) => `The clock of this machine says: ${time}. Compare it with your watch.`,
  https: (origin) => `Public address by https: ${origin}.`,
  capacity: (seats) => `This machine can receive ${seats} ${seats === 1 ? 'person' : 'people'}.`,
  'capacity.how': ({ available, reserve, each, inMemory, cores, atOnce }) =>
    `(${available} MiB free, less ${reserve} kept for the host, ${each} per person for a desktop and a rented server: ${inMemory}. ${cores} ${cores === 1 ? 'core' : 'cores'}: ${atOnce}, so that nobody waits more than a minute when everybody installs at once)`,
  'capacity.remedy': (wanted) =>
    `For ${wanted} people: close other programs, take a machine with more memory, or let people share seats in pairs.`,
  'capacity.cores-remedy': (wanted) =>
    `For ${wanted} people: take a machine with more cores, let people share seats in pairs, or say beforehand that installing will be slow.`,
  'summary.ready': 'Ready for a workshop.',
  'summary.warned': (count) => `Ready, with ${count} ${count === 1 ? 'warning' : 'warnings'}.`,
  'summary.failed': (count) => `Not ready: ${count} ${count === 1 ? 'point' : 'points'} to mend.`,
};
