// A page as the runner sees it: a WebSocket that draws at a pace of the test's choice and acknowledges what it has drawn.
import xterm from '@xterm/headless';
import { vi } from 'vitest';
import WebSocket from 'ws';
import { ACK_EVERY_BYTES } from '../../runner/protocol/limits.ts';
import type { LiveFromRunner } from '../../runner/protocol/live-frames.ts';
import type { FromRunner } from '../../runner/protocol/terminal-frames.ts';
import { LIVE_PROTOCOL, TERMINAL_PROTOCOL } from '../../runner/protocol/version.ts';

const WAIT = { timeout: 15_000, interval: 5 };

export interface PageOptions {
  origin?: string;
  /** The seat's cookie, for a server that asks for it. */
  cookie?: string;
  /** `fast` draws everything at once; a number draws so many bytes per second; `never` draws when the test says so. */
  draws?: 'fast' | 'never' | number;
  /** Do not keep what is received: for floods. */
  forget?: boolean;
}

const headersOf = (cookie: string | undefined) => (cookie === undefined ? {} : { cookie });

/** One open terminal page. */
export class Page {
  readonly socket: WebSocket;
  readonly frames: FromRunner[] = [];
  /** Resolves at the first `ready`, rejects when the socket closes before. */
  readonly ready: Promise<void>;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  /** Bytes received since it opened. */
  received = 0;
  #kept: Buffer[] = [];
  #undrawn = 0;
  #unacked = 0;
  readonly #forget: boolean;
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(url: string, options: PageOptions) {
    const { origin = '', cookie, draws = 'fast', forget = false } = options;
    this.#forget = forget;
    this.socket = new WebSocket(url, TERMINAL_PROTOCOL, { origin, headers: headersOf(cookie) });
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    this.ready = new Promise((resolve, reject) => {
      this.socket.on('message', () => this.frames.length > 0 && resolve());
      this.socket.on('close', (code) => reject(new Error(`closed with ${code} before it was ready`)));
      this.socket.on('error', reject);
    });
    this.ready.catch(() => undefined);
    this.socket.prependListener('message', (data, isBinary) => {
      if (!isBinary) this.#frame(JSON.parse(String(data)));
      else this.#bytes(data as Buffer, draws);
    });
    if (typeof draws === 'number') this.#timer = setInterval(() => this.draw(draws / 50), 20);
  }

  /** What was received since the screen was last cleared, as text. */
  get text(): string {
    return Buffer.concat(this.#kept).toString('utf8');
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#kept);
  }

  /** Bytes received and not drawn. */
  get undrawn(): number {
    return this.#undrawn;
  }

  /** Draws so many bytes and acknowledges, in steps as the real page does. */
  draw(bytes = Number.POSITIVE_INFINITY): void {
    const drawn = Math.min(bytes, this.#undrawn);
    this.#undrawn -= drawn;
    this.#unacked += drawn;
    if (this.#unacked < ACK_EVERY_BYTES || this.socket.readyState !== WebSocket.OPEN) return;
    this.say({ type: 'ack', bytes: Math.floor(this.#unacked) });
    this.#unacked -= Math.floor(this.#unacked);
  }

  type(input: string | Buffer): void {
    this.socket.send(Buffer.from(input));
  }

  /** Sends a text frame; a string goes as it is. */
  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Waits until the output holds this text. */
  async shows(text: string | RegExp): Promise<void> {
    await vi.waitFor(() => {
      const found = typeof text === 'string' ? this.text.includes(text) : text.test(this.text);
      if (!found) throw new Error(`expected ${text} in ${JSON.stringify(this.text.slice(-2000))}`);
    }, WAIT);
  }

  /** Waits for a frame of this type, and gives the last one. */
  async hears<Type extends FromRunner['type']>(type: Type): Promise<Extract<FromRunner, { type: Type }>> {
    return await vi.waitFor(() => {
      const frame = this.frames.findLast((one) => one.type === type);
      if (!frame) throw new Error(`expected a ${type} frame, got ${JSON.stringify(this.frames)}`);
      return frame as Extract<FromRunner, { type: Type }>;
    }, WAIT);
  }

  /** The screen that a person would see: its lines, without what has scrolled away. */
  async screen(cols = 80, rows = 24): Promise<{ lines: string[]; cursor: [number, number]; buffer: string }> {
    const emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true });
    await new Promise<void>((resolve) => emulator.write(this.bytes, resolve));
    const { active } = emulator.buffer;
    const lines = Array.from({ length: rows }, (_, row) => {
      return active.getLine(active.viewportY + row)?.translateToString(true) ?? '';
    });
    return { lines, cursor: [active.cursorX, active.cursorY], buffer: active.type };
  }

  /** The line is cut without a goodbye. */
  terminate(): void {
    clearInterval(this.#timer);
    this.socket.terminate();
  }

  #frame(frame: FromRunner): void {
    this.frames.push(frame);
    if (frame.type === 'skipped') this.#kept = [];
  }

  #bytes(bytes: Buffer, draws: PageOptions['draws']): void {
    this.received += bytes.length;
    this.#undrawn += bytes.length;
    if (!this.#forget) this.#kept.push(bytes);
    if (draws === 'fast') this.draw();
  }
}

/** One open page's live socket. */
export class LiveClient {
  readonly socket: WebSocket;
  readonly frames: LiveFromRunner[] = [];
  readonly opened: Promise<void>;
  readonly closed: Promise<number>;

  constructor(url: string, origin: string, cookie?: string) {
    this.socket = new WebSocket(url, LIVE_PROTOCOL, { origin, headers: headersOf(cookie) });
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    this.opened = new Promise((resolve, reject) => {
      this.socket.on('open', resolve);
      this.socket.on('error', reject);
    });
    this.socket.on('message', (data) => this.frames.push(JSON.parse(String(data))));
  }

  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  async hears(count: number): Promise<LiveFromRunner[]> {
    await vi.waitFor(() => {
      if (this.frames.length < count)
        throw new Error(`expected ${count} frames, got ${JSON.stringify(this.frames)}`);
    }, WAIT);
    return this.frames;
  }

  terminate(): void {
    this.socket.terminate();
  }
}
