// On which network do a workshop's machines stand? One of its own, isolated, found again by its label after a restart.
import type { Engine, NetworkFacts } from '../machines/engine.ts';
import { onFreeSubnet } from '../machines/free-network.ts';

export interface WorkshopNetwork {
  id: string;
  /** CIDR. */
  subnet: string;
}

export interface NetworkParts {
  engine: Engine;
  /** Name and labels for a workshop's network. */
  naming: (workshopId: string) => { name: string; labels: Record<string, string> };
  /** True when these labels are those of this workshop. */
  belongs: (labels: Record<string, string>, workshopId: string) => boolean;
  /** Picks a free subnet. @throws when the block is exhausted. */
  pickSubnet: (used: readonly string[]) => Promise<string>;
}

const found = (network: NetworkFacts): WorkshopNetwork | undefined =>
  network.subnet ? { id: network.id, subnet: network.subnet } : undefined;

/** The workshop's network, made if it does not exist. @throws EngineError or the allocator's error. */
export async function ensureWorkshopNetwork(
  parts: NetworkParts,
  workshopId: string,
): Promise<WorkshopNetwork> {
  const { engine, naming, belongs, pickSubnet } = parts;
  const existing = (await engine.listNetworks()).find((n) => belongs(n.labels, workshopId));
  const known = existing && found(existing);
  if (known) return known;
  const { made, subnet } = await onFreeSubnet(engine, pickSubnet, (free) =>
    engine.createNetwork({ ...naming(workshopId), subnet: free }),
  );
  return { id: made, subnet };
}
