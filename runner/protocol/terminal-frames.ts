// What do the text frames of a terminal socket say? Binary frames, both ways, are raw bytes and are never parsed.
import * as z from 'zod/mini';

const count = z.int().check(z.nonnegative());

/** From the page. `resize`: the pane's size in cells. `ack`: bytes drawn since the last ack. */
export const fromPageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('resize'), cols: z.int(), rows: z.int() }),
  z.strictObject({ type: z.literal('ack'), bytes: count }),
]);
export type FromPage = z.infer<typeof fromPageSchema>;

/**
 * From the runner.
 * `ready`: the next `replayBytes` bytes are the past; the page draws them and sends nothing back for them (no reply of the emulator, but acks do count them).
 * `resized`: another page set the size; draw with this one.
 * `skipped`: the page was too far behind (or ^C threw the backlog away); clear the screen, then `replayBytes` bytes of past follow.
 * `exit`: this terminal is over and will not come back under this id.
 * `notice`: a sentence for the person, by code (words file of the page).
 */
export const fromRunnerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), replayBytes: count, cols: z.int(), rows: z.int() }),
  z.strictObject({ type: z.literal('resized'), cols: z.int(), rows: z.int() }),
  z.strictObject({ type: z.literal('skipped'), replayBytes: count }),
  z.strictObject({ type: z.literal('exit') }),
  z.strictObject({ type: z.literal('notice'), code: z.string() }),
]);
/** Code of the notice that a paste was refused: the program reads nothing. */
export const INPUT_REFUSED = 'input-refused';

export type FromRunner = z.infer<typeof fromRunnerSchema>;

/** WebSocket close codes of ours (4000-4999 is the private range of RFC 6455 section 7.4.2). */
export const CLOSE = {
  /** The runner stops or restarts: reconnect. */
  goingAway: 1001,
  /** The page broke the protocol: do not reconnect. */
  badFrame: 4000,
  /** The seat or the workshop ended: do not reconnect. */
  seatEnded: 4001,
  /** The terminal is over (its shell ended and none follows). */
  terminalEnded: 4002,
  /** The trainee cut, or the trainer left: do not reconnect. */
  helpEnded: 4004,
  /** Too many control messages. */
  tooFast: 4003,
  /** The page drew nothing for 30 s with data pending: reconnect when awake. */
  stalled: 4008,
} as const;
