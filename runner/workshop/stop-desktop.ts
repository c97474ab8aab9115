// How does a desktop stop? Its programs are told that their terminal goes, and have a moment to keep what they hold; its files stay.
import type { Engine } from '../machines/engine.ts';

/** Its first process waits for the shell below it, and leaves when that has ended: as the trainee, for nobody on a desktop may end another's programs. */
const HANG_UP = ['sh', '-c', 'kill -TERM 1; kill -HUP -1; sleep 0.3; kill -KILL -1'];
const GRACE_MS = 1_000;

/** @throws EngineError */
export const stopDesktop = (engine: Engine, containerId: string): Promise<void> =>
  engine.stopMachine(containerId, GRACE_MS, HANG_UP);
