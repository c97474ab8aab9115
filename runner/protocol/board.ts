// What does a trainer see of a class, and what do they ask? The board, the séances, the figures; both ends parse with these.
import * as z from 'zod/mini';
import { id, instant, text } from './pieces.ts';

/** Longest message of a trainer to the class, in UTF-16 units. */
export const MAX_MESSAGE_CHARS = 500;
/** Longest name of somebody who leads. */
export const MAX_TRAINER_NAME_CHARS = 40;

const boardMachine = z.strictObject({
  name: id,
  state: z.string(),
  /** Stopped because it filled the disk. */
  full: z.optional(z.boolean()),
  terminals: z.array(id),
});

/** One seat on the board. */
export const boardRowSchema = z.strictObject({
  id,
  pseudonym: z.string(),
  here: z.boolean(),
  /** The trainer's own try-out: not part of the class. */
  trial: z.boolean(),
  /** Path of the lesson that a page of theirs shows, e.g. `premiers-pas/terminal`. */
  lesson: z.optional(z.string()),
  lab: z.optional(id),
  /** The first step not passed; absent when all are. */
  step: z.optional(id),
  /** When they came to that step. */
  since: z.optional(instant),
  passed: z.int(),
  total: z.int(),
  hints: z.int(),
  /** The hint last seen on that step. */
  hint: z.optional(id),
  /** The last check after something was done, by itself or asked for. `hint`: what it missed. */
  lastCheck: z.optional(
    z.strictObject({ at: instant, lab: id, step: id, passed: z.boolean(), hint: z.optional(id) }),
  ),
  /** Longer on this step than their peers. */
  stuck: z.boolean(),
  hand: z.optional(
    z.strictObject({
      raisedAt: instant,
      sentence: z.optional(z.string()),
      takenBy: z.optional(z.string()),
    }),
  ),
  help: z.optional(
    z.strictObject({
      id,
      by: z.string(),
      state: z.enum(['asked', 'watch', 'write']),
      /** Which trainer: two may have the same name. */
      trainer: id,
    }),
  ),
  /** The last answer to an offer of help, as long as it is news. */
  refusedAt: z.optional(instant),
  machines: z.array(boardMachine),
  endsAt: z.optional(instant),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

/** What stands above the rows. */
export const boardHeadSchema = z.strictObject({
  now: instant,
  workshop: z.strictObject({
    id,
    title: z.string(),
    seats: z.int(),
    ended: z.boolean(),
    endsAt: z.optional(instant),
    pausedSince: z.optional(instant),
    /** The machines are off, or about to be: `warm.house` says which. */
    asleep: z.optional(z.boolean()),
    closing: z.boolean(),
  }),
  message: z.optional(z.string()),
  look: z.boolean(),
  timer: z.optional(instant),
  everybodyAt: z.optional(z.strictObject({ lab: id, step: id })),
  /** Seat whose terminal everybody may watch. */
  shown: z.optional(id),
  /** Machines that wait with a prompt, of those wanted. */
  warm: z.optional(z.strictObject({ ready: z.int(), wanted: z.int(), house: z.string() })),
  /** After the end: machines are being erased, or one of them could not be; absent when none is left. */
  erasing: z.optional(z.enum(['now', 'failed'])),
  /** Codes of what to know, e.g. `engine-down`. */
  warnings: z.array(z.string()),
});
export type BoardHead = z.infer<typeof boardHeadSchema>;

/** From the runner to a board. `board`: everything, at the start of each connection; `changes`: the rows that changed, and who stands where now. */
export const trainerFromRunnerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('board'), head: boardHeadSchema, rows: z.array(boardRowSchema) }),
  z.strictObject({
    type: z.literal('changes'),
    head: boardHeadSchema,
    rows: z.array(boardRowSchema),
    order: z.array(id),
  }),
  /** This trainer may not lead this séance any more, or it is erased. */
  z.strictObject({ type: z.literal('over') }),
]);
export type TrainerFromRunner = z.infer<typeof trainerFromRunnerSchema>;

/** From a board: a ping every 20 s, answered with a `changes`. */
export const trainerFromPageSchema = z.strictObject({ type: z.literal('ping') });

// ── What a trainer asks. ──

