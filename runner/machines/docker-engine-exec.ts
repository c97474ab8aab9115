// How does a program run inside a machine? Further terminals, the checker's pipe and short commands are all Docker execs.
import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { type DockerCalls, LIMITS } from './docker-engine-calls.ts';
import { heldShell } from './docker-engine-held.ts';
import { endOnce } from './docker-engine-shell.ts';
import { frameReader, lineReader } from './docker-frames.ts';
import { type Engine, EngineError, type RunResult } from './engine.ts';
import type { Pipe } from './shell.ts';

const MAX_LINE_BYTES = 64 * 1024;
const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_OUTPUT_BYTES = 64 * 1024;
/** Milliseconds beyond its time that a killed program has to be gone. */
const KILL_GRACE_MS = 2_000;
const TIMED_OUT = 124;
const KILLED = 137;

interface ExecOptions {
  user?: string | undefined;
  env?: Record<string, string> | undefined;
}

async function createExec(
  calls: DockerCalls,
  id: string,
  command: readonly string[],
  options: ExecOptions,
): Promise<Docker.Exec> {
  const container = await calls.ours(id);
  return calls.call(LIMITS.open, (abortSignal) =>
    container.exec({
      Cmd: [...command],
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      Tty: false,
      ...(options.user === undefined ? {} : { User: options.user }),
      Env: Object.entries(options.env ?? {}).map(([key, value]) => `${key}=${value}`),
      abortSignal,
    }),
  );
}

export function openShell(calls: DockerCalls): Engine['openShell'] {
  return async (id, command, { cols, rows }) => {
    // Without TTY of Docker's, its output crosses the engine in pieces of 32 KiB instead of 4.
    const exec = await createExec(calls, id, command, {});
    const socket = await calls.open((abortSignal) => exec.start({ hijack: true, stdin: true, abortSignal }));
    const shell = heldShell(socket);
    await shell.resize(cols, rows);
    return shell;
  };
}

export function openPipe(calls: DockerCalls): Engine['openPipe'] {
  return async (id, command, options) => {
    const exec = await createExec(calls, id, command, options);
    const socket = await calls.open((abortSignal) => exec.start({ hijack: true, stdin: true, abortSignal }));
    const ending = endOnce(socket);
    // Without a listener a stream that flows loses what it carries.
    let listening = false;
    const pipe: Pipe = {
      onLine(listener) {
        listening = true;
        const lines = lineReader(MAX_LINE_BYTES, listener);
        socket.on(
          'data',
          frameReader((stream, bytes) => {
            if (stream === 'stdout') lines(bytes);
          }),
        );
      },
      onEnd: ending.onEnd,
      writeLine(line) {
        if (!ending.over && socket.writable) socket.write(`${line}\n`);
      },
      pause() {
        if (listening) socket.pause();
      },
      resume() {
        if (listening && !ending.over) socket.resume();
      },
      release: ending.release,
    };
    return pipe;
  };
}

export function run(calls: DockerCalls): Engine['run'] {
  return async (id, command, options = {}) => {
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    // `timeout` kills inside the machine: closing the stream would leave the program running (reliability.md, finding 8).
    const limited = ['/usr/bin/timeout', '--signal=KILL', `${timeoutMs / 1000}s`, ...command];
    const exec = await createExec(calls, id, limited, options);
    const began = performance.now();
    const socket = await calls.open((abortSignal) => exec.start({ hijack: true, stdin: true, abortSignal }));
    const pieces: Buffer[] = [];
    let room = options.maxBytes ?? DEFAULT_OUTPUT_BYTES;
    const over = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs + KILL_GRACE_MS);
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      for (const event of ['end', 'close', 'error']) socket.on(event, end);
    });
    socket.on(
      'data',
      frameReader((_stream, bytes) => {
        // What exceeds the cap is still read: a program that may not write would wait, not fail.
        const kept = bytes.subarray(0, room);
        if (kept.length === 0) return;
        room -= kept.length;
        pieces.push(Buffer.from(kept));
      }),
    );
    socket.end(options.stdin ?? '');
    await over;
    socket.destroy();
    const exitCode = await exitCodeOf(calls, exec);
    const timedOut =
      exitCode === undefined || (exitCode === KILLED && performance.now() - began >= timeoutMs);
    const result: RunResult = {
      exitCode: timedOut ? TIMED_OUT : exitCode,
      output: Buffer.concat(pieces).toString(),
    };
    return result;
  };
}

/** The stream may close before the engine has noted the end (F-23): asks until it has. Undefined when it still runs. */
async function exitCodeOf(calls: DockerCalls, exec: Docker.Exec): Promise<number | undefined> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const facts = await calls.insist(LIMITS.question, (abortSignal) => exec.inspect({ abortSignal }));
    if (!facts.Running) {
      if (facts.ExitCode === null)
        throw new EngineError('missing', 'the machine stopped while a program ran in it');
      return facts.ExitCode;
    }
    await sleep(10 + attempt * 10);
  }
  return undefined;
}
