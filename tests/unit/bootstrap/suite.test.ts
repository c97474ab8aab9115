// Does the last line of `npm test` tell the truth, whatever went wrong?
import { beforeEach, expect, test, vi } from 'vitest';
import { countReport, sumUp } from '../../../runner/bootstrap/suite.mjs';

const file = (status: string, ...tests: string[]) => ({
  name: 'tests/unit/x.test.ts',
  status,
  assertionResults: tests.map((result, index) => ({ fullName: `test ${index}`, status: result })),
});

test('passed, failed and skipped tests are counted apart', () => {
  const counts = countReport(
    { testResults: [file('failed', 'passed', 'failed', 'pending', 'todo')] },
    1,
    'unit',
  );
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 2, failures: ['tests/unit/x.test.ts > test 1'] });
});

test('a file that does not load is a failure, though no test of it ran', () => {
  expect(countReport({ testResults: [file('failed')] }, 1, 'unit').failed).toBe(1);
});

test('an error left behind by tests that all passed is a failure', () => {
  expect(countReport({ testResults: [file('passed', 'passed')] }, 1, 'unit')).toMatchObject({
    passed: 1,
    failed: 1,
  });
});

test('a run that left no report is a failure, even when it says that all is well', () => {
  expect(countReport(undefined, 0, 'unit').failed).toBe(1);
  expect(countReport({ testResults: [] }, 0, 'unit').failed).toBe(1);
});

const printed: string[] = [];
beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation((text) => void printed.push(text));
});

test.each([
  [{ passed: 3, failed: 0, skipped: 0, failures: [] }, '3 passed, 0 failed', 0],
  [{ passed: 3, failed: 0, skipped: 2, failures: [] }, '3 passed, 0 failed, 2 skipped', 0],
  [{ passed: 3, failed: 1, skipped: 0, failures: ['a'] }, '3 passed, 1 failed', 1],
  [{ passed: 0, failed: 0, skipped: 4, failures: [] }, '0 passed, 0 failed, 4 skipped', 1],
])('%j ends with « %s » and exit code %i', (total, lastLine, code) => {
  expect(sumUp(total, { failedRecap: 'failed:' })).toBe(code);
  expect(printed.join('\n').split('\n').at(-1)).toBe(lastLine);
});
