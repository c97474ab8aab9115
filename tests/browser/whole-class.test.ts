// What do a trainer and three trainees live through, from the first arrival to the last trace? One class, each in a browser of their own.
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGES } from '../../site/src/furniture/page-paths.ts';
import { fr as room } from '../../site/src/words/class.fr.ts';
import { fill } from '../../site/src/words/fill.ts';
import { fr } from '../../site/src/words/fr.ts';
import { fr as led } from '../../site/src/words/trainer.fr.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { faultsInEveryLook } from './axe.ts';
import { eventually, openChromium, PATIENCE, Visitor } from './support.ts';

const { seat: said, board } = led.client;

let browser: Browser;
let runner: RunnerProcess;
let trainer: Visitor;
let camille: Visitor;
let sacha: Visitor;
let mirror: Page;

beforeAll(async () => {
  [browser, runner] = await Promise.all([
    openChromium(),
    RunnerProcess.start({ args: ['--seats', '4', '--internet', 'no'] }),
  ]);
  trainer = await Visitor.arrive(browser, runner.origin, { viewport: { width: 1366, height: 768 } });
});
afterAll(async () => {
  await browser?.close();
  await runner?.clean();
});

const row = (name: string) => trainer.page.locator('[data-seat-row]', { hasText: name });
const signs = (name: string) => row(name).locator('.board-signs');
const notice = (visitor: Visitor, name: string) => visitor.page.locator(`[data-notice="${name}"]`);
const does = (what: string) => trainer.page.locator(`[data-does="${what}"]`);
const hand = (visitor: Visitor) => visitor.page.locator('.class-hand > summary');

async function openRow(name: string): Promise<void> {
  await row(name).getByRole('button').click();
  await expect.poll(() => trainer.page.locator('#seat-dialog-name').textContent()).toBe(name);
}

const mirrorSays = (what: RegExp) =>
  eventually(async () => expect(await mirror.locator('.xterm-rows').textContent()).toMatch(what));

test('the trainer comes in by the link; three people arrive, on the wall and on the board, at once', async () => {
  await trainer.page.goto(`${PAGES.trainer.fr}#${runner.trainerToken}`);
  await trainer.page.locator('[data-trainer-view]').waitFor();
  await expect
    .poll(() => trainer.page.locator('[data-count]').textContent(), PATIENCE)
    .toBe(fr.client.trainer.noOne);
  expect(trainer.page.url()).not.toContain(runner.trainerToken);
  const wall = await trainer.context.newPage();
  await wall.goto(PAGES.projection.fr);
  await expect
    .poll(
      async () => (await wall.locator('[data-join-code]').textContent())?.trim().split(/\s+/).join('-'),
      PATIENCE,
    )
    .toBe(runner.joinCode.replaceAll(' ', '-'));
  [camille, sacha] = await Promise.all(
    [1, 2].map(() => Visitor.arrive(browser, runner.origin)) as [Promise<Visitor>, Promise<Visitor>],
  );
  const noe = await Visitor.arrive(browser, runner.origin);
  await camille.join(runner.joinCode, 'Camille');
  await sacha.join(runner.joinCode, 'Sacha');
  await noe.join(runner.joinCode, 'Noé');
  await eventually(async () =>
    expect(await wall.locator('[data-names] li').allTextContents()).toEqual(['Camille', 'Noé', 'Sacha']),
  );
  // Nobody scrolls on a wall.
  const { height = 0 } = wall.viewportSize() ?? {};
  const names = await wall.locator('[data-names]').boundingBox();
  expect((names?.y ?? height) + (names?.height ?? 0)).toBeLessThan(height);
  expect(await faultsInEveryLook(wall)).toEqual([]);
  await wall.close();
  await camille.prompt();
  await camille.run('pwd');
  await eventually(async () => expect(await row('Camille').textContent()).toMatch(/2\/9/));
  await noe.leave();
  await expect.poll(() => signs('Noé').textContent(), PATIENCE).toBe(board.away);
});

