// Which viewer gets which bytes, and when must the shell wait? Each has a place of its own in the stream; ^C makes who lags let go of it.
import { ACK_EVERY_BYTES, SCROLLBACK_BYTES } from '../protocol/limits.ts';
import type { FromRunner } from '../protocol/terminal-frames.ts';
import { FlowWindow, shellMustWait } from './flow-control.ts';
import type { History } from './history.ts';
import type { Member, Size, Viewer } from './viewer.ts';

/** After ^C threw a backlog away, the shell counts as quiet after this silence… */
const QUIET_MS = 80;
/** …and at the latest after this time: a program may ignore ^C. */
const HOLD_MAX_MS = 1000;
/** Past shown after ^C threw the backlog away: a screenful or two. */
const SHORT_REPLAY_BYTES = 16 * 1024;
/** Past shown to a page that lost its place. */
const LOST_REPLAY_BYTES = 64 * 1024;
/** Aborts an unfinished sequence (CAN), then resets (RIS): a viewer that was cut off in mid-sequence starts clean. */
const CLEAN_START = Buffer.from('\x18\x1bc', 'latin1');

/** What an audience asks of its terminal. */
export interface Stage {
  readonly history: History;
  /** Back-pressure on the shell, told only when it changes. */
  pause(): void;
  resume(): void;
  /** A past was shown that a full-screen program must draw over. */
  redraw(): void;
}

/** Everybody who looks at one terminal. */
export class Audience {
  readonly members = new Set<Member>();
  readonly #stage: Stage;
  #paused = false;
  #holdUntil = 0;
  #quietTimer: NodeJS.Timeout | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** True while the shell waits. */
  get paused(): boolean {
    return this.#paused;
  }

  /** Bytes that wait in the members' sockets. */
  get bufferedBytes(): number {
    let bytes = 0;
    for (const { viewer } of this.members) bytes += viewer.bufferedAmount();
    return bytes;
  }

  /** Shows a newcomer the past; from now on they get what comes. */
  admit(viewer: Viewer, size: Size): Member {
    const { history } = this.#stage;
    const member: Member = {
      viewer,
      flow: new FlowWindow(),
      readonly: viewer.readonly === true,
      cursor: history.end,
      held: false,
      owed: 0,
      drawn: size,
      wanted: undefined,
      typed: 0,
    };
    const past = history.replay(SCROLLBACK_BYTES);
    viewer.control({ type: 'ready', replayBytes: past.length, ...size });
    this.#send(member, past);
    this.members.add(member);
    this.#stage.redraw();
    this.pace();
    return member;
  }

  /** @returns false when they had gone already. */
  dismiss(member: Member): boolean {
    const was = this.members.delete(member);
    this.pace();
    return was;
  }

  /** Everybody hears this frame, then nobody is left. */
  dismissAll(last: FromRunner): void {
    this.#releaseHeld();
    for (const { viewer } of this.members) viewer.control(last);
    this.members.clear();
  }

  /** New output, already in the history, from offset `from`: at once to who is up to date. */
  deliver(bytes: Buffer, from: number): void {
    for (const member of this.members) {
      if (member.cursor !== from || member.held || !member.flow.open) continue;
      member.cursor = this.#stage.history.end;
      this.#send(member, bytes);
    }
    if (this.#quietTimer) this.#stillNoisy();
    this.pace();
  }

  /** A member has drawn so many bytes. @returns false when that is more than was sent. */
  ack(member: Member, bytes: number): boolean {
    const known = member.flow.acked(bytes, member.viewer.bufferedAmount());
    this.#catchUp(member);
    this.pace();
    return known;
  }

  /** ^C was typed. What was printed before it is what the person no longer wants: who lags gets the end, not the rest. */
  interrupt(): void {
    const { end } = this.#stage.history;
    const late = [...this.members].filter(({ flow, cursor }) => flow.strained || !flow.open || cursor < end);
    this.#hold(late, SHORT_REPLAY_BYTES);
  }

  /** The stream starts again with its past: nobody sees it come, everybody gets the whole once it is there. */
  startAgain(): void {
    this.#hold([...this.members], SCROLLBACK_BYTES);
  }

  /** Pauses or resumes the shell if that changed. */
  pace(): void {
    const wait = shellMustWait(this.members);
    if (wait === this.#paused) return;
    this.#paused = wait;
    if (wait) this.#stage.pause();
    else this.#stage.resume();
  }

  /** A new shell has come, which nobody has paused. */
  forgetPause(): void {
    this.#paused = false;
    this.pace();
  }

  #send(member: Member, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    member.viewer.send(bytes);
    member.flow.sent(bytes.length, member.viewer.bufferedAmount());
  }

  #catchUp(member: Member): void {
    const { history } = this.#stage;
    if (member.held || !this.members.has(member)) return;
    if (member.flow.open && member.cursor < history.start) this.#skip(member, LOST_REPLAY_BYTES);
    while (member.flow.open && member.cursor < history.end) {
      // A copy: the socket may still hold it when the ring has come round.
      const piece = history.copy(member.cursor, member.cursor + ACK_EVERY_BYTES);
      member.cursor += piece.length;
      this.#send(member, piece);
    }
  }

  #skip(member: Member, maxBytes: number): void {
    const past = Buffer.concat([CLEAN_START, this.#stage.history.replay(maxBytes)]);
    member.viewer.control({ type: 'skipped', replayBytes: past.length });
    member.cursor = this.#stage.history.end;
    this.#send(member, past);
    this.#stage.redraw();
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
    this.pace();
  }

  #stillNoisy(): void {
    if (Date.now() > this.#holdUntil) this.#releaseHeld();
    else this.#quietTimer?.refresh();
  }

  #releaseHeld(): void {
    clearTimeout(this.#quietTimer);
    this.#quietTimer = undefined;
    for (const member of this.members) {
      if (!member.held) continue;
      member.held = false;
      this.#skip(member, member.owed);
    }
    this.pace();
  }
}
