// What is a machine when there is no Docker? A shell on the author's own computer, in a folder of its own: for writing lessons, on loopback only, with nothing isolated.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ContainerSpec } from './container-spec.ts';
import { type Engine, EngineError, type EngineFacts, type MachineEvent } from './engine.ts';
import { createLocalShell } from './local-shell.ts';
import type { Pipe, Shell } from './shell.ts';

interface LocalMachine {
  id: string;
  home: string;
  labels: Record<string, string>;
  lang: string;
  createdAt: number;
  shells: Set<Shell>;
}

export interface LocalEngineParts {
  /** Folder under which each machine gets its home. */
  dir: string;
  /** The shell integration of the desktop, so that marks and checks work alike. */
  bashrc: string;
  facts: Pick<EngineFacts, 'cpus' | 'memoryBytes'>;
}

const NO_NETWORK = 'local';

/** An engine whose machines are plain shells of the person who runs it. Never offered but on loopback (settings refuse anything else). */
export function createLocalEngine({ dir, bashrc, facts }: LocalEngineParts): Engine {
  const machines = new Map<string, LocalMachine>();
  const listeners = new Set<(event: MachineEvent) => void>();
  const tell = (event: MachineEvent) => {
    for (const listener of listeners) listener(event);
  };
  const find = (id: string): LocalMachine => {
    const machine = machines.get(id);
    if (!machine) throw new EngineError('missing', `no local machine ${id}`);
    return machine;
  };
  const environment = (machine: LocalMachine) => ({
    HOME: machine.home,
    LANG: machine.lang,
    TERM: 'xterm-256color',
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/games',
    USER: 'trainee',
  });
  const shellOf = async (machine: LocalMachine, cols: number, rows: number): Promise<Shell> => {
    const shell = await createLocalShell({
      cols,
      rows,
      cwd: machine.home,
      env: environment(machine),
      args: ['--noprofile', '--rcfile', bashrc, '-i'],
    });
    machine.shells.add(shell);
    return shell;
  };

  return {
    describe: async () => ({
      version: 'local',
      apiVersion: '',
      runcVersion: '',
      cgroupVersion: 2,
      storageDriver: '',
      rootless: true,
      seccomp: false,
      apparmor: false,
      swapLimit: false,
      rootDir: undefined,
      ...facts,
    }),
    createNetwork: async () => NO_NETWORK,
    removeNetwork: async () => {},
    listNetworks: async () => [],
    usedSubnets: async () => [],

    async createMachine(spec: ContainerSpec) {
      const id = `local-${randomBytes(6).toString('hex')}`;
      const home = join(dir, id);
      await mkdir(join(home, 'Documents'), { recursive: true, mode: 0o700 });
      machines.set(id, {
        id,
        home,
        labels: spec.labels,
        lang: spec.env.LANG ?? 'fr_FR.UTF-8',
        createdAt: Date.now(),
        shells: new Set(),
      });
      return id;
    },
    startMachine: async (id) => tell({ type: 'started', id: find(id).id }),
    // Programs of the author's own computer are nobody's to end.
    stopMachine: async () => {},
    async removeMachine(id) {
      const machine = machines.get(id);
      machines.delete(id);
      for (const shell of machine?.shells ?? []) shell.release();
      if (machine) await rm(machine.home, { recursive: true, force: true });
      tell({ type: 'removed', id });
    },
    async inspectMachine(id) {
      const m = machines.get(id);
      return m && { id, labels: m.labels, state: 'running', createdAt: m.createdAt, addresses: {} };
    },
    async listMachines() {
      return [...machines.values()].map((m) => ({
        id: m.id,
        labels: m.labels,
        state: 'running' as const,
        createdAt: m.createdAt,
        addresses: {},
      }));
    },
    memoryOf: async () => undefined,

    attach: (id) => shellOf(find(id), 80, 24),
    openShell: (id, command, options) =>
      command[0] === 'boite-terminal'
        ? shellOf(find(id), options.cols, options.rows)
        : Promise.reject(new EngineError('refused', 'a local machine only opens shells')),
    openPipe: async (id, command, options) =>
      localPipe(command, { ...environment(find(id)), ...options.env }),
    async run(id, command, options = {}) {
      if (command[0] === 'boite-terminal') return { exitCode: 0, output: '' };
      return localRun(
        command,
        { ...environment(find(id)), ...options.env },
        options.stdin,
        options.timeoutMs,
      );
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    imageExists: async () => true,
  };
}

function localPipe(command: readonly string[], env: Record<string, string>): Pipe {
  const [program = '/bin/false', ...args] = command;
  const child = spawn(program, args, { env, cwd: env.HOME, stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout });
  return {
    onLine: (listener) => void lines.on('line', listener),
    onEnd: (listener) => void child.once('close', listener),
    writeLine: (line) => void child.stdin.write(`${line}\n`),
    pause: () => void child.stdout.pause(),
    resume: () => void child.stdout.resume(),
    release: () => void child.kill(),
  };
}

function localRun(
  command: readonly string[],
  env: Record<string, string>,
  stdin = '',
  timeoutMs = 10_000,
): Promise<{ exitCode: number; output: string }> {
  const [program = '/bin/false', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, cwd: env.HOME, timeout: timeoutMs, killSignal: 'SIGKILL' });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output = (output + piece.toString()).slice(0, 65_536);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ exitCode: signal ? 124 : (code ?? 1), output }));
    child.stdin.end(stdin);
  });
}

/** Removes what earlier author sessions left in `dir`. */
export async function clearLocalMachines(dir: string): Promise<void> {
  for (const name of await readdir(dir).catch(() => []))
    if (name.startsWith('local-')) await rm(join(dir, name), { recursive: true, force: true });
}
