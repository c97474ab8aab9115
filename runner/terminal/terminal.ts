// Who sees a shell, and what reaches whom? One shell, its bounded past, and any number of viewers, each at its own pace.
import type { Shell } from '../machines/shell.ts';
import { ACK_EVERY_BYTES, SCROLLBACK_BYTES } from '../protocol/limits.ts';
import { isEmulatorReply } from './emulator-replies.ts';
import { FlowWindow, shellMustWait } from './flow-control.ts';
import { History } from './history.ts';
import { type ObservedCommand, ObservedCommands } from './observed-commands.ts';
import { plainText } from './plain-text.ts';
import { clampSize, sameSize, sizeOwner } from './shared-size.ts';
import type { Member, Membership, Size, Viewer } from './viewer.ts';

export type { ObservedCommand } from './observed-commands.ts';
export type { Membership, Viewer } from './viewer.ts';

const CTRL_C = 0x03;
/** After ^C threw a backlog away, the shell counts as quiet after this silence… */
const QUIET_MS = 80;
/** …and at the latest after this time: a program may ignore ^C. */
const HOLD_MAX_MS = 1000;
/** Past shown after ^C threw the backlog away: a screenful or two. */
const SHORT_REPLAY_BYTES = 16 * 1024;
/** Past shown to a page that lost its place. */
const LOST_REPLAY_BYTES = 64 * 1024;
const TAIL_BYTES = 8 * 1024;
/** A program that is told two sizes at once sees only the last one, and may not redraw. */
const NUDGE_MS = 60;
/** Aborts an unfinished sequence (CAN), then resets (RIS): a viewer that was cut off in mid-sequence starts clean. */
const CLEAN_START = Buffer.from('\x18\x1bc', 'latin1');

type Unsubscribe = () => void;

/** A terminal: lives as long as its machine's shell, whatever comes and goes at the other end. */
export class Terminal {
  #shell: Shell;
  #size: Size;
  #sizeTold = false;
  #paused = false;
  #ended = false;
  #typings = 0;
  #holdUntil = 0;
  #quietTimer: NodeJS.Timeout | undefined;
  #nudgeTimer: NodeJS.Timeout | undefined;
  readonly #history = new History((payload) => this.#mark(payload));
  #commands = new ObservedCommands();
  readonly #members = new Set<Member>();
  readonly #commandListeners = new Set<(command: ObservedCommand) => void>();
  readonly #activityListeners = new Set<() => void>();
  readonly #endListeners = new Set<() => void>();

