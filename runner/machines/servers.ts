// What does the runner ask of the engine for machines that have an init of their own, beyond what `engine.ts` has? Our own types only.

export interface MachineLimits {
  memoryBytes: number;
  /** Cores. */
  cpus: number;
}

/** Every call has a time limit and rejects with `EngineError`; only machines that carry our instance label are touched. */
export interface Servers {
  /**
   * Opens a running machine's own cgroup tree to it, from outside (recipe R3, reliability.md 4.3), and calls it `called`, which nothing inside may
   * do. Harmless when it is open, and called so, already.
   * @param helperImage tag of the image `helper`
   * @param called a hostname as `readHostname` gives it
   */
  openCgroup(id: string, helperImage: string, called?: string): Promise<void>;
  /** Sets other limits to a machine that runs. */
  limit(id: string, limits: MachineLimits): Promise<void>;
  /** Asks the machine to shut down, kills it when `graceMs` are over; a machine that is off stays off. */
  stop(id: string, graceMs: number): Promise<void>;
  /** The end of what its console showed, at most 256 KiB; of a stopped machine too. */
  consoleTail(id: string): Promise<Buffer>;
  /** Bytes of the machine's writable layer; undefined when it is gone. Asks the disk: seldom, and one at a time. */
  writtenBytes(id: string): Promise<number | undefined>;
  /** Freezes every process of the machine, and lets them go on (a disk that is full). */
  freeze(id: string): Promise<void>;
  thaw(id: string): Promise<void>;
  /** Whether the engine remaps user namespaces. */
  remapsUsers(): Promise<boolean>;
}
