// How does a reader see the solution that the proof types?
import type { Action } from '#labs/define-lab.ts';

export type SolutionLine =
  | { kind: 'command'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'answer'; text: string }
  | { kind: 'keys'; keys: string[] };

/** The actions a person does, in order; waiting (`see`) is left out. */
export function solutionLines(actions: readonly Action[]): SolutionLine[] {
  return actions.flatMap((action): SolutionLine[] => {
    if ('run' in action) return [{ kind: 'command', text: action.run }];
    if ('start' in action) return [{ kind: 'command', text: action.start }];
    if ('type' in action) return [{ kind: 'text', text: action.type }];
    if ('key' in action) return [{ kind: 'keys', keys: action.key.split('-') }];
    if ('answer' in action) return [{ kind: 'answer', text: action.answer }];
    return [];
  });
}
