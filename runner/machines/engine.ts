// What does the runner ask of a container engine? Our own types only: dockerode's never cross this line.
import type { ContainerSpec } from './container-spec.ts';
import type { Pipe, Shell } from './shell.ts';

/** What the engine says of itself; `doctor` prints it, features are chosen by it. */
export interface EngineFacts {
  version: string;
  apiVersion: string;
  runcVersion: string;
  cgroupVersion: 1 | 2;
  storageDriver: string;
  rootless: boolean;
  seccomp: boolean;
  apparmor: boolean;
  swapLimit: boolean;
  cpus: number;
  memoryBytes: number;
  /** Where layers lie on the host (for the disk check); undefined when the engine is remote. */
  rootDir: string | undefined;
}

/** One container of ours, found by label. */
export interface MachineFacts {
  id: string;
  labels: Record<string, string>;
  state: 'created' | 'running' | 'exited' | 'dead';
  /** Milliseconds since the epoch, by the engine's clock. */
  createdAt: number;
  /** IPv4 address by network id. */
  addresses: Record<string, string>;
  /** Port of 127.0.0.1 that leads to the machine's door, while it runs (`ContainerSpec.door`). */
  doorPort?: number;
}

export interface NetworkFacts {
  id: string;
  labels: Record<string, string>;
  subnet: string | undefined;
  createdAt: number;
}

/** An isolated network: no route out, no address of the host on its bridge. */
export interface NetworkSpec {
  name: string;
  /** CIDR, e.g. 198.18.16.0/20. */
  subnet: string;
  labels: Record<string, string>;
  /**
   * Not a workshop's network but the gateway's second one: this host reaches its machine through a published port. Nobody's addresses are hidden
   * behind the host's, and the way out that its machine is told leads nowhere.
   */
  door?: true;
}

export interface RunResult {
  /** Exit code; 124 when the time was up (the program is killed inside the container). */
  exitCode: number;
  /** At most `maxBytes` of standard output and error, as one text. */
  output: string;
}

export interface RunOptions {
  user?: string;
  env?: Record<string, string>;
  stdin?: string;
  /** Default 10 000. */
  timeoutMs?: number;
  /** Default 65 536. */
  maxBytes?: number;
}

export type MachineEvent = { type: 'started' | 'died' | 'removed' | 'oom'; id: string };

/**
 * The container engine. Every call has a time limit and rejects with `EngineError` (kind `down`, `timeout`, `missing`, `conflict`, `refused`);
 * removing what is gone and starting what runs are successes (F-10). Only objects that carry our instance label are ever listed, touched or removed (T-32).
 */
export interface Engine {
  describe(): Promise<EngineFacts>;

  createNetwork(spec: NetworkSpec): Promise<string>;
  removeNetwork(id: string): Promise<void>;
  listNetworks(): Promise<NetworkFacts[]>;
  /** Subnets (CIDR) of every network of the engine, ours or not, so that ours never overlap. */
  usedSubnets(): Promise<string[]>;

  /** Makes a container without starting it; gives its id. */
  createMachine(spec: ContainerSpec): Promise<string>;
  startMachine(id: string): Promise<void>;
  /**
   * Asks its first process to end, kills everything when `graceMs` are over; its files stay. A machine that is off stays off. `first` is run in it
   * before, only where a machine is a container: what ends every process of a machine must never run on somebody's own computer.
   */
  stopMachine(id: string, graceMs: number, first?: readonly string[]): Promise<void>;
  /** Removes by force (SIGKILL) with its anonymous volumes. */
  removeMachine(id: string): Promise<void>;
  inspectMachine(id: string): Promise<MachineFacts | undefined>;
  listMachines(): Promise<MachineFacts[]>;
  /** Memory in use, bytes, without the page cache; undefined if it does not run. */
  memoryOf(id: string): Promise<number | undefined>;

  /** The machine's own terminal (its PID 1's TTY). With `replay`, its kept output comes first: it survives the death of the runner (performance.md, 6). */
  attach(id: string, options: { replay: boolean }): Promise<Shell>;
  /** A further terminal: a program that holds one and shows it on its pipes, its past first (labs/machines/desktop/lib/Held.pm). */
  openShell(id: string, command: readonly string[], size: { cols: number; rows: number }): Promise<Shell>;
  /** A long-lived program without TTY. */
  openPipe(
    id: string,
    command: readonly string[],
    options: { user?: string; env?: Record<string, string> },
  ): Promise<Pipe>;
  /** A short program; its output, capped. */
  run(id: string, command: readonly string[], options?: RunOptions): Promise<RunResult>;

  /** Follows what happens to our machines; resubscribes by itself (F-32). The returned function stops it. */
  watch(listener: (event: MachineEvent) => void): () => void;

  imageExists(tag: string): Promise<boolean>;
}

export type EngineErrorKind = 'down' | 'timeout' | 'missing' | 'conflict' | 'refused';

/** Why the engine did not do it; the message is the engine's own, for the log. */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;
  constructor(kind: EngineErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineError';
    this.kind = kind;
  }
}
