// What may a container of ours be? The only description the engine accepts; made by `hardening.ts`, never by hand.

/** A complete container specification, by allow-list: what has no field here cannot be asked of the engine. */
export interface ContainerSpec {
  /** Opaque name, `<prefix>-<instance>-…`; never a pseudonym. */
  name: string;
  hostname: string;
  image: string;
  labels: Record<string, string>;
  /** Network id and IPv4 address on it. */
  network: { id: string; address: string | undefined } | 'none';
  /** Resolver addresses; never empty, or Docker's own resolver would forward outside (CVE-2024-29018). */
  dns: readonly string[];
  env: Record<string, string>;
  /** Linux capabilities kept; everything else is dropped. */
  capabilities: readonly string[];
  noNewPrivileges: boolean;
  memoryBytes: number;
  cpus: number;
  processes: number;
  openFiles: number;
  /** tmpfs mounts: path → options. */
  tmpfs: Record<string, string>;
  /** The container's own TTY is its first terminal. */
  tty: boolean;
  /** Kept output, bytes per file, two files (log driver `local`). */
  logBytes: number;
  sysctls: Record<string, string>;
  stopSignal: string | undefined;
  /** Size that no file of the machine may exceed, bytes: /etc/hosts, /etc/hostname and /etc/resolv.conf lie outside every disk quota. No limit without it. */
  maxFileBytes?: number;
  /** The machine's own file system is read-only but for its tmpfs mounts: every server of ours that a trainee does not log in to. */
  readOnlyRoot?: true;
  /** A second network, made as a door (`NetworkSpec.door`), from which the engine publishes one TCP port of the machine on 127.0.0.1 of this host. The gateway only. */
  door?: { networkId: string; port: number };
  /** The engine itself gives the machine its cgroup tree, writable (Engine 28 and cgroup v2 only; recipe R1 of vps-recipe.ts). */
  writableCgroups?: true;
}
