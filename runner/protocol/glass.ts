// What does the tab « Navigateur » ask of the runner, and what does it learn about a page that it shows? Times in milliseconds, instants since the epoch.
import * as z from 'zod/mini';
import { text } from './pieces.ts';

/** Largest file that can be put on one's machine from the page, bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** POST /api/glass/open: a way into the seat's own origin, good once and for a short time. */
export const openGlassRequestSchema = z.strictObject({ language: z.enum(['fr', 'en']) });
export const openGlassReplySchema = z.strictObject({
  /** Origin of the seat's pages, e.g. `http://s-….localhost:8017`. */
  origin: z.string(),
  /** Path there that takes the ticket and goes on to `to` (added by the page). */
  enter: z.string(),
});
export type OpenGlassReply = z.infer<typeof openGlassReplySchema>;

/** Why a page did not come. Each code has its page that teaches, and its line in the panel. */
export const GLASS_ERRORS = [
  'bad-address',
  'no-internet',
  'outside',
  'no-such-name',
  'no-address',
  'resolver-failed',
  'refused',
  'unreachable',
  'timeout',
  'gateway-down',
  'tls-not-spoken',
  'tls-unknown-authority',
  'tls-other-name',
  'tls-expired',
  'tls-not-yet',
  'bad-http',
  'headers-too-large',
  'no-answer',
  'form-too-large',
  'too-many',
  'redirect-loop',
] as const;
export type GlassErrorCode = (typeof GLASS_ERRORS)[number];

export const dnsRecordSchema = z.strictObject({
  name: z.string(),
  type: z.string(),
  ttl: z.number(),
  data: z.string(),
});
export type DnsLine = z.infer<typeof dnsRecordSchema>;

const resolvedSchema = z.strictObject({
  /** Who was asked. */
  resolver: z.string(),
  milliseconds: z.number(),
  /** RFC 1035: 0 no error, 2 server failure, 3 no such name. */
  rcode: z.number(),
  answers: z.array(dnsRecordSchema),
  /** Of a « no »: the zone that says it, as the SOA in the answer names it. */
  soa: z.optional(z.strictObject({ zone: z.string(), server: z.string() })),
});
export type Resolved = z.infer<typeof resolvedSchema>;

const tlsSchema = z.strictObject({
  protocol: z.string(),
  issuer: z.string(),
  subject: z.string(),
  names: z.array(z.string()),
  from: z.number(),
  to: z.number(),
  milliseconds: z.number(),
});
export type TlsFacts = z.infer<typeof tlsSchema>;

/** What happened on the very connection that served a page. What is absent did not happen. */
export const visitSchema = z.strictObject({
  id: z.int(),
  at: z.number(),
  url: z.string(),
  method: z.string(),
  /** The visit whose answer sent the browser here. */
  from: z.optional(z.int()),
  resolved: z.optional(resolvedSchema),
  connected: z.optional(z.strictObject({ address: z.string(), port: z.int(), milliseconds: z.number() })),
  tls: z.optional(tlsSchema),
  http: z.optional(
    z.strictObject({
      status: z.int(),
      server: z.optional(z.string()),
      type: z.optional(z.string()),
      /** Until the first line of the answer. */
      milliseconds: z.number(),
      /** Of the body, as received so far. */
      bytes: z.number(),
      location: z.optional(z.string()),
    }),
  ),
  error: z.optional(z.enum(GLASS_ERRORS)),
  /** The answer was stopped: it was too large, or took too long. */
  cut: z.optional(z.enum(['too-large', 'too-slow', 'broken'])),
  milliseconds: z.number(),
});
export type Visit = z.infer<typeof visitSchema>;

/** POST /api/glass/visit: a visit with those that led to it, oldest first; without an id, the latest page. */
export const visitRequestSchema = z.strictObject({ id: z.optional(z.int()) });
export const visitReplySchema = z.strictObject({ visits: z.array(visitSchema) });

/** POST /api/glass/walk: the path from the root to a name, asked now, server by server. */
export const walkRequestSchema = z.strictObject({ name: text(253) });
export const walkStepSchema = z.strictObject({
  /** The zone that this server answers for: empty for the root. */
  zone: z.string(),
  /** Name and address of the server that was asked. */
  server: z.string(),
  address: z.string(),
  milliseconds: z.number(),
  /** `referral`: ask those; `answer`: here it is; `no-such-name`, `nothing`: no; `silent`: no answer. */
  said: z.enum(['referral', 'answer', 'no-such-name', 'nothing', 'silent']),
  records: z.array(dnsRecordSchema),
});
export type WalkStep = z.infer<typeof walkStepSchema>;
export const walkReplySchema = z.strictObject({ steps: z.array(walkStepSchema) });

/** GET /api/glass/sites: the class's sites that answer now. */
export const sitesReplySchema = z.strictObject({
  sites: z.array(
    z.strictObject({
      name: z.string(),
      unicode: z.string(),
      pseudonym: z.string(),
      /** Which of the two answered. */
      schemes: z.array(z.enum(['http', 'https'])),
    }),
  ),
});
export type Site = z.infer<typeof sitesReplySchema>['sites'][number];

/** PUT /api/files?name=…: where the file is now. */
export const fileReplySchema = z.strictObject({ path: z.string(), bytes: z.number() });

/** Messages from a page of the seat's origin to the tab around it. */
export const fromPageSchema = z.discriminatedUnion('glass', [
  /** A document is there: which visit it is, what its title says. */
  z.strictObject({ glass: z.literal('page'), visit: z.int(), title: text(300) }),
  /** A script of the page changed the address without loading. */
  z.strictObject({ glass: z.literal('address'), url: text(4000) }),
  /** The browser is not known here (any more): ask for a new way in. */
  z.strictObject({ glass: z.literal('enter') }),
]);
