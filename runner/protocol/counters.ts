// What do the two counters of the small Internet ask and answer: the registrar's (names, zones) and the hosts' (servers)? Money in play cents, times in milliseconds of the séance's clock.
import * as z from 'zod/mini';
import { text } from './pieces.ts';

/** Lengths here only bound the work; what a good name, record or key is, the registry says with a reason. */
const name = text(1100);
const hostName = text(200);

/** Which counters a lab may ask for. */
export const COUNTERS = ['registrar', 'hosts', 'glass', 'directory'] as const;
export type CounterId = (typeof COUNTERS)[number];

/** Why the answer is no: a code with its facts; the page has the sentence. `index`: the record it is about, -1 for the list itself. */
export const problemSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  index: z.optional(z.int()),
});
export type Problem = z.infer<typeof problemSchema>;

const refusedSchema = z.strictObject({ ok: z.literal(false), refused: z.array(problemSchema) });
export type Refused = z.infer<typeof refusedSchema>;

/** A line of the account. `about`: the name or the server it was for. `notice`: months that a contract still owed when its server was given back. */
export const entrySchema = z.strictObject({
  at: z.number(),
  what: z.enum(['allowance', 'register', 'renew', 'restore', 'transfer', 'setup', 'rent', 'notice']),
  about: z.string(),
  cents: z.int(),
});
export type Entry = z.infer<typeof entrySchema>;
export const accountSchema = z.strictObject({ balance: z.int(), entries: z.array(entrySchema) });
export type Account = z.infer<typeof accountSchema>;

// The registrar's counter.

const pricesSchema = z.strictObject({
  register: z.int(),
  renew: z.int(),
  restore: z.int(),
  transfer: z.int(),
});
export const tldViewSchema = z.strictObject({
  zone: z.string(),
  prices: pricesSchema,
  years: z.strictObject({ min: z.int(), max: z.int() }),
});
export type TldView = z.infer<typeof tldViewSchema>;

export const nameServerSchema = z.strictObject({
  host: name,
  addresses: z.array(text(100)).check(z.maxLength(8)),
});
const lifeSchema = z.enum([
  'free',
  'registered',
  'transfer-pending',
  'grace',
  'redemption',
  'pending-delete',
]);

/** A name of this seat. `until`: when its state changes by itself. `inZone`: the registrar's own servers answer for it, so that the zone written here is what the world sees. */
export const nameViewSchema = z.strictObject({
  name: z.string(),
  unicode: z.string(),
  tld: z.string(),
  state: lifeSchema,
  until: z.optional(z.number()),
  createdAt: z.number(),
  expiresAt: z.number(),
  statuses: z.array(z.string()),
  milestones: z.array(z.strictObject({ at: z.number(), what: z.string() })),
  registrar: z.string(),
  holder: z.strictObject({ kind: z.enum(['person', 'organisation']), name: z.string() }),
  nameServers: z.array(nameServerSchema),
  inZone: z.boolean(),
  locked: z.boolean(),
  lockedUntil: z.optional(z.number()),
  code: z.optional(z.strictObject({ code: z.string(), until: z.optional(z.number()) })),
  /** Somebody asked for it with its code. */
  asked: z.optional(z.strictObject({ at: z.number(), decidedAt: z.number(), registrar: z.string() })),
});
export type NameView = z.infer<typeof nameViewSchema>;

/** GET /api/registrar: everything that the tab shows. */
export const registrarViewSchema = z.strictObject({
  now: z.number(),
  account: accountSchema,
  names: z.array(nameViewSchema),
  /** Names that this seat asked for and waits for. */
  incoming: z.array(z.strictObject({ name: z.string(), unicode: z.string(), decidedAt: z.number() })),
  tlds: z.array(tldViewSchema),
  registrars: z.array(z.strictObject({ id: z.string(), name: z.string(), nameServers: z.array(z.string()) })),
});
export type RegistrarView = z.infer<typeof registrarViewSchema>;

