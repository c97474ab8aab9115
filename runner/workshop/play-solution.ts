// How is a step done in somebody's place? Its solution is typed, visibly, in the machine's own terminal.
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabStep } from '../../labs/define-lab.ts';
import { type Keyboard, PlayError, playActions } from '../labs/play.ts';
import { terminalKeyboard } from '../labs/terminal-keyboard.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { OpenLab } from './open-lab.ts';

/** Types like somebody quick, so that it can be followed; milliseconds per key. */
const KEY_DELAY_MS = 35;

/** Longest wait for the prompt after the last key, milliseconds. */
const PROMPT_MS = 5_000;

/** Looks at a step after its solution, and milliseconds between them. */
const LOOKS = 5;
const LOOK_MS = 500;

/** To the end of the line, then erase it: whatever was half typed goes away first. */
const CTRL_E_CTRL_U = Buffer.from([0x05, 0x15]);

/** What is done at a counter is seen a moment later: the step is looked at a few times. */
async function passed(open: OpenLab, step: string): Promise<void> {
  for (let look = 0; look < LOOKS && !open.progress.isPassed(step); look += 1) {
    if (look > 0) await sleep(LOOK_MS);
    await open.checkNow(step);
  }
}

/**
 * Plays these steps one after the other; `told` hears when another one begins or all is over.
 * A terminal that does not follow (somebody types in it meanwhile) ends the playing: what is done stays done.
 * @throws what is neither the terminal's nor the lab's fault
 */
export async function playSolution(
  open: OpenLab,
  steps: readonly LabStep[],
  terminalOf: (machine: string) => Terminal | undefined,
  told: () => void,
  counters: Pick<Keyboard, 'deed' | 'fill'>,
): Promise<void> {
  try {
    for (const step of steps) {
      const terminal = terminalOf(step.machine);
      if (!terminal) return;
      open.progress.playing = step.id;
      told();
      terminal.type(CTRL_E_CTRL_U);
      const keyboard = Object.assign(
        terminalKeyboard(terminal, (text) => open.checkNow(step.id, text)),
        counters,
      );
      await playActions(step.solution, keyboard, { keyDelayMs: KEY_DELAY_MS });
      // The last key's effect first: a step that passes after we stopped playing would count as the trainee's own.
      await keyboard.untilPrompt(PROMPT_MS);
      if (!step.asksAnswer) await passed(open, step.id);
    }
  } catch (error) {
    if (!(error instanceof PlayError) && !(error instanceof Refusal)) throw error;
  } finally {
    open.progress.playing = undefined;
    told();
  }
}
