// A real HTTP server with the real upgrade and links, terminals of the test's choice behind it.
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalShell } from '../../runner/machines/local-shell.ts';
import type { Shell } from '../../runner/machines/shell.ts';
import { createLiveHub, type LiveHub, type LiveHubOptions } from '../../runner/terminal/live-link.ts';
import { Terminal } from '../../runner/terminal/terminal.ts';
import { type LinkOptions, linkTerminal } from '../../runner/terminal/terminal-link.ts';
import { type Grant, Tickets } from '../../runner/terminal/tickets.ts';
import { createUpgradeHandler, type UpgradeOptions } from '../../runner/terminal/upgrade.ts';
import { LiveClient, Page, type PageOptions } from './page.ts';

export interface WireOptions {
  link?: Partial<LinkOptions>;
  upgrade?: Partial<UpgradeOptions>;
  live?: Partial<LiveHubOptions>;
}

/** One runner's wire on loopback. `await using` closes it. */
export class WireServer implements AsyncDisposable {
  readonly tickets = new Tickets();
  readonly hub: LiveHub;
  readonly terminals = new Map<string, Terminal>();
  readonly #server = createServer();
  readonly #pages: { terminate(): void }[] = [];

  private constructor(options: WireOptions) {
    this.hub = createLiveHub({
      hello: () => ({ type: 'hello', pseudonym: 'Camille', workshop: 'Essai', now: 0 }),
      onShow: () => undefined,
      onPresence: () => undefined,
      ...options.live,
    });
    const upgrade = createUpgradeHandler({
      isOurOrigin: (origin, host) => origin === `http://${host}`,
      isOurHost: (host) => host === this.host,
      tickets: this.tickets,
      onTerminal: (socket, grant) => {
        const link: LinkOptions = {
          seatId: grant.seatId,
          readonly: grant.readonly === true,
          ...options.link,
        };
        linkTerminal(socket, this.terminal(grant.terminal), link);
      },
      onLive: (socket, grant) => this.hub.accept(socket, grant.seatId),
      ...options.upgrade,
    });
    this.#server.on('upgrade', upgrade);
  }

  static async start(options: WireOptions = {}): Promise<WireServer> {
    const wire = new WireServer(options);
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Puts a terminal behind the wire; '1' unless said otherwise. */
  add(shell: Shell, id = '1'): Terminal {
    const terminal = new Terminal({ shell, cols: 80, rows: 24 });
    this.terminals.set(id, terminal);
    return terminal;
  }

  terminal(id: string): Terminal {
    const terminal = this.terminals.get(id);
    if (!terminal) throw new Error(`The test made no terminal ${id}; it has ${[...this.terminals.keys()]}.`);
    return terminal;
  }

  ticket(grant: Partial<Grant> = {}): string {
    const whole = { for: 'terminal', seatId: 'seat', machine: 'desktop', terminal: '1', ...grant };
    return this.tickets.issue(whole as Grant);
  }

  /** Opens a page on a terminal, with a ticket of its own. */
  async page(
    options: PageOptions & { terminal?: string; readonly?: boolean; seatId?: string } = {},
  ): Promise<Page> {
    const { terminal = '1', readonly = false, seatId = 'seat', ...rest } = options;
    const ticket = this.ticket({ seatId, terminal, readonly });
    const page = new Page(`ws://${this.host}/ws/terminal?ticket=${ticket}`, {
      origin: `http://${this.host}`,
      ...rest,
    });
    this.#pages.push(page);
    await page.ready;
    return page;
  }

  async live(seatId = 'seat'): Promise<LiveClient> {
    const ticket = this.ticket({ for: 'live', seatId } as Grant);
    const client = new LiveClient(`ws://${this.host}/ws/live?ticket=${ticket}`, `http://${this.host}`);
    this.#pages.push(client);
    await client.opened;
    return client;
  }

  /** Sends a bare handshake, header by header. @returns the HTTP status of the answer, 101 when it was accepted. */
  handshake(path: string, headers: Record<string, string | undefined> = {}): Promise<number> {
    const whole: Record<string, string | undefined> = {
      Host: this.host,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Protocol': 'boite.terminal.1',
      Origin: `http://${this.host}`,
      ...headers,
    };
    const sent = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
    const [host = '', port = ''] = this.host.split(':');
    return new Promise((resolve, reject) => {
      const asked = request({ host, port, path, headers: sent as Record<string, string>, setHost: false });
      asked.on('upgrade', (_, socket) => {
        this.#pages.push({ terminate: () => socket.destroy() });
        resolve(101);
      });
      asked.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on('error', reject);
      asked.end();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const page of this.#pages) page.terminate();
    for (const terminal of this.terminals.values()) terminal.end();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A real bash on a real pseudo-terminal, without anybody's start-up files, prompt `$ `. */
export function bash(args: readonly string[] = ['--norc']): Promise<Shell> {
  const env = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TERM: 'xterm-256color',
    PS1: '$ ',
    LANG: 'C.UTF-8',
    HOME: '/tmp',
  };
  return createLocalShell({ cols: 80, rows: 24, cwd: '/tmp', env, args });
}
