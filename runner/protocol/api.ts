// What do pages ask over HTTP, and what do they get? Every request body and every reply has its shape here; both ends parse with it.
import * as z from 'zod/mini';
import { MAX_ANSWER_CHARS } from './limits.ts';
import { labViewSchema } from './live-frames.ts';
import { id, text } from './pieces.ts';

/** Languages of the interface; adding one is adding words files. */
export const LANGUAGES = ['fr', 'en'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;

// POST /api/join and POST /api/return: both answer seatViewSchema and set the seat's cookie.
// Lengths here only bound the work; what a good code or pseudonym is, the runner says by refusal.
export const joinRequestSchema = z.strictObject({ code: text(200), pseudonym: text(200) });
export const returnRequestSchema = z.strictObject({ personalCode: text(200) });

/** GET /api/me, too: who am I here? */
export const seatViewSchema = z.strictObject({
  pseudonym: z.string(),
  /** Three words that bring another tab or device to this seat. */
  personalCode: z.string(),
  workshop: z.strictObject({ title: z.string(), endsAt: z.optional(z.number()) }),
});
export type SeatView = z.infer<typeof seatViewSchema>;

// POST /api/leave {} : this browser forgets the seat; the seat stays.

// POST /api/labs/open: makes sure that the lab's machines exist or are queued. Answers labViewSchema.
export const labRequestSchema = z.strictObject({ lab: id });
// POST /api/labs/build-up: plays the solutions of the labs that this one continues, as far as they are not done. Answers labViewSchema.
// POST /api/labs/reset: fresh machines, progress of this lab forgotten; names and servers of `losses` are given back, unless `keep`. Answers labViewSchema.
export const resetRequestSchema = z.strictObject({ lab: id, keep: z.optional(z.boolean()) });
// POST /api/labs/start-machine {lab, machine}: starts a machine that is off. Answers labViewSchema.
export const machineRequestSchema = z.strictObject({ lab: id, machine: id });
// POST /api/steps/check, POST /api/steps/solve: run the check now; play the solution in terminal 1. Both answer labViewSchema.
export const stepRequestSchema = z.strictObject({ lab: id, step: id });
// POST /api/steps/hint: show the hint of this level. Answers labViewSchema.
export const hintRequestSchema = z.strictObject({
  lab: id,
  step: id,
  level: z.union([z.literal(1), z.literal(2)]),
});
// POST /api/steps/answer: a short answer to a step that asks one. Answers labViewSchema.
export const answerRequestSchema = z.strictObject({ lab: id, step: id, answer: text(MAX_ANSWER_CHARS) });

// POST /api/tickets: one-use ticket for a WebSocket: `/ws/terminal?ticket=…` or `/ws/live?ticket=…`.
export const ticketRequestSchema = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('live') }),
  z.strictObject({ for: z.literal('terminal'), machine: id, terminal: id }),
  /** The terminal that the trainer shows to everybody: a look only. */
  z.strictObject({ for: z.literal('shown') }),
]);
export const ticketReplySchema = z.strictObject({ ticket: z.string() });

// POST /api/terminals/open {machine}: one more terminal; answers its id. POST /api/terminals/close {machine, terminal}.
export const openTerminalRequestSchema = z.strictObject({ machine: id });
export const openTerminalReplySchema = z.strictObject({ terminal: id });
export const closeTerminalRequestSchema = z.strictObject({ machine: id, terminal: id });

/** GET /api/health (no seat needed): is this the runner, and can it take a class? */
export const healthSchema = z.strictObject({ ok: z.boolean(), engine: z.enum(['up', 'down', 'none']) });

// Trainer. GET /api/trainer/enter?… is not here: the one-time link is POST /api/trainer/enter {token} from the page at /formateur/#token.
export const trainerEnterSchema = z.strictObject({ token: text(200) });
export const trainerEndSchema = z.strictObject({ workshop: id });
/** GET /api/trainer/workshop: the workshop as its trainer sees it. */
export const trainerViewSchema = z.strictObject({
  workshop: z.strictObject({
    id,
    title: z.string(),
    joinCode: z.string(),
    addresses: z.array(z.string()),
    qrSvg: z.string(),
    ended: z.boolean(),
  }),
  seats: z.array(
    z.strictObject({ id, pseudonym: z.string(), here: z.boolean(), labs: z.array(labViewSchema) }),
  ),
  /** Codes of warnings to show, e.g. `plain-http`. */
  warnings: z.array(z.string()),
});
export type TrainerView = z.infer<typeof trainerViewSchema>;