test('a hand goes up with a sentence, on top of the board; it is taken care of, and settled', async () => {
  await hand(sacha).click();
  await expect
    .poll(() => sacha.page.locator('.class-hand-state').textContent())
    .toBe(fill(room.hand.position, { position: 1 }));
  await sacha.page.getByLabel(room.hand.sentence).fill('Où est la barre oblique ?');
  await sacha.page.keyboard.press('Enter');
  await eventually(async () =>
    expect(await trainer.page.locator('[data-seat-row] th').allTextContents()).toEqual([
      'Sacha',
      'Camille',
      'Noé',
    ]),
  );
  await openRow('Sacha');
  await eventually(async () =>
    expect(await trainer.page.locator('.seat-dialog').textContent()).toContain('barre oblique'),
  );
  expect(await faultsInEveryLook(trainer.page)).toEqual([]);
  await does('take').click();
  await expect
    .poll(() => sacha.page.locator('.class-hand-state').textContent(), PATIENCE)
    .toBe(fill(room.hand.taken, { by: room.trainer }));
  await does('done').click();
  await expect
    .poll(() => sacha.page.locator('.class-hand').getAttribute('data-raised'), PATIENCE)
    .toBe('false');
  await trainer.page.keyboard.press('Escape');
});

test('help is asked for and refused kindly; asked again, it is accepted for looking, with a badge that stays', async () => {
  await openRow('Camille');
  const ask = camille.page.locator('[data-notice^="ask-"]');
  await does('ask').click();
  await ask.getByRole('button', { name: room.help.no }).click();
  await eventually(async () =>
    expect(await trainer.page.locator('.seat-dialog').textContent()).toContain(said.refused),
  );
  await does('ask').click();
  await ask.getByRole('button', { name: room.help.watch }).waitFor();
  expect(await faultsInEveryLook(camille.page)).toEqual([]);
  await ask.getByRole('button', { name: room.help.watch }).click();
  const badge = camille.page.locator('[data-class-badge]');
  await expect
    .poll(() => badge.textContent(), PATIENCE)
    .toContain(fill(room.help.watching, { by: room.trainer }));
  await does('mirror').waitFor();
  [mirror] = await Promise.all([trainer.context.waitForEvent('page'), does('mirror').click()]);
  await mirror.locator('.xterm-screen').waitFor();
  await camille.run('echo vu-$((40+2))');
  await mirrorSays(/vu-42/);
  // Read-only: nothing that is typed in the mirror arrives.
  await mirror.locator('.xterm-screen').click();
  await mirror.keyboard.type('echo intrus');
  await camille.run('echo encore-$((1+1))');
  await mirrorSays(/encore-2/);
  expect(await camille.screen()).not.toContain('intrus');
  expect(await faultsInEveryLook(mirror)).toEqual([]);
});

test('with « regarder et écrire » the trainer types, the trainee sees who, and cuts', async () => {
  await does('stop').click();
  await expect.poll(() => mirror.locator('[data-mirror]').getAttribute('data-state'), PATIENCE).toBe('lost');
  await does('ask').click();
  await camille.page.locator('[data-notice^="ask-"]').getByRole('button', { name: room.help.write }).click();
  await expect.poll(() => mirror.locator('[data-mirror]').getAttribute('data-state'), PATIENCE).toBe('live');
  await mirror.locator('.xterm-screen').click();
  await mirror.keyboard.type('echo aide-$((20+1))');
  const badge = camille.page.locator('[data-class-badge]');
  await expect
    .poll(() => badge.textContent(), { timeout: 5_000, interval: 20 })
    .toContain(fill(room.help.typing, { by: room.trainer }));
  await mirror.keyboard.press('Enter');
  await camille.sees(/aide-21/);
  await badge.getByRole('button', { name: room.help.cut }).click();
  await expect.poll(() => mirror.locator('[data-mirror]').getAttribute('data-state'), PATIENCE).toBe('lost');
  await expect.poll(() => badge.textContent()).toBe('');
  await camille.page.locator('[data-seat] summary').first().click();
  await camille.page.getByText(room.help.log).click();
  expect(await camille.page.locator('.class-log li').allTextContents()).toEqual(
    expect.arrayContaining([
      expect.stringContaining(room.help.what.refused),
      expect.stringContaining(room.help.what.cut),
    ]),
  );
  await camille.page.keyboard.press('Escape');
  await mirror.close();
  await trainer.page.keyboard.press('Escape');
});

