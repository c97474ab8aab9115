// Does a lab keep its word? Its checks fail on a fresh machine, pass one by one as its solution is typed, accept other right ways and refuse near misses.
import type { Action, LabStep } from '../../labs/define-lab.ts';
import type { Verdict } from '../checks/read-verdict.ts';
import type { Lab } from '../labs/load-labs.ts';
import { playActions } from '../labs/play.ts';
import type { Language } from '../protocol/api.ts';
import type { ProofMachine } from './proof-machine.ts';
import { PROOF_SIZE } from './proof-machine.ts';
import { Recording } from './recording.ts';

/** One promise of the lab and whether it was kept. */
export interface ProofResult {
  /** `make-a-folder: other way 2`. */
  name: string;
  passed: boolean;
  /** What was expected and found, when it was not kept. */
  why?: string;
}

export interface ProofParts {
  lab: Lab;
  language: Language;
  /** Makes a fresh machine of this name of the manifest; the proof removes it. */
  startMachine: (name: string) => Promise<ProofMachine>;
  onResult?: (result: ProofResult) => void;
  /** Milliseconds between typed characters of the solution, as its recording shows them; default 35. */
  keyDelayMs?: number;
}

export interface LabProofOutcome {
  results: ProofResult[];
  /** The recording, when every promise was kept. */
  recording: string | undefined;
}

/** How long a right deed may take to be seen, and a wrong one to get its hint, ms. */
const PATIENCE_MS = 8_000;
/** The first look comes again after so long, each next one half as long again: a check costs the machine a fork. */
const AGAIN_MS = 100;
const AGAIN_FACTOR = 1.5;
const AGAIN_AT_MOST_MS = 800;
/** Lines of the terminal that are told with a broken promise. */
const LINES_SHOWN = 30;
/** Milliseconds between typed characters in the recording. */
const KEY_DELAY_MS = 35;

/** Proves a lab in one language on fresh machines of its own; both halves run at once. */
export async function proveLab(parts: ProofParts): Promise<LabProofOutcome> {
  const results: ProofResult[] = [];
  const note = (name: string, why: string | undefined): void => {
    const result: ProofResult = why === undefined ? { name, passed: true } : { name, passed: false, why };
    results.push(result);
    parts.onResult?.(result);
  };
  const [recording] = await Promise.all([proveSolution(parts, note), proveWays(parts, note)]);
  return { results, recording: results.every((result) => result.passed) ? recording : undefined };
}

type Note = (name: string, why: string | undefined) => void;

/** The lab's desktop: where everything is typed; a server is reached from there. */
function mainMachine(lab: Lab): string {
  const desktops = Object.entries(lab.manifest.machines).filter(([, { kind }]) => kind === 'desktop');
  const [name = ''] = desktops[0] ?? [];
  const other = lab.manifest.steps.find(({ machine }) =>
    desktops.some(([one]) => one === machine && one !== name),
  );
  if (other !== undefined)
    throw new Error(`The proof types on one desktop; step "${other.id}" is on "${other.machine}".`);
  return name;
}

/** Types the solution from the first step to the last, and records it. */
async function proveSolution(
  { lab, language, startMachine, keyDelayMs = KEY_DELAY_MS }: ProofParts,
  note: Note,
): Promise<string> {
  const machine = await startMachine(mainMachine(lab));
  try {
    const words = lab.words[language];
    const recording = new Recording(
      words.title,
      PROOF_SIZE,
      () => performance.now() / 1000,
      new Date().toISOString().slice(0, 10),
    );
    const watching = machine.terminal.join({
      send: (bytes) => {
        recording.output(bytes);
        queueMicrotask(() => watching.ack(bytes.length));
      },
      control: () => undefined,
      bufferedAmount: () => 0,
      readonly: true,
    });
    const steps = lab.manifest.steps;
    for (const step of steps)
      note(`${step.id}: not passed on a fresh machine`, await stillOpen(machine, step));
    for (const [index, step] of steps.entries()) {
      recording.step(step.id);
      const why = await passesAfter(machine, step, step.solution, keyDelayMs);
      recording.done();
      note(`${step.id}: passed after its own step`, why);
      const later = steps.slice(index + 1);
      for (const next of later) {
        const early = await stillOpen(machine, next);
        if (early !== undefined) note(`${next.id}: not passed before its own step`, early);
      }
    }
    watching.leave();
    return recording.toString();
  } finally {
    await machine.remove();
  }
}

