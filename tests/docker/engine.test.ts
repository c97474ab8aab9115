// Does the Docker engine keep the promises of `engine.ts`: races are successes, nothing hangs, nobody else's objects are touched?
import { execFile } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import Docker from 'dockerode';
import { afterAll, expect, test } from 'vitest';
import { createDockerEngine } from '../../runner/machines/docker-engine.ts';
import type { MachineEvent } from '../../runner/machines/engine.ts';
import { objectName } from '../../runner/machines/names.ts';
import { withEngine } from './support.ts';

const { engine, desktop, spec, instance, images } = withEngine();
const docker = async (...args: string[]) => (await promisify(execFile)('docker', args)).stdout.trim();

/** Where the engine under test listens, by the same rules as ours. */
const modem: object = new Docker().modem;
const engineSocket = 'socketPath' in modem ? String(modem.socketPath) : '';

const decoys: string[] = [];
afterAll(async () => {
  for (const id of decoys) await docker('rm', '-f', id).catch(() => undefined);
});

test('the engine says what it is', async () => {
  const facts = await engine.describe();
  expect(facts.version).toMatch(/^\d+\./);
  expect(facts.apiVersion).toMatch(/^1\.\d+$/);
  expect(facts.cpus).toBeGreaterThan(0);
  expect(facts.memoryBytes).toBeGreaterThan(1e9);
});

test('starting what runs and removing what is gone are successes; forty removals of one machine too', async () => {
  const id = await desktop();
  await engine.startMachine(id);
  await Promise.all(Array.from({ length: 10 }, () => engine.removeMachine(id)));
  await engine.removeMachine(id);
  expect(await engine.inspectMachine(id)).toBeUndefined();
  await expect(engine.startMachine(id)).rejects.toMatchObject({ kind: 'missing' });
  await expect(engine.attach(id, { replay: true })).rejects.toMatchObject({ kind: 'missing' });
});

test('a creation whose answer was lost gives way to the next under the same name; a machine that runs does not', async () => {
  const wanted = await spec();
  const lost = await engine.createMachine(wanted);
  const again = await engine.createMachine(wanted);
  expect(again).not.toBe(lost);
  await engine.startMachine(again);
  await expect(engine.createMachine(wanted)).rejects.toMatchObject({ kind: 'conflict' });
});

test('containers of others are neither listed, nor inspected, nor attached, nor removed', async () => {
  const image = (await images()).desktop ?? '';
  const create = (...labels: string[]) =>
    docker('create', '--network', 'none', ...labels.flatMap((label) => ['--label', label]), image);
  decoys.push(await create(), await create(`boite.instance=${instance}x`));
  const listed = (await engine.listMachines()).map((machine) => machine.id);
  for (const decoy of decoys) {
    expect(listed).not.toContain(decoy);
    expect(await engine.inspectMachine(decoy)).toBeUndefined();
    for (const touch of [
      () => engine.removeMachine(decoy),
      () => engine.startMachine(decoy),
      () => engine.attach(decoy, { replay: false }),
      () => engine.run(decoy, ['true']),
    ])
      await expect(touch()).rejects.toMatchObject({ kind: 'refused' });
    expect(await docker('inspect', '-f', '{{.State.Status}}', decoy)).toBe('created');
  }
});

test('a short program: its exit code, its two outputs, its input, its cap', async () => {
  const id = await desktop();
  expect(await engine.run(id, ['bash', '-c', 'echo out; echo err >&2; exit 3'])).toMatchObject({
    exitCode: 3,
  });
  expect(
    (await engine.run(id, ['bash', '-c', 'echo out; echo err >&2'])).output.split('\n').sort().join(),
  ).toBe(',err,out');
  expect(await engine.run(id, ['tr', 'a-z', 'A-Z'], { stdin: 'été ok\n' })).toEqual({
    exitCode: 0,
    output: 'éTé OK\n',
  });
  expect(await engine.run(id, ['bash', '-c', 'echo $X-$LANG'], { env: { X: '1 2' } })).toMatchObject({
    output: '1 2-fr_FR.UTF-8\n',
  });
  const capped = await engine.run(id, ['bash', '-c', 'head -c 5M /dev/zero | tr "\\0" x; exit 4'], {
    maxBytes: 1000,
  });
  expect(capped).toEqual({ exitCode: 4, output: 'x'.repeat(1000) });
  expect((await engine.run(id, ['id', '-un'], { user: 'root' })).output).toBe('root\n');
});

test('a program that takes too long is killed inside the machine, and says 124', async () => {
  const id = await desktop();
  const result = await engine.run(id, ['bash', '-c', 'echo début; sleep 987 & sleep 987'], {
    timeoutMs: 700,
  });
  expect(result.exitCode).toBe(124);
  expect(result.output).toBe('début\n');
  const left = async () => (await engine.run(id, ['pgrep', '-fc', 'sleep [9]87'])).output.trim();
  await expect.poll(left).toBe('0');
});

test('a pipe answers line by line, keeps accents, drops standard error, and says when it ends', async () => {
  const id = await desktop();
  const pipe = await engine.openPipe(
    id,
    ['bash', '-c', 'echo non >&2; while read -r l; do [[ $l = fin ]] && exit; echo "<$l>"; done'],
    {},
  );
  const lines: string[] = [];
  let ended = false;
  pipe.onLine((line) => lines.push(line));
  pipe.onEnd(() => {
    ended = true;
  });
  pipe.writeLine('un');
  pipe.writeLine('été');
  await expect.poll(() => lines).toEqual(['<un>', '<été>']);
  pipe.writeLine('fin');
  await expect.poll(() => ended).toBe(true);
  pipe.writeLine('après');
});

