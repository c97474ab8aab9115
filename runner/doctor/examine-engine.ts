// Is the container engine recent and closed enough?
import type { EngineFacts } from '../machines/engine.ts';
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
