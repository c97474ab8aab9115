// What stands in for Docker in the tests of everything above it? An engine in memory, with places to make any call fail or wait.
import type { ContainerSpec } from '../../runner/machines/container-spec.ts';
import {
  type Engine,
  EngineError,
  type EngineFacts,
  type MachineEvent,
  type MachineFacts,
  type NetworkFacts,
  type NetworkSpec,
  type RunOptions,
  type RunResult,
} from '../../runner/machines/engine.ts';
import { INSTANCE_LABEL } from '../../runner/machines/labels.ts';
import { FakeMachineShell, FakePipe } from './fake-machine-streams.ts';

export type FakeCall = Exclude<keyof Engine, 'watch'>;
/** Throw in it to make the call fail; await in it to make the call wait. */
export type Fault = (call: FakeCall, target: string) => void | Promise<void>;

export interface FakeMachine extends MachineFacts {
  spec: ContainerSpec;
  /** Its own terminal's streams, one per attach; the last is the live one. */
  attached: FakeMachineShell[];
  shells: FakeMachineShell[];
  pipes: FakePipe[];
}

const FACTS: EngineFacts = {
  version: '20.10.24',
  apiVersion: '1.41',
  runcVersion: '1.1.5',
  cgroupVersion: 1,
  storageDriver: 'overlay2',
  rootless: false,
  seccomp: true,
  apparmor: true,
  swapLimit: true,
  cpus: 2,
  memoryBytes: 8 * 1024 ** 3,
  rootDir: '/var/lib/docker',
};

/** An engine in memory. `objects` of another installation can be put in `machines` to see that they are left alone. */
export class FakeEngine implements Engine {
  readonly machines = new Map<string, FakeMachine>();
  readonly networks = new Map<string, NetworkFacts & { name: string }>();
  readonly images = new Set<string>();
  /** Every call in order, as `call target`. */
  readonly calls: string[] = [];
  /** Before the engine does it: a failure here means that it was not done. */
  before: Fault = () => {};
  /** After it: a failure here means that it was done and that the answer was lost (F-05). */
  after: Fault = () => {};
  facts = FACTS;
  /** What `run` answers. */
  onRun: (id: string, command: readonly string[], options: RunOptions) => RunResult | Promise<RunResult> =
    () => ({
      exitCode: 0,
      output: '',
    });
  /** Called with each pipe opened, to answer its lines. */
  onPipe: (pipe: FakePipe, id: string) => void = () => {};
  /** Called with each stream opened (attach or exec), to say something on it. */
  onShell: (shell: FakeMachineShell, id: string) => void = () => {};
  memoryBytes = 5 * 1024 ** 2;
  private readonly listeners = new Set<(event: MachineEvent) => void>();
  private readonly instance: string;
  private readonly now: () => number;
  private count = 0;

  constructor(options: { instance?: string; now?: () => number } = {}) {
    this.instance = options.instance ?? 'test';
    this.now = options.now ?? Date.now;
  }

  private async does<T>(call: FakeCall, target: string, work: () => T | Promise<T>): Promise<T> {
    this.calls.push(`${call} ${target}`.trim());
    // Answers never come in the same turn, as over a socket.
    await null;
    await this.before(call, target);
    const result = await work();
    await this.after(call, target);
    return result;
  }

  private machine(id: string): FakeMachine {
    const machine = this.machines.get(id);
    if (machine === undefined) throw new EngineError('missing', `no such container: ${id}`);
    return machine;
  }

  private running(id: string): FakeMachine {
    const machine = this.machine(id);
    if (machine.state !== 'running') throw new EngineError('conflict', `container ${id} is not running`);
    return machine;
  }

