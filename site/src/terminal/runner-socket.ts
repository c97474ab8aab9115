// How do a terminal's bytes travel? Binary frames are bytes, text frames are control messages (protocol/terminal-frames.ts).
import { ACK_EVERY_BYTES } from '#protocol/limits.ts';
import { CLOSE, type FromPage, type FromRunner, fromRunnerSchema } from '#protocol/terminal-frames.ts';
import { TERMINAL_PROTOCOL } from '#protocol/version.ts';
import { KeptSocket, type KeptSocketOptions } from './kept-socket.ts';
import { pieces } from './pieces.ts';
import type { Link } from './reconnect.ts';

/** What a socket asks of the thing that draws. */
export interface Screen {
  /** Draws bytes in order; `drawn` is called when they are on the screen. */
  write(bytes: Uint8Array, drawn: () => void): void;
  /** Clears everything, in order with what was written before. */
  clear(): void;
  resize(cols: number, rows: number): void;
}

export interface RunnerSocketOptions {
  machine: string;
  terminal: string;
  /** A look at somebody's terminal: another ticket, and nothing is sent back but what was drawn. */
  mirror?: Pick<KeptSocketOptions, 'ticketFor' | 'tickets'> & { readonly: () => boolean };
  screen: Screen;
  onLink: (link: Link, refusal: string | undefined) => void;
  /** The past is drawn; typing counts from here. */
  onReady: () => void;
  onNotice: (code: string) => void;
}

/** Acknowledge what was drawn even when it is little, so that the runner never takes a quiet page for a stalled one. */
const ACK_AT_REST_MS = 1000;

export class RunnerSocket {
  private readonly options: RunnerSocketOptions;
  private readonly socket: KeptSocket;
  /** Bytes of the past still to arrive, and still to be drawn. While any is, nothing is sent back. */
  private replayToCome = 0;
  private replayToDraw = 0;
  private ready = false;
  private drawn = 0;
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  /** Bytes of an earlier connection that are drawn late must not be acknowledged on a new one. */
  private generation = 0;

  constructor(options: RunnerSocketOptions) {
    this.options = options;
    this.socket = new KeptSocket({
      path: '/ws/terminal',
      protocol: TERMINAL_PROTOCOL,
      ticketFor: { for: 'terminal', machine: options.machine, terminal: options.terminal },
      ...options.mirror,
      onOpen: () => this.begin(),
      onText: (text) => this.control(text),
      onBytes: (bytes) => this.bytes(bytes),
      onLink: (link, refusal) => {
        if (link.state !== 'live') this.ready = false;
        options.onLink(link, refusal);
      },
    });
    this.socket.open();
  }

  close(): void {
    clearTimeout(this.restTimer);
    this.generation++;
    this.socket.close();
  }

  /** The runner is known to be there: tries at once instead of waiting for the next try. */
  wake(): void {
    this.socket.wake();
  }

  /** True when typing reaches the shell. */
  get live(): boolean {
    return this.ready && this.socket.live;
  }

  /** Sends typing or a paste; false when it did not leave (and never will). */
  type(text: string): boolean {
    if (!this.live || this.options.mirror?.readonly()) return false;
    for (const piece of pieces(new TextEncoder().encode(text)))
      this.socket.send(piece as Uint8Array<ArrayBuffer>);
    return true;
  }

  sendSize(cols: number, rows: number): void {
    if (this.options.mirror?.readonly()) return;
    this.say({ type: 'resize', cols, rows });
  }

  private say(message: FromPage): void {
    this.socket.send(JSON.stringify(message));
  }

  private begin(): void {
    this.generation++;
    this.drawn = this.replayToCome = this.replayToDraw = 0;
  }

  private control(text: string): void {
    const message = parse(text);
    if (!message) {
      this.socket.refuse(CLOSE.badFrame);
      return;
    }
    const { screen } = this.options;
    if (message.type === 'ready') screen.resize(message.cols, message.rows);
    if (message.type === 'ready' || message.type === 'skipped') this.expectReplay(message.replayBytes);
    else if (message.type === 'resized') screen.resize(message.cols, message.rows);
    else if (message.type === 'notice') this.options.onNotice(message.code);
  }

  private expectReplay(bytes: number): void {
    this.ready = false;
    this.options.screen.clear();
    this.replayToCome = this.replayToDraw = bytes;
    if (bytes === 0) this.becomeReady();
  }

  private becomeReady(): void {
    this.ready = true;
    this.options.onReady();
  }

  private bytes(bytes: Uint8Array): void {
    const past = Math.min(bytes.length, this.replayToCome);
    this.replayToCome -= past;
    if (past > 0) this.draw(bytes.subarray(0, past), true);
    if (past < bytes.length) this.draw(bytes.subarray(past), false);
  }

  private draw(bytes: Uint8Array, past: boolean): void {
    const { generation } = this;
    this.options.screen.write(bytes, () => {
      if (generation !== this.generation) return;
      this.acknowledge(bytes.length);
      if (!past) return;
      this.replayToDraw -= bytes.length;
      if (this.replayToDraw === 0) this.becomeReady();
    });
  }

  private acknowledge(bytes: number): void {
    this.drawn += bytes;
    if (this.drawn >= ACK_EVERY_BYTES) this.sendAck();
    else this.restTimer ??= setTimeout(() => this.sendAck(), ACK_AT_REST_MS);
  }

  private sendAck(): void {
    clearTimeout(this.restTimer);
    this.restTimer = undefined;
    if (this.drawn > 0) this.say({ type: 'ack', bytes: this.drawn });
    this.drawn = 0;
  }
}

function parse(text: string): FromRunner | undefined {
  try {
    const result = fromRunnerSchema.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
