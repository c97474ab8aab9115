// What does a real machine say? Makes two on a network of their own, tries limits and isolation, measures a seat, and removes everything.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { checkerCommand } from '../checks/checker-command.ts';
import { createDockerEngine } from '../machines/docker-engine.ts';
import type { Engine } from '../machines/engine.ts';
import { onFreeSubnet } from '../machines/free-network.ts';
import { containerSpec } from '../machines/hardening.ts';
import { hostRoutes } from '../machines/host-routes.ts';
import { probeIsolation } from '../machines/isolation-probe.ts';
import { INSTANCE_LABEL, ROLE_LABEL } from '../machines/labels.ts';
import { freshId, objectName } from '../machines/names.ts';
import { pickSubnet, resolverAddress } from '../machines/subnets.ts';
import type { DoctorWords } from '../words/doctor.ts';
import { type Finding, fail, ok } from './finding.ts';
import { PROBE_LIMITS, probeLimits } from './probe-limits.ts';

/** Time for a fresh machine to settle before its memory is read. */
const SETTLE_MS = 2000;

export interface ProbeResult {
  findings: Finding[];
  /** Memory of an idle desktop with its checker, bytes. */
  idleBytes: number | undefined;
}

/** @param image tag of the desktop @param block CIDR that networks are cut from */
export async function probeMachines(image: string, block: string, words: DoctorWords): Promise<ProbeResult> {
  // An installation of its own for a minute: what a crash leaves behind is nobody else's.
  const instance = `doctor${randomBytes(4).toString('hex')}`;
  const engine = createDockerEngine({ instance });
  const { made: network, subnet } = await onFreeSubnet(
    engine,
    async (used) => pickSubnet(block, [...used, ...(await hostRoutes())]),
    (free) =>
      engine.createNetwork({
        name: objectName(instance, 'probe'),
        subnet: free,
        labels: { [INSTANCE_LABEL]: instance, [ROLE_LABEL]: 'workshop' },
      }),
  );
  const findings: Finding[] = [ok('subnet', words['subnet.free'](subnet))];
  try {
    const start = await machineStarter(engine, { instance, image, network, subnet });
    const idle = await start({ kind: 'desktop' });
    const checker = await engine.openPipe(idle, checkerCommand(), {});
    const limited = await start({ kind: 'desktop', ...PROBE_LIMITS });
    findings.push(...(await probeLimits(engine, limited, words)));
    const open = await probeIsolation(engine, idle, { id: network, subnet });
    findings.push(
      open.length === 0
        ? ok('isolation', words['isolation.closed'])
        : fail('isolation', words['isolation.open'](open.join(' ; ')), words['isolation.remedy']),
    );
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const idleBytes = await engine.memoryOf(idle);
    checker.release();
    return { findings, idleBytes };
  } finally {
    for (const { id } of await engine.listMachines()) await engine.removeMachine(id);
    await engine.removeNetwork(network);
  }
}

interface Place {
  instance: string;
  image: string;
  network: string;
  subnet: string;
}

async function machineStarter(engine: Engine, place: Place) {
  const kernelHasIpv6 = existsSync('/proc/sys/net/ipv6');
  return async (machine: Parameters<typeof containerSpec>[0]['machine']): Promise<string> => {
    const id = await engine.createMachine(
      containerSpec({
        machine,
        image: place.image,
        name: objectName(place.instance, freshId()),
        workshop: 'doctor',
        language: 'fr',
        network: { id: place.network, address: undefined },
        dns: [resolverAddress(place.subnet)],
        kernelHasIpv6,
      }),
    );
    await engine.startMachine(id);
    return id;
  };
}
