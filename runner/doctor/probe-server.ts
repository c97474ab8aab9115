// Can this engine carry rented servers, and by which recipe? One throwaway server tells (reliability.md 4.2).
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createDockerEngine } from '../machines/docker-engine.ts';
import { createDockerServers } from '../machines/docker-engine-servers.ts';
import { chooseRecipe } from '../machines/vps-probe.ts';
import type { DoctorWords } from '../words/doctor.ts';
import { type Finding, fail, ok } from './finding.ts';

/** @param images tags of the images `vps` and `helper` @throws EngineError when the engine does not answer */
export async function probeServer(
  images: { vps: string; helper: string },
  words: DoctorWords,
): Promise<Finding> {
  const instance = `doctor${randomBytes(4).toString('hex')}`;
  const { recipe, tried, bootMs } = await chooseRecipe({
    engine: createDockerEngine({ instance }),
    servers: createDockerServers({ instance }),
    instance,
    images,
    kernelHasIpv6: existsSync('/proc/sys/net/ipv6'),
  });
  if (recipe !== undefined)
    return ok('servers', words['servers.recipe'](recipe, ((bootMs ?? 0) / 1000).toFixed(1)));
  const why = tried.map((one) => `${one.recipe}: ${one.problem}`).join(' ; ');
  return fail('servers', words['servers.none'](why), words['servers.remedy']);
}
