// How does this computer reach into a workshop's small Internet? One container with two networks that forwards nothing: a proxy of ours, behind a password.
import type { ContainerSpec } from '../machines/container-spec.ts';
import type { Engine } from '../machines/engine.ts';
import { onFreeSubnet } from '../machines/free-network.ts';
import { ROLE_LABEL, WORKSHOP_LABEL } from '../machines/labels.ts';
import { objectName } from '../machines/names.ts';
import { gatewayAddress } from '../machines/subnets.ts';
import { serverAddresses } from './addresses.ts';
import { serverLimits } from './server-limits.ts';
import { roleOf } from './server-specs.ts';

/** Port of the proxy inside its container. */
const PROXY_PORT = 1080;

export interface GatewayRequest {
  instance: string;
  workshop: string;
  image: string;
  network: { id: string; subnet: string };
  door: { id: string; subnet: string };
  kernelHasIpv6?: boolean;
}

/** The specification of the gateway. Pure. */
export function gatewaySpec(request: GatewayRequest): ContainerSpec {
  const { network, door } = request;
  const addresses = serverAddresses(network.subnet);
  return {
    ...serverLimits(request.kernelHasIpv6),
    name: objectName(request.instance, request.workshop, roleOf('gateway')),
    hostname: roleOf('gateway'),
    image: request.image,
    labels: { [ROLE_LABEL]: roleOf('gateway'), [WORKSHOP_LABEL]: request.workshop },
    network: { id: network.id, address: addresses.gateway },
    door: { networkId: door.id, port: PROXY_PORT },
    dns: [addresses.resolver],
    env: {
      BOITE_SERVER: 'gateway',
      BOITE_SUBNET: network.subnet,
      BOITE_FAR_END: gatewayAddress(door.subnet),
    },
  };
}

/** The gateway's second network of this workshop: found by its labels, or made. @throws EngineError or the allocator's error */
export async function ensureDoor(
  engine: Engine,
  { instance, workshop }: { instance: string; workshop: string },
  pickSubnet: (used: readonly string[]) => Promise<string>,
): Promise<{ id: string; subnet: string }> {
  const known = (await engine.listNetworks()).find(({ labels }) => isDoorOf(labels, workshop));
  if (known?.subnet !== undefined) return { id: known.id, subnet: known.subnet };
  const name = objectName(instance, workshop, 'door');
  const labels = { [ROLE_LABEL]: roleOf('gateway'), [WORKSHOP_LABEL]: workshop };
  const { made: id, subnet } = await onFreeSubnet(engine, pickSubnet, (free) =>
    engine.createNetwork({ name, subnet: free, labels, door: true }),
  );
  return { id, subnet };
}

/** Whether these labels are those of the second network of this workshop's gateway. */
export const isDoorOf = (labels: Record<string, string>, workshop: string): boolean =>
  labels[ROLE_LABEL] === roleOf('gateway') && labels[WORKSHOP_LABEL] === workshop;

/** Where the proxy listens on this computer, and its password of this start. */
export interface Door {
  port: number;
  password: string;
}

/** Waits until the proxy of this container answers; it writes its password when it does. @throws Error when it does not come up */
export async function doorOf(engine: Engine, id: string): Promise<Door> {
  const wait =
    'for i in $(seq 800); do [ -s /srv/boite/door.ready ] && exec cat /srv/boite/door.ready; sleep 0.05; done; exit 1';
  const { exitCode, output } = await engine.run(id, ['sh', '-c', wait], { timeoutMs: 45_000 });
  const password = /^[0-9a-f]{48}$/.exec(output.trim())?.[0];
  if (exitCode !== 0 || password === undefined)
    throw new Error(`the gateway does not answer (exit code ${exitCode})`);
  const port = (await engine.inspectMachine(id))?.doorPort;
  if (port === undefined) throw new Error('the engine published no port of the gateway');
  return { port, password };
}