test('a message is text; the page dims for the board; the end is extended; all of it outlives the runner', async () => {
  const { page } = trainer;
  await page.locator('[data-message-text]').fill('<b>Pause</b> à 10 h');
  await page.getByRole('button', { name: led.page.send }).click();
  await expect
    .poll(() => notice(camille, 'message').textContent(), PATIENCE)
    .toContain('<b>Pause</b> à 10 h');
  await page.locator('[data-look]').click();
  await sacha.page.locator('.class-look').waitFor();
  expect(await faultsInEveryLook(sacha.page)).toEqual([]);
  for (const { page: dimmed } of [sacha, camille])
    await dimmed.getByRole('button', { name: room.look.back }).click();
  await page.locator('[data-more]').click();
  await expect.poll(() => notice(sacha, 'end').textContent(), PATIENCE).toMatch(/15 min/);
  await runner.down('SIGKILL');
  await runner.up();
  await camille.page.reload();
  await expect.poll(() => notice(camille, 'message').textContent(), PATIENCE).toContain('Pause');
  await expect.poll(() => page.locator('[data-message-shown]').textContent(), PATIENCE).toContain('Pause');
  await page.locator('[data-message-clear]').click();
  await expect.poll(() => notice(camille, 'message').count(), PATIENCE).toBe(0);
});

test('a machine is put back to the start of a step: what is lost is said, what came before is done again', async () => {
  await camille.prompt();
  await camille.run('touch perdu; ls');
  await camille.step('list').is(fr.client.step.passed);
  await expect.poll(() => row('Camille').textContent(), PATIENCE).toMatch(/3\/9/);
  await openRow('Camille');
  await trainer.page.getByText(said.repair, { exact: true }).click();
  const asked = trainer.yesToNext();
  await does('reset').click();
  expect(await asked).toContain('Camille');
  await camille.step('list').is(fr.client.step.passedBySolution);
  await trainer.page.keyboard.press('Escape');
  await camille.run('clear; ls perdu');
  await camille.sees(/perdu.*: Aucun fichier/);
});

test('the end is announced, the work goes home, then everything is over and erased', async () => {
  const { page } = trainer;
  await page.locator('[data-closing]').click();
  const [download] = await Promise.all([
    camille.page.waitForEvent('download') as Promise<Download>,
    notice(camille, 'closing').getByRole('link', { name: room.take }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('camille.tar.gz');
  expect(await download.failure()).toBeNull();
  await page.getByText(led.page.figures, { exact: true }).click();
  await page.locator('[data-figures]').click();
  await expect.poll(() => page.locator('[data-figures-box] tbody tr').count(), PATIENCE).toBeGreaterThan(0);
  expect(await faultsInEveryLook(page)).toEqual([]);
  page.once('dialog', (dialog) => void dialog.accept(fr.client.trainer.endWord));
  await page.locator('[data-end]').click();
  await camille.panelIs('ended');
  // What did something before does nothing now: it is gone, and what stands there helps after the end.
  await page.locator('[data-purge]').waitFor();
  expect(await page.locator('#over-title').evaluate((title) => document.activeElement === title)).toBe(true);
  for (const gone of ['end', 'closing', 'more', 'look', 'preflight', 'warm-now', 'projection', 'days="30"'])
    expect(await page.locator(`[data-${gone}]`).first().isHidden(), gone).toBe(true);
  await expect
    .poll(() => page.locator('[data-erased]').textContent(), { timeout: 60_000, interval: 200 })
    .toBe(led.client.after.erased);
  await openRow('Camille');
  expect(await trainer.page.locator('.seat-dialog button').allTextContents()).toEqual([said.close]);
  await trainer.page.keyboard.press('Escape');
  expect(await faultsInEveryLook(page)).toEqual([]);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.locator('[data-purge]').click();
  await expect
    .poll(() => page.locator('[data-trainer-message]').textContent(), { timeout: 60_000, interval: 200 })
    .toBe(
      `${fill(led.client.tools.purged, { rows: 0, machines: 0, networks: 0 })} ${led.client.tools.nothingLed}`,
    );
  expect(await page.locator('[data-trainer-view]').isHidden()).toBe(true);
  // What was asked while the runner was away is the only trouble.
  const restart = /Failed to load resource|WebSocket connection/;
  for (const visitor of [trainer, camille, sacha])
    expect(visitor.trouble.filter((what) => !restart.test(what))).toEqual([]);
});
