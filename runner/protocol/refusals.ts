// Which refusals does the runner answer with? A closed list: each has an HTTP status here and a sentence per language in the page's words file (a rule test compares them).

/** Code of a refusal → its HTTP status. */
export const REFUSALS = {
  /** The request is not what the API takes (shape, types, unknown keys). */
  'bad-request': 400,
  /** No seat, or the seat's cookie is not known any more. */
  'not-joined': 401,
  /** Not a trainer. */
  'not-a-trainer': 401,
  /** This seat may not do that. */
  forbidden: 403,
  /** The request came from another site. */
  'wrong-origin': 403,
  /** No such thing. */
  'not-found': 404,
  /** No open workshop has this join code. */
  'code-unknown': 404,
  /** No open workshop has a seat with this personal code. */
  'personal-code-unknown': 404,
  'method-not-allowed': 405,
  /** Somebody in this workshop already has this pseudonym (accents, case and look-alikes count as the same). */
  'pseudonym-taken': 409,
  /** The pseudonym could be mistaken for the trainer or the system. */
  'pseudonym-reserved': 422,
  /** Empty, too long, or made of signs that cannot be read aloud. */
  'pseudonym-unreadable': 422,
  /** Too many wrong codes from this address. */
  'too-many-attempts': 429,
  /** Joining is paused for everybody after very many wrong codes. */
  'joining-paused': 429,
  /** Somebody else has taken care of it already. */
  taken: 409,
  /** All seats are taken. */
  'workshop-full': 409,
  /** The workshop has ended. */
  'workshop-ended': 410,
  /** The workshop is put to rest (overnight): its machines are off until it goes on. */
  'workshop-paused': 409,
  /** This machine of the trainer cannot carry one more trainee. */
  'house-full': 503,
  'lab-unknown': 404,
  'step-unknown': 404,
  /** The machine is not there yet (or no longer); open the lab again. */
  'machine-not-ready': 409,
  'too-many-terminals': 409,
  /** The check itself does not work: the author's fault, or a machine that was taken apart. */
  'check-broken': 503,
  /** « Faire à ma place » needs the shell's prompt, and a program still runs in the terminal. */
  'terminal-busy': 409,
  /** Behind this address, pages of the small Internet can have no origin of their own (no domain for them is set). */
  'glass-nowhere': 503,
  /** Every port for pages of the small Internet is taken. */
  'glass-full': 503,
  /** The machine could not keep the file: its disk is full, or its folder is in the way. */
  'file-not-kept': 422,
  'too-large': 413,
  'unsupported-media-type': 415,
  /** The Host header names a host that is not ours. */
  'wrong-host': 421,
  /** The workshop has just been opened, or goes on after a restart: its machines come in a moment, by themselves. */
  'house-opening': 503,
  /** The container engine does not answer. */
  'engine-down': 503,
  /** A bug of ours: logged once, said plainly. */
  internal: 500,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Thrown anywhere in the runner to answer a request with a refusal; anything else that is thrown is a bug and becomes `internal`. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Seconds to wait before trying again, for the 429s and 503s. */
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, options: { retryAfter?: number; detail?: string } = {}) {
    super(options.detail ?? code);
    this.name = 'Refusal';
    this.code = code;
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return REFUSALS[this.code];
  }
}

/** Body of every refusal: `{ error: code, detail?, retryAfter? }`; `detail` is for developers, never shown raw. */
export interface RefusalBody {
  error: RefusalCode;
  detail?: string;
  retryAfter?: number;
}
