// What does a trainer do before, beside and after a lesson? Prepares, leads with a second person, shows, repairs, runs two séances at once, and lets everything rest overnight.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGES } from '../../site/src/furniture/page-paths.ts';
import { fr as room } from '../../site/src/words/class.fr.ts';
import { fill } from '../../site/src/words/fill.ts';
import { fr } from '../../site/src/words/fr.ts';
import { fr as led } from '../../site/src/words/trainer.fr.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { faultsInEveryLook } from './axe.ts';
import { eventually, openChromium, PATIENCE, Visitor } from './support.ts';

const { seat: said, board, tools } = led.client;

let browser: Browser;
let runner: RunnerProcess;
let ana: Visitor;
let ben: Visitor;
let camille: Visitor;
let sacha: Visitor;

beforeAll(async () => {
  [browser, runner] = await Promise.all([
    openChromium(),
    RunnerProcess.start({ args: ['--seats', '5', '--internet', 'no'] }),
  ]);
  ana = await Visitor.arrive(browser, runner.origin, { viewport: { width: 1366, height: 768 } });
  await ana.page.goto(`${PAGES.trainer.fr}#${runner.trainerToken}`);
  await ana.page.locator('[data-trainer-view]').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await runner?.clean();
});

const at = (page: Page, what: string) => page.locator(`[data-${what}]`);
const fold = (page: Page, what: string) => page.locator(`[data-${what}] > summary`);
const row = (page: Page, name: string) => page.locator('[data-seat-row]', { hasText: name });
const notice = (visitor: Visitor, name: string) => visitor.page.locator(`[data-notice="${name}"]`);
const says = (page: Page, what: string, text: string | RegExp) =>
  eventually(async () => expect(await at(page, what).textContent()).toMatch(text));

async function openRow(page: Page, name: string): Promise<void> {
  await row(page, name).getByRole('button').click();
  await expect.poll(() => page.locator('#seat-dialog-name').textContent()).toBe(name);
}

/** A house opens: its network, a machine that tries to get out of it, then this one’s. */
async function comesBack(visitor: Visitor): Promise<void> {
  await expect
    .poll(() => visitor.panel.getAttribute('data-state'), { timeout: 60_000, interval: 100 })
    .toBe('live');
  await visitor.prompt();
}

/** Opens the repairs of a row and does one, with a yes to what would be lost; gives what was asked. */
async function repair(name: string, does: string): Promise<string> {
  await openRow(ana.page, name);
  await ana.page.getByText(said.repair, { exact: true }).click();
  const asked = ana.yesToNext();
  await ana.page.locator(`[data-does="${does}"]`).click();
  return asked;
}

