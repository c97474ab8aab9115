// Does a whole module read well, from its page to its last lesson, in each language? Its links, its questions, its words, its drawings, its lists; then the trainer's notes.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outline } from '../../course/outline.ts';
import { PAGES } from '../../site/src/furniture/page-paths.ts';
import { wordsFor } from '../../site/src/words/index.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { faultsInEveryLook } from './axe.ts';
import { openChromium, PATIENCE, Visitor } from './support.ts';

const MODULE = 'nom-de-domaine';
const LESSONS = outline.find(({ module }) => module === MODULE)?.lessons ?? [];

let browser: Browser;
let runner: RunnerProcess;

beforeAll(async () => {
  // Reading and answering need no machine.
  [browser, runner] = await Promise.all([openChromium(), RunnerProcess.start({ args: ['--local-shell'] })]);
});
afterAll(async () => {
  await browser?.close();
  await runner?.clean();
});

const question = (page: Page, kind: string): Locator => page.locator(`form[data-question="${kind}"]`).first();
const press = async (page: Page, control: Locator, key: string) => {
  await control.focus();
  await page.keyboard.press(key);
};

describe.each(['fr', 'en'] as const)('%s', (language) => {
  const prefix = language === 'fr' ? '' : `/${language}`;
  const words = wordsFor(language);
  const { question: said } = words.page;
  const { question: told } = words.client;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    visitor = await Visitor.arrive(browser, runner.origin);
    ({ page } = visitor);
  });

  test('the module is walked from its page to its last lesson by its own links', async () => {
    await page.goto(PAGES.programme[language]);
    await page.locator(`a[href="${prefix}/${MODULE}/"]`).first().click();
    await page.getByRole('link', { name: words.page.programme.start }).click();
    const walked: string[] = [];
    for (let lesson = 0; lesson < LESSONS.length; lesson++) {
      await page.waitForURL(`**${prefix}/${MODULE}/${LESSONS[lesson]}/`);
      walked.push(await page.locator('h1').innerHTML());
      if (lesson < LESSONS.length - 1) await page.locator('.pagination-links a[rel="next"]').click();
    }
    expect(new Set(walked).size).toBe(LESSONS.length);
    expect(visitor.trouble).toEqual([]);
  });

  test('a wrong answer is explained, the right one recognised and remembered, all by keyboard', async () => {
    await page.goto(`${prefix}/${MODULE}/comprendre/`);
    const form = question(page, 'single');
    await press(page, form.locator('[data-right="false"] input').first(), 'Space');
    await press(page, form.getByRole('button', { name: said.check }), 'Enter');
    expect(await form.locator('[data-result]').textContent()).toBe(told.wrong);
    expect(await form.locator('[data-right="false"] [data-why]').first().isVisible()).toBe(true);
    expect(await form.locator('[data-right="true"] [data-why]').isVisible()).toBe(false);
    await press(page, form.locator('[data-right="true"] input'), 'Space');
    await press(page, form.getByRole('button', { name: said.check }), 'Enter');
    expect(await form.locator('[data-result]').textContent()).toBe(told.right);
    await page.reload();
    await expect.poll(() => form.locator('[data-result]').textContent(), PATIENCE).toBe(told.right);
    await form.getByRole('button', { name: said.again }).click();
    expect(await form.locator('[data-result]').textContent()).toBe('');
  });

  test('an order is put right by its arrows, each move said aloud', async () => {
    const form = question(page, 'order');
    const places = () =>
      form
        .locator('[data-choice]')
        .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-choice'))));
    const count = (await places()).length;
    for (let place = 0; place < count; place++)
      for (let at = (await places()).indexOf(place); at > place; at--) {
        await press(page, form.locator(`[data-choice="${place}"] [data-move="-1"]`), 'Enter');
        expect(await form.locator('[data-result]').textContent()).toContain(String(at));
      }
    await press(page, form.getByRole('button', { name: said.check }), 'Enter');
    expect(await form.locator('[data-result]').textContent()).toBe(told.right);
    expect(await form.locator('[data-order-why]').isVisible()).toBe(true);
  });

  test('a word opens its definition by keyboard and by hover, and leads to the glossary and back', async () => {
    const word = page.locator('.sl-markdown-content .term').first();
    const definition = page.locator('.term-definition').first();
    await press(page, word, 'Enter');
    expect(await definition.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await definition.isVisible()).toBe(false);
    await page.locator('h1').hover();
    await word.hover();
    await expect.poll(() => definition.isVisible(), PATIENCE).toBe(true);
    await definition.getByRole('link').click();
    await page.waitForURL(`**${PAGES.glossary[language]}#*`);
    const term = page.locator('.glossary-term:target');
    await term.waitFor();
    expect(
      await term.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
    ).toContain(`${prefix}/${MODULE}/comprendre/`);
  });

  test('drawings have a name, sources lead to their note and back', async () => {
    await page.goto(`${prefix}/${MODULE}/comprendre/`);
    for (const drawing of await page.getByRole('img').all())
      expect((await drawing.locator('title').textContent())?.length).toBeGreaterThan(20);
    const cited = page.locator('.cite a').first();
    await cited.click();
    const note = page.locator('.sources li:target');
    expect(await note.getByRole('link').first().getAttribute('rel')).toContain('noreferrer');
    await note.locator('.source-back').first().click();
    expect(new URL(page.url()).hash).toBe(`#${await cited.getAttribute('id')}`);
  });

  test('ticked boxes are remembered by this browser', async () => {
    await page.goto(`${prefix}/${MODULE}/pour-de-vrai/`);
    const boxes = page.locator('[data-checklist] input');
    await boxes.nth(1).check();
    await page.reload();
    expect(await boxes.nth(1).isChecked()).toBe(true);
    expect(await boxes.nth(0).isChecked()).toBe(false);
  });

  test('no barrier that axe knows, answered or not', async () => {
    for (const lesson of ['comprendre', 'pour-de-vrai']) {
      await page.goto(`${prefix}/${MODULE}/${lesson}/`);
      // Each goes away as it is used.
      const reveal = page.getByRole('button', { name: said.reveal });
      while ((await reveal.count()) > 0) await reveal.first().click();
      expect(await faultsInEveryLook(page)).toEqual([]);
    }
    expect(visitor.trouble).toEqual([]);
  });
});

test('the notes are refused to a trainee, and read by the trainer', async () => {
  const { page } = await Visitor.arrive(browser, runner.origin);
  const notes = `${PAGES.notes.fr}${MODULE}/comprendre/`;
  expect((await page.goto(notes))?.status()).toBe(403);
  await page.goto(`${PAGES.trainer.fr}#${runner.trainerToken}`);
  await page.locator('[data-trainer-view]').waitFor();
  await page.goto(PAGES.notes.fr);
  await page.locator(`a[href="${notes}"]`).click();
  await page.waitForURL(`**${notes}`);
  expect(await page.locator('.notes-text h2').count()).toBe(6);
  expect(await faultsInEveryLook(page)).toEqual([]);
});
