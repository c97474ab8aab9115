// Does somebody whose machine was stopped read why, and does it start again with its files?
import { expect, test, vi } from 'vitest';
import { SeatMachines, type SeatMachinesParts } from '../../../../runner/workshop/seat-machines.ts';
import { FakeEngine } from '../../../doubles/fake-engine.ts';

/** A seat whose desktop runs in container `c1`; `restarts` counts how often it was started again. */
async function seat() {
  const engine = new FakeEngine();
  const restarts = vi.fn(async () => undefined);
  const room = { asleep: false, restart: restarts } as unknown as SeatMachinesParts['room'];
  const store = {
    setTerminals: () => {},
    dropMachine: () => {},
  } as unknown as SeatMachinesParts['store'];
  const nothing = () => {};
  const machines = new SeatMachines({
    ...{ seatId: 's1', engine, room, store },
    ...{
      changed: nothing,
      arrived: nothing,
      left: nothing,
      command: nothing,
      activity: nothing,
      failed: nothing,
    },
  });
  machines.adopt('desktop', 'c1', true, []);
  return { machines, restarts };
}

test('a machine that filled the disk says so until it is started again; one that was stopped otherwise does not', async () => {
  const { machines, restarts } = await seat();
  machines.overflows('another');
  machines.overflows('c1');
  machines.stopped('c1', false);
  expect(machines.view('desktop')).toEqual({ name: 'desktop', state: 'off', full: true, terminals: [] });
  // A start that fails leaves the reason where it was.
  restarts.mockRejectedValueOnce(new Error('busy'));
  machines.start('desktop');
  await vi.waitFor(() => expect(machines.view('desktop')).toMatchObject({ state: 'off', full: true }));
  machines.start('desktop');
  expect(restarts).toHaveBeenLastCalledWith('s1', 'c1');
  expect(machines.view('desktop')).toEqual({ name: 'desktop', state: 'starting', terminals: [] });

  const other = await seat();
  other.machines.stopped('c1', false);
  expect(other.machines.view('desktop')).toEqual({ name: 'desktop', state: 'off', terminals: [] });
});
