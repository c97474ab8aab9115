// How are a workshop's networks made, listed and removed? Isolated: no route out, no address of the host on the bridge (reliability.md 5).
import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { type DockerCalls, LIMITS, orMissing } from './docker-engine-calls.ts';
import { type Engine, EngineError, type NetworkFacts } from './engine.ts';
import { belongsTo, INSTANCE_LABEL, ofInstance } from './labels.ts';
import { gatewayAddress, nobodyAddress } from './subnets.ts';

/** From this API version (Engine 28) on, a bridge can be told to have no gateway at all. */
const GATEWAY_MODES_SINCE = 1.48;

export function createNetwork(
  calls: DockerCalls,
  apiVersion: () => Promise<string>,
): Engine['createNetwork'] {
  return async (spec) => {
    const modes = Number(await apiVersion()) >= GATEWAY_MODES_SINCE;
    try {
      const network = await calls.call(LIMITS.create, (abortSignal) =>
        calls.docker.createNetwork({
          Name: spec.name,
          CheckDuplicate: true,
          Driver: 'bridge',
          EnableIPv6: false,
          ...(spec.door ? doorOptions(spec.subnet) : closedOptions(spec.subnet, modes)),
          Labels: { ...spec.labels, [INSTANCE_LABEL]: calls.instance },
          abortSignal,
        }),
      );
      return network.id;
    } catch (error) {
      if (error instanceof EngineError && /overlaps|already exists|subnet/i.test(error.message))
        throw new EngineError('conflict', error.message, { cause: error });
      throw error;
    }
  };
}

/** No route out, no address of this host. */
const closedOptions = (subnet: string, modes: boolean) => ({
  Internal: true,
  IPAM: {
    Driver: 'default',
    // An engine that keeps no address for a gateway would give this one to the first machine: nobody is to answer there.
    Config: [
      { Subnet: subnet, ...(modes ? { AuxiliaryAddresses: { nobody: gatewayAddress(subnet) } } : {}) },
    ],
  },
  Options: {
    'com.docker.network.bridge.inhibit_ipv4': 'true',
    ...(modes ? { 'com.docker.network.bridge.gateway_mode_ipv4': 'isolated' } : {}),
  } as Record<string, string>,
});

/** An engine publishes no port of an internal network: this one is not, so its machine is given a default route to an address that nobody has. */
const doorOptions = (subnet: string) => ({
  Internal: false,
  IPAM: {
    Driver: 'default',
    Config: [{ Subnet: subnet, AuxiliaryAddresses: { DefaultGatewayIPv4: nobodyAddress(subnet) } }],
  },
  Options: {
    'com.docker.network.bridge.enable_ip_masquerade': 'false',
    'com.docker.network.bridge.enable_icc': 'false',
  } as Record<string, string>,
});

/** Attempts to remove a network, each after a longer pause: five seconds in all, which a busy computer may need to let a machine go. */
const REMOVALS = 10;

export function removeNetwork(calls: DockerCalls): Engine['removeNetwork'] {
  return async (id) => {
    const network = calls.docker.getNetwork(id);
    const facts = await orMissing(calls.insist(LIMITS.question, () => network.inspect()));
    if (facts === undefined) return;
    if (!belongsTo(calls.instance, facts.Labels))
      throw new EngineError('refused', `network ${id.slice(0, 12)} is not of this installation`);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await orMissing(calls.call(LIMITS.remove, (abortSignal) => network.remove({ abortSignal })));
        return;
      } catch (error) {
        if (attempt === REMOVALS) throw error;
        // "has active endpoints" (F-11): a machine that is going, or one that the engine forgot to unplug.
        await unplug(calls, network);
        await sleep(100 * attempt);
      }
    }
  };
}

/** Takes our own machines off the network; anybody else's stays, and so does the network then. */
async function unplug(calls: DockerCalls, network: Docker.Network): Promise<void> {
  const facts = await orMissing(calls.insist(LIMITS.question, () => network.inspect()));
  for (const id of Object.keys(facts?.Containers ?? {})) {
    try {
      await calls.ours(id);
    } catch (error) {
      if (error instanceof EngineError && error.kind === 'refused') continue;
      // Gone, yet its endpoint stays: the engine lets go of it by id all the same.
    }
    await calls
      .call(LIMITS.question, (abortSignal) => network.disconnect({ Container: id, Force: true, abortSignal }))
      .catch(() => undefined);
  }
}

export function listNetworks(calls: DockerCalls): Engine['listNetworks'] {
  return async () => {
    const networks = await calls.insist(LIMITS.question, (abortSignal) =>
      calls.docker.listNetworks({ filters: { label: [ofInstance(calls.instance)] }, abortSignal }),
    );
    return networks.map(
      (network): NetworkFacts => ({
        id: network.Id,
        labels: network.Labels ?? {},
        subnet: network.IPAM?.Config?.[0]?.Subnet,
        createdAt: Date.parse(network.Created),
      }),
    );
  };
}

export function usedSubnets(calls: DockerCalls): Engine['usedSubnets'] {
  return async () => {
    const networks = await calls.insist(LIMITS.question, (abortSignal) =>
      calls.docker.listNetworks({ abortSignal }),
    );
    return networks.flatMap((network) =>
      (network.IPAM?.Config ?? []).flatMap((config) =>
        config.Subnet === undefined || config.Subnet.includes(':') ? [] : [config.Subnet],
      ),
    );
  };
}