/** Most names that one search answers about: one per TLD. */
export const searchRequestSchema = z.strictObject({ name });
export const foundSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free'), name: z.string(), unicode: z.string(), tld: tldViewSchema }),
  z.strictObject({ kind: z.literal('yours'), name: z.string(), unicode: z.string(), state: lifeSchema }),
  z.strictObject({
    kind: z.literal('taken'),
    name: z.string(),
    unicode: z.string(),
    state: lifeSchema,
    until: z.optional(z.number()),
  }),
  z.strictObject({ kind: z.literal('refused'), name: z.string(), problem: problemSchema }),
]);
export type Found = z.infer<typeof foundSchema>;
/** POST /api/registrar/search: a word under every TLD, a whole name first under its own. */
export const searchReplySchema = z.strictObject({ found: z.array(foundSchema) });
export type SearchReply = z.infer<typeof searchReplySchema>;

const years = z.int().check(z.gte(0), z.lte(99));
// Each is POST /api/registrar/<do>; all answer registrarOutcomeSchema.
export const registrarRequests = {
  register: z.strictObject({ name, years, holder: z.enum(['person', 'organisation']) }),
  renew: z.strictObject({ name, years }),
  restore: z.strictObject({ name }),
  delete: z.strictObject({ name }),
  'name-servers': z.strictObject({ name, servers: z.array(nameServerSchema).check(z.maxLength(20)) }),
  /** Back to the registrar's own servers. */
  'own-servers': z.strictObject({ name }),
  lock: z.strictObject({ name, locked: z.boolean() }),
  /** Makes a new transfer code: the way out. */
  code: z.strictObject({ name }),
  transfer: z.strictObject({ name, code: text(200), registrar: text(64) }),
  'answer-transfer': z.strictObject({ name, accept: z.boolean() }),
  'cancel-transfer': z.strictObject({ name }),
  /** More play money, when the purse is nearly empty. */
  allowance: z.strictObject({}),
} as const;
export type RegistrarRequests = {
  [K in keyof typeof registrarRequests]: z.infer<(typeof registrarRequests)[K]>;
};
export type RegistrarDeed =
  | { [K in Exclude<keyof RegistrarRequests, 'allowance'>]: { do: K } & RegistrarRequests[K] }[Exclude<
      keyof RegistrarRequests,
      'allowance'
    >]
  | { do: 'allowance' };

export const registrarOutcomeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), view: registrarViewSchema }),
  refusedSchema,
]);
export type RegistrarOutcome = z.infer<typeof registrarOutcomeSchema>;

// The zone editor. A record is typed as text and comes back as text; `version` says which list the page was looking at.

const recordFormSchema = z.strictObject({
  owner: name,
  type: text(16),
  value: text(16_384),
  ttl: z.optional(text(20)),
  preference: z.optional(text(20)),
});
export type RecordFields = z.infer<typeof recordFormSchema>;

export const recordViewSchema = z.strictObject({
  /** `@` for the name itself, `www`, … */
  owner: z.string(),
  type: z.string(),
  value: z.string(),
  ttl: z.int(),
  preference: z.optional(z.int()),
});
export type RecordView = z.infer<typeof recordViewSchema>;
export const zoneViewSchema = z.strictObject({
  name: z.string(),
  unicode: z.string(),
  version: z.int(),
  records: z.array(recordViewSchema),
});
export type ZoneView = z.infer<typeof zoneViewSchema>;

/** POST /api/registrar/zone: the zone of a name of this seat. */
export const zoneRequestSchema = z.strictObject({ name });
const version = z.int().check(z.gte(0));
const index = z.int().check(z.gte(0), z.lte(1000));
/** POST /api/registrar/zone-change: adds, changes or removes one record. Answers zoneOutcomeSchema. */
export const zoneChangeSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add'), name, version, record: recordFormSchema }),
  z.strictObject({ do: z.literal('change'), name, version, index, record: recordFormSchema }),
  z.strictObject({ do: z.literal('remove'), name, version, index }),
]);
export type ZoneChange = z.infer<typeof zoneChangeSchema>;
export const zoneOutcomeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), zone: zoneViewSchema }),
  refusedSchema,
]);
export type ZoneOutcome = z.infer<typeof zoneOutcomeSchema>;

/** POST /api/trainer/clock: the séance's clock; with `days`, moved on by so many. */
export const clockRequestSchema = z.strictObject({ days: z.optional(z.int().check(z.gte(1), z.lte(400))) });
export const clockViewSchema = z.strictObject({ now: z.number() });
export type ClockView = z.infer<typeof clockViewSchema>;

