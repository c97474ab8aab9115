// What has become of one machine of a seat? One union of states, each with only what it needs.
import type { MachineView } from '../protocol/live-frames.ts';
import type { Machine } from './machine.ts';

export type SeatMachineState =
  | { is: 'absent' }
  | { is: 'queued'; position: number }
  | { is: 'starting' }
  | { is: 'ready'; machine: Machine }
  /** Powered off, or stopped with its host: its files are there, its programs are not. `full`: stopped because it filled the disk. */
  | { is: 'off'; containerId: string; full?: boolean }
  /** Gone: only a new one helps. */
  | { is: 'lost' };

/** As its owner sees it. `extra` are the ids of its further terminals. */
export function machineView(name: string, state: SeatMachineState, extra: readonly string[]): MachineView {
  const terminals = state.is === 'ready' ? ['1', ...extra] : [];
  if (state.is === 'queued') return { name, state: 'queued', position: state.position, terminals };
  if (state.is === 'off' && state.full) return { name, state: 'off', full: true, terminals };
  return { name, state: state.is, terminals };
}

/** Id of the container behind this state, if there is one. */
export function containerOf(state: SeatMachineState): string | undefined {
  if (state.is === 'ready') return state.machine.containerId;
  return state.is === 'off' ? state.containerId : undefined;
}
