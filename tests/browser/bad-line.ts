// What does a bad network do to a page? A small relay on loopback in front of the runner: it can cut every connection, let nobody in, or refuse WebSockets.
import { createServer, connect as dial, type Server, type Socket } from 'node:net';

/** The beginning of a WebSocket's handshake; a browser gives each a connection of its own. */
const HANDSHAKE = /^GET \/ws\//;

export class BadLine {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #down = false;
  /** Answers every WebSocket handshake with 403, as some office proxies do. */
  refusesWebSockets = false;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
  }

  /** Relays to `port` of loopback, from `from` (given by the system unless told). */
  static to(port: () => number, from = 0): Promise<BadLine> {
    return new Promise((resolve) => {
      const server = createServer((client) => line.#relay(client, port()));
      let line: BadLine;
      server.listen(from, '127.0.0.1', () => {
        const address = server.address();
        line = new BadLine(server, address && typeof address === 'object' ? address.port : 0);
        resolve(line);
      });
    });
  }

  /** The network is gone: open connections break, new ones fail. */
  cut(): void {
    this.#down = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#down = false;
  }

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #relay(client: Socket, port: number): void {
    if (this.#down) return void client.destroy();
    const runner = dial(port, '127.0.0.1');
    for (const [one, other] of [
      [client, runner],
      [runner, client],
    ] as const) {
      this.#sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
    client.on('data', (piece) => {
      if (this.refusesWebSockets && HANDSHAKE.test(piece.toString('latin1')))
        return void client.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      runner.write(piece);
    });
    runner.on('data', (piece) => client.write(piece));
  }
}
