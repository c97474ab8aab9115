// Does `npm run purge` take everything of one installation and nothing of anybody else's (T-32)?
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createDockerEngine } from '../../runner/machines/docker-engine.ts';
import { objectName } from '../../runner/machines/names.ts';
import { openStore } from '../../runner/store/open-store.ts';
import { withEngine } from './support.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'boite-purge-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Another installation on the same engine; its own clean-up runs after the tests. */
const other = withEngine();

function purge(...flags: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['runner/purge/main.ts', '--data', data, '--lang', 'en', ...flags],
      {
        cwd: ROOT,
      },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes) => {
        output += bytes;
      });
    child.once('close', (code) => resolve({ code, output }));
  });
}

test('containers, networks and data of this installation go; another installation and its images stay', async () => {
  const store = openStore(data);
  const instance = store.instanceId();
  const ours = createDockerEngine({ instance });
  const spec = await other.spec();
  await ours.startMachine(await ours.createMachine({ ...spec, name: objectName(instance, 'one') }));
  await ours.createMachine({ ...spec, name: objectName(instance, 'never-started') });
  await ours.createNetwork({ name: objectName(instance, 'net'), subnet: '198.19.244.0/24', labels: {} });
  const decoy = await other.desktop();

  const running = await purge();
  expect(running.code).toBe(1);
  expect(running.output).toContain('already uses');
  expect(await ours.listMachines()).toHaveLength(2);
  store.close();

  const { code, output } = await purge();
  expect(output).toContain('Containers removed: 2');
  expect(output).toContain('Networks removed: 1');
  expect(output).toMatch(/Images kept, for another installation/);
  expect(output).toContain('Checked');
  expect(code).toBe(0);
  expect(await ours.listMachines()).toEqual([]);
  expect(await ours.listNetworks()).toEqual([]);
  expect(existsSync(data)).toBe(false);
  expect((await other.engine.inspectMachine(decoy))?.state).toBe('running');

  const again = await purge('--keep-images');
  expect(again).toMatchObject({ code: 0 });
  expect(again.output).toContain('Containers removed: 0');
});
