// What is a trainee's machine allowed to be? The one place where a container specification is made, by allow-list: each line says why.
import type { LabMachine } from '../../labs/define-lab.ts';
import type { ContainerSpec } from './container-spec.ts';
import { LANGUAGE_LABEL, ROLE_LABEL, WORKSHOP_LABEL } from './labels.ts';

export interface MachineRequest {
  /** The manifest's own words; only the four fields of the allow-list below are read. */
  machine: LabMachine;
  /** Tag from `images.ts`. */
  image: string;
  /** From `names.ts`. */
  name: string;
  /** Opaque id of the workshop, for the label. */
  workshop: string;
  /** Language of the shell, e.g. `fr`. */
  language: string;
  network: ContainerSpec['network'];
  /** The workshop's resolver; at least one, even where the network is `none`. */
  dns: readonly string[];
  /** Name that the shell's prompt shows. */
  hostname?: string;
  /** False on a host whose kernel has no IPv6: the switch that turns it off does not exist there. */
  kernelHasIpv6?: boolean;
}

const MIB = 1024 * 1024;
const DEFAULT_MEMORY_MIB = 192;
const DEFAULT_CPUS = 1;
const DEFAULT_PROCESSES = 128;

/** Locale of the shell per language; both are in the image. */
const LOCALES: Record<string, string> = { fr: 'fr_FR.UTF-8', en: 'en_US.UTF-8' };

/** Capabilities per kind of machine (reliability.md 4.4). A desktop's programs all run as `trainee`, who needs none. */
const CAPABILITIES: Record<string, readonly string[]> = { desktop: [] };

/** Name in the prompt, per language: what the machine is, in the trainee's words. */
const HOSTNAMES: Record<string, string> = { fr: 'poste', en: 'desktop' };

/**
 * The specification of one machine. Pure: same request, same specification.
 * @throws RangeError when there is no resolver, or a limit is not a number in the manifest schema's bounds
 */
export function containerSpec(request: MachineRequest): ContainerSpec {
  const { machine, dns } = request;
  if (dns.length === 0)
    throw new RangeError(
      'A machine needs at least one resolver of its own network: without one, the engine forwards its questions to the host’s.',
    );
  const kind = kindOf(machine);
  return {
    name: request.name,
    hostname: request.hostname ?? HOSTNAMES[request.language] ?? 'poste',
    image: request.image,
    labels: { [ROLE_LABEL]: kind, [WORKSHOP_LABEL]: request.workshop, [LANGUAGE_LABEL]: request.language },
    network: request.network,
    dns,
    env: { LANG: LOCALES[request.language] ?? 'fr_FR.UTF-8' },
    capabilities: CAPABILITIES[kind] ?? [],
    // Nothing on a desktop needs to gain rights; a set-user-id file that slipped in stays harmless.
    noNewPrivileges: true,
    // Swap counts in: a class that swaps is a class that waits.
    memoryBytes: bounded('memoryMiB', machine.memoryMiB ?? DEFAULT_MEMORY_MIB, 64, 1024) * MIB,
    cpus: bounded('cpus', machine.cpus ?? DEFAULT_CPUS, 0.1, 2),
    // A fork bomb stops here (T-08).
    processes: bounded('processes', machine.processes ?? DEFAULT_PROCESSES, 32, 512),
    // Engine 29 lowers its default: set here, labs behave alike on every engine.
    openFiles: 4096,
    tmpfs: {},
    // Its own TTY is its first terminal: attached in 2 ms, where a new exec takes 65 (performance.md).
    tty: true,
    // The scrollback that survives the runner; json-file would grow without bound.
    logBytes: 256 * 1024,
    // No IPv6 neighbour, no fe80:: way around the isolated IPv4 network (CVE-2024-32473).
    sysctls:
      request.kernelHasIpv6 === false
        ? {}
        : { 'net.ipv6.conf.all.disable_ipv6': '1', 'net.ipv6.conf.default.disable_ipv6': '1' },
    stopSignal: undefined,
  };
}

function kindOf(machine: LabMachine): LabMachine['kind'] {
  if (Object.hasOwn(CAPABILITIES, machine.kind)) return machine.kind;
  throw new RangeError(
    `No machine is called ${JSON.stringify(machine.kind)}; there is: ${Object.keys(CAPABILITIES).join(', ')}.`,
  );
}

/** The manifest schema checked it already; a limit of 0 would mean "no limit" to the engine, so it is checked here too. */
function bounded(what: string, value: number, min: number, max: number): number {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw new RangeError(`${what}: expected a number from ${min} to ${max}, found ${String(value)}.`);
}
