// What does a page do on the wire, and when does it hear? One client for both servers: it reads at a pace and notes times; ours is acknowledged what was read.
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { ACK_EVERY_BYTES } from '../../runner/protocol/limits.ts';
import { TERMINAL_PROTOCOL } from '../../runner/protocol/version.ts';
import type { SeatClient } from '../support/runner-process.ts';

/** How a prompt of a trainee begins. Text, as a person sees it. */
const PROMPT = Buffer.from('trainee@');

/** `fast`, bytes per second, or nothing at all. */
export type Reads = 'fast' | 'never' | number;

export class Line {
  readonly socket: WebSocket;
  /** When the socket was asked for, ms. */
  readonly askedAt = performance.now();
  received = 0;
  /** Prompts seen so far, and when the last one came. */
  prompts = 0;
  promptAt = 0;
  onBytes: ((bytes: Buffer, at: number) => void) | undefined;
  #reads: Reads = 'fast';
  #budget = 0;
  #budgetAt = 0;
  #unacked = 0;
  #tail: Buffer = Buffer.alloc(0);
  readonly #acks: boolean;
  readonly #waiting = new Set<() => void>();

  private constructor(url: string, acks: boolean, headers: Record<string, string>) {
    this.#acks = acks;
    this.socket = new WebSocket(url, acks ? TERMINAL_PROTOCOL : [], { headers, perMessageDeflate: false });
    this.socket.on('message', (data, isBinary) => {
      if (isBinary) this.#bytes(data as Buffer);
    });
    this.socket.on('error', () => this.#wake());
    this.socket.on('close', () => this.#wake());
  }

  /** A page of this seat on our runner. */
  static async ours(seat: SeatClient, terminal = '1'): Promise<Line> {
    return Line.withTicket(seat, await seat.ticket({ for: 'terminal', machine: 'desktop', terminal }));
  }

  /** The same when the page has its ticket already: only the socket and what follows is timed. */
  static withTicket({ runner, cookie }: SeatClient, ticket: string): Line {
    const url = `ws://127.0.0.1:${runner.port}/ws/terminal?ticket=${ticket}`;
    return new Line(url, true, {
      origin: runner.origin,
      host: runner.origin.slice('http://'.length),
      cookie,
    });
  }

  /** A page of the minimal server, with a new shell in this container. */
  static minimal(port: number, container: string): Line {
    return new Line(`ws://127.0.0.1:${port}/${container}`, false, {});
  }

  get open(): boolean {
    return this.socket.readyState <= WebSocket.OPEN;
  }

  type(text: string): void {
    this.socket.send(Buffer.from(text, 'latin1'));
  }

  /** Changes the pace of reading. */
  read(pace: Reads): void {
    this.#reads = pace;
    this.#budget = 0;
    this.#budgetAt = performance.now();
    if (pace === 'never') this.socket.pause();
    else this.socket.resume();
  }

  /** Waits until this many prompts were seen in all. @returns false when the time is up or the line is cut. */
  async untilPrompts(count: number, timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (this.prompts < count && this.open) {
      const left = deadline - performance.now();
      if (left <= 0) return false;
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.#waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.#waiting.add(done);
      });
    }
    return this.prompts >= count;
  }

  /** Waits until nothing has come for so long. */
  async quiet(ms = 150): Promise<void> {
    for (let before = -1; before !== this.received; await sleep(ms)) before = this.received;
  }

  /** Leaves; with `exit`, the shell ends first (an exec would stay behind). */
  async close(exit = false): Promise<void> {
    if (exit && this.socket.readyState === WebSocket.OPEN) {
      this.read('fast');
      this.type('\x03\x15exit\r');
      for (let i = 0; i < 100 && this.open; i += 1) await sleep(20);
    }
    this.socket.terminate();
  }

  #bytes(bytes: Buffer): void {
    const at = performance.now();
    this.received += bytes.length;
    this.#look(bytes, at);
    this.onBytes?.(bytes, at);
    this.#ack(bytes.length);
    if (typeof this.#reads === 'number') this.#slow(bytes.length, this.#reads, at);
  }

  #look(bytes: Buffer, at: number): void {
    const text = Buffer.concat([this.#tail, bytes]);
    let from = 0;
    for (;;) {
      const found = text.indexOf(PROMPT, from);
      if (found === -1) break;
      this.prompts += 1;
      this.promptAt = at;
      from = found + PROMPT.length;
    }
    this.#tail = text.subarray(Math.max(from, text.length - PROMPT.length + 1));
    if (from > 0) this.#wake();
  }

  #ack(bytes: number): void {
    this.#unacked += bytes;
    if (!this.#acks || this.#unacked < ACK_EVERY_BYTES || this.socket.readyState !== WebSocket.OPEN) return;
    this.socket.send(JSON.stringify({ type: 'ack', bytes: this.#unacked }));
    this.#unacked = 0;
  }

  #slow(bytes: number, perSecond: number, now: number): void {
    this.#budget =
      Math.min(perSecond / 20, this.#budget + ((now - this.#budgetAt) / 1000) * perSecond) - bytes;
    this.#budgetAt = now;
    if (this.#budget >= 0) return;
    this.socket.pause();
    setTimeout(
      () => {
        if (this.#reads !== 'never') this.socket.resume();
      },
      (-this.#budget / perSecond) * 1000,
    );
  }

  #wake(): void {
    for (const done of [...this.#waiting]) done();
  }
}

/** Waits until each of these shows its prompt and has fallen quiet. */
export async function openAll(lines: readonly (Line | Promise<Line>)[]): Promise<Line[]> {
  const opened = await Promise.all(lines);
  for (const line of opened)
    if (!(await line.untilPrompts(1, 30_000))) throw new Error('a terminal showed no prompt within 30 s');
  await sleep(500);
  return opened;
}
