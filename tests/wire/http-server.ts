// A whole runner but for its machines: real store, séances, limiter, guards and sockets, on loopback with a port of its own.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Classroom } from '../../runner/classroom/classroom.ts';
import { createGlass, type Glass } from '../../runner/glass/glass.ts';
import type { GlassInternet, GlassParts } from '../../runner/glass/parts.ts';
import { createLive } from '../../runner/http/live.ts';
import type { ServerParts } from '../../runner/http/parts.ts';
import { createServer, type RunnerServer } from '../../runner/http/server.ts';
import { openLog } from '../../runner/log.ts';
import { openStore } from '../../runner/store/open-store.ts';
import type { Store, Workshop } from '../../runner/store/store.ts';
import { Tickets } from '../../runner/terminal/tickets.ts';
import { createFailureLimiter } from '../../runner/workshop/failure-limiter.ts';
import { createWorkshops, type Workshops } from '../../runner/workshop/workshops.ts';
import { FakeCounters } from '../doubles/fake-counters.ts';
import { FakeDesk } from '../doubles/fake-desk.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  json: any;
}

export interface Ask {
  method?: string;
  path: string;
  /** An object is sent as JSON; text or bytes as they are. */
  body?: unknown;
  cookie?: string;
  headers?: Record<string, string | string[] | undefined>;
}

export class HttpServer implements AsyncDisposable {
  readonly desk = new FakeDesk();
  readonly counters = new FakeCounters(() => this.now);
  readonly logLines: string[] = [];
  readonly dir = mkdtempSync(join(tmpdir(), 'boite-http-'));
  readonly siteDir = join(this.dir, 'site');
  /** The runner's clock, milliseconds; a test may push it. */
  now = Date.parse('2026-03-02T09:00:00Z');
  engine: 'up' | 'down' | 'none' = 'up';
  /** The small Internet of every workshop. */
  internet: GlassInternet | undefined;
  /** Files that were put on a machine. */
  readonly files: { seatId: string; name: string; bytes: Buffer }[] = [];
  store: Store;
  workshops: Workshops;
  workshop: Workshop;
  port = 0;
  #server: RunnerServer | undefined;
  #glass: Glass | undefined;
  #classroom: Classroom | undefined;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });

  private constructor() {
    this.store = openStore(join(this.dir, 'data'), () => this.now);
    this.workshops = createWorkshops({ store: this.store, now: () => this.now });
    this.workshop = this.workshops.openWorkshop({ title: 'Essai', language: 'fr', seats: 60 });
    mkdirSync(this.siteDir);
  }

  static async start(
    options: {
      publicUrl?: string;
      host?: string;
      counters?: false;
      controlKey?: string;
      carryHome?: ServerParts['carryHome'];
      patience?: ServerParts['patience'];
      glass?: Partial<GlassParts['settings']> & Pick<GlassParts, 'times'>;
    } = {},
  ): Promise<HttpServer> {
    const made = new HttpServer();
    const { desk, counters, store, workshops } = made;
    const settings = {
      host: options.host ?? '127.0.0.1',
      port: 0,
      publicUrl: options.publicUrl === undefined ? undefined : new URL(options.publicUrl),
      language: 'fr' as const,
    };
    const log = openLog({ write: (line: string) => made.logLines.push(line) }, () => made.now);
    const live = createLive({ store, desk, now: () => made.now, classroom: () => made.classroom });
    made.#classroom = new Classroom({ store, desk, presence: live, now: () => made.now });
    made.classroom.onSeat((id) => live.publish(id, { type: 'class', view: made.classroom.view(id) }));
    made.#server = await createServer({
      settings,
      classroom: made.classroom,
      ...(options.controlKey !== undefined && { controlKey: options.controlKey }),
      ...(options.carryHome && { carryHome: options.carryHome }),
      ...(options.patience && { patience: options.patience }),
      labSteps: () => new Map([['first-steps', ['where-am-i']]]),
      store,
      workshops,
      desk,
      ...(options.counters === false ? {} : { counters }),
      glass: made.#makeGlass({
        settings: { ...settings, glassDomain: undefined, glassPorts: [18_100, 18_199], ...options.glass },
        internetOf: () => made.internet,
        visited: (seatId) => desk.stir(seatId),
        log,
        now: () => made.now,
        ...(options.glass?.times ? { times: options.glass.times } : {}),
      }),
      putFile: async (seatId, _language, { name, bytes }) => {
        made.files.push({ seatId, name, bytes });
        return { path: `~/Téléversements/${name}`, bytes: bytes.length };
      },
      limiter: createFailureLimiter({ now: () => made.now }),
      tickets: new Tickets({ now: () => made.now }),
      live,
      log,
      siteDir: made.siteDir,
      engineState: () => made.engine,
      addresses: () => [made.origin],
    });
    made.port = (await made.#server.listen()).port;
    return made;
  }

  get classroom(): Classroom {
    if (!this.#classroom) throw new Error('started first');
    return this.#classroom;
  }

  get glass(): Glass {
    if (!this.#glass) throw new Error('started first');
    return this.#glass;
  }

  #makeGlass(parts: GlassParts): Glass {
    this.#glass = createGlass(parts);
    return this.#glass;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  get origin(): string {
    return `http://${this.host}`;
  }

  /** A request with nothing but what the test gives (and Host, Content-Length). */
  ask(ask: Ask): Promise<Answer> {
    const { method = 'GET', path, body, cookie, headers = {} } = ask;
    const bytes =
      body === undefined || typeof body === 'string' || body instanceof Uint8Array
        ? body
        : JSON.stringify(body);
    const all = { ...(cookie === undefined ? {} : { cookie }), ...headers };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          headers: sent as Record<string, string>,
          agent: this.#agent,
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8');
            const isJson = answer.headers['content-type']?.startsWith('application/json') === true;
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text,
              json: isJson && text ? JSON.parse(text) : undefined,
            });
          });
        },
      );
      request.on('error', reject);
      if (bytes !== undefined) request.write(bytes);
      request.end();
    });
  }

  /** A POST as a page of ours makes it. */
  post(path: string, body: unknown, cookie?: string): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'x-boite': '1', origin: this.origin };
    return this.ask({
      method: 'POST',
      path,
      body: body as object,
      headers,
      ...(cookie === undefined ? {} : { cookie }),
    });
  }

  /** Joins; gives the cookie. */
  async join(pseudonym: string, workshop: Workshop = this.workshop): Promise<string> {
    const answer = await this.post('/api/join', { code: workshop.joinCode, pseudonym });
    if (answer.status !== 200) throw new Error(`join: ${answer.status} ${answer.text}`);
    return cookieOf(answer);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#agent.destroy();
    await this.#server?.close();
    this.store.close();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** The name=value of the first cookie that an answer sets. */
export const cookieOf = (answer: Answer): string =>
  (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
