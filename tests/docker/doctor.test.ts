// Does the doctor examine a real engine, say it in both languages, and leave nothing behind?
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../runner/doctor/finding.ts';
import { createDockerBelongings } from '../../runner/machines/docker-engine-purge.ts';
import { withEngine } from './support.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { images } = withEngine();
beforeAll(async () => void (await images()), 600_000);

const doctor = (...flags: string[]) =>
  promisify(execFile)(process.execPath, ['runner/doctor/main.ts', ...flags], { cwd: ROOT }).catch(
    (error: { stdout: string; stderr: string; code: number }) => error,
  );

test('every limit holds and the network is closed on this engine', async () => {
  const { stdout } = await doctor('--json', '--seats', '5');
  const report: { seats: number; findings: Finding[] } = JSON.parse(stdout);
  const levels = Object.fromEntries(report.findings.map(({ id, level }) => [id, level]));
  expect(levels).toMatchObject({
    engine: 'ok',
    images: 'ok',
    subnet: 'ok',
    'limit-memory': 'ok',
    'limit-processes': 'ok',
    'limit-processor': 'ok',
    isolation: 'ok',
  });
  expect(report.seats).toBeGreaterThan(0);
  for (const { level, remedy } of report.findings) expect(remedy === undefined).toBe(level === 'ok');
  const belongings = createDockerBelongings();
  const left = [...(await belongings.containers()), ...(await belongings.networks())];
  expect(left.filter(({ instance }) => instance.startsWith('doctor'))).toEqual([]);
});

test('the number of people is said in a sentence', async () => {
  const { stdout } = await doctor('--lang', 'fr', '--seats', '5');
  expect(stdout).toMatch(/Cette machine accueille \d+ personnes?\./);
});
