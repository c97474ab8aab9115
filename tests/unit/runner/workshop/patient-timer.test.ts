// Does a deadline wait for a computer that slept?
import { expect, test } from 'vitest';
import { type Clock, patientTimer } from '../../../../runner/workshop/patient-timer.ts';

function fakeClock() {
  let now = 0;
  let due: { at: number; run: () => void } | undefined;
  const clock: Clock = {
    now: () => now,
    after(ms, run) {
      due = { at: now + ms, run };
      return () => {
        due = undefined;
      };
    },
  };
  /** The computer wakes at this time: a late timer fires then. */
  const wakeAt = (time: number) => {
    now = time;
    const late = due;
    if (late && late.at <= now) {
      due = undefined;
      late.run();
    }
  };
  return { clock, wakeAt };
}

test('a deadline met awake ends things', () => {
  const { clock, wakeAt } = fakeClock();
  let ended = false;
  patientTimer(clock, 600_000, () => {
    ended = true;
  });
  wakeAt(600_010);
  expect(ended).toBe(true);
});

test('a deadline that passed while everything slept starts again', () => {
  const { clock, wakeAt } = fakeClock();
  let ended = false;
  patientTimer(clock, 600_000, () => {
    ended = true;
  });
  wakeAt(3_600_000);
  expect(ended).toBe(false);
  wakeAt(3_600_000 + 600_001);
  expect(ended).toBe(true);
});

test('a cancelled deadline stays silent, also after it was started again', () => {
  const { clock, wakeAt } = fakeClock();
  let ended = false;
  const cancel = patientTimer(clock, 600_000, () => {
    ended = true;
  });
  wakeAt(3_600_000);
  cancel();
  wakeAt(9_000_000);
  expect(ended).toBe(false);
});
