// Which recipe really works on this engine? Proved by one throwaway server: it must come up, and be unable to write its own limits (T-07).
import { type Engine, EngineError } from './engine.ts';
import { freshId, objectName } from './names.ts';
import type { Servers } from './servers.ts';
import { bootVps } from './vps-boot.ts';
import { recipeCandidates, type VpsRecipe } from './vps-recipe.ts';
import { vpsSpec } from './vps-spec.ts';

export interface RecipeChoice {
  /** Undefined: no server can run here, `tried` says why. */
  recipe: VpsRecipe | undefined;
  /** What was tried before, and what was wrong with it; English, for the log and for doctor. */
  tried: { recipe: VpsRecipe; problem: string }[];
  /** Milliseconds that the throwaway server took to come up. */
  bootMs: number | undefined;
}

export interface ProbeParts {
  engine: Engine;
  servers: Servers;
  instance: string;
  /** Tags of the images `vps` and `helper`. */
  images: { vps: string; helper: string };
  kernelHasIpv6?: boolean;
}

/**
 * Writes each limit's present value back to it: harmless if the door is open, and it must not be. With cgroup v1 each controller has a folder; with
 * v2 the machine's own limits lie at the top alone: below, its systemd shares out what it was given, and no file there gives it more.
 */
const OWN_LIMITS = `places='/sys/fs/cgroup /sys/fs/cgroup/*'
[ -e /sys/fs/cgroup/cgroup.controllers ] && places=/sys/fs/cgroup
for name in pids.max memory.max memory.high cpu.max memory.limit_in_bytes cpu.cfs_quota_us devices.allow release_agent; do
  for place in $places; do
    file=$place/$name
    [ -e "$file" ] || continue
    value=$(cat "$file" 2>/dev/null) || value='a *:* rwm'
    (printf '%s\\n' "$value" > "$file") 2>/dev/null && echo "$file"
  done
done; true`;

/**
 * Chooses a recipe by trying them, best first. Takes as long as one server's boot where the first one works.
 * @throws EngineError when the engine itself does not answer
 */
export async function chooseRecipe(parts: ProbeParts): Promise<RecipeChoice> {
  const facts = await parts.engine.describe();
  const userNamespaces = await parts.servers.remapsUsers();
  const tried: RecipeChoice['tried'] = [];
  for (const recipe of recipeCandidates({ ...facts, userNamespaces })) {
    const result = await tryRecipe(parts, recipe);
    if (typeof result === 'number') return { recipe, tried, bootMs: result };
    tried.push({ recipe, problem: result });
  }
  return { recipe: undefined, tried, bootMs: undefined };
}

/** Milliseconds of its boot, or what is wrong with it. */
async function tryRecipe(parts: ProbeParts, recipe: VpsRecipe): Promise<number | string> {
  const { engine, servers, instance, images } = parts;
  let id: string | undefined;
  try {
    id = await engine.createMachine(
      vpsSpec({
        image: images.vps,
        name: objectName(instance, 'probe', freshId()),
        hostname: 'probe',
        workshop: 'probe',
        language: 'en',
        network: 'none',
        dns: ['127.0.0.1'],
        recipe,
        ...(parts.kernelHasIpv6 === undefined ? {} : { kernelHasIpv6: parts.kernelHasIpv6 }),
      }),
    );
    const { milliseconds } = await bootVps(engine, servers, id, { recipe, helperImage: images.helper });
    const { output } = await engine.run(id, ['sh', '-c', OWN_LIMITS], { user: 'root' });
    return output.trim() === '' ? milliseconds : `the server can write its own limits: ${output.trim()}`;
  } catch (error) {
    if (!(error instanceof EngineError) || error.kind === 'down') throw error;
    return error.message;
  } finally {
    if (id !== undefined) await engine.removeMachine(id);
  }
}
