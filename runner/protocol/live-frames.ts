// What does a lesson page hear from the runner while it is open? Whole snapshots, small and repeatable: a page that missed one misses nothing.
import * as z from 'zod/mini';
import { classViewSchema } from './class.ts';

const id = z.string().check(z.maxLength(64));

/** State of one machine as its owner sees it. `queued`: 1-based position in the line. `off`: powered off, can be started again; `full`: because it filled the disk. `lost`: it died and must be made anew (`reset`). */
export const machineViewSchema = z.strictObject({
  name: id,
  state: z.enum(['absent', 'queued', 'starting', 'ready', 'off', 'lost']),
  position: z.optional(z.int()),
  full: z.optional(z.boolean()),
  /** Ids of its terminals, '1' first (the machine's own). */
  terminals: z.array(id),
});
export type MachineView = z.infer<typeof machineViewSchema>;

/** `by`: who passed it: the trainee, or « faire à ma place ». `hint`: the last hint asked for: key in the lab's words, level 1 or 2. `observed`: the hint key the last check run ended with, shown only when a hint is asked for. */
export const stepViewSchema = z.strictObject({
  id,
  passed: z.boolean(),
  by: z.optional(z.enum(['trainee', 'solution'])),
  hint: z.optional(z.strictObject({ key: id, level: z.union([z.literal(1), z.literal(2)]) })),
});
export type StepView = z.infer<typeof stepViewSchema>;

export const labViewSchema = z.strictObject({
  lab: id,
  machines: z.array(machineViewSchema),
  steps: z.array(stepViewSchema),
  /** Step that « faire à ma place » is playing now. */
  playing: z.optional(id),
  /** Labs that this one continues and that are not done, in order; `buildUp` of them is the one being played now. */
  missing: z.optional(z.array(id)),
  buildUp: z.optional(id),
  /** What the seat has in the small Internet: its names, oldest first, and its servers that run, as the lesson prints them. */
  own: z.optional(
    z.strictObject({
      names: z.array(z.string()),
      /** A name that the seat may register, while it has none. */
      wish: z.string(),
      servers: z.array(z.strictObject({ host: z.string(), address: z.string() })),
    }),
  ),
  /** What is given back when the lab begins again: names, and servers by their host names; left out when nothing is. */
  losses: z.optional(z.strictObject({ names: z.array(z.string()), hosts: z.array(z.string()) })),
});
export type LabView = z.infer<typeof labViewSchema>;

/** From the runner. `hello` at the start of each connection and in answer to each `ping`, a `lab` at each change of the lab that the page opened. `ended`: the workshop is over or the seat was removed. */
export const liveFromRunnerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    pseudonym: z.string(),
    workshop: z.string(),
    /** Milliseconds since the epoch, by the runner's clock. */
    now: z.number(),
    endsAt: z.optional(z.number()),
  }),
  z.strictObject({ type: z.literal('lab'), view: labViewSchema }),
  /** The class around this seat, at the start of each connection and at each change. */
  z.strictObject({ type: z.literal('class'), view: classViewSchema }),
  /** A sentence for every page, by code (words file of the class); `about`: what it speaks of, such as the names of machines. */
  z.strictObject({ type: z.literal('notice'), code: z.string(), about: z.optional(z.string()) }),
  /** `removed`: this seat alone is no more; the workshop goes on. */
  z.strictObject({ type: z.literal('ended'), removed: z.optional(z.boolean()) }),
]);
export type LiveFromRunner = z.infer<typeof liveFromRunnerSchema>;

/** From the page: which lab it shows (null on a page without lab) and which lesson, and a ping every 20 s so that both ends notice a dead line. */
export const liveFromPageSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('show'),
    lab: z.nullable(id),
    /** Path below the language, e.g. `premiers-pas/terminal`. */
    lesson: z.optional(z.string().check(z.maxLength(120))),
  }),
  z.strictObject({ type: z.literal('ping') }),
]);
export type LiveFromPage = z.infer<typeof liveFromPageSchema>;