export const seatRequestSchema = z.strictObject({ seat: id });
export const trainerHandSchema = z.strictObject({ seat: id, do: z.enum(['take', 'leave', 'done']) });
/** Empty text: nothing is shown any more. */
export const messageRequestSchema = z.strictObject({ text: text(MAX_MESSAGE_CHARS) });
export const switchRequestSchema = z.strictObject({ on: z.boolean() });
/** `machinesOff`: not for a moment but overnight, with every machine off. */
export const pauseRequestSchema = z.strictObject({ on: z.boolean(), machinesOff: z.optional(z.boolean()) });
/** 0 minutes: no timer. */
export const timerRequestSchema = z.strictObject({ minutes: z.int().check(z.gte(0), z.lte(240)) });
/** For all, or for one seat; negative shortens. */
export const extendRequestSchema = z.strictObject({
  minutes: z.int().check(z.gte(-600), z.lte(1440)),
  seat: z.optional(id),
});
/** Absolute end; null: none. */
export const endsAtRequestSchema = z.strictObject({ endsAt: z.nullable(instant) });
export const everybodyRequestSchema = z.strictObject({
  at: z.nullable(z.strictObject({ lab: id, step: id })),
});
export const offerSolveSchema = z.strictObject({ lab: id, step: id, seat: z.optional(id) });
export const repairRequestSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('restart'), seat: id, machine: id }),
  z.strictObject({ do: z.literal('reset'), seat: id, lab: id, step: id }),
  z.strictObject({ do: z.literal('merge'), seat: id, into: id }),
  z.strictObject({ do: z.literal('remove'), seat: id }),
]);
export type RepairRequest = z.infer<typeof repairRequestSchema>;
export const personalCodeSchema = z.strictObject({ pseudonym: z.string(), personalCode: z.string() });
/** POST /api/trainer/tickets: for the board's socket, or for a terminal of a seat that consented. */
export const trainerTicketSchema = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('trainer') }),
  z.strictObject({ for: z.literal('help'), seat: id, machine: id, terminal: id }),
]);
export const nameRequestSchema = z.strictObject({ name: text(MAX_TRAINER_NAME_CHARS) });

/** POST /api/trainer/open: one more séance. */
export const openRequestSchema = z.strictObject({
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  language: z.enum(['fr', 'en']),
  seats: z.int().check(z.gte(1), z.lte(200)),
  endsAt: z.optional(z.nullable(instant)),
  /** Days that rows are kept after the end. */
  keepDays: z.optional(z.int().check(z.gte(0), z.lte(365))),
  /** Lessons of the day with their minutes. */
  plan: z.optional(
    z
      .array(
        z.strictObject({
          lesson: z.string().check(z.maxLength(120)),
          minutes: z.int().check(z.gte(0), z.lte(480)),
        }),
      )
      .check(z.maxLength(60)),
  ),
});
export type OpenRequest = z.infer<typeof openRequestSchema>;
export const warmRequestSchema = z.strictObject({ machines: z.int().check(z.gte(0), z.lte(200)) });
/** The séance's own id, again: erasing is not for a stray click. */
export const purgeRequestSchema = z.strictObject({ workshop: id });

export const workshopListSchema = z.strictObject({
  me: z.strictObject({ id, name: z.string() }),
  workshops: z.array(
    z.strictObject({
      id,
      title: z.string(),
      openedAt: instant,
      endsAt: z.optional(instant),
      endedAt: z.optional(instant),
      seats: z.int(),
      taken: z.int(),
      keepDays: z.int(),
      plan: z.array(z.strictObject({ lesson: z.string(), minutes: z.int() })),
    }),
  ),
});
export type WorkshopList = z.infer<typeof workshopListSchema>;

/** GET /api/trainer/preflight: what could go wrong before anybody sits down, in sentences of the runner's words. */
export const preflightSchema = z.strictObject({
  findings: z.array(
    z.strictObject({
      id: z.string(),
      level: z.enum(['ok', 'warn', 'fail']),
      text: z.string(),
      remedy: z.optional(z.string()),
    }),
  ),
  /** Seats that fit this machine; absent when nobody can tell. */
  fits: z.optional(z.int()),
});

/** GET /api/trainer/figures: numbers of a class, of nobody. */
export const figuresSchema = z.strictObject({
  people: z.int(),
  steps: z.array(
    z.strictObject({
      lab: id,
      step: id,
      reached: z.int(),
      passed: z.int(),
      solved: z.int(),
      medianSeconds: z.optional(z.int()),
      hints: z.int(),
      stopped: z.int(),
    }),
  ),
});
export type Figures = z.infer<typeof figuresSchema>;
/** POST /api/trainer/link: for a command of this installation, by the key of this run. */
export const linkRequestSchema = z.strictObject({ key: text(200) });
/** POST /api/trainer/invite, /api/trainer/link. */
export const linkReplySchema = z.strictObject({ url: z.string() });
/** POST /api/trainer/purge: what is left after it; all zero, or it says so. */
export const purgedSchema = z.strictObject({ rows: z.int(), machines: z.int(), networks: z.int() });
