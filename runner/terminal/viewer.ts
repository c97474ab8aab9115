// What does a terminal need of somebody who looks at it, and what may they do?
import type { FromRunner } from '../protocol/terminal-frames.ts';
import type { FlowWindow } from './flow-control.ts';

/** Cells. */
export interface Size {
  cols: number;
  rows: number;
}

/** Somebody who looks at a terminal: a page over a socket, the proof runner, a test. */
export interface Viewer {
  /** Output to draw, in order. The bytes must not be changed. */
  send(bytes: Uint8Array): void;
  /** What to know between bytes, in order with them. */
  control(frame: FromRunner): void;
  /** Bytes accepted by `send` that have not left yet. */
  bufferedAmount(): number;
  /** Only looks: its input and sizes are ignored. */
  readonly?: boolean;
}

/** A viewer's place at a terminal. */
export interface Membership {
  /** Types bytes. */
  input(bytes: Uint8Array): void;
  /** Typed bytes that the program has not read yet, whoever typed them. */
  unread(): number;
  /** Says the size of the viewer's pane; the terminal takes it when this viewer is the one who types. Clamped. */
  resize(cols: number, rows: number): void;
  /** Says that this many more bytes are drawn. @returns false when that is more than was sent. */
  ack(bytes: number): boolean;
  /** Goes away; the shell stays. */
  leave(): void;
}

/** The terminal's own book on a viewer. */
export interface Member {
  readonly viewer: Viewer;
  readonly flow: FlowWindow;
  readonly readonly: boolean;
  /** Offset of the next byte of the stream to send. */
  cursor: number;
  /** Its backlog was thrown away by ^C; it hears nothing until the shell falls quiet. */
  held: boolean;
  /** Bytes of past to show it then. */
  owed: number;
  /** Size its page draws with now. */
  drawn: Size;
  /** Size it asked for last. */
  wanted: Size | undefined;
  /** When it last typed, as a rank. */
  typed: number;
}
