// What does a trainee live through, from the front page to the end? One long afternoon in French, over a line that breaks.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import lab from '../../labs/first-steps/words.fr.ts';
import { en } from '../../site/src/words/en.ts';
import { fill } from '../../site/src/words/fill.ts';
import { fr } from '../../site/src/words/fr.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { BadLine } from './bad-line.ts';
import { LESSON, openChromium, PATIENCE, Visitor } from './support.ts';

const { step: said, panel } = fr.client;
const doneOf = (id: string) => lab.steps[id]?.done.replaceAll('`', '') ?? '?';
const hintOf = (id: string, key: string, level: 1 | 2) =>
  lab.steps[id]?.hints[key]?.[level - 1]?.replaceAll('`', '') ?? '?';

/** Counts on one line for ever: what stands above it stays on the screen. */
const COUNTING = `clear; echo repère-$((40+2)); n=0; while sleep 0.1; do n=$((n+1)); printf '\\rtour %s ' $n; done`;

let browser: Browser;
let runner: RunnerProcess;
let line: BadLine;
let camille: Visitor;
let personalCode = '';

beforeAll(async () => {
  line = await BadLine.to(() => runner.port);
  [browser, runner] = await Promise.all([
    openChromium(),
    RunnerProcess.start({
      args: ['--public-url', `http://localhost:${line.port}`, '--seats', '2', '--internet', 'no'],
    }),
  ]);
  camille = await Visitor.arrive(browser, `http://localhost:${line.port}`);
});
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await runner?.clean();
});

const tour = async () => Number(/tour (\d+)/.exec(await camille.screen())?.[1] ?? Number.NaN);

/** The program that counts is still the same one, and still running. */
async function stillCounting(since: number): Promise<void> {
  await camille.sees('repère-42');
  await expect.poll(tour, PATIENCE).toBeGreaterThan(since);
}

test('from the front page to a prompt: a code, a pseudonym, nothing else', async () => {
  const { page } = camille;
  await page.goto('/');
  await page.getByRole('link', { name: fr.page.front.join }).first().click();
  await page.getByLabel(fr.page.join.code).fill(runner.joinCode.toUpperCase().replaceAll('-', '  '));
  await page.getByLabel(fr.page.join.pseudonym).fill('Camille');
  await page.getByRole('button', { name: fr.page.join.submit }).click();
  await page.waitForURL(`**${LESSON}`);
  await camille.prompt();
  expect(camille.trouble).toEqual([]);
});

test('a step ticks by itself when its deed is done', async () => {
  await camille.run('pwd');
  await camille.sees('/home/trainee\n');
  await camille.step('where-am-i').is(said.passed);
  await camille.step('where-am-i').says(doneOf('where-am-i'));
  await expect
    .poll(() => camille.page.locator('[data-lab-progress]').textContent())
    .toBe(fill(said.progress, { done: 1, total: 9 }));
});

test('after a reload: the same screen, the same running program, the same ticks', async () => {
  await camille.run(COUNTING);
  await camille.sees(/tour \d/);
  const before = await tour();
  await camille.page.reload();
  await camille.panelIs('live');
  await stillCounting(before);
  await camille.step('where-am-i').is(said.passed);
});

test('without network the page says so and comes back by itself; nothing typed meanwhile arrives later', async () => {
  const before = await tour();
  await camille.context.setOffline(true);
  line.cut();
  await camille.panelIs('retrying');
  await expect.poll(() => camille.page.locator('[data-state-words]').textContent()).toBe(panel.offline);
  await camille.type('tapé-hors-ligne');
  line.mend();
  await camille.context.setOffline(false);
  await camille.panelIs('live');
  await stillCounting(before);
  expect(await camille.screen()).not.toContain('tapé-hors-ligne');
});

test('the runner is killed and started again: the page comes back without a click, the program still runs', async () => {
  await runner.down('SIGKILL');
  const before = await tour();
  await camille.panelIs('retrying');
  await runner.up();
  const ready = performance.now();
  await camille.panelIs('live');
  const seconds = (performance.now() - ready) / 1000;
  console.log(`page back ${seconds.toFixed(1)} s after the runner was ready again`);
  await stillCounting(before);
  await camille.step('where-am-i').is(said.passed);
  await camille.enterTerminal();
  await camille.page.keyboard.press('Control+c');
  await camille.prompt();
});

test('hints react to what was typed, and the second says more', async () => {
  const list = camille.step('list');
  await camille.run('LS');
  await camille.sees(/LS : commande introuvable/);
  await list.button('check').click();
  await list.says(said.notYet);
  await list.button('hint').click();
  await list.says(hintOf('list', 'capitals', 1));
  expect(await list.button('hint').textContent()).toBe(said.hintMore);
  await list.button('hint').click();
  await list.says(hintOf('list', 'capitals', 2));
  await camille.run('ls');
  await list.is(said.passed);
});

test('the solution can be read, and sent to the terminal once however often one clicks', async () => {
  const make = camille.step('make-a-folder');
  await make.section.getByText(fr.page.step.solution).click();
  const send = make.section.locator('.step-solution [data-send]');
  await send.dblclick();
  await make.is(said.passed);
  expect((await camille.screen()).match(/mkdir permanence/g)).toHaveLength(1);
  expect(await camille.screen()).not.toMatch(/existe/);
});

test('« faire à ma place » types the solution where one sees it', async () => {
  const goIn = camille.step('go-in');
  await goIn.button('solve').click();
  await goIn.is(said.passedBySolution);
  await camille.sees(/~\/permanence\$ *$/);
  await expect.poll(() => goIn.message.textContent(), PATIENCE).toBe(doneOf('go-in'));
});

