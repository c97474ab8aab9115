// How can systemd be PID 1 here? The recipes of reliability.md 4.2 that this engine may take, best first; `vps-probe.ts` proves one.
import type { EngineFacts } from './engine.ts';

/**
 * R1: the engine itself makes the cgroup tree writable (Engine 28, cgroup v2). R2: user namespaces are remapped, it is writable already.
 * R3: a helper container opens it from outside.
 */
export type VpsRecipe = 'R1' | 'R2' | 'R3';

/** Facts that the choice needs; `userNamespaces`: the engine remaps them (`userns` among its security options). */
export type RecipeFacts = Pick<EngineFacts, 'apiVersion' | 'cgroupVersion' | 'rootless'> & {
  userNamespaces: boolean;
};

/** From this API version (Engine 28) on, `writable-cgroups=true` exists. */
const WRITABLE_CGROUPS_SINCE = [1, 48] as const;

/** Recipes worth trying, best first. None on a rootless engine: it gives no machine a cgroup tree, so there is no server there (R6, a stand-in for systemd, is not built). */
export function recipeCandidates(facts: RecipeFacts): VpsRecipe[] {
  if (facts.rootless) return [];
  // The helper must not be tried there: the engine refuses `--pid host` under remapped user namespaces.
  if (facts.userNamespaces) return ['R2'];
  // On cgroup v1 the option opens every controller: the trainee would raise the server's own limits (R5).
  if (facts.cgroupVersion === 2 && atLeast(facts.apiVersion, WRITABLE_CGROUPS_SINCE)) return ['R1', 'R3'];
  return ['R3'];
}

function atLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}