test('a terminal and a pipe notice that their machine is gone', async () => {
  const id = await desktop();
  const ends: string[] = [];
  const first = await engine.attach(id, { replay: false });
  const further = await engine.openShell(id, ['boite-terminal', '2'], { cols: 80, rows: 24 });
  const pipe = await engine.openPipe(id, ['cat'], {});
  for (const shell of [first, further]) shell.onData(() => undefined);
  pipe.onLine(() => undefined);
  first.onEnd(() => ends.push('first'));
  further.onEnd(() => ends.push('further'));
  pipe.onEnd(() => ends.push('pipe'));
  await engine.removeMachine(id);
  await expect.poll(() => ends.sort()).toEqual(['first', 'further', 'pipe']);
});

test('a shell’s size is right for the first command, and a size sent too late harms nobody (F-24)', async () => {
  const id = await desktop();
  const shell = await engine.openShell(id, ['boite-terminal', '2'], { cols: 123, rows: 45 });
  let text = '';
  shell.onData((bytes) => {
    text += bytes.toString();
  });
  let ended = false;
  shell.onEnd(() => {
    ended = true;
  });
  shell.write(Buffer.from('stty size; exit\n'));
  await expect.poll(() => ended, { timeout: 20_000 }).toBe(true);
  expect(text).toMatch(/45 123\r\n/);
  await shell.resize(10, 10);
  shell.write(Buffer.from('trop tard'));
});

test('events: started, died, removed, of our machines only', async () => {
  const events: MachineEvent[] = [];
  const stop = engine.watch((event) => events.push(event));
  await sleep(300);
  const id = await desktop();
  await expect
    .poll(() => events.filter((event) => event.id === id).map((event) => event.type))
    .toContain('started');
  await engine.removeMachine(id);
  await expect
    .poll(() => events.filter((event) => event.id === id).map((event) => event.type), { timeout: 5000 })
    .toEqual(['started', 'died', 'removed']);
  stop();
});

test('memory of an idle desktop is known, and small', async () => {
  const id = await desktop();
  await sleep(500);
  const bytes = (await engine.memoryOf(id)) ?? 0;
  expect(bytes).toBeGreaterThan(500_000);
  expect(bytes).toBeLessThan(20 * 2 ** 20);
  await engine.removeMachine(id);
  expect(await engine.memoryOf(id)).toBeUndefined();
});

test('eight desktops at once all get their prompt', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => desktop()));
  const shells = await Promise.all(ids.map((id) => engine.attach(id, { replay: true })));
  const seen = shells.map(() => '');
  shells.forEach((shell, i) => {
    shell.onData((bytes) => {
      seen[i] += bytes.toString();
    });
  });
  await Promise.all(shells.map((shell) => shell.resize(80, 24)));
  await expect
    .poll(() => seen.every((text) => text.includes('trainee@poste')), { timeout: 10_000 })
    .toBe(true);
  for (const shell of shells) shell.release();
});

/** A relay on a socket of ours that can be slow, cut or silent: what a sick engine looks like. */
function relay(path: string) {
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((client) => {
    const upstream = connect(engineSocket);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
    }
    client.on('data', (bytes) => {
      if (!silent) upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (!silent) client.write(bytes);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  server.listen(path);
  return {
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    hush: (on: boolean) => {
      silent = on;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

test('an event stream that is cut again and again misses nothing (F-32)', async () => {
  const path = `/var/tmp/${objectName(instance, 'relay')}.sock`;
  const line = relay(path);
  const sick = createDockerEngine({ instance, socketPath: path });
  const seen = new Set<string>();
  const stop = sick.watch((event) => seen.add(`${event.type} ${event.id}`));
  await sleep(300);
  const ids: string[] = [];
  for (let i = 0; i < 4; i += 1) {
    const id = await desktop();
    line.cut();
    ids.push(id);
    await engine.removeMachine(id);
    line.cut();
  }
  const last = await desktop();
  await expect.poll(() => seen.has(`started ${last}`), { timeout: 15_000 }).toBe(true);
  for (const id of ids.slice(0, 4))
    expect([...seen].filter((event) => event.endsWith(id))).not.toEqual([`started ${id}`]);
  stop();
  line.close();
});

test('an engine that is not there is "down", and one that hangs is "timeout", not a wait without end (F-09)', async () => {
  const absent = createDockerEngine({ instance, socketPath: '/var/tmp/boite-no-such.sock' });
  await expect(absent.listMachines()).rejects.toMatchObject({ name: 'EngineError', kind: 'down' });
  await expect(absent.describe()).rejects.toMatchObject({ kind: 'down' });

  const path = `/var/tmp/${objectName(instance, 'hang')}.sock`;
  const line = relay(path);
  line.hush(true);
  const hanging = createDockerEngine({ instance, socketPath: path });
  const began = performance.now();
  await expect(hanging.listMachines()).rejects.toMatchObject({ kind: 'timeout' });
  expect(performance.now() - began).toBeLessThan(15_000);
  line.close();
});
