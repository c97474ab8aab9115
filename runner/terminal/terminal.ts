// What is a terminal, for the rest of the runner? One shell, its bounded past, and those who look at it; it lives as long as the shell, whatever comes and goes at the other end.
import type { Shell } from '../machines/shell.ts';
import { Audience } from './audience.ts';
import { isEmulatorReply } from './emulator-replies.ts';
import { History } from './history.ts';
import { type ObservedCommand, ObservedCommands } from './observed-commands.ts';
import { plainText } from './plain-text.ts';
import { clampSize, sameSize, sizeOwner } from './shared-size.ts';
import type { Member, Membership, Size, Viewer } from './viewer.ts';

export type { ObservedCommand } from './observed-commands.ts';
export type { Membership, Viewer } from './viewer.ts';

const CTRL_C = 0x03;
const TAIL_BYTES = 8 * 1024;
/** A program that is told two sizes at once sees only the last one, and may not redraw. */
const NUDGE_MS = 60;

type Unsubscribe = () => void;

export class Terminal {
  #shell: Shell;
  #size: Size;
  #sizeTold = false;
  #ended = false;
  #typings = 0;
  #nudgeTimer: NodeJS.Timeout | undefined;
  #commands = new ObservedCommands();
  readonly #history = new History((payload) => this.#mark(payload));
  readonly #audience: Audience;
  readonly #commandListeners = new Set<(command: ObservedCommand) => void>();
  readonly #activityListeners = new Set<() => void>();
  readonly #endListeners = new Set<() => void>();