/** GET /api/trainer/internet: how the small Internet of a séance is. `now`: its clock, once it is up. */
export const internetViewSchema = z.strictObject({
  state: z.enum(['none', 'opening', 'up', 'asleep', 'failed']),
  now: z.optional(z.number()),
  servers: z.array(
    z.strictObject({
      server: z.string(),
      address: z.string(),
      state: z.enum(['waiting', 'starting', 'ready', 'failed']),
    }),
  ),
});
export type InternetView = z.infer<typeof internetViewSchema>;

// The hosts' counter.

/** What an offer is, in facts; its sentences stand in the page's words under its id. */
export const offerSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['shared', 'vps', 'dedicated', 'cloud']),
  host: z.string(),
  /** Country where the host has its seat, country where the machines stand (ISO 3166-1 alpha-2). */
  seat: z.string(),
  place: z.string(),
  /** Whose law reaches the host and what it keeps. */
  laws: z.array(z.enum(['eu', 'us'])),
  certifications: z.array(z.enum(['hds', 'secnumcloud', 'iso27001'])),
  /** Play cents for a month in the first year and later; what is due when ordering. */
  monthly: z.int(),
  laterMonthly: z.int(),
  setup: z.int(),
  memoryMiB: z.int(),
  cpus: z.number(),
  diskGiB: z.int(),
  backups: z.enum(['none', 'daily', 'option']),
  exit: z.enum(['open', 'manual', 'costly']),
  /** Fewest months that one pays. */
  commitment: z.int(),
  /** Can one order it here? What cannot stands for comparison. */
  orderable: z.boolean(),
});
export type Offer = z.infer<typeof offerSchema>;

/** States of a rented server; `deleted` ones are not listed any more. `lost`: it could not be made or died for good. */
export const SERVER_STATES = ['ordered', 'starting', 'running', 'stopping', 'off', 'lost'] as const;
export const serverViewSchema = z.strictObject({
  /** Host name chosen at the order; unique within the seat, and the name of its console's machine. */
  host: z.string(),
  offer: z.string(),
  state: z.enum(SERVER_STATES),
  /** While it is off: it was stopped because it had written more than this computer can give it. */
  full: z.optional(z.literal(true)),
  /** 1-based place in the line while `ordered`. */
  position: z.optional(z.int()),
  orderedAt: z.number(),
  address: z.string(),
  /** Fingerprint of its SSH host key. */
  fingerprint: z.optional(z.string()),
  sshKey: z.boolean(),
  /** Names of the class whose zone leads to its address. */
  names: z.array(z.string()),
});
export type ServerView = z.infer<typeof serverViewSchema>;

/** GET /api/hosts */
export const hostsViewSchema = z.strictObject({
  now: z.number(),
  account: accountSchema,
  offers: z.array(offerSchema),
  servers: z.array(serverViewSchema),
  max: z.int(),
});
export type HostsView = z.infer<typeof hostsViewSchema>;

/** What a new server holds: Debian alone, or with WordPress, its database and its web server installed and not set up. */
export const SYSTEMS = ['debian', 'wordpress'] as const;
export type System = (typeof SYSTEMS)[number];
/** POST /api/hosts/order. No password: one is made. No system: Debian. */
export const orderRequestSchema = z.strictObject({
  offer: text(64),
  host: hostName,
  password: z.optional(text(200)),
  sshKey: z.optional(text(4096)),
  system: z.optional(z.enum(SYSTEMS)),
});
export type OrderRequest = z.infer<typeof orderRequestSchema>;
export const SERVER_DEEDS = ['start', 'stop', 'reboot', 'reinstall', 'delete'] as const;
/** POST /api/hosts/act */
export const serverDeedSchema = z.strictObject({ host: hostName, do: z.enum(SERVER_DEEDS) });
export type ServerDeed = z.infer<typeof serverDeedSchema>;
export const hostsOutcomeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), view: hostsViewSchema }),
  refusedSchema,
]);
export type HostsOutcome = z.infer<typeof hostsOutcomeSchema>;

/** POST /api/hosts/password: root's password of one of this seat's servers, shown on request. */
export const passwordRequestSchema = z.strictObject({ host: hostName });
export const passwordOutcomeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), password: z.string() }),
  refusedSchema,
]);
export type PasswordOutcome = z.infer<typeof passwordOutcomeSchema>;

/** GET /api/directory: the class's names that lead to a server that runs. */
export const directorySchema = z.strictObject({
  sites: z.array(z.strictObject({ name: z.string(), unicode: z.string(), pseudonym: z.string() })),
});
export type Directory = z.infer<typeof directorySchema>;
