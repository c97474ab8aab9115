// What does one page's socket say to a terminal, and how much of it is believed? Binary frames are typing; text frames are small control messages (T-10, T-11).
import type { RawData, WebSocket } from 'ws';
import {
  ACK_EVERY_BYTES,
  ACKS_PER_SECOND,
  CONTROL_MESSAGES_PER_SECOND,
  INPUT_BYTES_PER_SECOND,
  KEY_BYTES,
} from '../protocol/limits.ts';
import {
  CLOSE,
  type FromPage,
  type FromRunner,
  fromPageSchema,
  INPUT_REFUSED,
} from '../protocol/terminal-frames.ts';
import { isEmulatorReply } from './emulator-replies.ts';
import { keepAlive } from './heartbeat.ts';
import { Pace } from './pace.ts';
import type { Terminal } from './terminal.ts';
import { UnreadInput } from './unread-input.ts';
import type { Membership } from './viewer.ts';

/** Only the last size of a window being dragged matters. */
const RESIZE_DEBOUNCE_MS = 50;
const STALLED_AFTER_MS = 30_000;
/** The longest control message is under 60 characters. */
const MAX_TEXT_BYTES = 256;
/** What a frame costs besides its bytes, so that a flood of empty frames is slowed, too. */
const FRAME_COST_BYTES = 8;

export interface LinkOptions {
  /** For logs: never anything that was typed. */
  seatId: string;
  /** A look only (the trainer's): typing and sizes are ignored. */
  readonly?: boolean;
  /** Hears that something was typed, never what. */
  onTyped?: () => void;
  /** Bytes of typing per second before the socket is read more slowly. */
  inputBytesPerSecond?: number;
  /** Milliseconds that a paste waits for a program that reads nothing. */
  unreadPatienceMs?: number;
  /** Milliseconds that never go back. */
  now?: () => number;
}

/** Binds an open socket to a terminal until one of them ends. */
export function linkTerminal(socket: WebSocket, terminal: Terminal, options: LinkOptions): void {
  new TerminalLink(socket, terminal, options).start();
}

class TerminalLink {
  readonly #socket: WebSocket;
  readonly #terminal: Terminal;
  readonly #readonly: boolean;
  readonly #onTyped: (() => void) | undefined;
  readonly #now: () => number;
  readonly #input: Pace;
  readonly #control: Pace;
  readonly #acks: Pace;
  #membership: Membership | undefined;
  readonly #unread: UnreadInput;
  /** A paste is being refused; said once. */
  #refusing = false;
  #unacked = 0;
  #progressAt: number;
  #size: { cols: number; rows: number } | undefined;
  #resizeTimer: NodeJS.Timeout | undefined;
  #resumeTimer: NodeJS.Timeout | undefined;

  constructor(socket: WebSocket, terminal: Terminal, options: LinkOptions) {
    this.#socket = socket;
    this.#terminal = terminal;
    this.#readonly = options.readonly === true;
    this.#onTyped = options.onTyped;
    this.#now = options.now ?? (() => performance.now());
    const input = options.inputBytesPerSecond ?? INPUT_BYTES_PER_SECOND;
    this.#input = new Pace(input, input, this.#now);
    this.#control = new Pace(CONTROL_MESSAGES_PER_SECOND, 2 * CONTROL_MESSAGES_PER_SECOND, this.#now);
    this.#acks = new Pace(ACKS_PER_SECOND, ACKS_PER_SECOND, this.#now);
    this.#unread = new UnreadInput(this.#now, options.unreadPatienceMs);
    this.#progressAt = this.#now();
  }

