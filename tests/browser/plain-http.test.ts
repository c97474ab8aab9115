// Does everything work in a room, where pages come by plain http from an address that no browser trusts? A bridge that this test makes stands for the room.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDockerImages } from '../../runner/machines/docker-engine-images.ts';
import { buildImages } from '../../runner/machines/images.ts';
import { fr } from '../../site/src/words/fr.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { openChromium, PATIENCE, Visitor } from './support.ts';

const docker = async (...args: string[]) => (await promisify(execFile)('docker', args)).stdout.trim();

const bridge = `boite-test-${randomBytes(4).toString('hex')}`;
let browser: Browser;
let runner: RunnerProcess;
let camille: Visitor;

beforeAll(async () => {
  await docker('network', 'create', '--internal', '--label', 'boite.test=browser', bridge);
  // An interface counts as one when somebody is at its other end.
  const { desktop = '' } = await buildImages(createDockerImages(), { only: ['desktop'] });
  await docker(
    'run',
    '--detach',
    '--rm',
    '--network',
    bridge,
    '--name',
    bridge,
    desktop,
    'sleep',
    'infinity',
  );
  const gateway = await docker(
    ...['network', 'inspect', '--format', '{{(index .IPAM.Config 0).Gateway}}', bridge],
  );
  [browser, runner] = await Promise.all([
    openChromium(),
    RunnerProcess.start({ host: gateway.replace(/\/\d+$/, ''), args: ['--seats', '1', '--internet', 'no'] }),
  ]);
  camille = await Visitor.arrive(browser, runner.origin);
});
afterAll(async () => {
  await browser?.close();
  await runner?.clean();
  await docker('rm', '--force', bridge);
  await docker('network', 'rm', bridge);
});

test('this is no secure context: what exists on https only is not there', async () => {
  await camille.page.goto('/');
  expect(
    await camille.page.evaluate(() => [isSecureContext, 'clipboard' in navigator, 'randomUUID' in crypto]),
  ).toEqual([false, false, false]);
});

test('one joins, types, and a step ticks', async () => {
  await camille.join(runner.joinCode, 'Camille');
  await camille.prompt();
  await camille.run('pwd');
  await camille.step('where-am-i').is(fr.client.step.passed);
});

test('a command is copied by its button and pasted with Ctrl + Shift + V', async () => {
  await camille.step('get-help').section.locator('[data-copy]').first().click();
  await expect
    .poll(() => camille.page.locator('.toast').textContent(), PATIENCE)
    .toBe(fr.client.command.copied);
  await camille.enterTerminal();
  await camille.page.keyboard.press('Control+Shift+v');
  await camille.sees(/\$ ls --help$/);
});

test('what is selected in the terminal is copied with Ctrl + Shift + C', async () => {
  await camille.page.keyboard.press('Control+c');
  await camille.run('clear; echo motunique');
  await camille.sees(/^motunique$/m);
  await camille.page.mouse.dblclick(...(await camille.pointOn(/^motunique/, 20)));
  await camille.page.keyboard.press('Control+Shift+c');
  await camille.page.keyboard.type('echo copie-');
  await camille.page.keyboard.press('Control+Shift+v');
  await camille.page.keyboard.press('Enter');
  await camille.sees(/^copie-motunique$/m);
});

test('the trainer is told that plain http can be read by others', async () => {
  const trainer = await Visitor.arrive(browser, runner.origin);
  await trainer.page.goto(`/formateur/#${runner.trainerToken}`);
  await expect
    .poll(() => trainer.page.locator('[data-warnings]').textContent(), PATIENCE)
    .toContain(fr.client.trainer.warnings['plain-http']);
  expect(trainer.trouble).toEqual([]);
});

test('nothing was refused, nothing failed, nothing was asked of another origin', () => {
  expect(camille.trouble).toEqual([]);
});
