// Which container is whose? What the engine's labels cannot say: the seat it was given to, and its extra terminals.
import { maybeText, type Queries, type Row, text } from './queries.ts';
import type { MachineRows, StoredMachine } from './store.ts';

const toMachine = (row: Row): StoredMachine => ({
  containerId: text(row, 'container_id'),
  workshopId: text(row, 'workshop_id'),
  seatId: maybeText(row, 'seat_id'),
  name: text(row, 'name'),
  kind: text(row, 'kind'),
  terminals: text(row, 'terminals').split(' ').filter(Boolean),
});

export function machineRows(q: Queries): MachineRows {
  return {
    addMachine(m) {
      q.run(
        "INSERT INTO machines (container_id, workshop_id, seat_id, name, kind, terminals) VALUES (?, ?, NULL, ?, ?, '')",
        m.containerId,
        m.workshopId,
        m.name,
        m.kind,
      );
    },
    assignMachine(containerId, seatId, name) {
      q.run('UPDATE machines SET seat_id = ?, name = ? WHERE container_id = ?', seatId, name, containerId);
    },
    machinesOf: (seatId) =>
      q.all('SELECT * FROM machines WHERE seat_id = ? ORDER BY name, container_id', seatId).map(toMachine),
    poolMachines: (workshopId) =>
      q
        .all(
          'SELECT * FROM machines WHERE workshop_id = ? AND seat_id IS NULL ORDER BY container_id',
          workshopId,
        )
        .map(toMachine),
    allMachines: () => q.all('SELECT * FROM machines ORDER BY container_id').map(toMachine),
    setTerminals(containerId, terminals) {
      q.run('UPDATE machines SET terminals = ? WHERE container_id = ?', terminals.join(' '), containerId);
    },
    dropMachine(containerId) {
      q.run('DELETE FROM machines WHERE container_id = ?', containerId);
    },
  };
}
