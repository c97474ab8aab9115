// How is a step done in somebody's place? Its solution is typed, visibly, in the machine's own terminal.
import type { LabStep } from '../../labs/define-lab.ts';
import { PlayError, playActions } from '../labs/play.ts';
import { terminalKeyboard } from '../labs/terminal-keyboard.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { OpenLab } from './open-lab.ts';

/** Types like somebody quick, so that it can be followed; milliseconds per key. */
const KEY_DELAY_MS = 35;

/** Longest wait for the prompt after the last key, milliseconds. */
const PROMPT_MS = 5_000;

/** To the end of the line, then erase it: whatever was half typed goes away first. */
const CTRL_E_CTRL_U = Buffer.from([0x05, 0x15]);

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
): Promise<void> {
  try {
    for (const step of steps) {
      const terminal = terminalOf(step.machine);
      if (!terminal) return;
      open.progress.playing = step.id;
      told();
      terminal.type(CTRL_E_CTRL_U);
      const keyboard = terminalKeyboard(terminal, (text) => open.checkNow(step.id, text));
      await playActions(step.solution, keyboard, { keyDelayMs: KEY_DELAY_MS });
      // The last key's effect first: a step that passes after we stopped playing would count as the trainee's own.
      await keyboard.untilPrompt(PROMPT_MS);
      if (!step.asksAnswer) await open.checkNow(step.id);
    }
  } catch (error) {
    if (!(error instanceof PlayError) && !(error instanceof Refusal)) throw error;
  } finally {
    open.progress.playing = undefined;
    told();
  }
}
