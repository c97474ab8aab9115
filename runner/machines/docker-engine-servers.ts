// How does Docker do what `servers.ts` asks? Stop, console, disk, freezing, and the helper that opens a cgroup tree.
import type Docker from 'dockerode';
import { cgroupHelperBody, NOT_THE_MACHINE } from './docker-cgroup-helper.ts';
import type { DockerEngineOptions } from './docker-engine.ts';
import { type DockerCalls, dockerCalls, LIMITS, orMissing } from './docker-engine-calls.ts';
import { machineStopper } from './docker-engine-stop.ts';
import { EngineError } from './engine.ts';
import type { Servers } from './servers.ts';

/** Lines of the console that are read; the two files of the log hold at most 512 KiB. */
const CONSOLE_LINES = 200;
const CONSOLE_BYTES = 256 * 1024;
/** Milliseconds for the helper's whole life on a busy host. */
const HELPER_MS = 60_000;
/** Walking a large writable layer takes a while. */
const SIZE_MS = 60_000;

/** Makes the servers' half of the engine; nothing is asked of Docker before the first call. */
export function createDockerServers(options: DockerEngineOptions): Servers {
  const calls = dockerCalls(options.instance, options.socketPath);
  return {
    openCgroup: cgroupOpener(calls),
    limit: async (id, { memoryBytes, cpus }) => {
      const container = await calls.ours(id);
      const limits = { Memory: memoryBytes, MemorySwap: memoryBytes, NanoCpus: Math.round(cpus * 1e9) };
      await calls.call(LIMITS.question, (): Promise<unknown> => container.update(limits));
    },
    stop: machineStopper(calls),
    consoleTail: consoleReader(calls),
    writtenBytes: sizer(calls),
    freeze: async (id) => {
      const container = await calls.ours(id);
      await calls.call(LIMITS.question, (): Promise<unknown> => container.pause());
    },
    thaw: async (id) => {
      const container = await calls.ours(id);
      await calls.call(LIMITS.question, (): Promise<unknown> => container.unpause());
    },
    remapsUsers: async () => {
      const info: { SecurityOptions?: string[] } = await calls.insist(LIMITS.question, () =>
        calls.docker.info(),
      );
      return (info.SecurityOptions ?? []).some((option) => option.split(',').includes('name=userns'));
    },
  };
}

function cgroupOpener(calls: DockerCalls): Servers['openCgroup'] {
  return async (id, helperImage, called) => {
    const machine = await calls.ours(id);
    const facts = await calls.insist(LIMITS.question, (abortSignal) => machine.inspect({ abortSignal }));
    if (!facts.State.Running || facts.State.Pid < 2)
      throw new EngineError('missing', `machine ${id.slice(0, 12)} does not run`);
    const body = cgroupHelperBody(helperImage, calls.instance, facts.State.Pid, facts.Id, called);
    const code = await calls.call(HELPER_MS, async (abortSignal) => {
      const helper = await calls.docker.createContainer({ ...body, abortSignal });
      // Asked before the start: a helper that has gone already cannot be asked any more.
      const over = helper.wait({ condition: 'removed', abortSignal });
      over.catch(() => undefined);
      try {
        await helper.start({ abortSignal });
        return ((await over) as { StatusCode: number }).StatusCode;
      } catch (error) {
        await helper.remove({ force: true }).catch(() => undefined);
        throw error;
      }
    });
    if (code === NOT_THE_MACHINE)
      throw new EngineError('missing', `machine ${id.slice(0, 12)} ended before its cgroup tree was opened`);
    if (code !== 0)
      throw new EngineError('refused', `the cgroup tree could not be opened (helper: exit code ${code})`);
  };
}

function consoleReader(calls: DockerCalls): Servers['consoleTail'] {
  return async (id) => {
    const container = await calls.ours(id);
    const logs: unknown = await calls.insist(LIMITS.question, (abortSignal) =>
      container.logs({ follow: false, stdout: true, stderr: true, tail: CONSOLE_LINES, abortSignal }),
    );
    // The machine has a TTY: its log is raw bytes, without frames.
    return Buffer.isBuffer(logs) ? logs.subarray(-CONSOLE_BYTES) : Buffer.alloc(0);
  };
}

function sizer(calls: DockerCalls): Servers['writtenBytes'] {
  return async (id) => {
    const container = await orMissing(calls.ours(id));
    if (container === undefined) return undefined;
    // The library's types leave `size` and what it brings out.
    const options = { size: true } as Docker.ContainerInspectOptions;
    const facts = (await orMissing(
      calls.call(SIZE_MS, (abortSignal) => container.inspect({ ...options, abortSignal })),
    )) as { SizeRw?: number } | undefined;
    return facts === undefined ? undefined : (facts.SizeRw ?? 0);
  };
}
