// What is a class told now? Message, timer, pause and the like: small, kept whole, so that a restart changes nothing for anybody.
import * as z from 'zod/mini';

const instant = z.number();

const schema = z.strictObject({
  message: z.optional(z.strictObject({ id: z.string(), text: z.string(), by: z.string(), at: instant })),
  look: z.optional(z.strictObject({ id: z.string(), by: z.string() })),
  timer: z.optional(z.strictObject({ id: z.string(), endsAt: instant })),
  everybodyAt: z.optional(z.strictObject({ lab: z.string(), step: z.string() })),
  shown: z.optional(z.strictObject({ seatId: z.string(), by: z.string() })),
  pausedSince: z.optional(instant),
  /** Paused with every machine off. */
  asleep: z.optional(z.boolean()),
  /** The end was set by the clock during the pause: the pause does not move it. */
  endHolds: z.optional(z.boolean()),
  closing: z.optional(z.boolean()),
  keepDays: z.optional(z.int()),
  plan: z.optional(z.array(z.strictObject({ lesson: z.string(), minutes: z.int() }))),
});
export type ClassState = z.infer<typeof schema>;

/** Days that rows are kept after the end when nobody said otherwise. */
export const DEFAULT_KEEP_DAYS = 30;

/** What was kept; nothing when it is absent or from another version (a class goes on without a message rather than not at all). */
export function readClassState(json: string | undefined): ClassState {
  if (json === undefined) return {};
  try {
    const read = schema.safeParse(JSON.parse(json));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
