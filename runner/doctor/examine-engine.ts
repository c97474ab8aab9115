// Is the container engine recent and closed enough?
import type { EngineError, EngineFacts } from '../machines/engine.ts';
import { whyNoAnswer } from '../machines/no-answer.ts';
import { type Examine, type Finding, fail, ok, warn } from './finding.ts';
import { isAtLeast, isDistributionBuild, openRuncHoles } from './versions.ts';

const OLDEST_ENGINE = '20.10';

export interface EngineAndKernel {
  engine: EngineFacts;
  /** AppArmor is on in the kernel. */
  appArmorInKernel: boolean;
  /** The program that loads its profiles is installed. */
  appArmorParser: boolean;
}

export const examineEngine: Examine<EngineAndKernel> = (facts, words) => {
  const { engine } = facts;
  const found: Finding[] = [];
  const version = words['engine.version'](engine.version, engine.apiVersion, engine.storageDriver);
  found.push(
    isAtLeast(engine.version, OLDEST_ENGINE)
      ? ok('engine', version)
      : fail('engine', version, words['engine.too-old'](OLDEST_ENGINE)),
    examineRunc(engine.runcVersion, words),
    ok('cgroup', words.cgroup(engine.cgroupVersion)),
    ok('users', engine.rootless ? words['users.rootless'] : words['users.shared']),
    engine.seccomp
      ? ok('seccomp', words['seccomp.on'])
      : fail('seccomp', words['seccomp.off'], words['seccomp.remedy']),
    examineAppArmor(facts, words),
  );
  if (!engine.swapLimit) found.push(warn('swap', words['swap.no-limit'], words['swap.remedy']));
  return found;
};

/** No engine answers: why? `npm start` tells the same cases apart. */
export const examineNoEngine: Examine<{ error: EngineError; dockerHost: string | undefined }> = (
  { error, dockerHost },
  words,
) => {
  const { why, reason, socket } = whyNoAnswer(error);
  if (why === 'forbidden')
    return [fail('engine', words['engine.forbidden'](socket), words['engine.forbidden-remedy'])];
  if (why === 'silent') return [fail('engine', words['engine.silent'], words['engine.ill-remedy'])];
  if (why === 'strange') return [fail('engine', words['engine.strange'](reason), words['engine.ill-remedy'])];
  return dockerHost
    ? [fail('engine', words['engine.stale'](dockerHost), words['engine.stale-remedy'])]
    : [fail('engine', words['engine.absent'], words['engine.absent-remedy'])];
};

/** Is DOCKER_HOST somewhere else than on this machine? Such an engine is not even asked. */
export const examineDockerHost: Examine<string | undefined> = (dockerHost, words) =>
  dockerHost && !dockerHost.startsWith('unix://')
    ? [fail('engine', words['engine.remote'](dockerHost), words['engine.remote-remedy'])]
    : [];

const examineRunc = (version: string, words: Parameters<Examine<never>>[1]): Finding => {
  if (version === '') return warn('runc', words['runc.unknown'], words['runc.remedy']);
  const holes = openRuncHoles(version);
  if (holes.length === 0) return ok('runc', words['runc.closed'](version));
  return isDistributionBuild(version)
    ? warn('runc', words['runc.distribution'](version, holes.join(', ')), words['runc.remedy-distribution'])
    : warn('runc', words['runc.open'](version, holes.join(', ')), words['runc.remedy']);
};

const examineAppArmor = (facts: EngineAndKernel, words: Parameters<Examine<never>>[1]): Finding => {
  if (!facts.appArmorInKernel)
    return warn('apparmor', words['apparmor.kernel'], words['apparmor.kernel-remedy']);
  if (!facts.appArmorParser)
    return fail('apparmor', words['apparmor.parser'], words['apparmor.parser-remedy']);
  if (!facts.engine.apparmor)
    return warn('apparmor', words['apparmor.engine'], words['apparmor.engine-remedy']);
  return ok('apparmor', words['apparmor.on']);
};
