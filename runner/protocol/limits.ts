// Which numbers must both ends of the wire obey? Each has its unit and its reason; nothing repeats them elsewhere.

const KIB = 1024;

/** Bytes sent but not yet drawn by the page at which the runner stops sending: above it, ^C waits behind a queue (measured: 384 KiB costs no throughput). */
export const WINDOW_HIGH_BYTES = 384 * KIB;

/** Unacknowledged bytes at which sending starts again. */
export const WINDOW_LOW_BYTES = 128 * KIB;

/** The page acknowledges each time it has drawn this many bytes. */
export const ACK_EVERY_BYTES = 64 * KIB;

/** Bytes of a terminal's past that the runner keeps for replay; must exceed WINDOW_HIGH_BYTES, or a slow page would lose its place. */
export const SCROLLBACK_BYTES = 512 * KIB;

/** Largest frame accepted from a page: a bigger paste is cut in pieces by the page. */
export const MAX_FRAME_BYTES = 64 * KIB;

/** Bytes per second of typing and pasting accepted from one socket before reading from it is paused. */
export const INPUT_BYTES_PER_SECOND = 64 * KIB;

/** Bytes of typing that wait in the runner for a program that reads nothing; a paste beyond them is refused, with a notice. */
export const MAX_UNREAD_INPUT_BYTES = 256 * KIB;

/** A frame of at most this many bytes is taken for keys, not for a paste (the longest key sequences are under ten bytes). */
export const KEY_BYTES = 16;

/** Control messages per second accepted from one socket; a page that sends more is broken or hostile. Acks of a 35 MB/s flood need about 560/s, so acks count apart. */
export const CONTROL_MESSAGES_PER_SECOND = 20;

/** Ack messages per second: 4 times what xterm.js can draw (35 MB/s). */
export const ACKS_PER_SECOND = 2500;

/** Bounds a terminal's size is clamped to; a 0x0 or 65536x65536 terminal breaks programs. */
export const MIN_COLS = 2;
export const MAX_COLS = 500;
export const MIN_ROWS = 1;
export const MAX_ROWS = 200;

/** Terminals on one machine, the machine's own included. */
export const MAX_TERMINALS_PER_MACHINE = 4;

/** WebSockets one seat may hold open at once. */
export const MAX_SOCKETS_PER_SEAT = 8;

/** Seconds a one-use ticket lives between the request and the upgrade. */
export const TICKET_SECONDS = 30;

/** Longest pseudonym, in graphemes. */
export const MAX_PSEUDONYM_GRAPHEMES = 24;

/** Longest JSON body of a request. */
export const MAX_BODY_BYTES = 64 * KIB;

/** Longest short answer to a step that asks one, in characters. */
export const MAX_ANSWER_CHARS = 200;