  private tell(event: MachineEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** The machine stops by itself: out of memory, powered off, killed. */
  die(id: string): void {
    const machine = this.machine(id);
    machine.state = 'exited';
    for (const stream of [...machine.attached, ...machine.shells, ...machine.pipes]) stream.end();
    this.tell({ type: 'died', id });
  }

  describe = () => this.does('describe', '', () => this.facts);

  createNetwork = (spec: NetworkSpec) =>
    this.does('createNetwork', spec.name, () => {
      if ([...this.networks.values()].some((network) => network.subnet === spec.subnet))
        throw new EngineError('conflict', 'Pool overlaps with other one on this address space');
      this.count += 1;
      const id = `network-${this.count}`;
      const labels = { ...spec.labels, [INSTANCE_LABEL]: this.instance };
      this.networks.set(id, { id, name: spec.name, labels, subnet: spec.subnet, createdAt: this.now() });
      return id;
    });

  removeNetwork = (id: string) =>
    this.does('removeNetwork', id, () => {
      for (const machine of this.machines.values())
        if (machine.spec.network !== 'none' && machine.spec.network.id === id && machine.state === 'running')
          throw new EngineError('refused', `network ${id} has active endpoints`);
      this.networks.delete(id);
    });

  listNetworks = () =>
    this.does('listNetworks', '', () =>
      [...this.networks.values()].filter((network) => network.labels[INSTANCE_LABEL] === this.instance),
    );

  usedSubnets = () =>
    this.does('usedSubnets', '', () =>
      [...this.networks.values()].flatMap((network) =>
        network.subnet === undefined ? [] : [network.subnet],
      ),
    );

  createMachine = (spec: ContainerSpec) =>
    this.does('createMachine', spec.name, () => {
      for (const other of this.machines.values())
        if (other.spec.name === spec.name)
          throw new EngineError('conflict', `the name ${spec.name} is in use`);
      this.count += 1;
      const id = `machine-${this.count}`;
      this.machines.set(id, {
        id,
        spec,
        labels: { ...spec.labels, [INSTANCE_LABEL]: this.instance },
        state: 'created',
        createdAt: this.now(),
        addresses: spec.network === 'none' ? {} : { [spec.network.id]: spec.network.address ?? '198.18.0.9' },
        attached: [],
        shells: [],
        pipes: [],
      });
      return id;
    });

  startMachine = (id: string) =>
    this.does('startMachine', id, () => {
      const machine = this.machine(id);
      if (machine.state === 'running') return;
      machine.state = 'running';
      this.tell({ type: 'started', id });
    });

  stopMachine = (id: string) =>
    this.does('stopMachine', id, () => {
      if (this.machine(id).state === 'running') this.die(id);
    });

  removeMachine = (id: string) =>
    this.does('removeMachine', id, () => {
      const machine = this.machines.get(id);
      if (machine === undefined) return;
      if (machine.labels[INSTANCE_LABEL] !== this.instance)
        throw new EngineError('refused', `container ${id} is not of this installation`);
      if (machine.state === 'running') this.die(id);
      this.machines.delete(id);
      this.tell({ type: 'removed', id });
    });

  inspectMachine = (id: string) =>
    this.does('inspectMachine', id, () => {
      const machine = this.machines.get(id);
      return machine?.labels[INSTANCE_LABEL] === this.instance ? factsOf(machine) : undefined;
    });

  listMachines = () =>
    this.does('listMachines', '', () =>
      [...this.machines.values()]
        .filter((machine) => machine.labels[INSTANCE_LABEL] === this.instance)
        .map(factsOf),
    );

  memoryOf = (id: string) =>
    this.does('memoryOf', id, () =>
      this.machines.get(id)?.state === 'running' ? this.memoryBytes : undefined,
    );

  attach = (id: string, options: { replay: boolean }) =>
    this.does('attach', id, () => {
      // As Docker: also before it runs, so that not one byte is missed.
      const machine = this.machine(id);
      const shell = new FakeMachineShell();
      if (options.replay) for (const earlier of machine.attached) shell.say(earlier.said);
      machine.attached.push(shell);
      this.onShell(shell, id);
      return shell;
    });

  openShell = (id: string, command: readonly string[], options: { cols: number; rows: number }) =>
    this.does('openShell', id, () => {
      const machine = this.running(id);
      const shell = new FakeMachineShell(command);
      shell.sizes.push([options.cols, options.rows]);
      machine.shells.push(shell);
      this.onShell(shell, id);
      return shell;
    });

  openPipe = (id: string, command: readonly string[]) =>
    this.does('openPipe', id, () => {
      const machine = this.running(id);
      const pipe = new FakePipe(command);
      machine.pipes.push(pipe);
      this.onPipe(pipe, id);
      return pipe;
    });

  run = (id: string, command: readonly string[], options: RunOptions = {}) =>
    this.does('run', id, () => {
      this.running(id);
      return this.onRun(id, command, options);
    });

  watch = (listener: (event: MachineEvent) => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  imageExists = (tag: string) => this.does('imageExists', tag, () => this.images.has(tag));
}

const factsOf = ({ id, labels, state, createdAt, addresses }: FakeMachine): MachineFacts => ({
  id,
  labels,
  state,
  createdAt,
  addresses,
});
