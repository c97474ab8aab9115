// How does a test use the runner as people do? The real process on a port and a data folder of its own, and seats that join, open a lab and type.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LabView } from '../../runner/protocol/live-frames.ts';
import { REQUEST_HEADER } from '../../runner/protocol/version.ts';
import { LiveClient, Page, type PageOptions } from '../wire/page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export interface RunnerOptions {
  args?: readonly string[];
  /** Address it listens on; loopback unless told. */
  host?: string;
  /** Give the data folder of an earlier run to go on with it. */
  data?: string;
  port?: number;
  /** Options of Node itself. */
  nodeArgs?: readonly string[];
}

/** The runner as `npm start` runs it, once its dependencies are there. */
export class RunnerProcess {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly #args: readonly string[];
  readonly #nodeArgs: readonly string[];
  #child: ChildProcess | undefined;
  /** What it printed. */
  output = '';

  private constructor(port: number, host: string, data: string, options: RunnerOptions) {
    this.port = port;
    this.host = host;
    this.data = data;
    this.#args = options.args ?? [];
    this.#nodeArgs = options.nodeArgs ?? [];
  }

  static async start(options: RunnerOptions = {}): Promise<RunnerProcess> {
    const data = options.data ?? (await mkdtemp(join(tmpdir(), 'boite-test-')));
    const port = options.port ?? (await freePort());
    const runner = new RunnerProcess(port, options.host ?? '127.0.0.1', data, options);
    await runner.up();
    return runner;
  }

  get origin(): string {
    return `http://${this.host === '127.0.0.1' ? 'localhost' : this.host}:${this.port}`;
  }

  /** Starts it (again); resolves when its banner is there. */
  async up(): Promise<void> {
    this.output = '';
    const args = ['runner/main.ts', '--port', String(this.port), '--host', this.host, '--data', this.data];
    const child = spawn(process.execPath, [...this.#nodeArgs, ...args, ...this.#args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      const hear = (piece: Buffer) => {
        this.output += piece.toString();
        if (this.output.includes('npm run purge')) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => reject(new Error(`the runner ended with ${code}: ${this.output}`)));
    });
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get joinCode(): string {
    const code = /#([^\s]+)/.exec(decodeURIComponent(this.output))?.[1];
    const words = /^\s+(\p{L}+(?: |-)\p{L}+(?: |-)\p{L}+(?: |-)\p{L}+)\s*$/mu.exec(this.output)?.[1];
    if (!words && !code) throw new Error(`no join code in: ${this.output}`);
    return words ?? code ?? '';
  }

  get trainerToken(): string {
    return /\/(?:formateur|trainer)\/#(\S+)/.exec(this.output)?.[1] ?? '';
  }

  /** Ends it with this signal and waits. */
  async down(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }

  /** Stops it and removes what it made, with the project's own command. */
  async clean(): Promise<void> {
    await this.down();
    await new Promise<void>((resolve, reject) => {
      const purge = spawn(process.execPath, ['runner/purge/main.ts', '--keep-images', '--data', this.data], {
        cwd: ROOT,
        stdio: 'pipe',
      });
      let said = '';
      purge.stdout.on('data', (piece: Buffer) => {
        said += piece.toString();
      });
      purge.stderr.on('data', (piece: Buffer) => {
        said += piece.toString();
      });
      purge.once('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`purge ended with ${code}: ${said}`)),
      );
    });
    await rm(this.data, { recursive: true, force: true });
  }

  /** One request to the API, as a page makes it. */
  async post(path: string, body: unknown, cookie = ''): Promise<Response> {
    return fetch(`${this.origin}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [REQUEST_HEADER]: '1',
        origin: this.origin,
        ...(cookie && { cookie }),
      },
      body: JSON.stringify(body),
    });
  }

  async join(pseudonym: string): Promise<SeatClient> {
    const response = await this.post('/api/join', { code: this.joinCode, pseudonym });
    if (!response.ok) throw new Error(`join: ${response.status} ${await response.text()}`);
    const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    const { personalCode } = (await response.json()) as { personalCode: string };
    return new SeatClient(this, cookie, personalCode);
  }
}

/** A trainee's browser, without the browser. */
export class SeatClient {
  readonly runner: RunnerProcess;
  readonly cookie: string;
  readonly personalCode: string;

  constructor(runner: RunnerProcess, cookie: string, personalCode: string) {
    this.runner = runner;
    this.cookie = cookie;
    this.personalCode = personalCode;
  }

  /** A request that must succeed; its reply. */
  async ask<T = LabView>(path: string, body: unknown): Promise<T> {
    const response = await this.runner.post(path, body, this.cookie);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async ticket(wanted: unknown): Promise<string> {
    return (await this.ask<{ ticket: string }>('/api/tickets', wanted)).ticket;
  }

  #url(path: string, ticket: string): string {
    return `${this.runner.origin.replace('http', 'ws')}${path}?ticket=${ticket}`;
  }

  async live(): Promise<SeatLive> {
    const ticket = await this.ticket({ for: 'live' });
    const live = new SeatLive(this.#url('/ws/live', ticket), this.runner.origin, this.cookie);
    await live.opened;
    return live;
  }

  async terminal(terminal = '1', machine = 'desktop', options: PageOptions = {}): Promise<Page> {
    const ticket = await this.ticket({ for: 'terminal', machine, terminal });
    const page = new Page(this.#url('/ws/terminal', ticket), {
      origin: this.runner.origin,
      cookie: this.cookie,
      ...options,
    });
    await page.ready;
    return page;
  }

  /** Opens a lab and waits until its machines are ready. */
  async openLab(lab: string, live: SeatLive): Promise<LabView> {
    await this.ask('/api/labs/open', { lab });
    live.say({ type: 'show', lab });
    return live.until((view) => view.lab === lab && view.machines.every((m) => m.state === 'ready'));
  }
}

/** A live socket that can wait for a state of the lab. */
export class SeatLive extends LiveClient {
  #last: LabView | undefined;
  readonly #waiting = new Set<(view: LabView) => void>();

  constructor(url: string, origin: string, cookie: string) {
    super(url, origin, cookie);
    this.socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as { type: string; view?: LabView };
      if (frame.type !== 'lab' || !frame.view) return;
      this.#last = frame.view;
      for (const look of [...this.#waiting]) look(frame.view);
    });
  }

  /** Resolves with the first view, the present one included, that fits. */
  until(fits: (view: LabView) => boolean, timeoutMs = 60_000): Promise<LabView> {
    if (this.#last && fits(this.#last)) return Promise.resolve(this.#last);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`waited ${timeoutMs} ms; last view: ${JSON.stringify(this.#last)}`));
      }, timeoutMs);
      const look = (view: LabView) => {
        if (!fits(view)) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(view);
      };
      this.#waiting.add(look);
    });
  }

  passed(step: string): Promise<LabView> {
    return this.until((view) => view.steps.some((s) => s.id === step && s.passed));
  }
}
