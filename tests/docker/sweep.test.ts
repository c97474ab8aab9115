// Does cleaning take exactly what is ours and forgotten (F-05, F-06, F-11, T-32)?
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { objectName } from '../../runner/machines/names.ts';
import { sweep } from '../../runner/machines/sweep.ts';
import { withEngine } from './support.ts';

const { engine, desktop, instance, images, onFreeSubnet } = withEngine();
const docker = async (...args: string[]) => (await promisify(execFile)('docker', args)).stdout.trim();
const decoys: string[][] = [];
afterAll(async () => {
  for (const removal of decoys) await docker(...removal).catch(() => undefined);
});

const network = async (name: string) => {
  const { made } = await onFreeSubnet((subnet) =>
    engine.createNetwork({ name: objectName(instance, name), subnet, labels: {} }),
  );
  return made;
};

test('forgotten machines and their networks go; known ones, young ones and everybody else’s stay', async () => {
  const image = (await images()).desktop ?? '';
  const used = await network('used');
  const forgotten = await network('forgotten');
  const known = await desktop({ network: { id: used, address: undefined } });
  const stray = await desktop({ network: { id: forgotten, address: undefined } });
  const plain = await docker('create', '--network', 'none', image);
  const other = await docker('create', '--network', 'none', '--label', 'boite.instance=other', image);
  const { made: otherNetwork } = await onFreeSubnet((subnet) =>
    docker(
      ...['network', 'create', '--internal', '--subnet', subnet],
      ...['--label', 'boite.instance=other', objectName(instance, 'decoy')],
    ),
  );
  decoys.push(['rm', '-f', plain], ['rm', '-f', other], ['network', 'rm', otherNetwork]);

  expect(await sweep(engine, new Set([known]))).toEqual({ machines: 0, networks: 0, left: [] });
  const later = () => Date.now() + 121_000;
  expect(await sweep(engine, new Set([known]), { now: later })).toEqual({
    machines: 1,
    networks: 1,
    left: [],
  });

  expect(await engine.inspectMachine(stray)).toBeUndefined();
  expect((await engine.inspectMachine(known))?.state).toBe('running');
  expect((await engine.listNetworks()).map(({ id }) => id)).toEqual([used]);
  expect(await docker('inspect', '-f', '{{.State.Status}}', plain, other)).toBe('created\ncreated');
  expect(await docker('network', 'inspect', '-f', '{{.Internal}}', otherNetwork)).toBe('true');
});

test('a network is removed even while a machine of ours still stands on it; twice is once', async () => {
  const id = await network('busy');
  const machine = await desktop({ network: { id, address: undefined } });
  await engine.removeNetwork(id);
  await engine.removeNetwork(id);
  expect((await engine.listNetworks()).map((n) => n.id)).not.toContain(id);
  expect((await engine.inspectMachine(machine))?.state).toBe('running');
});

test('a network of somebody else is refused, and one with somebody else’s container on it stays', async () => {
  const image = (await images()).desktop ?? '';
  const { made: foreign } = await onFreeSubnet((subnet) =>
    docker('network', 'create', '--internal', '--subnet', subnet, objectName(instance, 'foreign')),
  );
  decoys.push(['network', 'rm', foreign]);
  await expect(engine.removeNetwork(foreign)).rejects.toMatchObject({ kind: 'refused' });

  const id = await network('shared');
  const guest = await docker('run', '-dit', '--network', id, image);
  await expect(engine.removeNetwork(id)).rejects.toMatchObject({ name: 'EngineError' });
  expect(await docker('inspect', '-f', '{{.State.Status}}', guest)).toBe('running');
  await docker('rm', '-f', guest);
  await engine.removeNetwork(id);
});

test('a subnet that is taken is a conflict, so that the next one is tried (F-12)', async () => {
  const { subnet: taken } = await onFreeSubnet((subnet) =>
    engine.createNetwork({ name: objectName(instance, 'first'), subnet, labels: {} }),
  );
  await expect(
    engine.createNetwork({ name: objectName(instance, 'second'), subnet: taken, labels: {} }),
  ).rejects.toMatchObject({ kind: 'conflict' });
});
