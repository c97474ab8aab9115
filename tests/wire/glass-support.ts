// A visitor of the glass browser: a real runner, a seat, its own origin, and lab sites of the test's own making behind a fake dialler.
import { once } from 'node:events';
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type RequestListener,
} from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { FakeLabInternet } from '../doubles/fake-lab-internet.ts';
import { HttpServer } from './http-server.ts';

export interface Page {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The connection broke before the end. */
  broken: boolean;
}

export interface Visit {
  method?: string;
  headers?: Record<string, string | string[] | undefined>;
  body?: string | Buffer;
}

export class GlassUnderTest implements AsyncDisposable {
  readonly internet = new FakeLabInternet();
  readonly server: HttpServer;
  readonly #open: Server[] = [];
  readonly #sockets = new Set<Socket>();

  private constructor(server: HttpServer) {
    this.server = server;
    server.internet = this.internet;
  }

  static async start(options: Parameters<typeof HttpServer.start>[0] = {}): Promise<GlassUnderTest> {
    return new GlassUnderTest(await HttpServer.start(options));
  }

  /** A site of the small Internet that answers like this. */
  site(name: string, listener: RequestListener, port = 80): Promise<void> {
    return this.#listen(name, port, createServer(listener));
  }

  /** A site that does what it wants with each connection. */
  rawSite(name: string, take: (socket: Socket) => void, port = 80): Promise<void> {
    return this.#listen(name, port, createTcpServer(take));
  }

  async listenAs(name: string, port: number, server: Server): Promise<void> {
    await this.#listen(name, port, server);
  }

  async #listen(name: string, port: number, server: Server): Promise<void> {
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.#open.push(server);
    this.internet.sites.set(`${name}:${port}`, (server.address() as AddressInfo).port);
  }

  /** A trainee's browser with the tab open: gives its way of asking for pages. */
  async visitor(pseudonym: string): Promise<Visitor> {
    const seat = await this.server.join(pseudonym);
    const opened = await this.server.post('/api/glass/open', { language: 'fr' }, seat);
    if (opened.status !== 200) throw new Error(`open: ${opened.status} ${opened.text}`);
    const { origin, enter } = opened.json as { origin: string; enter: string };
    const visitor = new Visitor(this.server, origin, seat);
    const entered = await visitor.get(`${enter}&to=${encodeURIComponent('/http/camille-exemple.fr/')}`, {
      headers: { cookie: undefined },
    });
    visitor.key = (entered.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    visitor.entered = entered;
    return visitor;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    for (const one of this.#open) one.close();
    await this.server[Symbol.asyncDispose]();
  }
}

export class Visitor {
  readonly server: HttpServer;
  readonly origin: string;
  /** Cookie of the seat at the course. */
  readonly seat: string;
  /** Cookie of its own origin. */
  key = '';
  entered: Page | undefined;

  constructor(server: HttpServer, origin: string, seat: string) {
    this.server = server;
    this.origin = origin;
    this.seat = seat;
  }

  get host(): string {
    return new URL(this.origin).host;
  }

  /** A page as a browser asks for it. Never rejects for what a site does. */
  get(path: string, { method = 'GET', headers = {}, body }: Visit = {}): Promise<Page> {
    const all = { host: this.host, accept: 'text/html,*/*', cookie: this.key, ...headers };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return new Promise((resolve, reject) => {
      const port = Number(new URL(this.origin).port);
      const asked = httpRequest(
        {
          host: '127.0.0.1',
          port,
          method,
          path,
          headers: sent as Record<string, string>,
          agent: false,
          setHost: false,
        },
        (answer) => {
          const parts: Buffer[] = [];
          const end = (broken: boolean) =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(parts).toString('utf8'),
              broken,
            });
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => end(!answer.complete));
          answer.on('error', () => end(true));
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  /** What the panel shows of the latest page. */
  async visits(id?: number) {
    const answer = await this.server.post('/api/glass/visit', id === undefined ? {} : { id }, this.seat);
    return (answer.json as { visits: import('../../runner/protocol/glass.ts').Visit[] }).visits;
  }
}
