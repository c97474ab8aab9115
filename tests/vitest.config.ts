// Which tests run together, and how many at a time? One project per folder of tests/, from seconds without Docker to minutes with it.
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const SECOND = 1000;

interface ProjectOptions {
  /** Time for one test, seconds. */
  seconds: number;
  /** One file at a time: its tests share the engine, the ports or the two cores with nobody. */
  alone?: boolean;
  /** Projects with a lower number run first. */
  order: number;
}

const project = (name: string, { seconds, alone = false, order }: ProjectOptions) =>
  ({
    extends: true,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      testTimeout: seconds * SECOND,
      hookTimeout: Math.max(seconds, 30) * SECOND,
      fileParallelism: !alone,
      sequence: { groupOrder: order },
    },
  }) satisfies TestProjectInlineConfiguration;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    pool: 'forks',
    // Both cores; the projects that must be alone say so.
    maxWorkers: '100%',
    passWithNoTests: false,
    // A test that leaves a rejected promise or a thrown error behind it has failed, whatever it asserted.
    dangerouslyIgnoreUnhandledErrors: false,
    allowOnly: false,
    unstubEnvs: true,
    restoreMocks: true,
    projects: [
      project('rules', { seconds: 20, order: 1 }),
      project('unit', { seconds: 10, order: 1 }),
      project('wire', { seconds: 30, order: 1 }),
      project('docker', { seconds: 120, alone: true, order: 4 }),
      project('labs', { seconds: 300, alone: true, order: 5 }),
      project('browser', { seconds: 120, alone: true, order: 6 }),
    ],
  },
});
