// What is a lab? The shape of `lab.ts`, of its words and of its proof; every lab and every reader of labs uses these.
import * as z from 'zod';

/** Ids are folder-name-like: they appear in addresses, cookies and container labels. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, e.g. "make-a-folder"')
  .max(40)
  // Names that every JavaScript object already has.
  .refine((id) => id !== 'constructor' && id !== 'prototype', 'another name: this one is reserved');

/** A record as the registrar's zone editor takes it; `owner`: `@`, `www`, … The zone is that of the seat's first name. */
const recordSchema = z.strictObject({
  owner: z.string().min(1).max(100),
  type: z.enum(['A', 'AAAA', 'CNAME', 'MX', 'TXT']),
  value: z.string().min(1).max(1000),
  preference: z.string().max(10).optional(),
  ttl: z.string().max(10).optional(),
});

/**
 * What one does at a keyboard, or at a counter of the small Internet.
 * In every text, `%name%` is the seat's first name, `%wish%` one that it may register, `%server%` and `%password%` its first server's
 * address and root password, `%host%` its host name, `%server2%` and `%password2%` its second's, `%newest%` and `%newpassword%` those of the one rented last,
 * `%pseudonym%` its own.
 * Used by solutions (« faire à ma place », proofs) in a real terminal. */
export const actionSchema = z.union([
  /** Types a command and Enter, then waits until the shell shows its next prompt. */
  z.strictObject({
    run: z.string().min(1).max(500),
    /** Seconds that it may take; 10 without it. */
    seconds: z.int().min(1).max(300).optional(),
  }),
  /** Types a command and Enter and does not wait (a program that stays: nano, sleep). */
  z.strictObject({ start: z.string().min(1).max(500) }),
  /** Types text as is. */
  z.strictObject({ type: z.string().min(1).max(2000) }),
  /** Presses one key: Enter, Tab, Escape, Up, Down, Left, Right, Backspace, Space, Ctrl-A … Ctrl-Z. */
  z.strictObject({
    key: z.string().regex(/^(Enter|Tab|Escape|Up|Down|Left|Right|Backspace|Space|Ctrl-[A-Z])$/),
  }),
  /**
   * Waits until the screen shows this text since the last line was sent; 10 s at most without `seconds`. `asked`: a question that may come before it,
   * and what is typed then, with Enter (ssh asks once whether a server is the right one, and never again).
   */
  z.strictObject({
    see: z.string().min(1).max(200),
    seconds: z.int().min(1).max(300).optional(),
    asked: z.strictObject({ see: z.string().min(1).max(200), type: z.string().min(1).max(200) }).optional(),
  }),
  /** Gives the step's short answer in the page. */
  z.strictObject({ answer: z.string().min(1).max(200) }),
  /** Registers a name for a year at the registrar's counter. */
  z.strictObject({ register: z.string().min(1).max(200) }),
  /** Gives a name up (proofs take back what they tried). */
  z.strictObject({ release: z.string().min(1).max(200) }),
  /** Locks a name against transfers, or opens the lock. */
  z.strictObject({ lock: z.string().min(1).max(200) }),
  z.strictObject({ unlock: z.string().min(1).max(200) }),
  /** Puts a record into the zone, in place of those of the same owner and type. */
  z.strictObject({ record: recordSchema }),
  /** Removes the records of an owner and a type. */
  z.strictObject({ unrecord: z.strictObject({ owner: z.string(), type: z.string() }) }),
  /** Rents a server at the hosts' counter, and waits until it runs. */
  z.strictObject({
    rent: z.strictObject({
      offer: z.string().min(1).max(64),
      host: z.string().min(1).max(63),
      system: z.enum(['debian', 'wordpress']).optional(),
    }),
  }),
  /** Does one of the hosts' counter's deeds with the server of this host name, and waits until it is done. */
  z.strictObject({
    server: z.strictObject({
      host: z.string().min(1).max(63),
      do: z.enum(['start', 'stop', 'reboot', 'reinstall', 'delete']),
    }),
  }),
]);
export type Action = z.infer<typeof actionSchema>;

/** The hint of every step on a server, for whoever has none that runs. */
export const NO_SERVER = 'no-server';
/** The hint of a step on a name, for whoever has none. Neither this one nor `NO_SERVER` is met by a proof: it makes what a lab continues. */
export const NO_NAME = 'no-name';

const machineSchema = z.strictObject({
  /** `desktop`: made for the lab. `server`: the seat's own rented server, the first of this kind its first one; nothing is made, checks run there as root. */
  kind: z.enum(['desktop', 'server']),
  /** Memory limit in MiB; default 192. */
  memoryMiB: z.int().min(64).max(1024).optional(),
  /** CPU limit in cores; default 1. */
  cpus: z.number().min(0.1).max(2).optional(),
  /** Limit of processes and threads; default 128. */
  processes: z.int().min(32).max(512).optional(),
});
export type LabMachine = z.infer<typeof machineSchema>;

