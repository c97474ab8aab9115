// How are a lab's actions typed into a terminal? As a person would at a keyboard, by whoever owns the keyboard: a proof, or « faire à ma place ».
import type { Action } from '../../labs/define-lab.ts';

/** What somebody at the page has under their hands. */
export interface Keyboard {
  type(bytes: Uint8Array): void;
  /** Resolves when the shell waits at its prompt (at once if it does); rejects with `PlayError` after so many ms. Typing Enter leaves the prompt. */
  untilPrompt(timeoutMs: number): Promise<void>;
  /** Resolves when the command that was sent has begun; rejects with `PlayError` after so many ms. */
  untilStarted(timeoutMs: number): Promise<void>;
  /** Resolves when this text has been shown since the last command began; rejects with `PlayError` after so many ms. */
  untilSeen(text: string, timeoutMs: number): Promise<void>;
  /** Gives the short answer of the step that is being played. */
  answer(text: string): Promise<void> | void;
  /** Does something at a counter; rejects with `PlayError` when it is refused. Absent where there are no counters. */
  deed?(deed: Deed): Promise<void>;
  /** Puts the seat's own values in the place of `%name%`, `%server%`…; the text as it is without it. */
  fill?(text: string): string;
}

/** What is done at a counter of the small Internet, and not at the keyboard. */
export type Deed = Extract<
  Action,
  | { register: string }
  | { release: string }
  | { lock: string }
  | { unlock: string }
  | { record: object }
  | { unrecord: object }
  | { rent: object }
  | { server: object }
>;

const isDeed = (action: Action): action is Deed =>
  ['register', 'release', 'lock', 'unlock', 'record', 'unrecord', 'rent', 'server'].some(
    (key) => key in action,
  );

export interface PlayOptions {
  signal?: AbortSignal;
  /** Milliseconds between two typed characters; 0 (default) types a line at once. */
  keyDelayMs?: number;
  /** Milliseconds to wait for a prompt or a text; default 10 000. */
  patienceMs?: number;
}

/** Milliseconds between the announcement of a command and its program: a Ctrl-Z in between would be lost. */
const START_MS = 150;

/** Why the playing stopped: the terminal did not do what the action waits for. */
export class PlayError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PlayError';
  }
}

const KEYS: Readonly<Record<string, string>> = {
  Enter: '\r',
  Tab: '\t',
  Escape: '\x1b',
  Up: '\x1b[A',
  Down: '\x1b[B',
  Right: '\x1b[C',
  Left: '\x1b[D',
  Backspace: '\x7f',
  Space: ' ',
};

/** The bytes that a terminal sends for a key; Ctrl-A is 1, Ctrl-Z is 26 (ECMA-48 control codes). */
export function keyBytes(key: string): string {
  const letter = /^Ctrl-([A-Z])$/.exec(key)?.[1];
  if (letter !== undefined) return String.fromCharCode(letter.charCodeAt(0) - 64);
  const bytes = KEYS[key];
  if (bytes === undefined)
    throw new PlayError(`unknown key "${key}": expected ${Object.keys(KEYS).join(', ')} or Ctrl-A to Ctrl-Z`);
  return bytes;
}

/** Sleeps, or rejects as soon as the signal says so. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

async function typeText(text: string, keyboard: Keyboard, options: PlayOptions): Promise<void> {
  const delay = options.keyDelayMs ?? 0;
  if (delay <= 0) return keyboard.type(Buffer.from(text));
  for (const char of text) {
    options.signal?.throwIfAborted();
    keyboard.type(Buffer.from(char));
    await pause(delay, options.signal);
  }
}

async function playAction(action: Action, keyboard: Keyboard, options: PlayOptions): Promise<void> {
  const own = 'seconds' in action && action.seconds !== undefined ? action.seconds * 1000 : 0;
  const patience = Math.max(own, options.patienceMs ?? 10_000);
  const fill = (text: string) => keyboard.fill?.(text) ?? text;
  if (isDeed(action)) {
    if (!keyboard.deed) throw new PlayError('there are no counters here');
    return keyboard.deed(fillDeed(action, fill));
  }
  if ('run' in action || 'start' in action) {
    await keyboard.untilPrompt(patience);
    await typeText(fill('run' in action ? action.run : action.start), keyboard, options);
    keyboard.type(Buffer.from('\r'));
    if ('run' in action) await keyboard.untilPrompt(patience);
    else {
      await keyboard.untilStarted(patience);
      await pause(START_MS, options.signal);
    }
  } else if ('type' in action) await typeText(fill(action.type), keyboard, options);
  else if ('key' in action) {
    await pause(options.keyDelayMs ?? 0, options.signal);
    keyboard.type(Buffer.from(keyBytes(action.key)));
  } else if ('see' in action) {
    const text = fill(action.see);
    if (action.asked && (await comesFirst(keyboard, action.asked.see, text, patience))) {
      await typeText(fill(action.asked.type), keyboard, options);
      keyboard.type(Buffer.from('\r'));
    }
    await keyboard.untilSeen(text, patience);
  } else await keyboard.answer(fill(action.answer));
}

/** Whether the one text is shown before the other. Rejects with `PlayError` when neither is. */
async function comesFirst(
  keyboard: Keyboard,
  one: string,
  other: string,
  patienceMs: number,
): Promise<boolean> {
  const shown = [other, one].map((text, index) =>
    keyboard.untilSeen(text, patienceMs).then(() => index === 1),
  );
  // Whichever does not come is told so later, when nobody listens.
  for (const each of shown) each.catch(() => undefined);
  return Promise.race(shown);
}

/** The deed with the seat's values in every text of it. */
function fillDeed(deed: Deed, fill: (text: string) => string): Deed {
  // Texts only, whatever the deed: what comes back has the shape that went in.
  return JSON.parse(JSON.stringify(deed), (_, value) =>
    typeof value === 'string' ? fill(value) : value,
  ) as Deed;
}

/** Plays actions one after the other. Rejects with `PlayError` when the terminal does not follow, with the signal's reason when aborted. */
export async function playActions(
  actions: readonly Action[],
  keyboard: Keyboard,
  options: PlayOptions = {},
): Promise<void> {
  for (const action of actions) {
    options.signal?.throwIfAborted();
    await playAction(action, keyboard, options);
  }
}