  /** @param options `cols` and `rows`: the size the shell was made with, in cells. */
  constructor(options: { shell: Shell; cols: number; rows: number }) {
    this.#shell = options.shell;
    this.#size = clampSize(options.cols, options.rows);
    this.#audience = new Audience({
      history: this.#history,
      pause: () => this.#shell.pause(),
      resume: () => this.#shell.resume(),
      redraw: () => this.#redrawFullScreen(),
    });
    this.#listen(options.shell);
  }

  /** Its size now, in cells. */
  get cols(): number {
    return this.#size.cols;
  }

  get rows(): number {
    return this.#size.rows;
  }

  /** The last 200 commands that the shell announced, oldest first. */
  get commands(): readonly ObservedCommand[] {
    return this.#commands.list;
  }

  /** True when the shell waits for a command. */
  get atPrompt(): boolean {
    return this.#commands.atPrompt;
  }

  /** How many prompts its shell has shown. */
  get prompts(): number {
    return this.#commands.prompts;
  }

  /** True once `end` was called. */
  get ended(): boolean {
    return this.#ended;
  }

  /** True while the shell waits for its pages. */
  get paused(): boolean {
    return this.#audience.paused;
  }

  /** How many look at it now. */
  get viewers(): number {
    return this.#audience.members.size;
  }

  /** Bytes that this terminal makes the runner keep: its past, and what waits in viewers' sockets. */
  get retainedBytes(): number {
    return this.#history.retainedBytes + this.#audience.bufferedBytes;
  }

  /** Calls back when a command starts and again when it has ended (then with its exit code). */
  onCommand(listener: (command: ObservedCommand) => void): Unsubscribe {
    return subscribe(this.#commandListeners, listener);
  }

  /** Calls back at each output and each input. */
  onActivity(listener: () => void): Unsubscribe {
    return subscribe(this.#activityListeners, listener);
  }

  /** Calls back when the shell's stream is over; answer with `replaceShell` or `end`. */
  onEnd(listener: () => void): Unsubscribe {
    return subscribe(this.#endListeners, listener);
  }

  /** Lets somebody look: the past first, then everything as it comes. */
  join(viewer: Viewer): Membership {
    const member = this.#audience.admit(viewer, this.#size);
    if (this.#ended) this.#audience.dismissAll({ type: 'exit' });
    return {
      input: (bytes) => this.#input(member, bytes),
      unread: () => this.#shell.unread,
      resize: (cols, rows) => this.#wish(member, cols, rows),
      ack: (bytes) => this.#audience.ack(member, bytes),
      leave: () => {
        if (this.#audience.dismiss(member)) this.#settleSize();
      },
    };
  }

  /** The runner types, as if the person had (« faire à ma place »). */
  type(bytes: Uint8Array): void {
    if (!this.#ended) this.#write(bytes);
  }

  /** The last 8 KiB of output as plain text. */
  screenTail(): string {
    return plainText(this.#history.copy(this.#history.end - TAIL_BYTES, this.#history.end));
  }

  /** Goes on with another stream of the same shell. @param options `replays`: the new stream tells its past first, which takes the place of ours. */
  replaceShell(shell: Shell, options: { replays?: boolean } = {}): void {
    if (this.#ended) {
      shell.release();
      return;
    }
    this.#shell.release();
    this.#shell = shell;
    if (options.replays) {
      this.#history.clear();
      this.#commands = new ObservedCommands();
      this.#audience.startAgain();
    }
    this.#listen(shell);
    if (this.#sizeTold) void shell.resize(this.cols, this.rows);
    this.#audience.forgetPause();
  }

  /** The terminal is over: viewers are told, the stream is let go. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#nudgeTimer);
    this.#audience.dismissAll({ type: 'exit' });
    this.#shell.release();
  }

  #listen(shell: Shell): void {
    shell.onData((bytes) => {
      if (this.#shell === shell && !this.#ended) this.#output(bytes);
    });
    shell.onEnd(() => {
      if (this.#shell !== shell || this.#ended) return;
      for (const listener of [...this.#endListeners]) listener();
    });
  }

  #output(bytes: Buffer): void {
    const from = this.#history.end;
    this.#history.append(bytes);
    this.#audience.deliver(bytes, from);
    this.#active();
  }

  #input(member: Member, bytes: Uint8Array): void {
    const { members } = this.#audience;
    if (member.readonly || !members.has(member)) return;
    if (sizeOwner(members) !== member && isEmulatorReply(bytes)) return;
    this.#typings += 1;
    member.typed = this.#typings;
    this.#settleSize();
    this.#write(bytes);
  }

  #write(bytes: Uint8Array): void {
    if (bytes.includes(CTRL_C)) this.#audience.interrupt();
    this.#shell.write(bytes);
    this.#active();
  }

  #wish(member: Member, cols: number, rows: number): void {
    if (member.readonly || !this.#audience.members.has(member)) return;
    member.wanted = clampSize(cols, rows);
    member.drawn = { cols, rows };
    this.#settleSize();
  }

  #settleSize(): void {
    const { members } = this.#audience;
    const size = sizeOwner(members)?.wanted;
    if (size && !(this.#sizeTold && sameSize(size, this.#size))) {
      this.#size = size;
      this.#sizeTold = true;
      void this.#shell.resize(size.cols, size.rows);
    }
    for (const member of members) {
      if (sameSize(member.drawn, this.#size)) continue;
      member.drawn = this.#size;
      member.viewer.control({ type: 'resized', ...this.#size });
    }
  }

  // A full-screen program draws changes, not the screen; only a new size makes it draw everything.
  #redrawFullScreen(): void {
    if (!this.#history.alternateScreen || this.#ended) return;
    void this.#shell.resize(this.cols, this.rows > 1 ? this.rows - 1 : 2);
    clearTimeout(this.#nudgeTimer);
    this.#nudgeTimer = setTimeout(() => void this.#shell.resize(this.cols, this.rows), NUDGE_MS);
  }

  #mark(payload: string): void {
    const command = this.#commands.mark(payload);
    if (!command) return;
    for (const listener of [...this.#commandListeners]) listener(command);
  }

  #active(): void {
    for (const listener of this.#activityListeners) listener();
  }
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): Unsubscribe {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