const stepSchema = z.strictObject({
  id: idSchema,
  /** The machine its check looks at. The check is `checks/<id>.sh`: exit code 0 = passed, else its last line is `hint: <key>` with a key of `hints`. */
  machine: idSchema,
  /** The step asks a short answer in the page; the check finds it in $ANSWER. */
  asksAnswer: z.boolean().optional(),
  /** Every hint key the check may end with; each has two sentences in each words file. */
  hints: z.array(idSchema).min(1),
  /** What a trainee would do; typed by the proof and by « faire à ma place ». */
  solution: z.array(actionSchema).min(1),
});
export type LabStep = z.infer<typeof stepSchema>;

export const labSchema = z
  .strictObject({
    /** Expected time for a trainee, minutes. */
    minutes: z.int().min(1).max(240),
    /** Machines by name; the first is the one whose terminal opens. */
    machines: z
      .record(idSchema, machineSchema)
      .refine((m) => Object.keys(m).length >= 1 && Object.keys(m).length <= 4, '1 to 4 machines'),
    steps: z.array(stepSchema).min(1).max(30),
    /** Counters of the small Internet that stand beside the terminals: « Bureau d’enregistrement », « Hébergeurs ». */
    counters: z
      .array(z.enum(['registrar', 'hosts', 'glass', 'directory']))
      .min(1)
      .refine((list) => new Set(list).size === list.length, 'each counter once')
      .optional(),
    /** Who wrote it, when it is not the project as a whole; what was changed, and from what; its licence, when it is not CC BY-SA 4.0. */
    credit: z
      .strictObject({
        authors: z.array(z.string().min(1)).min(1),
        licence: z.string().min(1).optional(),
        changes: z.string().min(1).optional(),
      })
      .optional(),
    /** Labs whose result this one continues: what is missing of it is built by playing their solutions. */
    after: z.array(idSchema).max(6).optional(),
  })
  .superRefine((lab, context) => {
    const seen = new Set<string>();
    for (const [index, step] of lab.steps.entries()) {
      if (seen.has(step.id))
        context.addIssue({
          code: 'custom',
          path: ['steps', index, 'id'],
          message: `two steps are called "${step.id}"`,
        });
      seen.add(step.id);
      if (!Object.hasOwn(lab.machines, step.machine))
        context.addIssue({
          code: 'custom',
          path: ['steps', index, 'machine'],
          message: `no machine "${step.machine}"; this lab has: ${Object.keys(lab.machines).join(', ')}`,
        });
      if (lab.machines[step.machine]?.kind === 'server' && !step.hints.includes(NO_SERVER))
        context.addIssue({
          code: 'custom',
          path: ['steps', index, 'hints'],
          message: `a step on a server needs the hint "${NO_SERVER}": it is what somebody hears who has none that runs`,
        });
    }
  });
/** The manifest of a lab: plain data. */
export type LabManifest = z.infer<typeof labSchema>;

/** Gives the manifest back, typed; validation happens when the runner or the site loads it. */
export const defineLab = (lab: z.input<typeof labSchema>): z.input<typeof labSchema> => lab;

/** Every sentence of a lab in one language: `words.<language>.ts`. Markup: `code` between backquotes only. */
export const labWordsSchema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  steps: z.record(
    idSchema,
    z.strictObject({
      /** What is asked, as an instruction. */
      title: z.string().min(1),
      /** Said when it passes. */
      done: z.string().min(1),
      /** Label of the answer's field, when the step asks one. */
      answerLabel: z.string().min(1).optional(),
      /** Hint key → [where to look, almost the gesture]; never the bare solution in the first. */
      hints: z.record(idSchema, z.tuple([z.string().min(1), z.string().min(1)])),
      /** The solution explained in a sentence or two, shown after « voir la solution ». */
      solution: z.string().min(1),
    }),
  ),
});
export type LabWords = z.infer<typeof labWordsSchema>;
export const defineWords = (words: LabWords): LabWords => words;

const attemptSchema = z.union([
  z.array(actionSchema).min(1),
  /** With what takes it back: the desktop's files go back by themselves; names, records and servers do not. */
  z.strictObject({ does: z.array(actionSchema).min(1), undo: z.array(actionSchema).min(1) }),
]);

/** `proof.ts`: per step, two other right ways (each from a fresh start of the step) and a near miss that must fail with the hint named. */
export const labProofSchema = z.record(
  idSchema,
  z.strictObject({
    ways: z.array(attemptSchema).min(2),
    nearMisses: z
      .array(
        z.strictObject({
          does: z.array(actionSchema).min(1),
          hint: idSchema,
          undo: z.array(actionSchema).min(1).optional(),
        }),
      )
      .min(1),
  }),
);
export type LabProof = z.infer<typeof labProofSchema>;
export const defineProof = (proof: LabProof): LabProof => proof;
