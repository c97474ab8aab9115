// Which tests run together, and how many at a time? One project per folder of tests/, from seconds without Docker to minutes with it.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

const SECOND = 1000;

/** Tests that keep a core busy, and some that wait for a limit: one more at a time than there are cores. Files share their worker, which saves half the time: none may leave anything behind. */
const COMPUTING = 1;
/** Tests that mostly wait for machines and pages: three files at a time, on two cores, too. Each file has an instance, a port and networks of its own. */
const WAITING = 2;

interface ProjectOptions {
  /** Time for one test, seconds. */
  seconds: number;
  /** Which tests it runs among: `COMPUTING` ones first, then `WAITING` ones. */
  order: number;
}

const project = (name: string, { seconds, order }: ProjectOptions) =>
  ({
    extends: true,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      testTimeout: seconds * SECOND,
      hookTimeout: Math.max(seconds, 30) * SECOND,
      isolate: order !== COMPUTING,
      maxWorkers: order === WAITING ? 3 : availableParallelism() + 1,
      sequence: { groupOrder: order },
    },
  }) satisfies TestProjectInlineConfiguration;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    passWithNoTests: false,
    // A test that leaves a rejected promise or a thrown error behind it has failed, whatever it asserted.
    dangerouslyIgnoreUnhandledErrors: false,
    allowOnly: false,
    // On two busy cores a second is no time; what holds at once is found at once all the same.
    expect: { poll: { timeout: 15 * SECOND } },
    unstubEnvs: true,
    restoreMocks: true,
    projects: [
      project('rules', { seconds: 20, order: COMPUTING }),
      project('unit', { seconds: 20, order: COMPUTING }),
      project('wire', { seconds: 30, order: COMPUTING }),
      project('docker', { seconds: 120, order: WAITING }),
      project('labs', { seconds: 400, order: WAITING }),
      project('browser', { seconds: 120, order: WAITING }),
    ],
  },
});