/** Tries other right ways and near misses of each step, each from the state before that step. */
async function proveWays({ lab, startMachine }: ProofParts, note: Note): Promise<void> {
  const machine = await startMachine(mainMachine(lab));
  try {
    for (const step of lab.manifest.steps) {
      await machine.keep();
      const { ways = [], nearMisses = [] } = lab.proof[step.id] ?? {};
      for (const [index, way] of ways.entries()) {
        const { does, undo } = 'does' in way ? way : { does: way, undo: undefined };
        const name = `${step.id}: other way ${index + 1}`;
        note(name, (await passesAfter(machine, step, does)) ?? (await takenBack(machine, step, undo)));
        await machine.goBack();
      }
      for (const { does, hint, undo } of nearMisses) {
        note(
          `${step.id}: near miss (${hint})`,
          (await missesWith(machine, step, does, hint)) ?? (await takenBack(machine, step, undo)),
        );
        await machine.goBack();
      }
      await passesAfter(machine, step, step.solution);
      await machine.keyboard(() => undefined).untilPrompt(PATIENCE_MS);
    }
  } finally {
    await machine.remove();
  }
}

/** Takes back what the desktop's files do not hold; undefined when the step is open again, as it must be for the next attempt. */
async function takenBack(
  machine: ProofMachine,
  step: LabStep,
  undo: readonly Action[] | undefined,
): Promise<string | undefined> {
  if (undo === undefined) return undefined;
  const { failed } = await play(machine, undo, 0);
  if (failed !== undefined) return `undo ${JSON.stringify(undo)}: ${failed}`;
  const verdict = await checkUntil(machine, step, undefined, (one) => !('passed' in one && one.passed));
  return 'passed' in verdict && verdict.passed
    ? `undo ${JSON.stringify(undo)}: expected the step to be open again, found it passed`
    : undefined;
}

const said = (verdict: Verdict): string =>
  'broken' in verdict
    ? `broken (${verdict.broken})`
    : verdict.passed
      ? 'passed'
      : `the hint "${verdict.hint}"`;

/** What the terminal showed last: why the step is not where it should be. */
function lastLines(machine: ProofMachine): string {
  const lines = machine.terminal.screenTail().trimEnd().split('\n');
  return ['. The terminal showed:', ...lines.slice(-LINES_SHOWN)].join('\n       | ');
}

/** Checks one step now; undefined when it is not passed, as it should be. */
async function stillOpen(machine: ProofMachine, step: LabStep): Promise<string | undefined> {
  const verdict = await machine.check(step);
  return 'passed' in verdict && !verdict.passed ? undefined : `expected a hint, found: ${said(verdict)}`;
}

/** Plays actions; gives the last answer given, if any. A terminal that does not follow is told as `failed`. */
async function play(
  machine: ProofMachine,
  actions: readonly Action[],
  keyDelayMs: number,
): Promise<{ answer?: string; failed?: string }> {
  let answer: string | undefined;
  const keyboard = machine.keyboard((text) => {
    answer = text;
  });
  try {
    await playActions(actions, keyboard, { keyDelayMs });
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
  return answer === undefined ? {} : { answer };
}

/** Checks until the verdict is as wanted, or time is up; gives the last verdict. */
async function checkUntil(
  machine: ProofMachine,
  step: LabStep,
  answer: string | undefined,
  wanted: (verdict: Verdict) => boolean,
): Promise<Verdict> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let pause = AGAIN_MS; ; pause = Math.min(pause * AGAIN_FACTOR, AGAIN_AT_MOST_MS)) {
    const verdict = await machine.check(step, answer);
    if (wanted(verdict) || performance.now() > deadline) return verdict;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function passesAfter(
  machine: ProofMachine,
  step: LabStep,
  actions: readonly Action[],
  keyDelayMs = 0,
): Promise<string | undefined> {
  const { answer, failed } = await play(machine, actions, keyDelayMs);
  if (failed !== undefined) return `${JSON.stringify(actions)}: ${failed}`;
  const verdict = await checkUntil(machine, step, answer, (one) => 'passed' in one && one.passed);
  return 'passed' in verdict && verdict.passed
    ? undefined
    : `${JSON.stringify(actions)}: expected it to pass, found: ${said(verdict)}${lastLines(machine)}`;
}

async function missesWith(
  machine: ProofMachine,
  step: LabStep,
  actions: readonly Action[],
  hint: string,
): Promise<string | undefined> {
  const { answer, failed } = await play(machine, actions, 0);
  if (failed !== undefined) return `${JSON.stringify(actions)}: ${failed}`;
  await machine.settle();
  const verdict = await checkUntil(
    machine,
    step,
    answer,
    (one) => ('hint' in one && one.hint === hint) || ('passed' in one && one.passed),
  );
  return 'hint' in verdict && verdict.hint === hint
    ? undefined
    : `${JSON.stringify(actions)}: expected the hint "${hint}", found: ${said(verdict)}${lastLines(machine)}`;
}
