// What does a class tell each of its seats, and what does a seat ask? Both ends parse with these; what trainers see and ask is in board.ts.
import * as z from 'zod/mini';
import { id, instant, text } from './pieces.ts';

/** Longest sentence beside a raised hand, in UTF-16 units. */
export const MAX_HAND_CHARS = 140;

/** What happened between a trainer and a seat, for the short log on both sides. */
export const HELP_EVENTS = ['asked', 'refused', 'watch', 'write', 'cut', 'left', 'withdrawn'] as const;
const helpEvent = z.strictObject({ at: instant, by: z.string(), what: z.enum(HELP_EVENTS) });
export type HelpEvent = z.infer<typeof helpEvent>;

/** The class as one seat sees it. Whatever is absent is not the case. */
export const classViewSchema = z.strictObject({
  now: instant,
  endsAt: z.optional(instant),
  pausedSince: z.optional(instant),
  /** Paused for long: every machine is off until the class goes on. */
  asleep: z.optional(z.boolean()),
  /** The trainer announced the end: take your work home now. */
  closing: z.optional(z.boolean()),
  message: z.optional(z.strictObject({ id, text: z.string(), by: z.string(), at: instant })),
  /** « Regardez le tableau »: the page dims until its reader dismisses it. */
  look: z.optional(z.strictObject({ id, by: z.string() })),
  timer: z.optional(z.strictObject({ id, endsAt: instant })),
  /** The step that everybody should be at now. */
  everybodyAt: z.optional(z.strictObject({ lab: id, step: id })),
  hand: z.optional(z.strictObject({ raisedAt: instant, position: z.int(), takenBy: z.optional(z.string()) })),
  help: z.strictObject({
    /** Somebody asks to help and waits for an answer. */
    asks: z.array(z.strictObject({ id, by: z.string() })),
    /** Somebody watches, or writes, now. */
    here: z.array(z.strictObject({ id, by: z.string(), write: z.boolean(), typing: z.boolean() })),
    /** The last events, oldest first. */
    log: z.array(helpEvent),
  }),
  /** The trainer offers to do this step in one's place. */
  solve: z.optional(z.strictObject({ id, lab: id, step: id })),
  /** A terminal of the trainer that everybody may watch. */
  shown: z.optional(z.strictObject({ by: z.string() })),
});
export type ClassView = z.infer<typeof classViewSchema>;

/** POST /api/class/hand: raises the hand (again: changes the sentence), or takes it down. */
export const handRequestSchema = z.strictObject({
  raised: z.boolean(),
  sentence: z.optional(text(MAX_HAND_CHARS)),
});
/** POST /api/class/answer: what a trainer asked; POST /api/class/cut: that trainer out, now. */
export const helpAnswerSchema = z.strictObject({ id, answer: z.enum(['no', 'watch', 'write']) });
export const cutRequestSchema = z.strictObject({ id });
/** POST /api/class/solve: yes or no to « faire à ma place » offered by the trainer. */
export const solveAnswerSchema = z.strictObject({ id, accept: z.boolean() });

/** GET /api/notice: what is kept, until when, by whom; read at the door, before joining. */
export const noticeSchema = z.strictObject({ controller: z.optional(z.string()), keepDays: z.int() });