  start(): void {
    const socket = this.#socket;
    keepAlive(socket, () => this.#dropIfStalled());
    socket.on('message', (data, isBinary) => this.#message(data, isBinary));
    socket.on('close', () => this.#gone());
    this.#membership = this.#terminal.join({
      send: (bytes) => this.#send(bytes),
      control: (frame) => this.#tell(frame),
      bufferedAmount: () => socket.bufferedAmount,
      readonly: this.#readonly,
    });
    // The page may have gone while it was being let in.
    if (socket.readyState !== socket.OPEN) this.#gone();
  }

  #send(bytes: Uint8Array): void {
    if (this.#unacked < ACK_EVERY_BYTES) this.#progressAt = this.#now();
    this.#unacked += bytes.length;
    if (this.#socket.readyState === this.#socket.OPEN) {
      this.#socket.send(bytes, { binary: true, compress: false });
    }
  }

  #tell(frame: FromRunner): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(JSON.stringify(frame));
    if (frame.type === 'exit') this.#close(CLOSE.terminalEnded);
  }

  #message(data: RawData, isBinary: boolean): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    // ws gives one Buffer per message unless told otherwise (binaryType).
    const bytes = data as Buffer;
    if (isBinary) this.#type(bytes);
    else this.#obey(bytes);
  }

  #type(bytes: Buffer): void {
    this.#settleSize();
    const taken = this.#unread.takes(bytes.length, this.#membership?.unread() ?? 0);
    if (taken) this.#membership?.input(bytes);
    if (taken && !this.#readonly && !isEmulatorReply(bytes)) this.#onTyped?.();
    else if (!this.#refusing) this.#tell({ type: 'notice', code: INPUT_REFUSED });
    this.#refusing = !taken || (this.#refusing && bytes.length <= KEY_BYTES);
    this.#readAgainIn(this.#input.owe(bytes.length + FRAME_COST_BYTES));
  }

  /** Too fast, or typed into a program that does not read: the page's own socket fills up, and it waits. */
  #readAgainIn(paceMs: number): void {
    clearTimeout(this.#resumeTimer);
    const wait = Math.max(paceMs, this.#unread.wait(this.#membership?.unread() ?? 0));
    if (wait === 0) {
      if (this.#socket.isPaused) this.#socket.resume();
      return;
    }
    this.#socket.pause();
    this.#resumeTimer = setTimeout(() => this.#readAgainIn(0), wait);
  }

  #obey(bytes: Buffer): void {
    const message = readMessage(bytes);
    if (message === undefined) this.#close(CLOSE.badFrame);
    else if (message.type === 'ack') this.#ack(message.bytes);
    else if (!this.#control.take(1)) this.#close(CLOSE.tooFast);
    else this.#settleSizeSoon(message.cols, message.rows);
  }

  #ack(bytes: number): void {
    const wrong = !this.#acks.take(1) ? CLOSE.tooFast : bytes > this.#unacked ? CLOSE.badFrame : undefined;
    if (wrong !== undefined) {
      this.#close(wrong);
      return;
    }
    this.#unacked -= bytes;
    if (bytes > 0) this.#progressAt = this.#now();
    this.#membership?.ack(bytes);
  }

  #settleSizeSoon(cols: number, rows: number): void {
    this.#size = { cols, rows };
    clearTimeout(this.#resizeTimer);
    this.#resizeTimer = setTimeout(() => this.#settleSize(), RESIZE_DEBOUNCE_MS);
  }

  #settleSize(): void {
    clearTimeout(this.#resizeTimer);
    if (this.#size) this.#membership?.resize(this.#size.cols, this.#size.rows);
    this.#size = undefined;
  }

  #dropIfStalled(): void {
    // A page acknowledges whole steps only: less than one may stay unacknowledged for ever.
    const pending = this.#unacked >= ACK_EVERY_BYTES || this.#socket.bufferedAmount > ACK_EVERY_BYTES;
    if (!pending || this.#now() - this.#progressAt < STALLED_AFTER_MS) return;
    this.#close(CLOSE.stalled);
  }

  // Leaves at once: a socket that is closing takes nothing more, and must not hold the shell back.
  #close(code: number): void {
    this.#socket.close(code);
    this.#gone();
  }

  #gone(): void {
    clearTimeout(this.#resizeTimer);
    clearTimeout(this.#resumeTimer);
    this.#membership?.leave();
  }
}

function readMessage(bytes: Buffer): FromPage | undefined {
  if (bytes.length > MAX_TEXT_BYTES) return undefined;
  try {
    const parsed = fromPageSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
