// Does nobody get a machine of an old image once its author has changed it?
import { expect, test, vi } from 'vitest';
import type { Machine } from '../../../../runner/workshop/machine.ts';
import { createPool } from '../../../../runner/workshop/pool.ts';

test('machines that wait, and those being made, are given back when machines are made differently', async () => {
  const makers: ((machine: Machine) => void)[] = [];
  const given: string[] = [];
  const machine = (containerId: string) => ({ containerId }) as Machine;
  const pool = createPool({
    make: () => new Promise((resolve) => makers.push(resolve)),
    target: () => 2,
    busy: () => false,
    failed: () => undefined,
  });
  pool.refill();
  makers[0]?.(machine('old and waiting'));
  await vi.waitFor(() => expect(pool.size).toBe(1));
  pool.renew(({ containerId }) => given.push(containerId));
  expect(pool.size).toBe(0);
  makers[1]?.(machine('old, in the making'));
  await vi.waitFor(() => expect(given).toEqual(['old and waiting', 'old, in the making']));
  await vi.waitFor(() => expect(makers.length).toBe(4));
  makers[2]?.(machine('new'));
  await vi.waitFor(() => expect(pool.size).toBe(1));
  expect(pool.take()?.containerId).toBe('new');
});