  /** @param options `cols` and `rows`: the size the shell was made with, in cells. */
  constructor(options: { shell: Shell; cols: number; rows: number }) {
    this.#shell = options.shell;
    this.#size = clampSize(options.cols, options.rows);
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

  /** True once `end` was called. */
  get ended(): boolean {
    return this.#ended;
  }

  /** True while the shell waits for its pages. */
  get paused(): boolean {
    return this.#paused;
  }

  /** How many look at it now. */
  get viewers(): number {
    return this.#members.size;
  }

  /** Bytes that this terminal makes the runner keep: its past, and what waits in viewers' sockets. */
  get retainedBytes(): number {
    let bytes = this.#history.retainedBytes;
    for (const { viewer } of this.#members) bytes += viewer.bufferedAmount();
    return bytes;
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
    const member: Member = {
      viewer,
      flow: new FlowWindow(),
      readonly: viewer.readonly === true,
      cursor: this.#history.end,
      held: false,
      owed: 0,
      drawn: this.#size,
      wanted: undefined,
      typed: 0,
    };
    const past = this.#history.replay(SCROLLBACK_BYTES);
    viewer.control({ type: 'ready', replayBytes: past.length, ...this.#size });
    this.#send(member, past);
    if (this.#ended) viewer.control({ type: 'exit' });
    else this.#members.add(member);
    this.#redrawFullScreen();
    this.#pace();
    return {
      input: (bytes) => this.#input(member, bytes),
      resize: (cols, rows) => this.#wish(member, cols, rows),
      ack: (bytes) => this.#ack(member, bytes),
      leave: () => this.#leave(member),
    };
  }

  /** The runner types, as if the person had (« faire à ma place »). */
  type(bytes: Uint8Array): void {
    if (this.#ended) return;
    this.#shell.write(bytes);
    this.#active();
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
    this.#paused = false;
    if (options.replays) {
      this.#history.clear();
      this.#commands = new ObservedCommands();
      this.#hold([...this.#members], SCROLLBACK_BYTES);
    }
    this.#listen(shell);
    if (this.#sizeTold) void shell.resize(this.cols, this.rows);
    this.#pace();
  }

  /** The terminal is over: viewers are told, the stream is let go. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#releaseHeld();
    clearTimeout(this.#nudgeTimer);
    for (const { viewer } of this.#members) viewer.control({ type: 'exit' });
    this.#members.clear();
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
    for (const member of this.#members) {
      if (member.cursor !== from || member.held || !member.flow.open) continue;
      member.cursor = this.#history.end;
      this.#send(member, bytes);
    }
    if (this.#quietTimer) this.#stillNoisy();
    this.#pace();
    this.#active();
  }

  #send(member: Member, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    member.viewer.send(bytes);
    member.flow.sent(bytes.length, member.viewer.bufferedAmount());
  }

  #ack(member: Member, bytes: number): boolean {
    const known = member.flow.acked(bytes, member.viewer.bufferedAmount());
    this.#catchUp(member);
    this.#pace();
    return known;
  }

  #catchUp(member: Member): void {
    if (member.held || !this.#members.has(member)) return;
    if (member.flow.open && member.cursor < this.#history.start) this.#skip(member, LOST_REPLAY_BYTES);
    while (member.flow.open && member.cursor < this.#history.end) {
      // A copy: the socket may still hold it when the ring has come round.
      const piece = this.#history.copy(member.cursor, member.cursor + ACK_EVERY_BYTES);
      member.cursor += piece.length;
      this.#send(member, piece);
    }
  }

  #skip(member: Member, maxBytes: number): void {
    const past = Buffer.concat([CLEAN_START, this.#history.replay(maxBytes)]);
    member.viewer.control({ type: 'skipped', replayBytes: past.length });
    member.cursor = this.#history.end;
    this.#send(member, past);
    this.#redrawFullScreen();
  }

  #pace(): void {
    const wait = shellMustWait(this.#members);
    if (wait === this.#paused) return;
    this.#paused = wait;
    if (wait) this.#shell.pause();
    else this.#shell.resume();
  }

  #input(member: Member, bytes: Uint8Array): void {
    if (member.readonly || !this.#members.has(member)) return;
    if (sizeOwner(this.#members) !== member && isEmulatorReply(bytes)) return;
    this.#typings += 1;
    member.typed = this.#typings;
    this.#settleSize();
    if (bytes.includes(CTRL_C)) this.#interrupt();
    this.#shell.write(bytes);
    this.#active();
  }

  // What was printed before ^C is what the person no longer wants: who lags gets the end, not the rest.
  #interrupt(): void {
    const late = [...this.#members].filter(
      ({ flow, cursor }) => flow.strained || !flow.open || cursor < this.#history.end,
    );
    this.#hold(late, SHORT_REPLAY_BYTES);
  }

  #hold(members: readonly Member[], owed: number): void {
    if (members.length === 0) return;
    for (const member of members) {
      member.held = true;
      member.owed = owed;
    }
    this.#holdUntil = Date.now() + HOLD_MAX_MS;
    clearTimeout(this.#quietTimer);
    this.#quietTimer = setTimeout(() => this.#releaseHeld(), QUIET_MS);
    this.#pace();
  }

  #stillNoisy(): void {
    if (Date.now() > this.#holdUntil) this.#releaseHeld();
    else this.#quietTimer?.refresh();
  }

  #releaseHeld(): void {
    clearTimeout(this.#quietTimer);
    this.#quietTimer = undefined;
    for (const member of this.#members) {
      if (!member.held) continue;
      member.held = false;
      this.#skip(member, member.owed);
    }
    this.#pace();
  }

  #wish(member: Member, cols: number, rows: number): void {
    if (member.readonly || !this.#members.has(member)) return;
    member.wanted = clampSize(cols, rows);
    member.drawn = { cols, rows };
    this.#settleSize();
  }

  #settleSize(): void {
    const size = sizeOwner(this.#members)?.wanted;
    if (size && !(this.#sizeTold && sameSize(size, this.#size))) {
      this.#size = size;
      this.#sizeTold = true;
      void this.#shell.resize(size.cols, size.rows);
    }
    for (const member of this.#members) {
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

  #leave(member: Member): void {
    if (!this.#members.delete(member)) return;
    this.#settleSize();
    this.#pace();
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
