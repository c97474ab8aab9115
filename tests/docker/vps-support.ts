// What does a test on a real server start from? A server booted by the recipe of this engine, its shell as root, and its own ways down.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ContainerSpec } from '../../runner/machines/container-spec.ts';
import { createDockerServers } from '../../runner/machines/docker-engine-servers.ts';
import type { RunOptions } from '../../runner/machines/engine.ts';
import { freshId, objectName } from '../../runner/machines/names.ts';
import { bootVps, type VpsBooted } from '../../runner/machines/vps-boot.ts';
import { recipeCandidates, type VpsRecipe } from '../../runner/machines/vps-recipe.ts';
import { type VpsRequest, vpsSpec } from '../../runner/machines/vps-spec.ts';
import { withEngine } from './support.ts';

/** Servers on the real engine; everything is removed after the file's last test. */
export function withServers() {
  const under = withEngine();
  const { engine, instance } = under;
  const servers = createDockerServers({ instance });

  const recipe = async (): Promise<VpsRecipe> => {
    const facts = await engine.describe();
    const [best] = recipeCandidates({ ...facts, userNamespaces: await servers.remapsUsers() });
    if (best === undefined) throw new Error('This engine can carry no server (rootless).');
    return best;
  };
  const spec = async (changes: Partial<VpsRequest> = {}): Promise<ContainerSpec> =>
    vpsSpec({
      image: (await under.images()).vps ?? '',
      name: objectName(instance, 'vps', freshId()),
      hostname: 'mon-serveur',
      workshop: 'test',
      language: 'fr',
      network: 'none',
      dns: ['198.18.0.2'],
      recipe: await recipe(),
      ...changes,
    });
  const boot = async (id: string, called?: string): Promise<VpsBooted> =>
    bootVps(engine, servers, id, {
      recipe: await recipe(),
      helperImage: (await under.images()).helper ?? '',
      ...(called === undefined ? {} : { called }),
    });

  return {
    ...under,
    servers,
    spec,
    boot,
    /** A server that is up; gives its id. */
    async server(changes: Partial<VpsRequest> = {}): Promise<string> {
      const id = await engine.createMachine(await spec(changes));
      await boot(id);
      return id;
    },
    /** Runs a line of shell as root, gives its output; fails with it when the line fails. */
    async root(id: string, line: string, options: RunOptions = {}): Promise<string> {
      const { exitCode, output } = await engine.run(id, ['bash', '-c', line], {
        timeoutMs: 60_000,
        ...options,
      });
      if (exitCode !== 0) throw new Error(`"${line}" ended with ${exitCode}: ${output.slice(-800)}`);
      return output.trim();
    },
    /** Waits until the machine is off. */
    async untilOff(id: string): Promise<void> {
      for (let attempt = 0; attempt < 600; attempt += 1) {
        if ((await engine.inspectMachine(id))?.state !== 'running') return;
        await sleep(50);
      }
      throw new Error('The server is still on after 30 s.');
    },
  };
}