test('before the class: the machine is examined, machines are warmed, a second trainer comes in by a link', async () => {
  const { page } = ana;
  await fold(page, 'prepare').click();
  await at(page, 'preflight').click();
  await eventually(async () => {
    const found = await at(page, 'findings').textContent();
    expect(found).toMatch(/points en ordre/);
    expect(found).not.toMatch(/false|undefined|\dT\d\d:/);
  });
  await at(page, 'warm').fill('3');
  await at(page, 'warm-now').click();
  await says(page, 'warm-state', /^[3-9]\d* .* 3 /);
  await at(page, 'my-name').fill('Ana');
  await at(page, 'name-save').click();
  await says(page, 'trainer-message', fill(tools.named, { name: 'Ana' }));
  await at(page, 'invite').click();
  await says(page, 'invited', /#/);
  const link = /\/formateur\/#\S+/.exec((await at(page, 'invited').textContent()) ?? '')?.[0] ?? '';
  expect(await faultsInEveryLook(page)).toEqual([]);
  await fold(page, 'prepare').click();
  ben = await Visitor.arrive(browser, runner.origin);
  await ben.page.goto(link);
  await at(ben.page, 'trainer-view').waitFor();
  // The link is used up: it lets nobody else in.
  const stranger = await Visitor.arrive(browser, runner.origin);
  await stranger.page.goto(link);
  await says(stranger.page, 'trainer-message', /\S/);
  expect(await at(stranger.page, 'trainer-view').isHidden()).toBe(true);
  await stranger.leave();
});

test('one trainer takes care of a hand, and the other sees who; the last check says what is missing', async () => {
  [camille, sacha] = await Promise.all([
    Visitor.arrive(browser, runner.origin),
    Visitor.arrive(browser, runner.origin),
  ]);
  await camille.join(runner.joinCode, 'Camille');
  await sacha.join(runner.joinCode, 'Sacha');
  await camille.page.locator('.class-hand > summary').click();
  await openRow(ana.page, 'Camille');
  await ana.page.locator('[data-does="take"]').click();
  await expect
    .poll(() => row(ben.page, 'Camille').locator('.board-signs').textContent(), PATIENCE)
    .toBe(fill(board.taken, { by: 'Ana' }));
  await expect
    .poll(() => camille.page.locator('.class-hand-state').textContent(), PATIENCE)
    .toBe(fill(room.hand.taken, { by: 'Ana' }));
  await camille.prompt();
  await camille.run('echo bonjour');
  await eventually(async () => {
    expect(await row(ana.page, 'Camille').locator('.board-check').textContent()).toBe(board.failed);
    expect(await ana.page.locator('.seat-dialog').textContent()).toContain(
      said.missing.replace('{hint}', ''),
    );
  });
  await ana.page.locator('[data-does="done"]').click();
  await ana.page.keyboard.press('Escape');
});

test('to everybody: a timer, the step to be at, the solution for those who say yes, the trainer’s own terminal', async () => {
  const { page } = ana;
  await at(page, 'timer-minutes').fill('5');
  await at(page, 'timer-start').click();
  await expect.poll(() => notice(sacha, 'timer').textContent(), PATIENCE).toMatch(/4:\d\d/);
  await at(page, 'everybody').selectOption('first-steps/where-am-i');
  await at(page, 'everybody-tell').click();
  await notice(sacha, 'everybody').waitFor();
  await at(page, 'offer').click();
  await notice(camille, 'solve').getByRole('button', { name: room.solve.no }).click();
  await notice(sacha, 'solve').getByRole('button', { name: room.solve.yes }).click();
  await sacha.step('where-am-i').is(fr.client.step.passedBySolution);
  await camille.step('where-am-i').is(fr.client.step.todo);
  await at(page, 'timer-stop').click();
  await expect.poll(() => notice(sacha, 'timer').count(), PATIENCE).toBe(0);

  await fold(page, 'prepare').click();
  const [trial] = await Promise.all([page.context().waitForEvent('page'), at(page, 'try').click()]);
  await trial.locator('.xterm-screen').waitFor();
  await openRow(page, 'Essai');
  await page.locator('[data-does="show"]').click();
  await notice(sacha, 'shown').getByRole('link', { name: room.shown.open }).click();
  await sacha.page.waitForURL(/regarder/);
  await sacha.page.locator('.xterm-screen').waitFor();
  await trial.locator('.xterm-screen').click();
  await trial.keyboard.type('echo vu-$((40+2))\n');
  await sacha.sees(/vu-42/);
  // It only looks.
  await sacha.page.locator('.xterm-screen').click();
  await sacha.page.keyboard.type('echo intrus\n');
  await trial.keyboard.type('echo encore-$((1+1))\n');
  await sacha.sees(/encore-2/);
  expect(await sacha.screen()).not.toContain('intrus');
  await page.locator('[data-does="hide"]').click();
  await page.keyboard.press('Escape');
  await sacha.page.goBack();
  await trial.close();
});

test('repairs: a machine is restarted with its files, a person changes device, two seats become one, one is removed', async () => {
  await camille.run('echo garde > note; sleep 900');
  expect(await repair('Camille', 'restart')).toContain('Camille');
  // What ran there does not run any more.
  await camille.prompt();
  await camille.run('cat note');
  await camille.sees(/^garde/m);

  await ana.page.locator('[data-does="code"]').click();
  const note = ana.page.locator('.seat-dialog-note');
  await expect.poll(() => note.textContent(), PATIENCE).toMatch(/:\s\S+\.\s/);
  const [, code = ''] = /:\s(\S+)\.\s/.exec((await note.textContent()) ?? '') ?? [];
  const tablet = await Visitor.arrive(browser, runner.origin, { viewport: { width: 820, height: 1180 } });
  await tablet.page.goto(PAGES.join.fr);
  await tablet.page.locator('#retour > summary').click();
  await tablet.page.locator('[name="personalCode"]').fill(code);
  await tablet.page.locator('[name="personalCode"]').press('Enter');
  await tablet.page.waitForURL(/premiers-pas/);
  await tablet.sees(/^garde/m);
  await ana.page.keyboard.press('Escape');

  const twin = await Visitor.arrive(browser, runner.origin);
  await twin.join(runner.joinCode, 'Camille bis');
  await row(ana.page, 'Camille bis').waitFor();
  await openRow(ana.page, 'Camille bis');
  await ana.page.getByText(said.repair, { exact: true }).click();
  await ana.page.locator('#merge-into').selectOption({ label: 'Camille' });
  const asked = ana.yesToNext();
  await ana.page.locator('[data-does="merge"]').click();
  expect(await asked).toContain('Camille bis');
  // Their browser goes on in the seat that stays: its terminal, and its name in the head of the page.
  await twin.sees(/^garde/m);
  await expect
    .poll(() => twin.page.locator('[data-seat] summary').first().textContent(), PATIENCE)
    .toMatch(/Camille\s*$/);
  await expect.poll(() => row(ana.page, 'Camille bis').count(), PATIENCE).toBe(0);

  expect(await repair('Sacha', 'remove')).toContain('Sacha');
  await sacha.panelIs('ended');
  await eventually(async () =>
    expect(await sacha.page.locator('[data-message-words]').textContent()).toBe(fr.client.seat.removed),
  );
  await expect.poll(() => row(ana.page, 'Sacha').count(), PATIENCE).toBe(0);
  await Promise.all([tablet.leave(), twin.leave(), sacha.leave()]);
});

test('two séances at once: each has its code and its people, and its end is its own', async () => {
  const { page } = ana;
  const title = (await at(page, 'workshop-title').textContent()) ?? '';
  await fold(page, 'sessions').click();
  await page.locator('#open-title').fill('Groupe du soir');
  await page.locator('#open-seats').fill('2');
  await page.locator('.open-module').nth(1).click();
  await says(page, 'plan-total', /[1-9]\d+\smin/);
  await page.getByRole('button', { name: led.page.openNow, exact: true }).click();
  await says(page, 'workshop-title', 'Groupe du soir');
  await expect.poll(() => page.locator('[data-plan-shown] li').count()).toBeGreaterThan(3);
  const code = (await at(page, 'join-code').textContent()) ?? '';
  expect(code).not.toBe(runner.joinCode);
  const evening = await Visitor.arrive(browser, runner.origin);
  await evening.join(code, 'Camille');
  await comesBack(evening);
  await expect.poll(() => page.locator('[data-seat-row]').count(), PATIENCE).toBe(1);
  // The other one's trainer sees nobody of it.
  expect(await row(ben.page, 'Camille').count()).toBe(1);
  page.once('dialog', (dialog) => void dialog.accept(fr.client.trainer.endWord));
  await at(page, 'end').click();
  await evening.panelIs('ended');
  await evening.leave();
  // What stands there after the end leads to the one that goes on.
  await page.getByRole('button', { name: fill(led.client.after.other, { title }) }).click();
  await says(page, 'workshop-title', title);
  await camille.prompt();
  expect(await at(page, 'end').isVisible()).toBe(true);
});

test('overnight every machine stops, each page says so, and in the morning everything is where it was', async () => {
  const { page } = ana;
  const asked = ana.yesToNext();
  await at(page, 'night').click();
  expect(await asked).toContain(tools.nightConfirm.slice(0, 30));
  await says(page, 'end-state', /Machines arrêtées depuis/);
  expect(await faultsInEveryLook(page)).toEqual([]);
  await camille.panelIs('asleep');
  expect(await notice(camille, 'paused').textContent()).toContain(room.asleep);
  expect(await faultsInEveryLook(camille.page)).toEqual([]);
  await camille.page.reload();
  await camille.panelIs('asleep');
  await at(page, 'pause').click();
  await comesBack(camille);
  await camille.run('cat note');
  await camille.sees(/^garde/m);
  await expect.poll(() => notice(camille, 'paused').count(), PATIENCE).toBe(0);
  for (const { trouble } of [ana, ben, camille])
    expect(trouble.filter((what) => !/Failed to load resource|WebSocket connection/.test(what))).toEqual([]);
});
