// How many trainees does a computer of a given memory take?
import { expect, test } from 'vitest';
import {
  availableMemory,
  RESERVE_BYTES,
  SEAT_BYTES,
  seatsThatFit,
} from '../../../../runner/workshop/capacity.ts';

test('counts whole seats above the reserve, never a negative number', () => {
  expect(seatsThatFit(RESERVE_BYTES + 3.9 * SEAT_BYTES)).toBe(3);
  expect(seatsThatFit(RESERVE_BYTES)).toBe(0);
  expect(seatsThatFit(1024)).toBe(0);
});

test('reads what the kernel offers to new programs, and says so when it cannot', () => {
  expect(availableMemory('MemTotal:  100 kB\nMemAvailable:   24000 kB\n')).toBe(24_000 * 1024);
  expect(availableMemory('MemTotal: 100 kB\n')).toBeUndefined();
});
