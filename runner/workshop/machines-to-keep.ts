// Which containers does a start leave alone? Those of workshops that go on; what a workshop left behind that ended while its runner died is nobody's.
import type { Store } from '../store/store.ts';

/** Their ids. */
export function machinesToKeep(store: Store): Set<string> {
  const open = new Set(store.openWorkshops().map(({ id }) => id));
  return new Set(
    store.allMachines().flatMap(({ containerId, workshopId }) => (open.has(workshopId) ? [containerId] : [])),
  );
}