test('a short answer is judged kindly, then accepted', async () => {
  const who = camille.step('who-am-i');
  const field = who.section.locator('[name="answer"]');
  await field.fill('whoami');
  await field.press('Enter');
  await expect.poll(() => who.message.textContent(), PATIENCE).not.toMatch(/^(|Vérification…)$/);
  expect(await who.section.getAttribute('data-passed')).toBe('false');
  // Who has written it may press « Vérifier » as well.
  await field.fill(' Trainee ');
  await who.button('check').click();
  await who.is(said.passed);
});

test('a second terminal has a shell of its own, and can be closed', async () => {
  const { page } = camille;
  await page.locator('[data-new-terminal]').click();
  const second = page.getByRole('button', { name: fill(panel.terminal, { n: 2 }), exact: true });
  await expect.poll(() => second.getAttribute('aria-pressed'), PATIENCE).toBe('true');
  await camille.prompt();
  await page.keyboard.type('echo au-second; tty');
  await page.keyboard.press('Enter');
  await camille.sees(/au-second\n\/dev\/pts\/\d/);
  await page.getByRole('button', { name: fill(panel.terminal, { n: 1 }), exact: true }).click();
  await camille.sees(/mkdir permanence/);
  expect(await camille.screen()).not.toContain('au-second');
  await page.getByRole('button', { name: fill(panel.closeTerminal, { n: 2 }) }).click();
  await expect.poll(() => second.count(), PATIENCE).toBe(0);
  await camille.prompt();
});

test('after exit the new shell stands below what was there', async () => {
  await camille.run('clear; seq 3');
  await camille.run('exit');
  await camille.sees(/1\n2\n3\n.*exit\n.*\n+Nouvelle session.*\n.*\$ *$/);
});

test('the personal code brings a second device to the same seat; whoever typed last sets the size', async () => {
  const { page } = camille;
  const card = page.locator('[data-seat]');
  await card.locator('> summary').click();
  personalCode = (await card.locator('[data-seat-code]').textContent()) ?? '';
  expect(personalCode).toMatch(/^\p{L}+-\p{L}+-\p{L}+$/u);
  await page.keyboard.press('Escape');

  const aide = await Visitor.arrive(browser, camille.origin, { viewport: { width: 950, height: 600 } });
  await aide.page.goto('/rejoindre/');
  await aide.page.getByText(fr.page.join.haveSeat).click();
  await aide.page.getByLabel(fr.page.join.personalCode).fill(personalCode.replaceAll('-', ' '));
  await aide.page.getByRole('button', { name: fr.page.join.back }).click();
  await aide.page.waitForURL(`**${LESSON}`);
  await aide.prompt();
  await aide.step('where-am-i').is(said.passed);

  const sizeSeenBy = async (who: Visitor, name: string) => {
    await who.run(`clear; echo ${name} $(stty size)`);
    const line = new RegExp(`^${name} (\\d+ \\d+)$`, 'm');
    await who.sees(line);
    return line.exec(await who.screen())?.[1] ?? '?';
  };
  const small = await sizeSeenBy(aide, 'aide');
  await camille.sees(`aide ${small}`);
  const large = await sizeSeenBy(camille, 'camille');
  expect(large).not.toBe(small);
  await aide.sees(`camille ${large}`);
  // The smaller screen has no room for all rows: it shows where one writes.
  await camille.run('clear; seq 90');
  await aide.sees(/90\n.*\$ *$/);
  const shown = aide.page.locator('.panel-screen');
  const written = aide.page.locator('.xterm-rows > div', { hasText: /\$/ }).last();
  const bottomOf = async (one: typeof shown) => {
    const box = await one.boundingBox();
    return box ? box.y + box.height : Number.NaN;
  };
  await expect
    .poll(async () => (await bottomOf(written)) <= (await bottomOf(shown)) + 1, PATIENCE)
    .toBe(true);
  await aide.leave();
  expect(aide.trouble).toEqual([]);
});

test('switching language keeps the place and the shell', async () => {
  const { page } = camille;
  await camille.run('clear; echo même-shell-$((20+1))');
  await camille.sees('même-shell-21\n');
  await page.locator('#step-write-a-file').scrollIntoViewIfNeeded();
  await page.locator('[data-language-link]').click();
  await page.waitForURL(/\/en\/premiers-pas\/terminal\/#step-/);
  await camille.panelIs('live');
  await camille.sees('même-shell-21\n');
  await camille.step('where-am-i').is(en.client.step.passed);
  await page.locator('[data-language-link]').click();
  await page.waitForURL(/^[^#]+\/premiers-pas\/terminal\/#step-/);
  await camille.prompt();
});

test('« recommencer » asks first, then gives a fresh machine and a fresh page', async () => {
  const { page } = camille;
  await page.getByText(panel.help).click();
  const asked = camille.yesToNext();
  await page.locator('[data-restart]').click();
  expect(await asked).toBe(panel.restartConfirm);
  await camille.step('where-am-i').is(said.todo);
  await camille.prompt();
  expect(await camille.screen()).not.toContain('même-shell');
  await camille.run('ls -d permanence');
  await camille.sees(/permanence.*: Aucun fichier/);
});

test('leaving takes one question; the page then offers to join', async () => {
  const { page } = camille;
  await page.locator('[data-seat] > summary').click();
  const asked = camille.yesToNext();
  await page.locator('[data-seat-leave]').click();
  expect(await asked).toContain(personalCode);
  await page.waitForURL('**/rejoindre/');
  await page.goto(LESSON);
  await camille.panelIs('not-joined');
  await expect.poll(() => page.locator('[data-message-link]').textContent()).toBe(panel.join);
});
